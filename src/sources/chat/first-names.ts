import type { Environment } from '../../environment.js';
import type { ChatFriend } from './chat-instance.js';
import { areNamesLoaded } from './friend-profiles.js';

/** How long the first friends wait for their names, in ms. */
const GRACE = 2_000;

/**
 * How often their names are looked for meanwhile, in ms: the SDK puts them into the friends that it
 * has published, and publishes these again a second later.
 */
const CHECK = 50;

/**
 * The wait of the first list of a login for names: the SDK publishes friends before it has loaded their
 * profiles, and all rows would be renamed and sorted again.
 */
export class FirstNames {
  readonly #environment: Environment;
  readonly #onDue: () => void;
  #isOver = false;
  /** When the wait ends at the latest; `undefined` before there are friends. */
  #end: number | undefined;
  #cancel: (() => void) | undefined;

  /** @param onDue called while the list waits, to try again */
  constructor(environment: Environment, onDue: () => void) {
    this.#environment = environment;
    this.#onDue = onDue;
  }

  /** Whether the list of these friends has to wait; after one that has not, none has. */
  areAwaited(friends: readonly ChatFriend[]): boolean {
    this.#cancel?.();
    this.#isOver ||= areNamesLoaded(friends) || this.#isLate();
    if (!this.#isOver) this.#cancel = this.#environment.setTimer(this.#onDue, CHECK);
    return !this.#isOver;
  }

  /** The user has logged out. */
  reset(): void {
    this.#cancel?.();
    this.#isOver = false;
    this.#end = undefined;
  }

  #isLate(): boolean {
    const now = this.#environment.elapsed();
    this.#end ??= now + GRACE;
    return now >= this.#end;
  }
}
