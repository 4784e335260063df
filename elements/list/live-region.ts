import { html } from 'lit';
import type { ReactiveController, ReactiveControllerHost, TemplateResult } from 'lit';
import type { Environment } from '../../src/environment.js';

/** How long the region is empty before the same sentence again, in ms. */
const PAUSE = 100;

/**
 * A sentence for assistive technology. A region that already has the sentence stays silent, so it is
 * cleared first.
 */
export class LiveRegion implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #environment: () => Environment;
  #text = '';
  #cancel: (() => void) | undefined;

  constructor(host: ReactiveControllerHost, environment: () => Environment) {
    this.#host = host;
    this.#environment = environment;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.clear();
  }

  announce(text: string): void {
    const isSame = text !== '' && text === this.#text;
    this.clear();
    if (!isSame) {
      this.#set(text);
      return;
    }
    this.#cancel = this.#environment().setTimer(() => {
      this.#cancel = undefined;
      this.#set(text);
    }, PAUSE);
  }

  clear(): void {
    this.#cancel?.();
    this.#cancel = undefined;
    this.#set('');
  }

  render(): TemplateResult {
    return html`<div class="said">${this.#text}</div>`;
  }

  #set(text: string): void {
    if (text === this.#text) return;
    this.#text = text;
    this.#host.requestUpdate();
  }
}
