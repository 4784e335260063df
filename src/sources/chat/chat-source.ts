import type { Environment } from '../../environment.js';
import type { PresenceSource, RunningSource, SourceSink } from '../../presence-source.js';
import type { ChatInstance } from './chat-instance.js';
import { ChatLists } from './chat-lists.js';
import { DisplaySwitch } from './display-switch.js';
import { SdkSource } from './sdk-source.js';

/** Takes statuses, contacts and conversations from an instance of the SDK that the page brings. */
export function chatSource(chat: ChatInstance, environment: Environment): PresenceSource {
  const start = (sink: SourceSink): RunningSource => new ChatSource(chat, environment, sink);
  return Object.assign(start, { origin: chat });
}

class ChatSource extends SdkSource {
  readonly keepsSubscriptions = true;
  readonly #chat: ChatInstance;
  readonly #lists: ChatLists;
  readonly #stopObservingSwitch: () => void;

  constructor(chat: ChatInstance, environment: Environment, sink: SourceSink) {
    const lists = new ChatLists(chat);
    super(environment, sink, lists);
    this.#chat = chat;
    this.#lists = lists;
    // The SDK swallows what a handler throws.
    const guarded = (run: () => void) => (): void => this.runSafely(run);
    lists.start({
      onFriendsPublished: guarded(() => this.friendsPublished()),
      onFriends: guarded(() => this.reportContacts()),
      onBlocked: guarded(() => this.detailsChanged()),
      onConversations: guarded(() => this.reportConversations()),
    });
    const display = DisplaySwitch.of(chat);
    this.#stopObservingSwitch = display.observe((on) => this.setDisplay(on));
    this.syncLogin();
    this.setDisplay(display.isOn);
  }

  switchUserStatus(on: boolean): void {
    DisplaySwitch.of(this.#chat).set(on);
  }

  override stop(): void {
    this.#stopObservingSwitch();
    this.#lists.stop();
    super.stop();
  }

  protected override findChat(): ChatInstance {
    return this.#chat;
  }
}
