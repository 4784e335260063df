import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pathOf, sendFile } from '../../../demo/server/static-files.js';
import { ROOT } from './watched-page.js';

/** Serves the project's folder from an origin of its own, as a CDN does. */
export async function serveElsewhere(): Promise<{ url: string; close: () => void }> {
  const server = createServer((request, response) => {
    response.setHeader('access-control-allow-origin', '*');
    void sendFile(ROOT, pathOf(request), request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
