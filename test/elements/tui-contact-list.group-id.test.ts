import { expect } from '@open-wc/testing';
import type { TuiContactList } from '../../elements/tui-contact-list.js';
import { ContactListPage, contactsNamed, contactsNumbered } from '../support/contact-list-page.js';
import { startPresence } from '../support/elements.js';
import type { TestPresence } from '../support/elements.js';

const open = (presence: TestPresence, attributes: Record<string, string> = {}) =>
  ContactListPage.open({ presence, attributes: { 'group-id': 'g1', ...attributes } });
const countOf = (page: ContactListPage) => page.all('[part=count]')[0]?.textContent;

describe('<tui-contact-list>', () => {
  describe('[group-id]', () => {
    it('lists the members of a group with names, remarks and statuses, and counts them', async () => {
      const presence = startPresence({
        contacts: [{ userID: 'ben', name: 'Ben', remark: 'Boss' }],
        groups: { g1: contactsNamed('Ana', 'Ben', 'Carla') },
      });
      presence.source.setStatus('ana', 'online');
      const page = await open(presence);
      expect(page.names()).to.deep.equal(['Ana', 'Boss', 'Carla']);
      expect(page.statusOf('Ana')).to.equal('online');
      expect(countOf(page)).to.equal('1 of 3 online');
      expect(page.scroller.getAttribute('aria-label')).to.equal('Members');
      await expect(page.list).to.be.accessible();
      presence.source.setStatus('carla', 'online');
      await page.pass(61_000);
      expect(countOf(page)).to.equal('2 of 3 online');
    });

    it('lists 600 members, within the same 200 subscriptions', async () => {
      const presence = startPresence({ groups: { g1: contactsNumbered(600) } });
      presence.source.setStatus('user599', 'online');
      const page = await open(presence, { order: 'status' });
      expect(page.scroller.querySelector('[role=option]')?.getAttribute('aria-setsize')).to.equal(
        '600',
      );
      expect(page.names()[0]).to.equal('Name 00599');
      expect(countOf(page)).to.equal('1 of 600 online');
      expect(presence.controller.stats.held).to.be.below(200);
    });

    it('is loading until the first members arrive, in place of the contacts', async () => {
      const presence = startPresence({ contacts: contactsNamed('Zoe') });
      presence.source.drop();
      const page = await open(presence);
      expect(page.names()).to.deep.equal([]);
      expect(page.state).to.equal('Loading…');
      presence.source.setGroup('g1', contactsNamed('Ana'));
      presence.source.restore();
      await page.pass(1_000);
      expect(page.names()).to.deep.equal(['Ana']);
      page.list.groupId = '';
      await page.pass(100);
      expect(page.names()).to.deep.equal(['Zoe']);
      expect(countOf(page)).to.equal(undefined);
    });

    it('is at its start for each group, also for one that was shown before', async () => {
      const b = contactsNumbered(90).map((each) => ({ ...each, userID: `b-${each.userID}` }));
      const presence = startPresence({ groups: { g1: contactsNumbered(90), g2: b } });
      const page = await open(presence);
      for (const groupID of ['g2', 'g1', 'g2']) {
        page.scrollTo(3000);
        page.list.groupId = groupID;
        await page.pass(1_000);
        expect(page.names()[0]).to.equal('Name 00000');
        expect(page.scroller.scrollTop).to.equal(0);
      }
    });

    it('says that a group has no members', async () => {
      const page = await open(startPresence());
      expect(page.state).to.equal('No members');
      expect(countOf(page)).to.equal(undefined);
    });

    it('never counts more members than there are', async () => {
      const presence = startPresence({ groups: { g1: contactsNamed('Ana', 'Ben') } });
      presence.source.setStatus('ana', 'online');
      presence.source.setStatus('ben', 'online');
      const page = await open(presence);
      await page.pass(6_000);
      presence.source.setGroup('g1', contactsNamed('Ana'));
      await page.pass(2_000);
      expect(page.names()).to.deep.equal(['Ana']);
      expect(countOf(page)).to.equal('1 of 1 online');
    });

    it('lists another group, also by a number', async () => {
      const presence = startPresence({
        groups: { g1: contactsNamed('Ana'), 7: contactsNamed('Ben') },
      });
      const page = await open(presence);
      page.list.groupId = 7 as unknown as string;
      await page.pass(1_000);
      expect(page.names()).to.deep.equal(['Ben']);
      expect(page.list.groupId).to.equal('7');
    });

    it('lists those of the members who are online', async () => {
      const presence = startPresence({ groups: { g1: contactsNamed('Ana', 'Ben') } });
      presence.source.setStatus('ben', 'online');
      const page = await open(presence, { show: 'online' });
      expect(page.names()).to.deep.equal(['Ben']);
      expect(page.headings()).to.deep.equal(['Online 1']);
    });

    it('shows no count while statuses are switched off', async () => {
      const presence = startPresence({ groups: { g1: contactsNamed('Ana') } });
      const page = await open(presence);
      expect(countOf(page)).to.equal('0 of 1 online');
      presence.source.switchUserStatus({ displayOnlineStatus: false });
      await page.pass(100);
      expect(countOf(page)).to.equal(undefined);
    });

    it('asks for nothing after it is removed, and again after it is back', async () => {
      const presence = startPresence({ groups: { g1: contactsNamed('Ana') } });
      const page = await open(presence);
      const parent = page.list.parentElement!;
      page.list.remove();
      presence.source.setGroup('g1', contactsNamed('Ana', 'Ben'));
      await presence.environment.pass(3_600_000);
      expect(presence.controller.directory.groupOf('g1')?.members).to.have.length(1);
      parent.append(page.list);
      await page.pass(1_000);
      expect(page.names()).to.deep.equal(['Ana', 'Ben']);
    });

    it('is empty for a list without it', () => {
      const list: TuiContactList = document.createElement('tui-contact-list');
      expect(list.groupId).to.equal('');
      expect(list.show).to.equal('all');
    });
  });
});
