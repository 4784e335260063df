import { PresenceError } from '../../presence-error.js';
import type { RunningSource } from '../../presence-source.js';
import type { TabAnswer, TabRequest } from './tab-message.js';

/** What the tab that leads makes the requests of the others with. */
export interface RequestMaker {
  readonly source: Required<Pick<RunningSource, 'profiles' | 'groupMembers' | 'groupOnlineCount'>>;
  /** The controller's, so that the tab that leads shows the own words too. */
  readonly setOwnStatus: (customStatus: string) => Promise<void>;
}

/** Makes the request of a tab that follows; never rejects. */
export async function answerRequest(maker: RequestMaker, request: TabRequest): Promise<TabAnswer> {
  try {
    return await makeRequest(maker, request);
  } catch (thrown) {
    const { reason, code, message } =
      thrown instanceof PresenceError ? thrown : new PresenceError('unknown', 0, String(thrown));
    return { reason, code, message };
  }
}

async function makeRequest(maker: RequestMaker, request: TabRequest): Promise<TabAnswer> {
  const { source, setOwnStatus } = maker;
  switch (request.ask) {
    case 'profiles':
      return { persons: await source.profiles(request.userIDs) };
    case 'members': {
      const { members, next } = await source.groupMembers(request.groupID, request.next);
      return { persons: members, ...(next !== undefined && { next }) };
    }
    case 'online-count':
      return { count: await source.groupOnlineCount(request.groupID) };
    case 'own-status':
      await setOwnStatus(request.customStatus);
      return {};
  }
}
