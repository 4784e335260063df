import type { ChatGroupMember, ChatProfile } from '../../src/sources/chat/chat-instance.js';
import type { FakeEnvironment } from './fake-environment.js';

/** A status as the service keeps it. */
export interface Status {
  readonly statusType: number;
  readonly customStatus: string;
}

/** What the service knows of users and groups beside subscriptions, as the Chat SDK asks for it. */
export abstract class FakeProfiles {
  /** The true status of each user. */
  readonly truth = new Map<string, Status>();
  /** The profiles of users, by ID; a user without one is unknown to the service. */
  readonly profiles = new Map<string, ChatProfile>();
  /** The users of each request for profiles. */
  readonly profileRequests: (readonly string[])[] = [];
  /** The groups that the user is in. */
  readonly groups = new Map<string, readonly ChatGroupMember[]>();
  /** The own statuses that were sent. */
  readonly ownStatuses: string[] = [];
  /** The error with which the service rejects everything beside statuses. */
  refusal: Error | undefined;
  latency = 10;
  readonly #environment: FakeEnvironment;

  constructor(environment: FakeEnvironment) {
    this.#environment = environment;
  }

  abstract getLoginUser(): string;

  getUserProfile({ userIDList }: { userIDList: string[] }): Promise<{ data: ChatProfile[] }> {
    this.profileRequests.push(userIDList);
    return this.#respond(() => userIDList.flatMap((userID) => this.profiles.get(userID) ?? []));
  }

  /** Of a group that the user is not in, the SDK has no members. */
  getGroupMemberList({
    groupID,
    count,
    offset,
  }: {
    groupID: string;
    count: number;
    offset: number | string;
  }): Promise<{ data: { memberList: ChatGroupMember[]; offset: number } }> {
    const members = this.groups.get(groupID) ?? [];
    const next = Number(offset) + count;
    return this.#respond(() => ({
      memberList: members.slice(Number(offset), next),
      offset: next < members.length ? next : 0,
    }));
  }

  getGroupOnlineMemberCount(groupID: string): Promise<{ data: { memberCount: number } }> {
    const members = this.groups.get(groupID) ?? [];
    return this.#respond(() => ({
      memberCount: members.filter(({ userID }) => this.truth.get(userID)?.statusType === 1).length,
    }));
  }

  setSelfStatus({ customStatus }: { customStatus: string }): Promise<{ data: unknown }> {
    this.ownStatuses.push(customStatus);
    return this.#respond(() => {
      this.truth.set(this.getLoginUser(), { statusType: 1, customStatus });
    });
  }

  #respond<Data>(answer: () => Data): Promise<{ data: Data }> {
    return new Promise((resolve, reject) => {
      this.#environment.setTimer(() => {
        if (this.refusal) reject(this.refusal);
        else resolve({ data: answer() });
      }, this.latency);
    });
  }
}
