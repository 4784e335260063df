import type { ChatEngine } from '../sources/engine/chat-engine.js';

/** What `login` needs of the Tencent packages. */
export interface LoginPackages extends ChatEngine {
  TUILogin: {
    login(options: object): Promise<unknown>;
    logout(): Promise<unknown>;
    /** Logs out and destroys the SDK's instance; the next login creates another. */
    destroy?(): Promise<unknown>;
    getContext(): { chat?: unknown };
  };
  TUIChatEngine: ChatEngine['TUIChatEngine'] & { login(options: object): Promise<unknown> };
}
