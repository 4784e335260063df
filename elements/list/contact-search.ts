import { html, nothing } from 'lit';
import type { ReactiveController, TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Environment } from '../../src/environment.js';
import type { Strings } from '../../src/i18n/index.js';
import { isComposing, isShortcut } from './key-event.js';
import { NameReadings } from './name-readings.js';
import type { SearchedList, SearchedNames } from './name-readings.js';

/** How long after the last letter the number of results is announced, in ms. */
const DELAY = 700;

export interface ContactSearchOptions {
  readonly environment: () => Environment;
  /** The names that are searched. */
  readonly names: () => SearchedNames;
  readonly onInput: (text: string) => void;
  /** Called when an arrow key leads from the field into the list. */
  readonly onLeave: () => void;
  /** Called some time after the filter has last changed. */
  readonly announce: () => void;
}

/** Korean letters are text while they are composed; half-typed pinyin and kana are not. */
const HANGUL = /^\p{sc=Hang}+$/u;

/**
 * The search field of a contact list, and the announcement of what it found. While an input method
 * composes, its keys and its half-typed text are its own.
 */
export class ContactSearch implements ReactiveController {
  readonly #host: SearchedList;
  readonly #options: ContactSearchOptions;
  readonly #readings: NameReadings;
  #cancel: (() => void) | undefined;
  /** A value that is set would end the composition. */
  #isComposing = false;

  constructor(host: SearchedList, options: ContactSearchOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
    this.#readings = new NameReadings(host, options.names);
  }

  hostDisconnected(): void {
    this.reset();
  }

  /** Drops what is half-typed, and announces nothing of what was found before. */
  reset(): void {
    this.#isComposing = false;
    this.#stopAnnouncing();
  }

  /** Announces the results once the filter has not changed for a while. */
  announceSoon(): void {
    this.#cancel?.();
    this.#cancel = this.#options.environment().setTimer(this.#options.announce, DELAY);
  }

  /** Draws nothing above a list without contacts, unless the field is in use. */
  render({ search, clear }: Strings): TemplateResult | typeof nothing {
    const { filter, loading } = this.#host;
    const hasNames = this.#options.names().contacts.length > 0;
    if (!hasNames && !loading && !filter) return nothing;
    // No stop of the tab key: Escape does the same.
    const button = html`<button
      type="button"
      class="clear"
      tabindex="-1"
      aria-label=${clear}
      title=${clear}
      @click=${this.#onClear}
    ></button>`;
    return html`<div class="field">
      <span class="glass"></span>
      <input
        type="search"
        part="search"
        autocomplete="off"
        autocapitalize="none"
        autocorrect="off"
        spellcheck="false"
        aria-label=${search}
        placeholder=${search}
        .value=${live(this.#isComposing ? (this.#field?.value ?? filter) : filter)}
        @focus=${this.#readings.expectSearch}
        @input=${this.#onInput}
        @compositionstart=${this.#onCompositionStart}
        @compositionend=${this.#onCompositionEnd}
        @keydown=${this.#onKeydown}
      />
      ${filter ? button : nothing}
    </div>`;
  }

  readonly #onInput = (event: Event): void => {
    if (event instanceof InputEvent && event.isComposing && !HANGUL.test(event.data ?? '')) return;
    this.#options.onInput((event.target as HTMLInputElement).value);
  };

  readonly #onCompositionStart = (): void => {
    this.#isComposing = true;
    this.#stopAnnouncing();
  };

  /** Some browsers send the last input before the end of a composition, some none after it. */
  readonly #onCompositionEnd = ({ target }: Event): void => {
    this.#isComposing = false;
    this.#options.onInput((target as HTMLInputElement).value);
    this.announceSoon();
  };

  readonly #onKeydown = (event: KeyboardEvent): void => {
    if (isComposing(event) || isShortcut(event)) return;
    const { value } = event.target as HTMLInputElement;
    if (event.key === 'ArrowDown') this.#options.onLeave();
    else if (event.key === 'Escape' && value) this.#onClear();
    else return;
    event.preventDefault();
  };

  get #field(): HTMLInputElement | null {
    return this.#host.shadowRoot!.querySelector('input');
  }

  #stopAnnouncing(): void {
    this.#cancel?.();
    this.#cancel = undefined;
  }

  readonly #onClear = (): void => {
    this.#field!.value = '';
    this.#field!.focus();
    this.#options.onInput('');
  };
}
