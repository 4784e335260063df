import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { displayName } from '../../src/contacts/index.js';
import type { Person } from '../../src/contacts/person.js';
import { capitalize, speak, statusWord } from '../../src/i18n/index.js';
import type { LocalizedStrings } from '../../src/i18n/index.js';
import type { Presence } from '../../src/presence.js';
import { avatar } from '../list/avatar.js';

export interface OwnButtonOptions {
  /** The logged-in user; with an empty ID none is. */
  readonly person: Person;
  /** What the dot shows; without it there is no dot. */
  readonly presence: Presence | undefined;
  /** The user's own words, in the language of the page. */
  readonly words: string;
  readonly isOpen: boolean;
  readonly localized: LocalizedStrings;
  readonly onClick: () => void;
  readonly onKeydown: (event: KeyboardEvent) => void;
}

/** The button that shows the own status, and opens its menu. */
export function renderOwnButton(options: OwnButtonOptions): TemplateResult {
  const { person, words, isOpen, localized, onClick, onKeydown } = options;
  const { strings, locale, tag } = localized;
  const isOut = person.userID === '';
  const presence = isOut ? undefined : options.presence;
  const name = displayName(person);
  const status = presence ? statusWord(strings, presence) : '';
  // Something is to be read even without words and a status.
  const rest = isOut ? strings['not-logged-in'] : strings['own-set'];
  const line = words || capitalize(status || rest, locale);
  return html`<button
    type="button"
    class="button"
    part="button"
    aria-haspopup="menu"
    aria-expanded=${isOpen}
    aria-controls=${isOpen ? 'panel' : nothing}
    aria-label=${speak(strings.spoken, [name, words, status || (words ? '' : line)])}
    aria-description=${strings['own-status']}
    ?disabled=${isOut}
    @click=${onClick}
    @keydown=${onKeydown}
  >
    ${avatar({ id: person.userID, name, lang: tag, url: person.avatar, presence })}
    <span class="words">
      <span class="name" part="name" dir="auto">${name}</span>
      <span class="line" part="custom-status" dir="auto">${line}</span>
    </span>
    <span class="arrow"></span>
  </button>`;
}
