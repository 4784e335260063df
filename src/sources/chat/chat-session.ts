import type { SourceSink } from '../../presence-source.js';
import type { StatusEntry } from '../../presence.js';
import type { ChatEventHandler, ChatInstance } from './chat-instance.js';
import { ExternalCalls } from './external-calls.js';
import { changedGroups } from './group-tips.js';
import { personsOf } from './persons.js';
import { entriesOf } from './status-answer.js';

/** What a session passes on; statuses go to the sink by themselves. */
export interface ChatSessionListener {
  /** The SDK has logged a user in, or is ready again. */
  onReady(): void;
  onLogout(): void;
  /** @param type the SDK's reason, such as `multipleAccount` or `userSigExpired` */
  onKickedOut(type: string | undefined): void;
  onConnection(state: 'connecting' | 'connected' | 'disconnected'): void;
  /** The SDK has other profiles of these users. */
  onProfiles(profiles: unknown): void;
  /** Friends were put into groups, or out of them: in the friends at hand. */
  onFriendGroups(): void;
  /** The SDK has received messages, notices among them. */
  onMessages(messages: unknown): void;
  /** Says who subscribes the users of a call that is not ours. */
  ownerOf(userIDs: readonly string[]): 'engine' | 'host';
}

/** An own status that was queried at most so long ago is not queried again, in ms. */
const OWN_STATUS_AGE = 5_000;

/** The last query of the logged-in user's own status, which quick connections share. */
const ownStatusQueries = new WeakMap<
  ChatInstance,
  { readonly userID: string; readonly at: number; readonly entries: Promise<StatusEntry[]> }
>();

/** Instances that were destroyed; `lite-chat` gives out the same object again. */
const destroyed = new WeakSet<ChatInstance>();

/**
 * To be called when an instance is destroyed. What takes its place goes on with parts of it: alone, the
 * own status is not requested of the service, and is what any user has set last (lite-chat 1.6.13).
 */
export function noteDestroyed(chat: ChatInstance): void {
  destroyed.add(chat);
}

const STATES = ['connecting', 'connected', 'disconnected'] as const;

/** Listens to one instance of the Chat SDK: its login, its connection, its statuses and its calls. */
export class ChatSession {
  readonly chat: ChatInstance;
  readonly #sink: SourceSink;
  readonly #calls: ExternalCalls;
  readonly #handlers: Readonly<Record<string, ChatEventHandler>>;

  constructor(chat: ChatInstance, sink: SourceSink, listener: ChatSessionListener) {
    this.chat = chat;
    this.#sink = sink;
    this.#calls = new ExternalCalls(chat, sink, (userIDs) => listener.ownerOf(userIDs));
    // The names are the values of the SDK's `EVENT` (Chat SDK 3.6.6).
    this.#handlers = {
      sdkStateReady: () => listener.onReady(),
      sdkStateNotReady: () => listener.onLogout(),
      sdkDestroy: () => {
        noteDestroyed(chat);
        listener.onLogout();
      },
      kickedOut: ({ data }) => listener.onKickedOut((data as { type?: string } | undefined)?.type),
      netStateChange: ({ data }) => {
        const state = STATES.find((each) => each === (data as { state: string }).state);
        if (state) listener.onConnection(state);
      },
      onUserStatusUpdated: ({ data }) => {
        this.#statusesPushed(data as StatusEntry[]);
        sink.push(data as StatusEntry[]);
      },
      onProfileUpdated: ({ data }) => {
        listener.onProfiles(data);
        sink.profilesChanged(personsOf(data));
      },
      onFriendGroupListUpdated: () => listener.onFriendGroups(),
      onMessageReceived: ({ data }) => {
        listener.onMessages(data);
        for (const groupID of changedGroups(data)) sink.membersChanged?.(groupID);
      },
    };
    for (const [event, handler] of Object.entries(this.#handlers)) chat.on(event, handler);
  }

  /** Copies an array for a call of our own, which is not reported. */
  own(userIDs: readonly string[]): string[] {
    return this.#calls.own(userIDs);
  }

  /** Any call makes an idle SDK reconnect at once; its response counts like any other. */
  reconnect(userIDs: readonly string[]): void {
    const version = this.#sink.version();
    const isOwn = userIDs.every((userID) => userID === this.chat.getLoginUser());
    this.chat
      .getUserStatus({ userIDList: this.own(isOwn ? namedTwice(userIDs) : userIDs) })
      .then((answer) => this.#sink.answer(entriesOf(answer), version))
      .catch(() => undefined);
  }

  /**
   * Queries the logged-in user's own status, of which the service sends changes, but no first value.
   *
   * @param now ms on a clock that only goes forward
   * @param mayBeOld whether the SDK may hold a value from before a lost connection
   */
  queryOwnStatus(userID: string, now: number, mayBeOld = false): void {
    const version = this.#sink.version();
    if (mayBeOld) this.forgetOwnStatus();
    const before = ownStatusQueries.get(this.chat);
    const isFresh = before?.userID === userID && now - before.at < OWN_STATUS_AGE;
    const users = mayBeOld || destroyed.has(this.chat) ? namedTwice([userID]) : [userID];
    const entries = isFresh
      ? before.entries
      : this.chat.getUserStatus({ userIDList: this.own(users) }).then(entriesOf);
    if (!isFresh) ownStatusQueries.set(this.chat, { userID, at: now, entries });
    entries.then(
      (own) => this.#sink.answer(own, version),
      () => undefined,
    );
  }

  /** The own status has changed: what was queried before counts no longer. */
  forgetOwnStatus(): void {
    ownStatusQueries.delete(this.chat);
  }

  stop(): void {
    this.#calls.stop();
    for (const [event, handler] of Object.entries(this.#handlers)) this.chat.off(event, handler);
  }

  #statusesPushed(entries: readonly StatusEntry[]): void {
    const queried = ownStatusQueries.get(this.chat)?.userID;
    if (queried === undefined || !Array.isArray(entries)) return;
    if (entries.some((entry) => entry?.userID === queried)) this.forgetOwnStatus();
  }
}

/** Makes the SDK request the logged-in user of the service: alone, it answers by itself. */
function namedTwice(userIDs: readonly string[]): string[] {
  return [...userIDs, ...userIDs];
}
