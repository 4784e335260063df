import type { Environment } from '../environment.js';
import type { ChatInstance } from '../sources/chat/chat-instance.js';
import { assertEnded, endOf } from './instance-end.js';
import type { LoginPackages } from './login-packages.js';
import { isUnfitFor } from './sdk-login.js';

/** The engine's link to the events of the SDK's instance: no public part of the engine (2.5.8). */
interface EventCenter {
  bindIMEvents(): void;
  unbindIMEvents(): void;
}

/** The one instance of the Chat SDK that `TUILogin` has, and the engine's link to it. */
export class SdkInstance {
  readonly #packages: LoginPackages;
  readonly #environment: Environment;

  constructor(packages: LoginPackages, environment: Environment) {
    this.#packages = packages;
    this.#environment = environment;
  }

  get chat(): ChatInstance | undefined {
    return this.#packages.TUILogin.getContext().chat as ChatInstance | undefined;
  }

  /** Whether the engine is logged in as the user, with this instance; its login would empty its stores. */
  isEngineLoggedIn(userID: string): boolean {
    const { chat } = this;
    const { TUIChatEngine } = this.#packages;
    const isLinked = (TUIChatEngine as { chat?: unknown }).chat === chat;
    return isLinked && chat?.isReady() === true && TUIChatEngine.getMyUserID?.() === userID;
  }

  /**
   * Makes way for a login of this user. The instance outlives its user: what it was still loading for
   * them arrives in the next user's lists. So an instance that has served another user, or whose
   * login was overtaken, is destroyed, and the next login creates one.
   *
   * @param overtaken settles when the SDK has ended a login that was overtaken
   * @throws PresenceError when the service does not hear of the logout of the user before
   */
  async prepareFor(userID: string, overtaken?: () => Promise<void>): Promise<void> {
    const { chat } = this;
    if (!chat) return;
    await assertEnded(chat, this.#environment);
    const ofEngine = this.#packages.TUIChatEngine.getMyUserID?.();
    const isOther = isUnfitFor(chat, userID) || (ofEngine && ofEngine !== userID);
    if (!overtaken && !isOther) return;
    if (this.canBeDestroyed) {
      // A login that the SDK has ended is about to be ended by `TUILogin`, too.
      if (chat.isReady()) await overtaken?.();
      await this.destroy();
    } else {
      await overtaken?.();
      if (chat.isReady() && chat.getLoginUser() !== userID) await this.logOut();
    }
    await assertEnded(chat, this.#environment);
  }

  /** An engine that is linked to the instance has to offer a way to link it to the next one. */
  get canBeDestroyed(): boolean {
    const isLinked = (this.#packages.TUIChatEngine as { chat?: unknown }).chat !== undefined;
    const hasLink = this.#eventCenter !== undefined || !isLinked;
    return this.#packages.TUILogin.destroy !== undefined && hasLink;
  }

  /** Logs out, and ends the instance with its connection; resolves after some seconds at the latest. */
  destroy(): Promise<void> {
    this.#eventCenter?.unbindIMEvents();
    return endOf(this.chat!, this.#packages.TUILogin.destroy!(), this.#environment);
  }

  /** Resolves when the service has responded, or after some seconds. */
  logOut(): Promise<void> {
    return endOf(this.chat!, this.#packages.TUILogin.logout(), this.#environment);
  }

  /** Links the engine to the instance, after its login. */
  link(): void {
    // The engine binds its link to the first instance only. One that is bound to this instance already
    // would report every event twice.
    this.#eventCenter?.unbindIMEvents();
    this.#eventCenter?.bindIMEvents();
  }

  get #eventCenter(): EventCenter | undefined {
    const { eventCenter } = this.#packages.TUIChatEngine as { eventCenter?: Partial<EventCenter> };
    const isWhole = eventCenter?.bindIMEvents && eventCenter.unbindIMEvents;
    return isWhole ? (eventCenter as EventCenter) : undefined;
  }
}
