import { html, render } from 'lit';
import { displayName, displayText, matchRanges } from '../../src/contacts/index.js';
import type { Contact } from '../../src/contacts/index.js';
import { speak, statusWord } from '../../src/i18n/index.js';
import type { LocalizedStrings } from '../../src/i18n/index.js';
import { customStatusText } from '../../src/known-words.js';
import type { Presence } from '../../src/presence.js';
import { avatar } from './avatar.js';
import { ListRow } from './list-row.js';
import { setAttribute } from './set-if-changed.js';

/** A contact: picture with dot, name, and the user's own words as a second line. */
export class ContactRow extends ListRow {
  /** @param filter what to mark in the name */
  paint(
    contact: Contact,
    presence: Presence | undefined,
    filter: string,
    { strings, tag }: LocalizedStrings,
  ): void {
    const name = displayName(contact);
    const customStatus = customStatusText(displayText(presence?.customStatus), strings);
    const { userID: id, avatar: url } = contact;
    render(
      html`
        ${avatar({ id, name, lang: tag, url, presence })}
        <span class="words">
          <span class="name" part="name" dir="auto">${markMatches(name, filter, tag)}</span>
          <span class="line" part="custom-status" dir="auto">${customStatus}</span>
        </span>
      `,
      this.element,
    );
    this.paintUser(contact.userID, presence);
    const status = presence ? statusWord(strings, presence) : '';
    setAttribute(this.element, 'aria-label', speak(strings.spoken, [name, customStatus, status]));
  }
}

/** The text with `<mark>` around what a filter matches. */
function markMatches(text: string, filter: string, lang: string): unknown {
  const ranges = filter ? matchRanges(text, filter, lang) : [];
  if (ranges.length === 0) return text;
  let from = 0;
  const pieces = ranges.map(([start, end]) => {
    const piece = html`${text.slice(from, start)}<mark>${text.slice(start, end)}</mark>`;
    from = end;
    return piece;
  });
  return [...pieces, text.slice(from)];
}
