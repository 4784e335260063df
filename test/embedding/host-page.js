import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { startChatServer } from '../../demo/server/chat-server.js';
import { pathOf, sendFile } from '../../demo/server/static-files.js';
import { makeWorld } from '../../demo/server/world.js';
import { knownWords } from '../../dist/src/known-words.js';

const ME = 'alice';
const FRIENDS = 60;
const CONVERSATIONS = 12;
const ONLINE = 1;
const NOT_LOGGED_IN = 3;

/** The service's numbers in the elements' words. */
const STATUSES = ['unknown', 'online', 'offline', 'not-logged-in'];

/** A host's page in a browser, on a chat server of its own. */
export class HostPage {
  page;
  server;
  /** Everything that went wrong aloud, and every word of ours. */
  errors = [];
  warnings = [];

  constructor(page, server) {
    this.page = page;
    this.server = server;
    page.setDefaultTimeout(15_000);
    page.on('pageerror', (error) => this.errors.push(String(error)));
    page.on('console', (message) => {
      const text = message.text();
      if (message.type() === 'error' || text.includes('tui-presence')) this.errors.push(text);
      else if (message.type() === 'warning') this.warnings.push(text);
    });
  }

  /**
   * Opens a page that is served by the chat server's own port.
   *
   * @param {import('playwright-core').Browser} browser
   * @param {(path: string) => string} rootOf the folder that holds a path
   */
  static async open(browser, rootOf) {
    const http = createServer((request, response) => {
      const path = pathOf(request);
      void sendFile(rootOf(path), path, request, response);
    });
    await new Promise((resolve) => http.listen(0, '127.0.0.1', resolve));
    const server = await startChatServer({ http, world: makeHostWorld() });
    return HostPage.#load(browser, server, server.url.replace('ws:', 'http:'));
  }

  /**
   * Opens a page that the app's own server sends.
   *
   * @param {import('playwright-core').Browser} browser
   * @param {string} url
   */
  static async openAt(browser, url) {
    return HostPage.#load(browser, await startChatServer({ world: makeHostWorld() }), url);
  }

  static async #load(browser, server, url) {
    const page = await browser.newPage({ viewport: { width: 1200, height: 900 } });
    await page.addInitScript(rememberWhatWasSent);
    const opened = new HostPage(page, server);
    await page.goto(`${url}/?server=${encodeURIComponent(server.url)}`);
    return opened;
  }

  get friends() {
    return [...this.server.world.account(ME).friends.keys()];
  }

  truthOf(userID) {
    const { status, customStatus } = this.server.world.statusOf(userID);
    return (status === ONLINE && knownWords(customStatus)?.status) || STATUSES[status];
  }

  /** Whether the service says so, whatever the user's own words are. */
  isOnline(userID) {
    return this.server.world.statusOf(userID).status === ONLINE;
  }

  /** The user and the status of each visible row; a group has neither. */
  rows(list) {
    const rows = this.page.locator(`${list} [role=option]:visible`);
    return rows.evaluateAll((all) =>
      all.map((row) => [row.getAttribute('data-user-id'), row.getAttribute('data-status')]),
    );
  }

  /** The app's own dot of a user, once it shows the status that the server has. */
  dotOf(userID, parent = '#selected') {
    const status = this.truthOf(userID);
    return this.page.locator(`${parent} [user-id="${userID}"][status="${status}"]`);
  }

  /** The row of a user, once it shows the status that the server has. */
  rowOf(userID, list) {
    const status = this.truthOf(userID);
    return this.page.locator(`${list} [data-user-id="${userID}"][data-status="${status}"]`);
  }

  /** Every friend is known, and every visible row shows it. */
  async showsTheTruth() {
    const truth = this.friends.map((userID) => [userID, this.truthOf(userID)]);
    await this.page.waitForFunction((expected) => {
      const presence = globalThis[Symbol.for('tui-presence/1')];
      return expected.every(([userID, status]) => presence?.presenceOf(userID).status === status);
    }, truth);
    await this.page.locator('#contacts [role=option][data-status]').nth(3).waitFor();
    await this.page.evaluate(() => new Promise(globalThis.requestAnimationFrame));
    const rows = await this.rows('#contacts');
    assert.ok(rows.length >= 4, `there are only ${rows.length} rows`);
    assert.deepEqual(
      rows,
      rows.map(([userID]) => [userID, this.truthOf(userID)]),
    );
  }

  /** By itself an engine asks for conversation partners only: of the rest it knows through us. */
  async sharesTheEngine() {
    const { conversations } = this.server.world.account(ME);
    const partners = conversations.filter(({ type }) => type === 1).map(({ id }) => id);
    const known = new Set([...this.friends, ...partners]);
    const online = [...known].filter((userID) => this.isOnline(userID)).length;
    assert.ok(online > CONVERSATIONS, `only ${online} are online`);
    await this.page.waitForFunction(
      (text) => globalThis.document.querySelector('#online').textContent === text,
      `${online} online`,
    );
  }

  /** An event tells the app, whose properties then reach the dot and the list. */
  async tellsWhoIsSelected() {
    await this.page.locator('#contacts [role=option]:visible').nth(2).click();
    const row = this.page.locator('#contacts [role=option][aria-selected=true]');
    const userID = await row.getAttribute('data-user-id');
    await this.dotOf(userID).waitFor();
    return userID;
  }

  /** In the row, which stays in its place under the pointer, and in the app's own dot. */
  async turnsDots(userID) {
    const status = this.isOnline(userID) ? NOT_LOGGED_IN : ONLINE;
    this.server.world.setStatus(userID, { status });
    await this.dotOf(userID).waitFor();
    await this.rowOf(userID, '#contacts').waitFor();
    await this.showsTheTruth();
  }

  /** A property takes what no attribute could. */
  async takesContacts(userID) {
    assert.deepEqual(await this.rows('#team'), []);
    await this.page.locator('#selected button').click();
    await this.rowOf(userID, '#team').waitFor();
    assert.deepEqual(await this.rows('#team'), [[userID, this.truthOf(userID)]]);
  }

  /** A dot beside a person, none beside a group. */
  async showsConversations() {
    const rows = (await this.rows('#conversations')).filter(([, status]) => status !== null);
    assert.ok(rows.length > 0, 'there is no dot');
    assert.deepEqual(
      rows,
      rows.map(([userID]) => [userID, this.truthOf(userID)]),
    );
    const row = this.page.locator('#conversations [role=option]').first();
    const name = await row.locator('.name').textContent();
    await row.click();
    await this.page.locator('#open').getByText(name, { exact: true }).waitFor();
  }

  async close() {
    await this.page.close();
    await this.server.close();
  }
}

const makeHostWorld = () => makeWorld({ friends: FRIENDS, conversations: CONVERSATIONS });

/** Runs in the page: keeps the elements that came with it, before a script can replace them. */
function rememberWhatWasSent() {
  const { document } = globalThis;
  const remember = () => {
    globalThis.sent = [
      ...document.querySelectorAll('tui-online-dot, tui-contact-list, tui-conversation-list'),
    ];
  };
  document.addEventListener('readystatechange', remember, { once: true });
}
