import { browserEnvironment } from './environment.js';
import type { Environment } from './environment.js';
import type { PresenceController } from './presence-controller.js';
import { presence } from './shared.js';
import type { PresenceSource } from './presence-source.js';
import type { GivenChat } from './sources/chat/chat-instance.js';
import { assertNewEnough, isAnyChat, missingOfChat } from './sources/chat/chat-shape.js';
import { chatSource } from './sources/chat/chat-source.js';
import { assertWholeEngine, isAnyEngine, missingOfEngine } from './sources/engine/chat-engine.js';
import type { ChatEngine } from './sources/engine/chat-engine.js';
import { engineSource } from './sources/engine/engine-source.js';

/**
 * Connects a controller to what the page already uses: the exports of the UIKit engine
 * (`@tencentcloud/chat-uikit-engine` or `chat-uikit-engine-lite`), or the Chat SDK alone, as
 * `TencentCloudChat.create()` of `@tencentcloud/chat` or `@tencentcloud/lite-chat` returns it. Before
 * or after the login, before or after the elements. Another connection to the same shares the first.
 *
 * Statuses are off until the engine's switch or `presence.switchUserStatus` puts them on. Until the
 * disconnect the SDK's three status calls are observed: the subscriptions of the engine and of the
 * page count against the same limit of 200.
 *
 * @returns the disconnect, safe to call twice
 * @throws TypeError naming what is missing, when the thing is neither
 */
export function connect(
  engineOrChat: ChatEngine | GivenChat,
  controller: PresenceController = presence,
  environment: Environment = browserEnvironment(),
): () => void {
  return controller.use(sourceOf(engineOrChat, environment));
}

function sourceOf(thing: ChatEngine | GivenChat, environment: Environment): PresenceSource {
  if (isAnyEngine(thing)) {
    assertWholeEngine(thing);
    return engineSource(thing, environment);
  }
  if (isAnyChat(thing)) {
    assertNewEnough(thing);
    return chatSource(thing, environment);
  }
  throw new TypeError(
    `connect() needs the exports of @tencentcloud/chat-uikit-engine (or its -lite line), or what ` +
      `TencentCloudChat.create() of @tencentcloud/chat or @tencentcloud/lite-chat returned. As an ` +
      `engine this lacks ${missingOfEngine(thing).join(', ')}; as a chat it lacks ` +
      `${missingOfChat(thing).join(', ')}.`,
  );
}
