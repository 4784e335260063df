import type { Contact } from '../../src/contacts/contact.js';
import { Directory } from '../../src/directory.js';
import type { Group, GroupCursor, GroupPage } from '../../src/people/group.js';
import { FakeEnvironment } from './fake-environment.js';

/** A directory over a service with one group. */
export class GroupDrive {
  readonly environment = new FakeEnvironment();
  readonly directory = new Directory(this.environment);
  readonly notified: Group[] = [];
  readonly pages: [groupID: string, from: GroupCursor | undefined][] = [];
  counts = 0;
  online = 7;
  failure: Error | undefined;
  members: Contact[];

  readonly requests = {
    groupMembers: (groupID: string, from?: GroupCursor): Promise<GroupPage> => {
      this.pages.push([groupID, from]);
      if (this.failure) return Promise.reject(this.failure);
      const begin = Number(from ?? 0);
      const next = begin + 100;
      const members = this.members.slice(begin, next);
      return Promise.resolve({ members, ...(next < this.members.length && { next }) });
    },
    groupOnlineCount: (): Promise<number> => {
      this.counts += 1;
      return this.failure ? Promise.reject(this.failure) : Promise.resolve(this.online);
    },
  };

  constructor(count = 600) {
    this.members = Array.from({ length: count }, (_, index) => member(index));
    this.directory.setRequests(this.requests);
  }

  observe(groupID: string | number = 'g1'): () => void {
    return this.directory.observeGroup(groupID as string, (group) => this.notified.push(group));
  }

  get group(): Group | undefined {
    return this.directory.groupOf('g1');
  }
}

export const member = (index: number): Contact => ({ userID: `u${index}`, name: `Name ${index}` });
