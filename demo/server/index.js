import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { startChatServer } from './chat-server.js';
import { control, stateOf } from './control.js';
import { isFromLoopback } from './loopback.js';
import { pathOf, sendFile } from './static-files.js';
import { makeWorld } from './world.js';

export { startChatServer } from './chat-server.js';
export { serveStatic } from './static-files.js';

const project = fileURLToPath(new URL('../../', import.meta.url));
const firstPort = 8000;
const lastPort = 8099;
/** Of a message to `/control`, in characters. */
const longestMessage = 1_000_000;

/**
 * @typedef {object} DemoServer
 * @property {string} url of the demo's page
 * @property {import('./chat-server.js').ChatServer} chat
 * @property {() => Promise<void>} close
 */

/**
 * The demo in one process on the loopback: pages, `/control`, `/session`, and the chat server on
 * the same port.
 *
 * @param {object} [options]
 * @param {number} [options.port] 0 for any free one
 * @param {number} [options.rate] how many statuses change per second; 0 for a world that stands still
 * @param {string} [options.root] the project's folder, which holds `demo/` and `dist/`
 * @param {import('./world.js').World} [options.world]
 * @param {Omit<import('./chat-server.js').ChatServerOptions, 'world' | 'http' | 'port'>} [options.chat]
 * @returns {Promise<DemoServer>}
 */
export async function startDemoServer({
  port = 0,
  rate = 0,
  root = project,
  world = makeWorld(),
  chat: chatOptions = {},
} = {}) {
  const http = createServer((request, response) => {
    void route(request, response).catch(() => response.destroy());
  });
  await new Promise((resolve, reject) => {
    http.once('error', reject);
    http.listen(port, '127.0.0.1', () => resolve(undefined));
  });
  const chat = await startChatServer({ ...chatOptions, world, http });
  chat.live(rate);

  /**
   * @param {import('node:http').IncomingMessage} request
   * @param {import('node:http').ServerResponse} response
   */
  async function route(request, response) {
    if (!isFromLoopback(request)) {
      return sendJSON(response, 403, { error: 'Only pages of this machine are served.' });
    }
    const path = pathOf(request);
    if (path === '/control') return answerControl(chat, request, response);
    if (path === '/session') return sendJSON(response, 200, sessionFor(request, chat));
    if (path.startsWith('/dist/')) return sendFile(root, path, request, response);
    return sendFile(`${root}/demo`, path, request, response);
  }

  return {
    url: chat.url.replace('ws:', 'http:'),
    chat,
    close: () => chat.close(),
  };
}

/**
 * What a page needs to log in to the loopback world: any userID is let in.
 *
 * @param {import('node:http').IncomingMessage} request
 * @param {import('./chat-server.js').ChatServer} chat
 */
function sessionFor(request, chat) {
  const query = new URL(request.url ?? '/', 'http://loopback').searchParams;
  const userID = query.get('userID') || 'alice';
  return { SDKAppID: 1400000001, userID, userSig: 'loopback', proxyServer: chat.url };
}

/**
 * @param {import('./chat-server.js').ChatServer} chat
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 */
async function answerControl(chat, request, response) {
  if (request.method === 'GET') return sendJSON(response, 200, stateOf(chat));
  // A page from elsewhere cannot send this type without asking, and is not allowed to.
  if (
    request.method !== 'POST' ||
    !request.headers['content-type']?.startsWith('application/json')
  ) {
    return sendJSON(response, 415, { error: 'POST one JSON object as application/json.' });
  }
  try {
    let text = '';
    for await (const chunk of request) {
      text += chunk;
      if (text.length > longestMessage) throw new RangeError('The message is too long.');
    }
    control(chat, JSON.parse(text));
  } catch (error) {
    return sendJSON(response, 400, { error: error instanceof Error ? error.message : `${error}` });
  }
  return sendJSON(response, 200, stateOf(chat));
}

/**
 * @param {import('node:http').ServerResponse} response
 * @param {number} status
 * @param {unknown} value
 */
function sendJSON(response, status, value) {
  response
    .writeHead(status, {
      'content-type': 'application/json; charset=utf-8',
      'cache-control': 'no-store',
    })
    .end(JSON.stringify(value));
}

/** The first free port from 8000 on, unless one is asked for. */
async function runFromCommandLine() {
  const { values } = parseArgs({
    options: {
      port: { type: 'string' },
      friends: { type: 'string', default: '250' },
      conversations: { type: 'string', default: '40' },
      rate: { type: 'string', default: '2' },
    },
  });
  const world = makeWorld({
    friends: Number(values.friends),
    conversations: Number(values.conversations),
  });
  const wanted = values.port === undefined ? undefined : Number(values.port);
  for (let port = wanted ?? firstPort; ; port += 1) {
    try {
      const { url } = await startDemoServer({ port, world, rate: Number(values.rate) });
      console.log(`The demo runs at ${url}/`);
      return;
    } catch (error) {
      const taken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
      if (!taken || wanted !== undefined || port >= lastPort) throw error;
    }
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await runFromCommandLine();
