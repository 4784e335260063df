import type { CallKind, SourceSink } from '../../presence-source.js';
import type { ChatInstance, StatusAnswer, StatusCall } from './chat-instance.js';
import { replaceMethod } from './replace-method.js';
import { entriesOf, failuresOf } from './status-answer.js';

const METHODS = [
  ['subscribe', 'subscribeUserStatus'],
  ['unsubscribe', 'unsubscribeUserStatus'],
  ['query', 'getUserStatus'],
] as const satisfies readonly (readonly [CallKind, keyof ChatInstance])[];

/** Users in one subscribe call; the SDK drops the rest silently (Chat SDK 3.6.6). */
const SUBSCRIBE_LIMIT = 100;

/**
 * Reports the status calls that the engine and the page make by themselves: the service's limits are
 * one for all of them. The Chat SDK's three methods are replaced until `stop` by functions that pass
 * every call on unchanged.
 */
export class ExternalCalls {
  readonly #sink: SourceSink;
  readonly #ownerOf: (userIDs: readonly string[]) => 'engine' | 'host';
  readonly #restore: readonly (() => void)[];
  /** Arrays of our own calls, which are not reported. */
  readonly #own = new WeakSet<readonly string[]>();

  /** @param ownerOf says who subscribes the users of a call, by the array that the call was given */
  constructor(
    chat: ChatInstance,
    sink: SourceSink,
    ownerOf: (userIDs: readonly string[]) => 'engine' | 'host',
  ) {
    this.#sink = sink;
    this.#ownerOf = ownerOf;
    this.#restore = METHODS.map(([kind, method]) =>
      replaceMethod(chat, method, (original) => this.#observe(kind, original)),
    );
  }

  /** Copies an array for a call of our own. */
  own(userIDs: readonly string[]): string[] {
    const copy = [...userIDs];
    this.#own.add(copy);
    return copy;
  }

  stop(): void {
    for (const restore of this.#restore) restore();
  }

  #observe(kind: CallKind, original: StatusCall): StatusCall {
    return (options) => {
      const userIDs = Array.isArray(options?.userIDList) ? options.userIDList : [];
      const version = this.#sink.version();
      // The SDK's promise and not one derived from it: a rejection stays the caller's.
      const answer = original(options);
      if (!this.#own.has(userIDs)) this.#follow(kind, userIDs, Promise.resolve(answer), version);
      return answer;
    };
  }

  #follow(
    kind: CallKind,
    userIDs: readonly string[],
    answer: Promise<StatusAnswer | undefined>,
    version: number,
  ): void {
    const isForAll = kind === 'unsubscribe' && userIDs.length === 0;
    const sent = isForAll ? undefined : userIDs.slice(0, SUBSCRIBE_LIMIT);
    const settle = this.#sink.externalCall(kind, sent, this.#ownerOf(userIDs));
    if (kind === 'query') {
      // Two turns later the engine has written the response to its store. Only then can what of it
      // is too old be corrected there.
      answer
        .then((result) => Promise.resolve(result))
        .then(
          (result) => this.#sink.answer(entriesOf(result), version),
          () => undefined,
        );
      return;
    }
    answer.then(
      (result) => {
        const failed = new Set(failuresOf(result).map(({ userID }) => userID));
        settle(sent?.filter((userID) => !failed.has(userID)));
      },
      () => settle([]),
    );
  }
}
