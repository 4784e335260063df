import { html, nothing } from 'lit';
import type { ReactiveControllerHost, TemplateResult } from 'lit';
import { displayText } from '../../src/contacts/index.js';
import { formatCount, plural } from '../../src/i18n/index.js';
import type { LocalizedStrings } from '../../src/i18n/index.js';
import { clearAfterOptions, clearAfterText } from './clear-after.js';
import type { ClearAfter } from './clear-after.js';
import type { WantedStatus } from './status-change.js';
import { lettersLeft } from './words-length.js';

/** From so many letters left on, their number is announced. */
const FEW = 10;

export interface OwnWordsOptions {
  readonly onSave: (wanted: WantedStatus) => void;
  readonly onBack: () => void;
}

/** The field for the user's own words. What is typed stays until it is saved, whatever closes it. */
export class OwnWords {
  readonly #host: ReactiveControllerHost;
  readonly #options: OwnWordsOptions;
  /** What was typed; `undefined` while nothing was. */
  #draft: string | undefined;
  #shown = '';
  #clearAfter: ClearAfter | undefined;

  constructor(host: ReactiveControllerHost, options: OwnWordsOptions) {
    this.#host = host;
    this.#options = options;
  }

  /** Begins with what is shown of the user now, unless something was typed before. */
  begin({ text, clearAfter }: WantedStatus): void {
    this.#shown = text;
    this.#clearAfter = clearAfter;
  }

  /** Drops what was typed. */
  end(): void {
    this.#draft = undefined;
  }

  render({ strings, tag, locale }: LocalizedStrings): TemplateResult {
    const draft = this.#draft ?? this.#shown;
    const left = lettersLeft(draft, tag);
    const counted =
      left < 0
        ? plural(strings['own-over'], -left, locale)
        : plural(strings['own-left'], left, locale);
    return html`<div class="words-dialog" role="dialog" aria-label=${strings['own-words']}>
      <form @submit=${this.#onSubmit}>
        <label class="field-label" for="words">${strings['own-words']}</label>
        <div class="field">
          <input
            id="words"
            part="field"
            type="text"
            dir="auto"
            autocomplete="off"
            enterkeyhint="done"
            aria-describedby="left"
            aria-invalid=${left < 0 ? 'true' : nothing}
            .value=${draft}
            @input=${this.#onInput}
          />
          <span class="left" aria-hidden="true">${formatCount(left, tag)}</span>
        </div>
        <div id="left" class="said">${counted}</div>
        <div class="said" role="status">${left <= FEW ? counted : ''}</div>
        <label class="field-label" for="clear-after">${strings['own-clear-after']}</label>
        <div class="field">
          <select id="clear-after" @change=${this.#onSelect}>
            ${clearAfterOptions(this.#clearAfter).map(
              (option) =>
                html`<option value=${String(option)} .selected=${option === this.#clearAfter}>
                  ${option === undefined ? strings['own-never'] : clearAfterText(option, locale)}
                </option>`,
            )}
          </select>
          <span class="arrow"></span>
        </div>
        <div class="buttons">
          <button type="button" class="plain" @click=${this.#options.onBack}>
            ${strings['own-back']}
          </button>
          <button type="submit" class="primary" ?disabled=${left < 0}>
            ${strings['own-save']}
          </button>
        </div>
      </form>
    </div>`;
  }

  readonly #onInput = ({ target }: Event): void => {
    this.#draft = (target as HTMLInputElement).value;
    this.#host.requestUpdate();
  };

  readonly #onSelect = ({ target }: Event): void => {
    const { value } = target as HTMLSelectElement;
    this.#clearAfter =
      value === 'undefined' ? undefined : value === 'today' ? value : Number(value);
  };

  readonly #onSubmit = (event: Event): void => {
    event.preventDefault();
    const text = displayText(this.#draft ?? this.#shown);
    this.#options.onSave({ text, clearAfter: text ? this.#clearAfter : undefined });
  };
}
