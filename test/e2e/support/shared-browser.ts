import { after } from 'node:test';
import type { Browser, LaunchOptions } from 'playwright-core';
import { launchChromium } from '../../support/launch-chromium.js';

const browsers = new Map<string, Promise<Browser>>();

after(async () => {
  for (const browser of browsers.values()) await (await browser).close();
});

/**
 * One Chromium for all tests of a file, since a start takes longer than most tests: whoever opens a
 * page in it gives it a context of its own, as fresh as a profile, and closes that.
 */
export function sharedBrowser(options: LaunchOptions = {}): Promise<Browser> {
  const key = JSON.stringify(options);
  let browser = browsers.get(key);
  if (!browser) browsers.set(key, (browser = launchChromium(options)));
  return browser;
}
