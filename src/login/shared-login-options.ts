import type { Environment } from '../environment.js';
import type { PresenceController } from '../presence-controller.js';
import type { TabSupport } from '../sources/tabs/tab-support.js';
import type { LoginDriver } from './active-login.js';

/** What a login that tabs share needs of its page. */
export interface SharedLoginOptions {
  /** The official login, which connects by giving its source to `use`. */
  readonly official: (use: PresenceController['use']) => LoginDriver;
  readonly controller: PresenceController;
  readonly environment: Environment;
  readonly tabs: TabSupport;
}
