import { login, presence } from './dist/cdn/tui-presence.js';
import { allUsersOf, conversationsOf, simulated } from './people.js';
import { makeWorld } from './server/world.js';

/** The calls that the service limits, as the wire names them. */
const commands = {
  subscribe: 'im_open_status.ws_status_subscribe',
  unsubscribe: 'im_open_status.ws_status_unsubscribe',
  query: 'im_open_status.ws_get_user_status',
};

/** What the service lets a user have in friends. */
const mostFriends = 3000;

const abilities = { some: '10000000', none: '0' };
const otherDevice = 2;

/**
 * The world of the loopback chat server: the official SDK over a real socket. Whatever goes wrong
 * goes wrong at the server.
 */
export class ServerWorld {
  /** Contacts of the page's own, where there are more than a user can have in friends. */
  book;
  #session;
  #userID;

  /** Logs in; the user before is logged out. */
  async enter(userID) {
    await this.leave();
    this.#userID = userID;
    const response = await fetch(`session?userID=${encodeURIComponent(userID)}`);
    this.#session = await login(await response.json());
    await this.#keepDrafts(userID).catch(() => {});
  }

  async leave() {
    const session = this.#session;
    this.#session = undefined;
    // After a kick no user is logged in.
    await session?.logout().catch(() => {});
  }

  /** How large and how busy the world is. */
  async describe() {
    const { world } = await this.#control();
    this.#open(world.people);
    return { contacts: Math.max(world.friends, world.people), rate: world.rate };
  }

  /** Everything in order again, from whatever another visit left behind. */
  async reset() {
    await this.#order('clear');
    await this.#order('accept');
    await this.#order('ability', { bits: abilities.some, atLogin: true });
  }

  /** Takes effect with the next `enter`. */
  async resize(contacts) {
    const friends = Math.min(contacts, mostFriends);
    const people = contacts > mostFriends ? contacts : 0;
    const conversations = Math.min(40, contacts);
    await this.#order('resize', { friends, people, conversations });
    this.#open(people);
  }

  live(rate) {
    return this.#order('life', { rate });
  }

  async delay(ms) {
    for (const command of Object.values(commands)) {
      await this.#order('clear', { command });
      if (ms > 0) await this.#order('fault', { kind: 'delay', command, ms });
    }
  }

  /** @param {'on' | 'off' | 'plan'} how */
  async serve(how) {
    for (const command of Object.values(commands)) {
      await this.#order('clear', { command });
      if (how === 'off') await this.#order('fault', { kind: 'fail', command, code: 72001 });
    }
    const bits = how === 'plan' ? abilities.none : abilities.some;
    await this.#order('ability', { bits, atLogin: true, push: true });
    // At a login it is found out at once; else with the next call, a minute from now.
    if (how === 'on') presence.retry();
    else await this.enter(this.#userID);
  }

  /** How many pages may be logged in as one user. */
  allow(count) {
    return this.#order('webInstances', { count });
  }

  drop() {
    return this.#order('drop', { userID: this.#userID });
  }

  async refuse(ms) {
    await this.#order('refuse', { ms });
    await this.drop();
  }

  kick() {
    return this.#order('kick', { userID: this.#userID, type: otherDevice });
  }

  /** Lets a user write: any who is online, or this one. */
  talk(from) {
    return this.#order('talk', { userID: this.#userID, from });
  }

  /** The user has read a conversation. */
  async read(conversationID) {
    const chat = await this.#chat();
    await chat?.setMessageRead({ conversationID }).catch(() => {});
  }

  /** @param {keyof typeof simulated} kind */
  setStatus(userID, kind) {
    return this.#order('status', { userID, ...simulated[kind] });
  }

  /** Subscriptions the service holds, and calls of the last 5 s. */
  async books() {
    const { users } = await this.#control();
    const user = users[this.#userID];
    const since = Date.now() - 5000;
    const calls = Object.entries(commands).map(([kind, command]) => [
      kind,
      (user?.calls[command]?.times ?? []).filter((time) => time > since).length,
    ]);
    return { held: user?.subscriptions.length ?? 0, ...Object.fromEntries(calls) };
  }

  /** A client keeps drafts for itself; the scripted ones are those of a world with the same numbers. */
  async #keepDrafts(userID) {
    const chat = await this.#chat();
    const { world } = await this.#control();
    for (const { conversationID, draft } of conversationsOf(makeWorld(world), userID)) {
      if (draft) await chat?.setConversationDraft({ conversationID, draftText: draft });
    }
  }

  /** The SDK of the login, in the tab that has it. */
  async #chat() {
    const { TUIChatEngine } = await import('./dist/cdn/tui-presence-engine.js');
    return TUIChatEngine.chat?.isReady() ? TUIChatEngine.chat : undefined;
  }

  #open(people) {
    const world = people > 0 && makeWorld({ people, friends: 0, conversations: 0 });
    this.book = world ? allUsersOf(world).slice(0, people) : undefined;
  }

  async #control(init) {
    const response = await fetch('control', init);
    const answer = await response.json();
    if (!response.ok) throw new Error(answer.error);
    return answer;
  }

  #order(action, details) {
    return this.#control({
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ action, ...details }),
      // The last order of a page that is left.
      keepalive: true,
    });
  }
}
