import type { CallKind, SourceReport } from '../presence-source.js';
import type { StatusEntry } from '../presence.js';
import type { ChatEngine, ChatInstance, StatusAnswer, StatusCall } from './chat-engine.js';
import { replaceMethod } from './replace-method.js';

const METHODS = [
  ['subscribe', 'subscribeUserStatus'],
  ['unsubscribe', 'unsubscribeUserStatus'],
  ['query', 'getUserStatus'],
] as const satisfies readonly (readonly [CallKind, keyof ChatInstance])[];

/** Users in one subscribe call; the SDK cuts off the rest without a word (Chat SDK 3.6.6). */
const SUBSCRIBE_LIMIT = 100;

/**
 * Listens in on the Chat SDK's three status calls, so that what the engine and the page subscribe by
 * themselves is reckoned with: the service's limits are one for all. The calls themselves go through
 * unchanged, and the SDK's own methods are put back by `stop`.
 */
export class EngineCalls {
  readonly #engine: ChatEngine;
  readonly #report: SourceReport;
  readonly #restore: (() => void)[] = [];
  /** Lists of our own calls, which are not reported. */
  readonly #ours = new WeakSet<readonly string[]>();
  /** Lists the page handed to the engine's own method. */
  readonly #host = new WeakSet<readonly string[]>();

  constructor(engine: ChatEngine, chat: ChatInstance, report: SourceReport) {
    this.#engine = engine;
    this.#report = report;
    for (const [kind, method] of METHODS) {
      this.#restore.push(replaceMethod(chat, method, (original) => this.#listenTo(kind, original)));
    }
    const { TUIUserService } = engine;
    this.#restore.push(
      replaceMethod(TUIUserService, 'subscribeUserStatus', (original) => (options) => {
        if (Array.isArray(options?.userIDList)) this.#host.add(options.userIDList);
        return original(options);
      }),
    );
  }

  /** Marks a list as ours and hands it back. */
  own(userIDs: readonly string[]): string[] {
    const list = [...userIDs];
    this.#ours.add(list);
    return list;
  }

  stop(): void {
    for (const restore of this.#restore) restore();
  }

  #listenTo(kind: CallKind, original: StatusCall): StatusCall {
    return (options) => {
      const users = options?.userIDList ?? [];
      const sentAt = this.#report.order();
      // The engine's promise, not one derived from it: rejections stay the caller's.
      const answer = original(options);
      if (!this.#ours.has(users)) this.#follow(kind, users, Promise.resolve(answer), sentAt);
      return answer;
    };
  }

  #follow(
    kind: CallKind,
    users: readonly string[],
    answer: Promise<StatusAnswer | undefined>,
    sentAt: number,
  ): void {
    const report = this.#report;
    report.calledElsewhere(kind);
    if (kind === 'query') {
      // Two turns later, when the engine has written the answer to its store: what of it is too old
      // can only be put right then.
      answer
        .then((result) => Promise.resolve(result))
        .then(
          (result) => report.answered(entriesOf(result), sentAt),
          () => undefined,
        );
      return;
    }
    const sent = users.slice(0, SUBSCRIBE_LIMIT);
    const done = (result: StatusAnswer | undefined): string[] => {
      const failed = new Set(result?.data?.failureUserList?.map(({ userID }) => userID));
      return sent.filter((userID) => !failed.has(userID));
    };
    if (kind === 'unsubscribe') {
      answer.then(
        (result) => report.unsubscribedElsewhere(users.length === 0 ? undefined : done(result)),
        () => undefined,
      );
      return;
    }
    const owner = this.#isAutomatic(users) ? 'engine' : 'host';
    const settle = report.subscribeElsewhere(sent, owner);
    answer.then(
      (result) => settle(done(result)),
      () => settle([]),
    );
  }

  /** The engine subscribes conversation partners by itself; whatever else is the page's wish. */
  #isAutomatic(users: readonly string[]): boolean {
    if (this.#host.has(users)) return false;
    const partners = new Set(partnersOf(this.#engine));
    return users.every((userID) => partners.has(userID));
  }
}

/** Users of one-to-one conversations, in the engine's order. */
export function partnersOf({ TUIStore, StoreName }: ChatEngine): string[] {
  const conversations: unknown = TUIStore.getData(StoreName.CONV, 'conversationList');
  if (!Array.isArray(conversations)) return [];
  return conversations.flatMap((conversation: { conversationID?: unknown } | undefined) => {
    const id = conversation?.conversationID;
    return typeof id === 'string' && id.startsWith('C2C') ? [id.slice(3)] : [];
  });
}

/** The statuses in an answer, as far as they have a user. */
export function entriesOf(answer: StatusAnswer | undefined): StatusEntry[] {
  const users = answer?.data?.successUserList;
  if (!Array.isArray(users)) return [];
  return users.flatMap((user) =>
    user?.userID
      ? [
          {
            userID: user.userID,
            statusType: user.statusType ?? 0,
            customStatus: user.customStatus ?? '',
          },
        ]
      : [],
  );
}
