import { html, nothing } from 'lit';
import type { ReactiveController, ReactiveControllerHost, TemplateResult } from 'lit';
import type { Strings } from '../../src/i18n/index.js';
import type { PresenceController } from '../../src/presence-controller.js';

/** A connection that is lost for less than this is not mentioned, in ms. */
const DELAY = 1000;

/** Errors that only another login ends, and what a user reads about them. */
const FINAL: ReadonlyMap<string, 'error-kicked-offline' | 'expired'> = new Map([
  ['kicked-offline', 'error-kicked-offline'],
  ['user-sig-expired', 'expired'],
]);

/** The notices of each controller's lists that are on the page, in the order they came. */
const notices = new WeakMap<PresenceController, Set<ConnectionNotice>>();

/** Whether neither statuses nor contacts will come until the next login. */
export function isSessionOver({ state, error }: PresenceController): boolean {
  return state === 'unavailable' && FINAL.has(error?.reason ?? '');
}

export interface ConnectionNoticeOptions {
  readonly controller: () => PresenceController;
  readonly strings: () => Strings;
  readonly announce: (text: string) => void;
  readonly onRetry: (event: MouseEvent) => void;
}

/**
 * The line under a list that says that there are no statuses, or that the connection is lost. It takes
 * its space from the end of the list, so that no row moves. One list of a page also announces it.
 *
 * It is for users, in the language of the list: what a developer can do is in the controller's error.
 */
export class ConnectionNotice implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #options: ConnectionNoticeOptions;
  #controller: PresenceController | undefined;
  #isLost = false;
  /** What stood in the line before; a new line is announced. */
  #before = '';
  #cancelDelay: (() => void) | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement, options: ConnectionNoticeOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  hostUpdate(): void {
    if (!this.#host.isConnected) return;
    const controller = this.#options.controller();
    if (controller !== this.#controller) this.#join(controller);
    if (controller.state !== 'disconnected') {
      this.#stopDelay();
    } else {
      this.#cancelDelay ??= controller.environment.setTimer(() => {
        this.#isLost = true;
        this.#host.requestUpdate();
      }, DELAY);
    }
    this.#announceChange();
  }

  hostDisconnected(): void {
    this.#stopDelay();
    if (this.#controller) notices.get(this.#controller)?.delete(this);
    this.#controller = undefined;
    this.#before = '';
  }

  render(): TemplateResult | typeof nothing {
    if (!this.#text) return nothing;
    const text = html`<bdi>${this.#text}</bdi>`;
    const controller = this.#options.controller();
    if (!isUnavailable(controller)) return html`<div class="notice">${text}</div>`;
    const retry = html`<button type="button" @click=${this.#options.onRetry}>
      ${this.#options.strings().retry}
    </button>`;
    return html`<slot name="error">
      <div class="notice">${text} ${isSessionOver(controller) ? nothing : retry}</div>
    </slot>`;
  }

  get #text(): string {
    const controller = this.#options.controller();
    const strings = this.#options.strings();
    if (isUnavailable(controller)) {
      return strings[FINAL.get(controller.error!.reason) ?? 'unavailable'];
    }
    return this.#isLost ? strings.disconnected : '';
  }

  /** Of several lists, the first that is displayed: a hidden one is silent. */
  get #speaks(): boolean {
    const all = [...(notices.get(this.#controller!) ?? [])];
    return all.find((each) => each.#host.getClientRects().length > 0) === this;
  }

  #join(controller: PresenceController): void {
    this.hostDisconnected();
    this.#controller = controller;
    const all = notices.get(controller) ?? new Set();
    notices.set(controller, all.add(this));
  }

  #announceChange(): void {
    const { disconnected, reconnected } = this.#options.strings();
    const text = this.#text;
    const isNew = text !== this.#before;
    const isReady = this.#options.controller().state === 'ready';
    const isBack = text === '' && this.#before === disconnected && isReady;
    this.#before = text;
    if (isNew && this.#speaks) this.#options.announce(isBack ? reconnected : text);
  }

  #stopDelay(): void {
    this.#cancelDelay?.();
    this.#cancelDelay = undefined;
    this.#isLost = false;
  }
}

function isUnavailable({ state, error }: PresenceController): boolean {
  return state === 'unavailable' && error !== undefined;
}
