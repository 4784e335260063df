import { browserTabs, mayShareLogin } from '../sources/tabs/tab-support.js';
import type { LoginDriver } from './active-login.js';
import { sharedLogin } from './shared-login.js';
import type { SharedLoginOptions } from './shared-login-options.js';

/**
 * Logs in for all tabs of the origin together, or by itself: with the option `tabs: 'own'`, and where
 * the browser has no locks or channels, or denies them to the page.
 */
export function tabsLogin(
  options: Omit<SharedLoginOptions, 'tabs'>,
  support: typeof browserTabs = browserTabs,
): LoginDriver {
  const { official, controller } = options;
  return async ({ tabs: choice, ...given }, signal) => {
    const tabs = choice === 'own' ? undefined : support();
    const isShared = tabs && (await mayShareLogin(tabs));
    const driver = isShared
      ? sharedLogin({ ...options, tabs })
      : official((source) => controller.use(source));
    return driver(given, signal);
  };
}
