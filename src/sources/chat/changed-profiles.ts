import type { ChatProfile } from './chat-instance.js';

/**
 * The profiles that the SDK has said are changed. Others keep copies of them that may stay as they
 * were: `lite-chat` those of friends (1.6.13, 4.2.1), and the engine those of conversations until it
 * publishes these for another reason.
 */
export class ChangedProfiles {
  readonly #profiles = new Map<string, ChatProfile>();

  /** Takes over the data of the SDK's `onProfileUpdated`. */
  add(profiles: unknown): void {
    if (!Array.isArray(profiles)) return;
    for (const profile of profiles as readonly (ChatProfile | undefined)[]) {
      if (profile?.userID) this.#profiles.set(profile.userID, profile);
    }
  }

  /** The profile of a user that has changed since this copy was made; `undefined` without one. */
  newerThan(
    copy: Pick<ChatProfile, 'lastUpdatedTime'> | undefined,
    userID: string,
  ): ChatProfile | undefined {
    const changed = this.#profiles.get(userID);
    return (changed?.lastUpdatedTime ?? 0) >= (copy?.lastUpdatedTime ?? 0) ? changed : undefined;
  }

  /** The user has logged out. */
  clear(): void {
    this.#profiles.clear();
  }
}
