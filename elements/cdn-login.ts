import type { ChatPackages } from '../src/login/chat-login.js';
import type { LoginPackages } from '../src/login/login-packages.js';
import { pageLogin } from '../src/login/page-login.js';
import { load } from './cdn-files.js';

/** `login` for script tags: it fetches the packages when it is called. */
export const login = pageLogin({
  uikit: async (files) => (await load('tui-presence-engine.js', files)) as LoginPackages,
  chat: async (files) => {
    const { TencentCloudChat, conversationModule, friendModule } = (await load(
      'tui-presence-chat.js',
      files,
    )) as typeof import('../src/sources/chat/chat-packages.js');
    const modules = [conversationModule, friendModule];
    return { TencentCloudChat, modules } as unknown as ChatPackages;
  },
});
