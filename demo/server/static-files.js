import { createReadStream } from 'node:fs';
import { realpath, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, sep } from 'node:path';

/** @typedef {import('node:http').IncomingMessage} Request */
/** @typedef {import('node:http').ServerResponse} Response */

/** @type {Record<string, string>} */
const types = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
  '.md': 'text/plain; charset=utf-8',
};

/**
 * @param {Response} response
 * @param {number} status
 * @param {string} text
 */
function refuse(response, status, text) {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end(`${text}\n`);
}

/**
 * The file a URL path names, `index.html` for a folder.
 *
 * @param {string} root
 * @param {string} path decoded, beginning with a slash
 * @returns {Promise<string | undefined>} nothing when there is none, or when it lies outside the root
 */
async function findFile(root, path) {
  if (path.includes('\0') || path.split(/[/\\]/).some((part) => part.startsWith('.'))) return;
  try {
    const base = await realpath(root);
    let file = await realpath(join(base, path));
    if ((await stat(file)).isDirectory()) file = await realpath(join(file, 'index.html'));
    return file.startsWith(base + sep) ? file : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Answers one request with a file.
 *
 * @param {string} root the folder that is open to the world
 * @param {string} path the path inside it as it stands in the URL, still encoded
 * @param {Request} request
 * @param {Response} response
 */
export async function sendFile(root, path, request, response) {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    return refuse(response, 405, 'Only GET and HEAD.');
  }
  let decoded;
  try {
    decoded = decodeURIComponent(path);
  } catch {
    return refuse(response, 400, 'This path is not encoded well.');
  }
  const file = await findFile(root, decoded);
  if (!file) return refuse(response, 404, 'There is no such file.');
  response.writeHead(200, {
    'content-type': types[extname(file).toLowerCase()] ?? 'application/octet-stream',
    'cache-control': 'no-cache',
    'x-content-type-options': 'nosniff',
  });
  if (request.method === 'HEAD') return void response.end();
  createReadStream(file)
    .on('error', () => response.destroy())
    .pipe(response);
}

/** @param {Request} request */
export const pathOf = (request) => (request.url ?? '/').split(/[?#]/)[0] ?? '/';

/**
 * Serves one folder and nothing else on the loopback, for tests.
 *
 * @param {string} root
 * @returns {Promise<{ url: string, close: () => Promise<void> }>}
 */
export async function serveStatic(root) {
  const http = createServer((request, response) =>
    sendFile(root, pathOf(request), request, response),
  );
  await new Promise((resolve) => http.listen(0, '127.0.0.1', () => resolve(undefined)));
  const { port } = /** @type {import('node:net').AddressInfo} */ (http.address());
  return {
    url: `http://127.0.0.1:${port}`,
    async close() {
      http.closeAllConnections();
      await new Promise((resolve) => http.close(resolve));
    },
  };
}
