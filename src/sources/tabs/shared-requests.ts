import type { Person } from '../../contacts/person.js';
import type { GroupCursor, GroupPage } from '../../people/group.js';
import type { RunningSource } from '../../presence-source.js';
import type { TabAnswer, TabRequest } from './tab-message.js';

/** What a page asks of the login that its tabs share, beside statuses: by itself, or through the tab that leads. */
export abstract class SharedRequests {
  profiles(userIDs: readonly string[]): Promise<readonly Person[]> {
    return this.request(
      (official) => official.profiles?.(userIDs),
      { ask: 'profiles', userIDs },
      ({ persons = [] }) => persons,
    );
  }

  groupMembers(groupID: string, from?: GroupCursor): Promise<GroupPage> {
    return this.request(
      (official) => official.groupMembers?.(groupID, from),
      { ask: 'members', groupID, ...(from !== undefined && { next: from }) },
      ({ persons = [], next }) => ({ members: persons, ...(next !== undefined && { next }) }),
    );
  }

  groupOnlineCount(groupID: string): Promise<number> {
    return this.request(
      (official) => official.groupOnlineCount?.(groupID),
      { ask: 'online-count', groupID },
      ({ count = 0 }) => count,
    );
  }

  setOwnStatus(customStatus: string): Promise<void> {
    return this.request(
      (official) => official.setOwnStatus?.(customStatus),
      { ask: 'own-status', customStatus },
      () => undefined,
    );
  }

  /**
   * Makes a request in the tab that is logged in.
   *
   * @param make makes it here; `undefined` if the official source cannot
   * @param request what another tab is asked
   * @param read reads the other tab's answer
   */
  protected abstract request<Answer>(
    make: (official: RunningSource) => Promise<Answer> | undefined,
    request: TabRequest,
    read: (answer: TabAnswer) => Answer,
  ): Promise<Answer>;
}
