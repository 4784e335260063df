import { TabChannel } from './tab-channel.js';
import { PROTOCOL } from './tab-message.js';
import type { ReceivedMessage, TabMessage } from './tab-message.js';
import { holdLock } from './tab-support.js';
import type { TabSupport } from './tab-support.js';

/** What tabs have in common that may share a login. */
export interface TabScope {
  readonly SDKAppID: number;
  readonly userID: string;
  /** Another server has other users of the same names. */
  readonly proxyServer?: unknown;
}

/**
 * One tab among those of the same origin, app and user: its place on their channel, its own lock, by
 * which the others know that it is open, and its place in the queue for the lock of the one tab that
 * is logged in.
 */
export class TabMembership {
  readonly #support: TabSupport;
  readonly #id: string;
  readonly #channelName: string;
  readonly #leaderLock: string;
  readonly #tabLocks: string;
  /** The mark of the last logout in all tabs that this tab knows of. */
  #logoutMark: string | undefined;
  #channel: TabChannel | undefined;
  #leaveTab: (() => void) | undefined;
  #leaveQueue: (() => void) | undefined;

  constructor(support: TabSupport, { SDKAppID, userID, proxyServer }: TabScope) {
    const server = typeof proxyServer === 'string' ? proxyServer : '';
    const scope = `${SDKAppID}/${server}`;
    this.#support = support;
    this.#id = support.createID();
    // Tabs with another version of the messages meet on the channel, and have locks of their own.
    this.#channelName = `tui-presence/${scope}/user/${userID}`;
    this.#leaderLock = `tui-presence/${PROTOCOL}/${scope}/user/${userID}`;
    this.#tabLocks = `tui-presence/${PROTOCOL}/${scope}/tab/`;
    this.#logoutMark = this.#readLogoutMark();
  }

  /**
   * Whether the user has logged out in all tabs since this one has logged in: a page that the browser
   * had stopped has not received the message.
   */
  get isLoggedOut(): boolean {
    return this.#readLogoutMark() !== this.#logoutMark;
  }

  /** Ends the sessions of all tabs, also of those that the browser has stopped. */
  logOutEverywhere(): void {
    this.post({ type: 'logout' });
    // Where storage is denied, the tabs that run have the message.
    this.#logoutMark = this.#support.createID();
    this.#support.storage.set(this.#logoutKey, this.#logoutMark);
  }

  /** The channel; `undefined` while this tab is no member. */
  get channel(): TabChannel | undefined {
    return this.#channel;
  }

  /** Joins the others; `onOpen` is called once they can know that this tab is open. */
  join(onMessage: (message: ReceivedMessage) => void, onOpen: () => void): TabChannel {
    this.#channel = new TabChannel(this.#support, this.#channelName, this.#id, onMessage);
    this.#leaveTab = holdLock(this.#support.locks, this.#tabLocks + this.#id, onOpen);
    return this.#channel;
  }

  /** Leaves the others, at the end or for as long as the browser stops the page. */
  leave(): void {
    this.leaveQueue();
    this.#channel?.close();
    this.#channel = undefined;
    this.#leaveTab?.();
    this.#leaveTab = undefined;
  }

  post(message: TabMessage): void {
    this.#channel?.post(message);
  }

  /** Waits until this tab is the one that logs in; it is until `leaveQueue`. */
  queue(onGranted: () => void): void {
    this.#leaveQueue ??= holdLock(this.#support.locks, this.#leaderLock, onGranted);
  }

  leaveQueue(): void {
    this.#leaveQueue?.();
    this.#leaveQueue = undefined;
  }

  /** Takes the lock, or the place in the queue, out of this; returns how to give it up. */
  detachQueue(): () => void {
    const leave = this.#leaveQueue;
    this.#leaveQueue = undefined;
    return () => leave?.();
  }

  /** Whether another tab waits to log in. */
  async isOtherWaiting(): Promise<boolean> {
    const { pending = [] } = await this.#support.locks.query();
    return pending.some(({ name }) => name === this.#leaderLock);
  }

  get #logoutKey(): string {
    return `${this.#channelName}/logout`;
  }

  #readLogoutMark(): string | undefined {
    return this.#support.storage.get(this.#logoutKey);
  }

  /** Calls back once another tab is closed or no member any longer; returns the end of the wait. */
  whenGone(tab: string, onGone: () => void): () => void {
    return holdLock(this.#support.locks, this.#tabLocks + tab, onGone);
  }
}
