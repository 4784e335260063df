import { browserEnvironment } from '../environment.js';
import { presence } from '../shared.js';
import { chatSource } from '../sources/chat/chat-source.js';
import { engineSource } from '../sources/engine/engine-source.js';
import type { LoginDriver } from './active-login.js';
import { chatLogin } from './chat-login.js';
import type { ChatLoginOptions } from './chat-login.js';
import { completeArrayFrom } from './complete-array-from.js';
import { createLogin } from './create-login.js';
import type { Login } from './create-login.js';
import { officialLogin } from './official-login.js';
import type { OfficialLoginOptions } from './official-login.js';
import { tabsLogin } from './tabs-login.js';

/** How a page loads the packages for each value of the option `sdk`. */
export interface PageLoaders {
  readonly uikit: OfficialLoginOptions['load'];
  readonly chat: ChatLoginOptions['load'];
}

/** The `login` of a page, which fills its shared controller, over the packages that it loads. */
export function pageLogin(load: PageLoaders): Login {
  const environment = browserEnvironment();
  return createLogin(
    tabsLogin({
      official: (use): LoginDriver => {
        const logIn = {
          uikit: officialLogin({
            load: completed(load.uikit),
            connect: (engine) => use(engineSource(engine, environment)),
            environment,
          }),
          chat: chatLogin({
            load: completed(load.chat),
            connect: (chat) => use(chatSource(chat, environment)),
            environment,
          }),
        };
        return ({ sdk = 'uikit', ...options }, signal) => logIn[sdk](options, signal);
      },
      controller: presence,
      environment,
    }),
  );
}

/** Loads packages of the SDK, in a page whose `Array.from` is whole. */
function completed<Packages>(load: (files: string | undefined) => Promise<Packages>): typeof load {
  return (files) => {
    completeArrayFrom();
    return load(files);
  };
}
