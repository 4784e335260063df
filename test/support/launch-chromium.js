import { chromium } from 'playwright-core';
import { CHROMIUM_FLAGS, findBrowser } from './browsers.js';

/**
 * Starts the Chromium that is installed, for tests that drive whole pages; its profile is fresh.
 *
 * @param {import('playwright-core').LaunchOptions} [options]
 */
export function launchChromium({ args = [], ...options } = {}) {
  return chromium.launch({
    executablePath: findBrowser('chromium'),
    args: [...CHROMIUM_FLAGS, ...args],
    ...options,
  });
}
