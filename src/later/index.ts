import type { Login, LoginPackages } from '../login-sequence.js';
import { browserPage } from '../page.js';
import type { PresenceController } from '../presence-controller.js';
import { PresenceError } from '../presence-error.js';
import { refuseSecretKey } from '../secret-key.js';
import { presence } from '../shared.js';
import { assertChatEngine } from '../sources/chat-engine.js';
import type { ChatEngine } from '../sources/chat-engine.js';
import { loaded, service } from './presence-feed.js';

// `connect` and `login` as bundles for script tags have them: what only a page with a connection
// needs is fetched with the first one.

/** Feeds a controller from the engine that the page already uses; see `connect` of the package. */
export function connect(engine: ChatEngine, controller: PresenceController = presence): () => void {
  assertChatEngine(engine);
  const page = browserPage();
  return controller.use(
    loaded?.engineSource(engine, page) ??
      (async (report) => (await service()).engineSource(engine, page)(report)),
    engine.TUIStore,
  );
}

let logIn: Login | undefined;

/** Logs in with the official packages, which are fetched too; see `login` of the package. */
export const login: Login = (options) => {
  refuseSecretKey(options);
  return service().then(
    ({ createLogin }) => (logIn ??= createLogin(packages, connect))(options),
    (cause: Error) => {
      throw new PresenceError('unknown', 0, cause.message, { cause });
    },
  );
};

const packages = async () =>
  (await import('../sources/engine-packages.js')) as unknown as LoginPackages;
