import { expect } from '@open-wc/testing';
import { ContactListPage, contactsNamed } from '../../support/contact-list-page.js';
import { ConversationListPage, withPerson } from '../../support/conversation-list-page.js';
import { motionsOf } from '../../support/elements.js';

const PEOPLE = contactsNamed('Ana', 'Ben', 'Carla', 'Dele');

/** What moves, and by how far, in px. */
function distances(list: Element): Record<string, string> {
  return Object.fromEntries(
    motionsOf(list).map(({ effect }) => {
      const { target } = effect as KeyframeEffect;
      const [from, to] = (effect as KeyframeEffect).getKeyframes();
      expect(to!['transform']).to.equal('none');
      expect(effect!.getTiming().duration).to.be.at.most(150);
      return [target!.getAttribute('data-user-id')!, String(from!['transform'])];
    }),
  );
}

const openByStatus = (): Promise<ContactListPage> =>
  ContactListPage.open({ contacts: PEOPLE, attributes: { order: 'status' } });

describe('rows whose order changes', () => {
  it('move to their new places, from where they were', async () => {
    const page = await openByStatus();
    page.setStatus('carla', 'online');
    await page.draw();
    expect(distances(page.list)).to.deep.equal({
      carla: 'translateY(120px)',
      ana: 'translateY(-60px)',
      ben: 'translateY(-60px)',
    });
  });

  it('stand at their new places at once for clicks after that, and for assistive technology', async () => {
    const page = await openByStatus();
    page.setStatus('carla', 'online');
    await page.draw();
    const all = [...page.list.shadowRoot!.querySelectorAll('[role=option]')];
    const byPlace = all.sort(
      (one, other) =>
        Number(one.getAttribute('aria-posinset')) - Number(other.getAttribute('aria-posinset')),
    );
    expect(byPlace.map((row) => row.getAttribute('data-user-id'))).to.deep.equal([
      'carla',
      'ana',
      'ben',
      'dele',
    ]);
  });

  it('do not move while the order changes all the time', async () => {
    const page = await openByStatus();
    page.setStatus('carla', 'online');
    await page.draw();
    expect(page.names()).to.deep.equal(['Carla', 'Ana', 'Ben', 'Dele']);
    for (const [userID, status] of [
      ['dele', 'online'],
      ['carla', 'offline'],
    ] as const) {
      page.setStatus(userID, status);
      await page.pass(500);
      expect(motionsOf(page.list)).to.deep.equal([]);
    }
    await page.pass(1_000);
    page.setStatus('ben', 'online');
    await page.draw();
    expect(motionsOf(page.list)).not.to.deep.equal([]);
  });

  it('move with the heading of their status', async () => {
    const page = await ContactListPage.open({
      contacts: PEOPLE,
      attributes: { 'group-by': 'status' },
      statuses: { ana: 'online', ben: 'online', carla: 'offline', dele: 'offline' },
    });
    expect(page.names()).to.deep.equal(['Ana', 'Ben', 'Carla', 'Dele']);
    await page.pass(1_000);
    page.setStatus('ana', 'offline');
    await page.draw();
    expect(distances(page.list)).to.deep.equal({
      ana: 'translateY(-92px)',
      ben: 'translateY(60px)',
    });
  });

  it('move in view alone: one that leaves it, or comes into it, stands at its place at once', async () => {
    const contacts = Array.from({ length: 40 }, (_, place) => contactsNamed(`P${place + 10}`)[0]!);
    const page = await ContactListPage.open({ contacts, attributes: { order: 'status' } });
    const statuses = Object.fromEntries(
      contacts.slice(0, 20).map(({ userID }) => [userID, 'online'] as const),
    );
    for (const [userID, status] of Object.entries(statuses)) page.setStatus(userID, status);
    await page.pass(2_000);
    expect(page.names()[0]).to.equal('P10');
    page.setStatus(contacts[0]!.userID, 'offline');
    await page.draw();
    const moved = Object.values(distances(page.list));
    expect(moved.length).to.be.above(3);
    expect(new Set(moved)).to.deep.equal(new Set(['translateY(60px)']));
    expect(page.names()[0]).to.equal('P11');
  });

  it('are those of conversations, too', async () => {
    const conversations = ['Ana', 'Ben', 'Carla'].map((name, place) =>
      withPerson(name, { lastMessage: 'Hi', lastMessageTime: 10_000_000 - place * 1_000 }),
    );
    const page = await ConversationListPage.open({ conversations });
    page.list.conversations = [
      { ...conversations[2]!, lastMessageTime: 11_000_000 },
      ...conversations.slice(0, 2),
    ];
    await page.list.updateComplete;
    expect(motionsOf(page.list)).to.have.length(3);
  });
});

describe('rows that move for another reason', () => {
  const still = async (page: ContactListPage, change: () => void | Promise<void>) => {
    await change();
    await page.list.updateComplete;
    expect(motionsOf(page.list)).to.deep.equal([]);
  };

  it('stand at once where a filter leaves others out', async () => {
    const page = await ContactListPage.open({ contacts: PEOPLE });
    await still(page, () => {
      page.list.filter = 'e';
    });
    expect(page.names()).to.deep.equal(['Ben', 'Dele']);
  });

  it('stand at once where a contact is new', async () => {
    const page = await ContactListPage.open({ contacts: PEOPLE });
    await still(page, () => {
      page.list.contacts = [...PEOPLE, ...contactsNamed('Abe')];
    });
    expect(page.names()[0]).to.equal('Abe');
  });

  it('stand at once after they became taller', async () => {
    const page = await ContactListPage.open({ contacts: PEOPLE });
    page.list.style.setProperty('--tui-row-height', '80px');
    await still(page, () => page.resized());
    expect(page.rows[1]!.offsetTop).to.equal(80);
  });

  it('stand at once while the list is scrolled', async () => {
    const contacts = Array.from({ length: 40 }, (_, place) => contactsNamed(`P${place + 10}`)[0]!);
    const page = await ContactListPage.open({ contacts });
    await still(page, () => {
      page.scroller.scrollTop = 600;
      page.scroller.dispatchEvent(new Event('scroll'));
    });
  });
});
