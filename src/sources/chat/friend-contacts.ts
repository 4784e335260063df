import type { Contact } from '../../contacts/contact.js';
import type { Environment } from '../../environment.js';
import { blockedUsers } from './blocked-users.js';
import type { ChangedProfiles } from './changed-profiles.js';
import type { ChatInstance } from './chat-instance.js';
import { ContactTranslator } from './contact-translator.js';
import { FirstNames } from './first-names.js';
import type { SdkLists } from './sdk-lists.js';
import { synchronizedConversations } from './synchronized.js';

/** How long "no friends" is kept back, in ms: the SDK may say so before the first have arrived. */
const EMPTY_GRACE = 5_000;

/**
 * The friends of the logged-in user as contacts. Before they have arrived their list is empty, which
 * only counts once it has been published again.
 */
export class FriendContacts {
  readonly #lists: SdkLists;
  readonly #environment: Environment;
  readonly #profiles: ChangedProfiles;
  readonly #onContacts: (contacts: readonly Contact[]) => void;
  readonly #translator = new ContactTranslator();
  readonly #firstNames: FirstNames;
  #isKnown = false;
  #isRequested = false;
  #cancel: (() => void) | undefined;
  /** Counts up when a request under way has become void. */
  #generation = 0;

  constructor(
    lists: SdkLists,
    environment: Environment,
    profiles: ChangedProfiles,
    onContacts: (contacts: readonly Contact[]) => void,
  ) {
    this.#lists = lists;
    this.#environment = environment;
    this.#profiles = profiles;
    this.#onContacts = onContacts;
    this.#firstNames = new FirstNames(environment, () => this.report());
  }

  /** A user has logged in. */
  start(userID: string): void {
    this.#lists.friends.start(userID);
    this.report();
  }

  /** The friends of the logged-in user have been published, even if there are none. */
  published(): void {
    this.#isKnown = true;
    this.report();
  }

  /** Reports the list as it is, unless it may only be empty, or without names, for now. */
  report(): void {
    const friends = this.#lists.friends.items ?? [];
    if (friends.length === 0 && !this.#isKnown) return;
    if (this.#firstNames.areAwaited(friends)) return;
    const blocked = blockedUsers(this.#lists.blocked);
    this.#onContacts(this.#translator.translate(friends, blocked, this.#profiles));
  }

  /**
   * A user without friends only learns so on request, which the engine refuses at first. The SDK
   * answers it by what it has, also when the service is silent; once it has synchronized the
   * conversations, the service is not.
   */
  async request(chat: ChatInstance): Promise<void> {
    if (this.#isRequested) return;
    this.#isRequested = true;
    const generation = this.#generation;
    const count = await this.#countFriends(chat).catch(() => undefined);
    if (generation !== this.#generation) return;
    if (count === undefined) this.#isRequested = false;
    // Friends in the response are on their way to the list.
    if (count !== 0) return;
    this.#cancel = this.#environment.setTimer(() => this.published(), EMPTY_GRACE);
  }

  /** How many friends the SDK knows of; `undefined` if it may only have none so far. */
  async #countFriends(chat: ChatInstance): Promise<number | undefined> {
    const answer = await this.#lists.requestFriends();
    const count = answer?.data?.length ?? 0;
    return count > 0 || (await synchronizedConversations(chat)) ? count : undefined;
  }

  /** The user has logged out. */
  reset(): void {
    this.#generation += 1;
    this.#isKnown = this.#isRequested = false;
    this.#cancel?.();
    this.#firstNames.reset();
    this.#translator.reset();
  }
}
