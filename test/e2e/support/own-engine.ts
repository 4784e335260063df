import { liteSocketTo } from './lite-socket.js';
import { openPresencePage } from './presence-page.js';
import type { PresencePage } from './presence-page.js';

export type OwnEngineOptions = Parameters<typeof openPresencePage>[0] & {
  /** Whether the packages stand on `lite-chat`. */
  isLite?: boolean;
};

/**
 * Opens the page with other Tencent packages: the text of a module, in place of our file
 * `tui-presence-engine.js`.
 */
export async function openOwnEngine(
  packages: string,
  { isLite = false, ...options }: OwnEngineOptions = {},
): Promise<PresencePage> {
  const tui = await openPresencePage(options);
  await tui.page.route('**/dist/cdn/tui-presence-engine.js', (route) =>
    route.fulfill({ contentType: 'text/javascript; charset=utf-8', body: packages }),
  );
  if (isLite) await tui.page.addInitScript(liteSocketTo(tui.server.url));
  await tui.open();
  return tui;
}
