import { expect } from '@open-wc/testing';
import { en } from '../../src/i18n/en.js';
import { setStrings } from '../../src/i18n/index.js';
import { AvatarStackPage } from '../support/avatar-stack.js';
import { ContactListPage } from '../support/contact-list-page.js';
import { ConversationListPage, withPerson } from '../support/conversation-list-page.js';
import { startPresence } from '../support/elements.js';
import { ME, OwnStatusPage } from '../support/own-status-page.js';
import { PersonPage } from '../support/person.js';

const lettersIn = (element: Element) =>
  element.shadowRoot!.querySelector<HTMLElement>('.letters')!.dataset['letters'];

describe('capitals', () => {
  const ilker = { userID: 'ilker', name: 'ilker' };
  const attributes = { lang: 'tr' };

  for (const [tag, openIn] of Object.entries({
    'tui-contact-list': async (lang: string) =>
      (await ContactListPage.open({ contacts: [ilker], attributes: { lang } })).list,
    'tui-conversation-list': async (lang: string) => {
      const conversations = [withPerson('ilker')];
      return (await ConversationListPage.open({ conversations, attributes: { lang } })).list;
    },
    'tui-person': async (lang: string) => (await PersonPage.open({ person: ilker, lang })).person,
    'tui-avatar-stack': async (lang: string) =>
      (await AvatarStackPage.open({ contacts: [ilker], lang })).stack,
    'tui-own-status': async (lang: string) => {
      const presence = startPresence({ userID: ME, contacts: [{ userID: ME, name: 'ilker' }] });
      return (await OwnStatusPage.open({ presence, properties: { lang } })).element;
    },
  })) {
    it(`of initials in <${tag}> are those of its language`, async () => {
      expect(lettersIn(await openIn('tr'))).to.equal('İ');
      expect(lettersIn(await openIn('en'))).to.equal('I');
    });
  }

  describe('of a status', () => {
    before(() =>
      setStrings('en', { offline: 'idle', unknown: 'invisible', stale: 'it was {status}' }),
    );
    after(() => setStrings('en', en));

    it('in a person are those of its words, which are English on a Turkish page', async () => {
      const page = await PersonPage.open(attributes);
      page.presence.source.setStatus('ana', 'offline');
      await page.pass(0);
      expect(page.status).to.equal('Idle');
    });

    it('in a heading are those of its words', async () => {
      const properties = { groupBy: 'status' };
      const page = await ContactListPage.open({ contacts: [ilker], properties, attributes });
      expect(page.headings()).to.deep.equal(['Invisible 1']);
    });

    it('in the own button are those of its words', async () => {
      const presence = startPresence({ userID: ME, displayOnlineStatus: true });
      presence.source.drop();
      const page = await OwnStatusPage.open({ presence, properties: attributes });
      expect(page.find('.line')!.textContent).to.equal('It was online');
    });
  });
});
