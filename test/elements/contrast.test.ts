import { expect } from '@open-wc/testing';
import type { ServiceStatus } from '../../src/sources/memory-source.js';
import { ContactListPage, contactsNamed } from '../support/contact-list-page.js';
import { contrast } from '../support/contrast.js';
import { ConversationListPage, withPerson } from '../support/conversation-list-page.js';

/** What a mark that is no text has at least against what is behind it, by WCAG 1.4.11. */
const VISIBLE = 3;
/** What text has at least, by WCAG 1.4.3. */
const READABLE = 4.5;

const GROUNDS = ['--_surface', '--_hover', '--_selected'];

/** The colour of what a private property of a list names, as the browser computes it. */
function colorOf(list: Element, property: string): string {
  const probe = document.createElement('span');
  list.shadowRoot!.querySelector('.frame')!.append(probe);
  probe.style.color = `var(${property})`;
  const { color } = getComputedStyle(probe);
  probe.remove();
  return color;
}

/** The contrast to each ground that a row can have. */
function contrasts(list: Element, color: string): number[] {
  return GROUNDS.map((ground) => contrast(color, colorOf(list, ground)));
}

const leastOf = (list: Element, element: Element): number =>
  Math.min(...contrasts(list, getComputedStyle(element).color));

for (const scheme of ['light', 'dark']) {
  const style = `color-scheme: ${scheme}; height: 500px`;

  describe(`on every ground of a row, ${scheme}`, () => {
    const known: Record<string, ServiceStatus | [ServiceStatus, string]> = {
      ana: 'online',
      ben: 'offline',
      cem: ['online', 'Be right back'],
      dan: ['online', 'In a meeting'],
    };

    it('each status can be told from what is behind its dot', async () => {
      const page = await ContactListPage.open({
        contacts: contactsNamed('Ana', 'Ben', 'Cem', 'Dan', 'Eva'),
        statuses: known,
        attributes: { style },
      });
      const shown = new Map<string, number>();
      for (const name of ['Ana', 'Ben', 'Cem', 'Dan', 'Eva']) {
        const row = page.row(name);
        const dot = row.querySelector('.dot')!;
        shown.set(row.dataset['status']!, leastOf(page.list, dot));
      }
      expect([...shown.keys()]).to.deep.equal(['online', 'offline', 'away', 'busy', 'unknown']);
      for (const [status, least] of shown) expect(least, status).to.be.at.least(VISIBLE);
    });

    it('what a contact says can be read, and so can letters on their colour', async () => {
      const page = await ContactListPage.open({
        contacts: contactsNamed('Ana', 'Ben'),
        statuses: { ana: ['online', 'In Lisbon'] },
        attributes: { style, 'group-by': 'status' },
      });
      for (const part of ['name', 'custom-status', 'group']) {
        const text = page.list.shadowRoot!.querySelector(`[part~=${part}]`)!;
        expect(leastOf(page.list, text), part).to.be.at.least(READABLE);
      }
      const letters = page.list.shadowRoot!.querySelector('.letters')!;
      for (let number = 0; number < 8; number++) {
        letters.className = `letters color-${number}`;
        const { color, backgroundColor } = getComputedStyle(letters);
        expect(contrast(color, backgroundColor), `color-${number}`).to.be.at.least(READABLE);
      }
    });

    it('the search field can be read, and so can what it marks', async () => {
      const page = await ContactListPage.open({
        contacts: contactsNamed('Ana'),
        attributes: { style, searchable: '' },
      });
      const { color, backgroundColor } = getComputedStyle(page.search!);
      expect(contrast(color, backgroundColor)).to.be.at.least(READABLE);
      const placeholder = getComputedStyle(page.search!, '::placeholder');
      expect(contrast(placeholder.color, backgroundColor)).to.be.at.least(READABLE);
    });

    it('what a conversation says can be read', async () => {
      const page = await ConversationListPage.open({
        conversations: [
          withPerson('Ana', { draft: 'well', lastMessageTime: 1_000_000, unreadCount: 3 }),
          withPerson('Ben', { lastMessage: 'Hi', mention: 'me', unreadCount: 1, isMuted: true }),
        ],
        attributes: { style },
      });
      for (const selector of ['.name', '.line', '.time', '.draft', '.mention:not(:empty)']) {
        const text = page.list.shadowRoot!.querySelector(selector)!;
        expect(leastOf(page.list, text), selector).to.be.at.least(READABLE);
      }
      for (const count of page.list.shadowRoot!.querySelectorAll('.unread')) {
        const { color, backgroundColor } = getComputedStyle(count);
        expect(contrast(color, backgroundColor), count.className).to.be.at.least(READABLE);
        expect(Math.min(...contrasts(page.list, backgroundColor))).to.be.at.least(VISIBLE);
      }
    });
  });
}
