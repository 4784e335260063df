import { MemorySource, presence } from './dist/cdn/tui-presence.js';
import { contactsOf, conversationsOf, groupsOf, simulated } from './people.js';
import { makeWorld, startLife, talkOn } from './server/world.js';

const statuses = ['unknown', 'online', 'offline', 'not-logged-in'];
const failures = { off: 'feature-disabled', plan: 'plan-unsupported' };

/** The same world without a server: a source driven by hand, for a page that any host can serve. */
export class MemoryWorld {
  /** No address book of the page's own: the source has friends in any number. */
  book = undefined;
  #world = makeWorld();
  #rate = 2;
  #ms = 0;
  #calls = { subscribe: [], unsubscribe: [], query: [] };
  /** Of the connection that stands: another one begins with none. */
  #held = new Set();
  #source;
  #userID;
  #disconnect;
  #stopLife;
  #stopWorld;

  enter(userID) {
    this.leave();
    this.#userID = userID;
    this.#source = new MemorySource({
      userID,
      contacts: contactsOf(this.#world, userID),
      conversations: conversationsOf(this.#world, userID),
      groups: groupsOf(this.#world, userID),
      displayOnlineStatus: true,
      persons: [{ userID, name: userID[0].toUpperCase() + userID.slice(1) }],
    });
    this.#world.setStatus(userID, { status: 1 });
    for (const user of this.#world.users.keys()) this.#tell(user);
    this.#stopWorld = this.#world.onChange((change) => {
      if (change.kind === 'status') this.#tell(change.userID);
      else if (change.kind === 'message') this.#showConversations();
    });
    this.#disconnect = presence.use((sink) => this.#listen(this.#source.source(sink)));
    this.live(this.#rate);
  }

  leave() {
    this.#stopLife?.();
    this.#stopWorld?.();
    this.#disconnect?.();
    this.#held = new Set();
  }

  describe() {
    return { contacts: this.#world.sizes.friends, rate: this.#rate };
  }

  reset() {}

  /** Takes effect with the next `enter`. */
  resize(contacts) {
    this.#world.resize({ friends: contacts, conversations: Math.min(40, contacts) });
  }

  live(rate) {
    this.#rate = rate;
    this.#stopLife?.();
    this.#stopLife = startLife(this.#world, { rate, watched: () => [...this.#held] });
  }

  delay(ms) {
    this.#ms = ms;
  }

  serve(how) {
    this.#held = new Set();
    this.#source.fail(failures[how]);
    if (how === 'on') presence.retry();
  }

  /** Without a service there is no login to share. */
  allow() {}

  drop() {
    this.refuse(300);
  }

  refuse(ms) {
    const source = this.#source;
    source.drop();
    this.#held = new Set();
    setTimeout(() => source.restore(), ms);
  }

  kick() {
    this.leave();
    // A source without a logged-in user, which says why.
    this.#source = new MemorySource({ userID: '' });
    this.#disconnect = this.#source.connect();
    this.#source.fail('kicked-offline');
  }

  /** Lets a user write: any who is online, or this one. */
  talk(from) {
    talkOn(this.#world, this.#userID, { time: Math.floor(Date.now() / 1000), from });
  }

  /** The user has read a conversation. */
  read(conversationID) {
    const { conversations } = this.#world.account(this.#userID);
    const read = conversations.find(({ id }) => conversationID.endsWith(id));
    Object.assign(read ?? {}, { unread: 0, mention: undefined });
    this.#showConversations();
  }

  /** @param {keyof typeof simulated} kind */
  setStatus(userID, kind) {
    this.#world.setStatus(userID, simulated[kind]);
  }

  books() {
    const since = Date.now() - 5000;
    const calls = Object.entries(this.#calls).map(([kind, times]) => {
      while (times[0] <= since) times.shift();
      return [kind, times.length];
    });
    return { held: this.#held.size, ...Object.fromEntries(calls) };
  }

  #showConversations() {
    this.#source.setConversations(conversationsOf(this.#world, this.#userID));
  }

  #tell(userID) {
    const { status, customStatus } = this.#world.statusOf(userID);
    this.#source.setStatus(userID, statuses[status], customStatus);
  }

  /** Keeps the books of a running source, and lets it take its time. */
  #listen(running) {
    const call = (kind) => async (userIDs) => {
      const held = this.#held;
      this.#calls[kind].push(Date.now());
      if (this.#ms > 0) await new Promise((resolve) => setTimeout(resolve, this.#ms));
      const answer = await running[kind](userIDs);
      for (const userID of userIDs) {
        if (kind === 'subscribe') held.add(userID);
        if (kind === 'unsubscribe') held.delete(userID);
      }
      return answer;
    };
    return {
      ...running,
      switchUserStatus: (on) => {
        if (!on) this.#held = new Set();
        running.switchUserStatus(on);
      },
      subscribe: call('subscribe'),
      unsubscribe: call('unsubscribe'),
      query: call('query'),
    };
  }
}
