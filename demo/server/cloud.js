import { answer, badRequest, senderOf } from './answer.js';
import { Connection } from './connection.js';
import { Faults } from './faults.js';
import { Ledger } from './ledger.js';
import { pushFor } from './pushes.js';
import { Sessions } from './sessions.js';
import { Subscriptions } from './subscriptions.js';
import { abilityPush, kickPush, kickTypes, parseFrame } from './wire.js';
import { makeWorld, startLife } from './world.js';

/**
 * @typedef {import('./wire.js').Frame} Frame
 *
 * @typedef {object} CloudOptions
 * @property {import('./world.js').World} [world]
 * @property {{ friends: number, conversations: number }} [pages] how many come in one reply
 * @property {{ subscribe: number, query: number, held: number }} [limits] the cloud's: users in one
 *   call of each kind, and subscriptions in all
 * @property {number} [webInstances] how many pages may be logged in as one user, 1 to 10; a login more
 *   ends the oldest
 * @property {boolean} [keepSubscriptions] whether a client that reconnects finds them again; what
 *   the real cloud does is not known
 * @property {Record<string, string>} [cloudConfig] what the cloud sets for all clients
 * @property {() => number} [now] epoch ms
 */

/** Bit 7, "online status", is on. */
const allAbilities = '10000000';

/**
 * As much of Tencent Cloud Chat as presence needs, and levers to make it go wrong. It knows nothing
 * of how its clients reach it.
 */
export class Cloud {
  /** What the plan allows, and where a client learns of it. */
  ability = { bits: allAbilities, atLogin: true, onFetch: true };
  faults = new Faults();
  refusing = false;
  /** How many statuses change per second. */
  rate = 0;
  ledger;
  sessions;
  world;
  pages;
  limits;
  cloudConfig;
  now;
  #webInstances = 1;
  #stopWorld;
  #stopLife = () => {};
  /** @type {NodeJS.Timeout | undefined} */
  #refusal;

  /** @param {CloudOptions} [options] */
  constructor({
    world = makeWorld(),
    pages = { friends: 100, conversations: 100 },
    limits = { subscribe: 100, query: 500, held: 200 },
    webInstances = 1,
    keepSubscriptions = false,
    cloudConfig = {},
    now = Date.now,
  } = {}) {
    this.world = world;
    this.pages = pages;
    this.limits = limits;
    this.cloudConfig = cloudConfig;
    this.now = now;
    this.webInstances = webInstances;
    this.ledger = new Ledger(now);
    this.sessions = new Sessions(world, this.ledger, keepSubscriptions);
    this.#stopWorld = world.onChange((change) => {
      for (const connection of this.sessions.connections()) {
        const frame = pushFor(change, connection, world);
        if (frame) this.#send(connection, frame);
      }
    });
  }

  /**
   * Whose changes a user is sent now, oldest first, over all pages of that user.
   *
   * @param {string} userID
   */
  subscriptionsOf(userID) {
    return this.sessions.connections(userID).flatMap(({ subscriptions }) => subscriptions.userIDs);
  }

  /**
   * Sends any frame to every page of a user.
   *
   * @param {string} userID
   * @param {Frame} frame
   */
  push(userID, frame) {
    for (const connection of this.sessions.connections(userID)) this.#send(connection, frame);
  }

  /**
   * @param {string} userID
   * @param {number} kickType one of `kickTypes`
   */
  kick(userID, kickType) {
    for (const connection of this.sessions.connections(userID)) {
      this.#send(connection, kickPush(kickType, connection.instanceID));
    }
  }

  /** How many pages may be logged in as one user. The plan decides: one, or up to ten. */
  get webInstances() {
    return this.#webInstances;
  }

  set webInstances(count) {
    this.#webInstances = Math.min(10, Math.max(1, Math.floor(count) || 1));
  }

  /**
   * A user has logged in: ends the oldest logins that are too many.
   *
   * @param {string} userID
   */
  limitInstances(userID) {
    for (const connection of this.sessions.surplus(userID, this.#webInstances)) {
      this.#send(connection, kickPush(kickTypes.multipleAccount, connection.instanceID));
      this.sessions.logOut(connection);
    }
  }

  /**
   * Changes the plan while clients are logged in, and tells them.
   *
   * @param {string} bits
   */
  pushAbility(bits = allAbilities) {
    Object.assign(this.ability, { bits, onFetch: true });
    for (const connection of this.sessions.connections()) {
      this.#send(connection, abilityPush(bits));
    }
  }

  /**
   * Loses subscriptions as the cloud does: without a word.
   *
   * @param {string} userID
   * @param {readonly string[]} [userIDs] all when left out
   */
  evict(userID, userIDs) {
    for (const { subscriptions } of this.sessions.connections(userID)) {
      subscriptions.remove(userIDs ?? subscriptions.userIDs);
    }
  }

  /**
   * Cuts the line of one user, or of all users. They may come back at once.
   *
   * @param {string} [userID]
   */
  drop(userID) {
    for (const connection of this.sessions.connections(userID)) connection.drop();
  }

  /**
   * Refuses all connections.
   *
   * @param {boolean | number} refusing true until the next call, or for so many milliseconds
   */
  refuse(refusing) {
    clearTimeout(this.#refusal);
    this.refusing = refusing !== false;
    if (typeof refusing === 'number') {
      this.#refusal = setTimeout(() => this.refuse(false), refusing);
    }
  }

  /** What a restarted server has lost: every connection and every subscription. */
  restart() {
    this.sessions.forget();
    this.drop();
  }

  /**
   * Lets people come and go.
   *
   * @param {number} rate how many statuses change per second; 0 for a world that stands still
   */
  live(rate) {
    this.#stopLife();
    this.rate = rate;
    const watched = () =>
      this.sessions.connections().flatMap(({ subscriptions }) => subscriptions.userIDs);
    this.#stopLife = startLife(this.world, { rate, watched });
  }

  /**
   * Other people in other numbers; see {@link World.resize}.
   *
   * @param {Parameters<import('./world.js').World['resize']>[0]} sizes
   */
  resize(sizes) {
    this.world.resize(sizes);
    this.live(this.rate);
  }

  /**
   * Whether a client may come in by this address.
   *
   * @param {string} path
   */
  takes(path) {
    return !this.refusing && (path === '/binfo' || path === '/info');
  }

  /**
   * Lets a client in; what it sends goes to the `receive` of the answer.
   *
   * @param {import('./connection.js').Socket} socket
   * @param {string} path that it came by
   */
  open(socket, path) {
    const subscriptions = new Subscriptions(this.limits.held);
    const connection = new Connection(socket, path === '/binfo', subscriptions);
    this.sessions.open(connection);
    return {
      /** @param {string} text */
      receive: (text) => this.#receive(connection, text),
      close: () => this.sessions.close(connection),
    };
  }

  /** Closes all connections, for good. */
  stop() {
    clearTimeout(this.#refusal);
    this.#stopLife();
    this.#stopWorld();
    this.faults.close();
    this.drop();
  }

  /**
   * @param {Connection} connection
   * @param {string} text
   */
  #receive(connection, text) {
    const { head, frame } = parseFrame(text);
    const { servcmd, seq } = head;
    if (!frame) return this.#send(connection, { head, body: badRequest });
    this.ledger.log('in', senderOf(head, connection), frame);
    const body = answer(frame, connection, this);
    this.faults.deliver(servcmd, () => this.#send(connection, { head: { servcmd, seq }, body }));
  }

  /**
   * @param {Connection} connection
   * @param {Frame} frame
   */
  #send(connection, frame) {
    this.ledger.log('out', connection.userID, frame);
    connection.send(frame);
  }
}
