import assert from 'node:assert/strict';
import { AppServer, freePort } from './app-server.js';

/** The contacts that the servers of the hosts know by themselves. */
const COLLEAGUES = ['bob', 'carol'];

/** What the SDK and the engine say by themselves when a user has logged in. */
const SDK = /^%c Chat %c|^UserStatusHandler/;

const LISTS = ['contacts', 'team', 'colleagues', 'conversations'];

/** A page that an app renders on a server of its own, and what that server has sent at first. */
export class SentPage {
  server;
  /** The HTML and the header that names scripts to load with it. */
  page;
  #app;

  /** @param {import('./host-app.js').HostApp} app built */
  constructor(app) {
    this.#app = app;
  }

  /** The server sends the elements as tags, among what else it has rendered. */
  async isRendered() {
    const variables = { HOST: '127.0.0.1', PORT: String(await freePort()) };
    const command = ['npm', 'run', '--silent', 'start'];
    this.server = await AppServer.start(this.#app, command, /(http:\/\/\S+)/, variables);
    const response = await fetch(this.server.url);
    this.page = `${await response.text()}\n${response.headers.get('link') ?? ''}`;
    for (const id of LISTS) {
      assert.match(this.page, new RegExp(`<tui-(contact|conversation)-list\\b[^>]* id="${id}"`));
    }
    for (const userID of COLLEAGUES) {
      assert.match(this.page, new RegExp(`<tui-online-dot\\b[^>]* user-id="${userID}"`));
    }
    assert.match(this.page, /No contact selected\./);
  }

  /** The browser goes on with what was sent, and shows the contacts that came with it. */
  async isHydrated(host) {
    for (const userID of COLLEAGUES) {
      await host.rowOf(userID, '#colleagues').waitFor();
      await host.dotOf(userID, '#on-duty').waitFor();
    }
    const [count, kept] = await host.page.evaluate(() => {
      const { sent } = globalThis;
      return [sent.length, sent.filter(({ isConnected }) => isConnected).length];
    });
    assert.equal(count, LISTS.length + COLLEAGUES.length);
    assert.equal(kept, count);
  }

  /** Neither the server nor the browser has found anything amiss. */
  saysNothing(host) {
    assert.equal(this.server.errors, '');
    assert.deepEqual(
      host.warnings.filter((text) => !SDK.test(text)),
      [],
    );
  }

  async close() {
    await this.server?.stop();
  }
}
