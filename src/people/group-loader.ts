import { usablePerson } from '../contacts/person.js';
import type { Person } from '../contacts/person.js';
import type { Environment } from '../environment.js';
import type { GroupCursor, GroupRequests } from './group.js';
import { retryDelay } from '../retry-delay.js';

/** Between two pages, in ms: a large group leaves the connection to others. */
const PAGE_GAP = 50;
/** Members beyond these are not loaded: a longer list is of no use to its reader. */
const MEMBERS = 10_000;
/** The members are loaded again after this time, in ms: names change without notice. */
const REFRESH = 600_000;
/** Who comes and goes is collected for this long, in ms: an invitation brings several. */
const COLLECT = 1_000;
/** The members of a group in which many come and go are loaded at most this often, in ms. */
const RELOAD_INTERVAL = 5_000;
/** The service counts once a minute; a little more, so that no count is an old one. In ms. */
const COUNT_INTERVAL = 61_000;

export interface GroupLoaderOptions {
  readonly groupID: string;
  readonly environment: Environment;
  readonly onChange: () => void;
}

/** Loads the members of one group, page by page, and the count of who is online, while it runs. */
export class GroupLoader {
  readonly #options: GroupLoaderOptions;
  #requests: GroupRequests | undefined;
  #isRunning = false;
  #members: readonly Person[] = [];
  #isComplete = false;
  #onlineCount: number | undefined;
  /** The members as far as the load under way has got. */
  #loading = new Map<string, Person>();
  /** Whether members of an earlier load stay until that one has ended. */
  #isReload = false;
  #next: GroupCursor | undefined;
  #loadedAt = -Infinity;
  /** When the first user has come or left since the last load began. */
  #outdatedAt: number | undefined;
  #countedAt = -Infinity;
  #failures = 0;
  #retryAt = 0;
  /** Counts up when requests under way have become void. */
  #generation = 0;
  #cancelPage: (() => void) | undefined;
  #cancelCount: (() => void) | undefined;

  constructor(options: GroupLoaderOptions) {
    this.#options = options;
  }

  get members(): readonly Person[] {
    return this.#members;
  }

  get isComplete(): boolean {
    return this.#isComplete;
  }

  get onlineCount(): number | undefined {
    return this.#onlineCount;
  }

  /** Requests can be made from now on, or (`undefined`) not for now. */
  setRequests(requests: GroupRequests | undefined): void {
    // No event says who came or left while there was no connection.
    const hasBegun = this.#loadedAt > -Infinity || this.#next !== undefined;
    if (requests && !this.#requests && hasBegun) this.#outdatedAt ??= this.#now;
    this.#requests = requests;
    this.#retryAt = 0;
    this.#update();
  }

  /** Whether someone observes the group. */
  run(isRunning: boolean): void {
    this.#isRunning = isRunning;
    this.#update();
  }

  /** Someone has come or left, or has another name: the members are loaded again. */
  outdate(): void {
    if (this.#outdatedAt !== undefined) return;
    this.#outdatedAt = this.#now;
    // Without a timer a page is on its way, and the next one is planned then.
    if (!this.#cancelPage) return;
    this.#cancelPage();
    this.#pageIn(this.#untilMembers());
  }

  /** The page is visible again: a count that was put off is due. */
  wake(): void {
    this.#planCount();
  }

  get #now(): number {
    return this.#options.environment.elapsed();
  }

  #update(): void {
    this.#generation += 1;
    this.#cancelPage?.();
    this.#cancelPage = undefined;
    if (this.#isRunning && this.#requests?.groupMembers) this.#pageIn(this.#untilMembers());
    this.#planCount();
  }

  /** How long until the next page, in ms; a load that was interrupted goes on. */
  #untilMembers(): number {
    const refreshAt = this.#next === undefined ? this.#refreshAt : 0;
    return Math.max(0, refreshAt - this.#now, this.#retryAt - this.#now);
  }

  get #refreshAt(): number {
    if (this.#outdatedAt === undefined) return this.#loadedAt + REFRESH;
    return Math.max(this.#outdatedAt + COLLECT, this.#loadedAt + RELOAD_INTERVAL);
  }

  #pageIn(ms: number): void {
    this.#cancelPage = this.#options.environment.setTimer(() => {
      this.#cancelPage = undefined;
      void this.#loadPage();
    }, ms);
  }

  #planCount(): void {
    this.#cancelCount?.();
    if (!this.#isRunning || !this.#requests?.groupOnlineCount) return;
    const ms = Math.max(0, this.#countedAt + COUNT_INTERVAL - this.#now);
    this.#cancelCount = this.#options.environment.setTimer(() => void this.#count(), ms);
  }

  async #loadPage(): Promise<void> {
    const { groupID, environment } = this.#options;
    const generation = this.#generation;
    const outdatedAt = this.#outdatedAt;
    // Who comes or goes from now on may be missing in the response.
    if (this.#next === undefined) this.#outdatedAt = undefined;
    try {
      const page = await this.#requests!.groupMembers!(groupID, this.#next);
      if (generation !== this.#generation) {
        if (outdatedAt !== undefined) this.outdate();
        return;
      }
      this.#failures = 0;
      this.#add(page.members, page.next);
      this.#pageIn(this.#next === undefined ? this.#untilMembers() : PAGE_GAP);
      this.#options.onChange();
    } catch {
      if (outdatedAt !== undefined) this.outdate();
      if (generation !== this.#generation) return;
      const wait = retryDelay(this.#failures++, environment.random());
      this.#retryAt = this.#now + wait;
      this.#pageIn(wait);
    }
  }

  #add(members: readonly unknown[], next: GroupCursor | undefined): void {
    if (this.#next === undefined) {
      this.#loading.clear();
      this.#isReload = this.#members.length > 0;
    }
    const before = this.#loading.size;
    for (const each of Array.isArray(members) ? members : []) {
      const person = usablePerson(each);
      if (person) this.#loading.set(person.userID, person);
    }
    // A page without anyone new is the last, whatever it says.
    const isLast = next === undefined || this.#loading.size === before;
    this.#next = isLast || this.#loading.size >= MEMBERS ? undefined : next;
    if (this.#next === undefined) this.#loadedAt = this.#now;
    if (this.#isReload && this.#next !== undefined) return;
    this.#members = [...this.#loading.values()];
    this.#isComplete = isLast;
  }

  async #count(): Promise<void> {
    const { groupID, environment } = this.#options;
    // Put off until the page is visible.
    if (!environment.isVisible()) return;
    this.#countedAt = this.#now;
    this.#planCount();
    try {
      const count: unknown = await this.#requests!.groupOnlineCount!(groupID);
      if (typeof count !== 'number' || count === this.#onlineCount) return;
      this.#onlineCount = count;
      this.#options.onChange();
    } catch {
      // The service counts again in a minute; the count before stays.
    }
  }
}
