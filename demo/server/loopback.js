const names = new Set(['127.0.0.1', 'localhost', '[::1]']);

/** @param {string} url */
function isLoopback(url) {
  try {
    const { protocol, hostname } = new URL(url);
    return /^https?:$/.test(protocol) && names.has(hostname);
  } catch {
    return false;
  }
}

/**
 * Whether a request comes from a page of this machine, and to it. A foreign page may have its own
 * name point to the loopback address (DNS rebinding): then `Host` is that name. It may open a
 * WebSocket to any address: then `Origin` is its own.
 *
 * @param {import('node:http').IncomingMessage} request
 */
export function isFromLoopback({ headers: { host, origin } }) {
  return isLoopback(`http://${host}`) && (origin === undefined || isLoopback(origin));
}
