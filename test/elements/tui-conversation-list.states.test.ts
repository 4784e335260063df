import { expect } from '@open-wc/testing';
import { A_WHILE, startPresence } from '../support/elements.js';
import {
  changed,
  ConversationListPage,
  TALKS,
  withPerson,
} from '../support/conversation-list-page.js';

describe('<tui-conversation-list>', () => {
  describe('the conversations of the engine', () => {
    it('are listed when the page sets none', async () => {
      const presence = startPresence({ conversations: TALKS });
      const page = await ConversationListPage.open({ presence });
      expect(page.names()).to.deep.equal(['Ana', 'Design', 'Carla']);
      presence.source.setConversations([withPerson('Dele')]);
      await page.pass(100);
      expect(page.names()).to.deep.equal(['Dele']);
      await page.give([]);
      expect(page.state).to.equal('No conversations');
      expect(page.help).to.equal('New messages will appear here');
      await page.give(undefined);
      expect(page.names()).to.deep.equal(['Dele']);
    });

    it('are loading until they arrive', async () => {
      const page = await ConversationListPage.open();
      expect(page.list.hasAttribute('loading')).to.be.true;
      expect(page.state).to.equal('Loading…');
      expect(page.scroller.hasAttribute('role')).to.be.false;
      await expect(page.list).to.be.accessible();
      page.presence.source.setConversations(TALKS);
      await page.pass(100);
      expect(page.list.hasAttribute('loading')).to.be.false;
      expect(page.rows).to.have.length(3);
    });
  });

  describe('states', () => {
    it('says that there is nothing, in the page’s own words where it has some', async () => {
      const page = await ConversationListPage.open({ conversations: [] });
      expect(page.state).to.equal('No conversations');
      expect(page.help).to.equal('New messages will appear here');
      await expect(page.list).to.be.accessible();
      const own = document.createElement('p');
      own.slot = 'empty';
      own.textContent = 'Write to somebody';
      page.list.append(own);
      expect(own.getClientRects()).to.have.length(1);
    });

    it('explains why there are no statuses, keeps its rows, and retries', async () => {
      const page = await ConversationListPage.open({ conversations: TALKS });
      page.presence.source.fail('feature-disabled');
      await page.pass(100);
      expect(page.said).to.equal('Status not available.');
      expect(page.rows).to.have.length(3);
      await expect(page.list).to.be.accessible();
      page.presence.source.fail(undefined);
      page.all('button')[0]?.click();
      await page.pass(A_WHILE);
      expect(page.said).to.equal('');
    });

    it('is accessible in the dark, selected and from right to left', async () => {
      const page = await ConversationListPage.open({
        conversations: changed(TALKS, 'Ana', { unreadCount: 2 }),
        statuses: { ana: 'online' },
        attributes: { selected: 'C2Cana', dir: 'rtl', lang: 'ar' },
      });
      page.list.style.colorScheme = 'dark';
      expect(page.spoken('Ana')).to.equal('Ana، متصل، رسالتان غير مقروءتين');
      await expect(page.list).to.be.accessible();
    });
  });
});
