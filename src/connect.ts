import { browserPage } from './page.js';
import type { Page } from './page.js';
import type { PresenceController } from './presence-controller.js';
import { presence } from './shared.js';
import { assertChatEngine } from './sources/chat-engine.js';
import type { ChatEngine } from './sources/chat-engine.js';
import { engineSource } from './sources/engine-source.js';

/**
 * Feeds a controller from the engine that the page already uses: the exports of
 * `@tencentcloud/chat-uikit-engine` or `chat-uikit-engine-lite`. Before or after the login, before
 * or after the elements. Connecting the same engine again only counts.
 *
 * Until the disconnect it listens in on the SDK's status calls and on the store's `update`, which go
 * through unchanged.
 *
 * @returns the disconnect, safe to call twice
 * @throws TypeError naming what is missing, when the thing is no engine
 */
export function connect(
  engine: ChatEngine,
  controller: PresenceController = presence,
  page: Page = browserPage(),
): () => void {
  assertChatEngine(engine);
  return controller.use(engineSource(engine, page), engine.TUIStore);
}
