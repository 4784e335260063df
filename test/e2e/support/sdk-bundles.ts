import type { Page } from 'playwright-core';
import { bundle } from './bundle.js';
import { liteSocketTo } from './lite-socket.js';

let chat: Promise<string> | undefined;
let lite: Promise<string> | undefined;

/** The Chat SDK, as a module with `create`. */
export function chatBundle(): Promise<string> {
  return (chat ??= bundle(`
    import TencentCloudChat from '@tencentcloud/chat';
    export const create = (options) => TencentCloudChat.create(options);`));
}

/** Its small build with the modules for friends and conversations. */
export function liteBundle(): Promise<string> {
  return (lite ??= liteBuild('@tencentcloud/lite-chat', 'basic'));
}

/** A build of the small line: all in one, or `basic`, which gets the two modules that are needed. */
export function liteBuild(name: string, build: 'basic' | 'professional'): Promise<string> {
  const modules = build === 'basic' ? 'conversations, friends' : '';
  return bundle(`
    import TencentCloudChat from '${name}/${build}';
    import conversations from '${name}/plugins/conversation';
    import friends from '${name}/plugins/friend';
    export const create = (options) => {
      const chat = TencentCloudChat.create(options);
      chat.use([${modules}]);
      return chat;
    };`);
}

/** Leads the page's sockets from the cloud to a server. */
export async function redirectSockets(page: Page, server: string): Promise<void> {
  // Where the SDK sends its reports.
  await page.route(/^https:/, (route) => route.fulfill({ body: '{}' }));
  await page.addInitScript({ content: liteSocketTo(server) });
}
