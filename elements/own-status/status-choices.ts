import { displayText, formatTime } from '../../src/contacts/index.js';
import type { LocalizedStrings } from '../../src/i18n/index.js';
import { customStatusText } from '../../src/known-words.js';
import type { PresenceStatus } from '../../src/presence.js';
import type { OfferedChoice } from './choices.js';
import { clearAfterOptions, clearAfterText } from './clear-after.js';
import type { ClearAfter } from './clear-after.js';
import type { WantedStatus } from './status-change.js';
import type { ExpiringStatus } from './status-expiry.js';
import type { MenuGroup, MenuItem } from './status-menu.js';

export interface StatusChoicesState {
  readonly choices: readonly OfferedChoice[];
  /** The words that are shown of the user now. */
  readonly shown: string;
  /** What is to be cleared of the user. */
  readonly expiring: ExpiringStatus | undefined;
  readonly isOpen: boolean;
  readonly localized: LocalizedStrings;
}

const WORDS = 'words';
const CLEAR = 'clear';

/** What the menu offers, and what follows from a choice. Draws and sends nothing. */
export class StatusChoices {
  #state!: StatusChoicesState;
  /** When what is chosen next is to be cleared; unset until the user has said so. */
  #picked: { readonly clearAfter: ClearAfter | undefined } | undefined;

  update(state: StatusChoicesState): void {
    this.#state = state;
    if (!state.isOpen) this.#picked = undefined;
  }

  /** The words in the language of the page, where they are known. */
  get words(): string {
    const { shown, localized } = this.#state;
    return displayText(customStatusText(shown, localized.strings));
  }

  /** What is shown now, and when that is cleared. */
  get current(): WantedStatus {
    const { shown } = this.#state;
    return { text: shown, clearAfter: this.#clearAfter };
  }

  /** The status that a dot shows: that of the choice, for a user of whom nothing else is known. */
  statusFor(known: PresenceStatus): PresenceStatus {
    return known === 'online' ? (this.#chosen?.status ?? known) : known;
  }

  get groups(): readonly MenuGroup[] {
    const { choices } = this.#state;
    const { strings, locale } = this.#state.localized;
    const { words } = this;
    const own = !this.#chosen && words;
    const statuses = choices.map(({ text, status, clearAfter }, index): MenuItem => ({
      key: `choice-${index}`,
      text,
      status,
      isChecked: choices[index] === this.#chosen,
      ...(clearAfter !== undefined && { hint: clearAfterText(clearAfter, locale) }),
    }));
    const ownWords: MenuItem = {
      key: WORDS,
      text: strings['own-words'],
      isChecked: Boolean(own),
      opensDialog: true,
      ...(own && { hint: own }),
    };
    const clear: MenuItem = { key: CLEAR, text: strings['own-clear'] };
    return [
      { key: 'status', label: strings['own-status'], items: [...statuses, ownWords] },
      ...(words ? [{ key: 'clear', label: strings['own-clear'], items: [clear] }] : []),
      {
        key: 'after',
        label: strings['own-clear-after'],
        isLabelShown: true,
        items: this.#clearAfterItems,
      },
    ];
  }

  /**
   * What a line of the menu stands for: words to send, the dialog for words of one's own, or another
   * time for the words that are shown.
   */
  choose(key: string): WantedStatus | 'words' | 'clear-after' | undefined {
    if (key === WORDS) return 'words';
    if (key === CLEAR) return { text: '', clearAfter: undefined };
    const [kind, name] = key.split('-');
    if (kind === 'after') {
      this.#picked = { clearAfter: this.#offered[Number(name)] };
      return 'clear-after';
    }
    const choice = this.#state.choices[Number(name)];
    return choice && { text: choice.words, clearAfter: choice.clearAfter ?? this.#clearAfter };
  }

  /** The choice that is shown now. */
  get #chosen(): OfferedChoice | undefined {
    const { choices, shown } = this.#state;
    return shown ? choices.find(({ matches }) => matches(shown)) : undefined;
  }

  /** What is stored of the words that are shown. */
  get #expiring(): ExpiringStatus | undefined {
    const { expiring, shown } = this.#state;
    return expiring?.text === shown ? expiring : undefined;
  }

  get #clearAfter(): ClearAfter | undefined {
    return this.#picked ? this.#picked.clearAfter : this.#expiring?.clearAfter;
  }

  /** The times on offer, with that of a choice of the page. */
  get #offered(): readonly (ClearAfter | undefined)[] {
    return clearAfterOptions(this.#expiring?.clearAfter);
  }

  get #clearAfterItems(): readonly MenuItem[] {
    const { strings, locale, tag } = this.#state.localized;
    const until = this.#expiring?.until;
    return this.#offered.map((clearAfter, index): MenuItem => {
      const isChecked = clearAfter === this.#clearAfter;
      // In the words of that day: it is the hour that matters.
      const hint = isChecked && until !== undefined ? formatTime(until, until, tag) : '';
      return {
        key: `after-${index}`,
        text: clearAfter === undefined ? strings['own-never'] : clearAfterText(clearAfter, locale),
        isChecked,
        ...(hint && clearAfter !== 'today' && { hint }),
      };
    });
  }
}
