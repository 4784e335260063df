import type { Environment } from '../environment.js';
import type { ChatInstance } from '../sources/chat/chat-instance.js';
import { settledWithin } from './bounded-wait.js';
import type { LoginPackages } from './login-packages.js';
import { hasServedAnother, LOGOUT_SETTLES } from './sdk-login.js';

/** The engine's link to the events of the SDK's instance: no public part of the engine (2.5.8). */
interface EventCenter {
  bindIMEvents(): void;
  unbindIMEvents(): void;
}

/** The one instance of the Chat SDK that `TUILogin` has, and the engine's link to it. */
export class SdkInstance {
  readonly #packages: LoginPackages;
  readonly #environment: Environment;
  /** The engine's link while it has yet to be bound to a new instance. */
  #unbound: EventCenter | undefined;

  constructor(packages: LoginPackages, environment: Environment) {
    this.#packages = packages;
    this.#environment = environment;
  }

  get chat(): ChatInstance | undefined {
    return this.#packages.TUILogin.getContext().chat as ChatInstance | undefined;
  }

  /** Whether the instance is that of these packages: a page may load them from another folder. */
  isOf({ TUILogin }: LoginPackages): boolean {
    return TUILogin === this.#packages.TUILogin;
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
   */
  async prepareFor(userID: string, overtaken?: () => Promise<void>): Promise<void> {
    const { chat } = this;
    if (!chat) return;
    const ofEngine = this.#packages.TUIChatEngine.getMyUserID?.();
    const isOther = hasServedAnother(chat, userID) || (ofEngine && ofEngine !== userID);
    if (!overtaken && !isOther) return;
    if (this.canBeDestroyed) {
      await this.destroy();
      return;
    }
    await overtaken?.();
    if (chat.isReady() && chat.getLoginUser() !== userID) await this.logOut();
  }

  /** An engine that is linked to the instance has to offer a way to link it to the next one. */
  get canBeDestroyed(): boolean {
    const isLinked = (this.#packages.TUIChatEngine as { chat?: unknown }).chat !== undefined;
    const hasLink = this.#eventCenter !== undefined || !isLinked;
    return this.#packages.TUILogin.destroy !== undefined && hasLink;
  }

  /** Logs out, and ends the instance with its connection; resolves after some seconds at the latest. */
  destroy(): Promise<void> {
    const eventCenter = this.#eventCenter;
    eventCenter?.unbindIMEvents();
    this.#unbound = eventCenter ?? this.#unbound;
    return settledWithin(this.#packages.TUILogin.destroy!(), LOGOUT_SETTLES, this.#environment);
  }

  /** Resolves when the service has responded, or after some seconds. */
  logOut(): Promise<void> {
    return settledWithin(this.#packages.TUILogin.logout(), LOGOUT_SETTLES, this.#environment);
  }

  /** Links the engine to the instance, after its login. */
  link(): void {
    // An engine that has made a new link has bound it; both would say everything twice, and the old
    // one would outlive this instance.
    if (this.#unbound === this.#eventCenter) this.#unbound?.bindIMEvents();
    this.#unbound = undefined;
  }

  get #eventCenter(): EventCenter | undefined {
    const { eventCenter } = this.#packages.TUIChatEngine as { eventCenter?: Partial<EventCenter> };
    const isWhole = eventCenter?.bindIMEvents && eventCenter.unbindIMEvents;
    return isWhole ? (eventCenter as EventCenter) : undefined;
  }
}
