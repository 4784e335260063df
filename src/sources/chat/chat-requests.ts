import { usablePerson } from '../../contacts/person.js';
import type { Person } from '../../contacts/person.js';
import type { GroupCursor, GroupPage } from '../../people/group.js';
import { presenceError } from '../../presence-error.js';
import type { ChatInstance } from './chat-instance.js';
import type { ChatSession } from './chat-session.js';
import { personsOf } from './persons.js';
import { toPresenceError } from './sdk-errors.js';

/** Members in one page; the SDK takes no more (Chat SDK 3.6.6). */
const PAGE = 100;

/** In English, since only a developer reads it. */
const NO_GROUPS =
  'tui-presence: this instance of the Chat SDK has no groups, so no members are shown (group-id, ' +
  "observeGroup). Log in without `sdk: 'chat'`, or connect() an instance with lite-chat's plugins/group.";

/** The methods of the SDK's instance that are called here; an older SDK, or one in parts, lacks some. */
type Method =
  'getUserProfile' | 'setSelfStatus' | 'getGroupMemberList' | 'getGroupOnlineMemberCount';

/**
 * What is asked of the Chat SDK's instance beside statuses: profiles, the members of groups, and the
 * logged-in user's own custom status. None of it needs the plan or the console's switch for user
 * status, so a failure says nothing about those.
 */
export class ChatRequests {
  readonly #session: () => ChatSession | undefined;
  #isWarned = false;

  constructor(session: () => ChatSession | undefined) {
    this.#session = session;
  }

  profiles(userIDs: readonly string[]): Promise<readonly Person[]> {
    return this.#call('getUserProfile', async (getUserProfile) => {
      const { data } = await getUserProfile({ userIDList: [...userIDs] });
      return personsOf(data);
    });
  }

  /** The members of a group that the logged-in user is in; of another, none. */
  groupMembers(groupID: string, from: GroupCursor = 0): Promise<GroupPage> {
    if (this.#lacksGroups) return Promise.resolve({ members: [] });
    return this.#call('getGroupMemberList', async (getGroupMemberList) => {
      const load = async () => {
        const { data } = await getGroupMemberList({ groupID, count: PAGE, offset: from });
        return { data, members: Array.isArray(data?.memberList) ? data.memberList : [] };
      };
      let { data, members } = await load();
      if (members.length === 0 && from === 0) {
        await this.#loadGroups();
        ({ data, members } = await load());
      }
      return {
        members: members.flatMap((member) => {
          const name = member?.nameCard || member?.nick;
          return usablePerson({ userID: member?.userID, name, avatar: member?.avatar }) ?? [];
        }),
        // 0 and an empty text stand for the end.
        ...(data?.offset && { next: data.offset }),
      };
    });
  }

  groupOnlineCount(groupID: string): Promise<number> {
    return this.#call('getGroupOnlineMemberCount', async (getGroupOnlineMemberCount) => {
      const count = async () => (await getGroupOnlineMemberCount(groupID)).data?.memberCount ?? 0;
      return (await count()) || this.#loadGroups().then(count);
    });
  }

  async setOwnStatus(customStatus: string): Promise<void> {
    const session = this.#session();
    try {
      await this.#call('setSelfStatus', (setSelfStatus) => setSelfStatus({ customStatus }));
    } finally {
      // A query that was made before is no answer any longer.
      session?.forgetOwnStatus();
    }
  }

  /** Whether the SDK is `lite-chat` without its group module, as `login` loads it; warns once. */
  get #lacksGroups(): boolean {
    const chat = this.#session()?.chat;
    if (!chat?.isReady() || chat.getGroupMemberList) return false;
    if (!this.#isWarned) console.warn(NO_GROUPS);
    this.#isWarned = true;
    return true;
  }

  /**
   * Of a group that the SDK does not know it answers by itself, with nothing: right after the login
   * that is every group. One that the user is in has a member at least, who is online.
   */
  async #loadGroups(): Promise<void> {
    await this.#session()?.chat.getGroupList?.();
  }

  async #call<Name extends Method, Answer>(
    name: Name,
    call: (method: NonNullable<ChatInstance[Name]>) => Promise<Answer>,
  ): Promise<Answer> {
    const chat = this.#session()?.chat;
    if (!chat?.isReady()) throw presenceError('not-logged-in');
    const method = chat[name];
    if (!method) throw presenceError('unknown', 0, `chat.${name} is missing`);
    try {
      return await call(method.bind(chat) as NonNullable<ChatInstance[Name]>);
    } catch (thrown) {
      throw toPresenceError(thrown);
    }
  }
}
