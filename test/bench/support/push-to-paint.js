import { startChatServer } from '../../../demo/server/chat-server.js';

/** The pause between two pushes in ms, and up to as much again at random: out of step with frames. */
const PAUSE = 60;

/**
 * Measures the time from a push of the chat server to the painted frame. Page and server are on one
 * machine, and so on one clock.
 *
 * @param {import('./browser.js').BenchBrowser} browser
 * @param {number} pushes
 */
export async function measurePushes(browser, pushes) {
  const server = await startChatServer();
  const page = await browser.open('push-to-paint', 'push-to-paint');
  try {
    await page.call(`login(${JSON.stringify(server.url)})`);
    const userID = await page.call('draw()');
    const change = (online) => measurePush(page, server, userID, online);
    await change(false);
    const results = [];
    for (let number = 0; number < pushes; number++) results.push(await change(number % 2 === 0));
    return results;
  } finally {
    await page.close();
    await server.close();
  }
}

async function measurePush(page, server, userID, online) {
  // The page looks at every frame meanwhile.
  const shown = page.call(`shows(${online})`);
  await new Promise((resolve) => setTimeout(resolve, PAUSE * (1 + Math.random())));
  const sent = performance.timeOrigin + performance.now();
  server.world.setStatus(userID, { status: online ? 1 : 3, customStatus: '' });
  const { frames, ...times } = await shown;
  return {
    bare: times.span - sent,
    dot: times.dot - sent,
    row: times.row - sent,
    dotFrames: frames.dot - frames.span,
    rowFrames: frames.row - frames.span,
  };
}
