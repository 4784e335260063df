import { startChatServer } from '../../../demo/server/chat-server.js';

/** So long between two pushes, and as much again by chance, to keep out of step with frames, in ms. */
const PAUSE = 60;

/** A logged-in page beside a chat server, both on this machine and so on one clock. */
class Way {
  #page;
  #server;
  #userID;

  constructor(page, server, userID) {
    this.#page = page;
    this.#server = server;
    this.#userID = userID;
  }

  /** From the server's sending to the painted frame, in ms, for each push. */
  async run(pushes) {
    await this.#change(false);
    const results = [];
    for (let number = 0; number < pushes; number++) {
      results.push(await this.#change(number % 2 === 0));
    }
    return results;
  }

  async #change(online) {
    const shown = this.#page.call(`shows(${online})`);
    // The page looks at every frame meanwhile.
    await new Promise((resolve) => setTimeout(resolve, PAUSE * (1 + Math.random())));
    const sent = performance.timeOrigin + performance.now();
    this.#server.world.setStatus(this.#userID, { status: online ? 1 : 3, customStatus: '' });
    const { frames, ...times } = await shown;
    return {
      bare: times.span - sent,
      dot: times.dot - sent,
      row: times.row - sent,
      dotFrames: frames.dot - frames.span,
      rowFrames: frames.row - frames.span,
    };
  }

  async close() {
    await this.#page.close();
    await this.#server.close();
  }
}

/** @param {import('./browser.js').BenchBrowser} browser */
export async function openWay(browser) {
  const server = await startChatServer();
  const page = await browser.open('way', 'way');
  await page.call(`login(${JSON.stringify(server.url)})`);
  return new Way(page, server, await page.call('draw()'));
}
