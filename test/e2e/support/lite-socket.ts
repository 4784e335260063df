/**
 * A script for a page, ahead of its modules: lets `lite-chat` find the loopback chat server. It knows
 * no `proxyServer`, so the address of its socket is changed; its worker would open the socket where a
 * page cannot change the address.
 */
export const liteSocketTo = (server: string): string => `
  globalThis.WebSocket = class extends WebSocket {
    constructor(address) {
      super(String(address).replace(/^wss:\\/\\/[^/]+/, '${server}'));
    }
  };
  globalThis.Worker = undefined;`;
