import { chromium } from 'playwright-core';
import { CHROMIUM_FLAGS, findBrowser } from './browsers.js';

/**
 * Starts the Chromium that is installed, for tests that drive whole pages; its profile is fresh. One
 * without a window is preferred, unless `CHROME_PATH` names another.
 *
 * @param {import('playwright-core').LaunchOptions} [options]
 */
export function launchChromium({ args = [], ...options } = {}) {
  return chromium.launch({
    executablePath: findBrowser('headlessShell') ?? findBrowser('chromium'),
    args: [...CHROMIUM_FLAGS, ...args],
    ...options,
  });
}
