import { expect } from '@open-wc/testing';
import type { RenderContact } from '../../elements/list/own-row.js';
import { ContactListPage, contactsNamed, contactsNumbered } from '../support/contact-list-page.js';

const PEOPLE = contactsNamed('Ana', 'Ben', 'Carla');

describe('<tui-contact-list> with components of the page in its rows', () => {
  const COUNT = 66;

  /** Rows that count, as the roots of a framework do. */
  function countingRows() {
    const rendered = new Map<Node, string>();
    const counts = { mounts: 0, renders: 0 };
    const renderContact: RenderContact = ({ userID }, _presence, previous) => {
      const node = previous ?? document.createElement('i');
      if (!previous) counts.mounts += 1;
      counts.renders += 1;
      rendered.set(node, userID);
      node.textContent = userID;
      return node;
    };
    return {
      rendered,
      counts,
      renderContact,
      releaseContact: (node: Node) => rendered.delete(node),
    };
  }

  async function openCounting() {
    const rows = countingRows();
    const { renderContact, releaseContact } = rows;
    const page = await ContactListPage.open({
      contacts: contactsNumbered(COUNT),
      properties: { renderContact, releaseContact },
      height: 8000,
    });
    expect(rows.rendered.size).to.equal(COUNT);
    return { ...rows, page };
  }

  it('gives back every node of a list that is removed', async () => {
    const { page, rendered, counts } = await openCounting();
    page.list.remove();
    await Promise.resolve();
    expect(rendered.size).to.equal(0);
    expect(counts.mounts).to.equal(COUNT);
  });

  it('draws rows again in a list that is put back', async () => {
    const { page, rendered, counts } = await openCounting();
    const parent = page.list.parentElement!;
    page.list.remove();
    await Promise.resolve();
    parent.append(page.list);
    await page.pass(0);
    expect(rendered.size).to.equal(COUNT);
    expect(page.rows).to.have.length(COUNT);
    expect(counts.mounts).to.equal(2 * COUNT);
  });

  it('keeps the nodes of a list that is moved in the page', async () => {
    const { page, rendered, counts } = await openCounting();
    page.list.parentElement!.append(document.createElement('p'), page.list);
    await page.pass(0);
    expect(rendered.size).to.equal(COUNT);
    expect(counts.mounts).to.equal(COUNT);
  });

  it('gives back the nodes of contacts that have left, and of rows of another kind', async () => {
    const { page, rendered } = await openCounting();
    page.list.contacts = contactsNumbered(10);
    await page.pass(0);
    expect(rendered.size).to.equal(10);
    page.list.renderContact = undefined;
    await page.pass(0);
    expect(rendered.size).to.equal(0);
  });

  it('hands over the node of the row while it scrolls, and after a change of status', async () => {
    const { renderContact, releaseContact, rendered, counts } = countingRows();
    const page = await ContactListPage.open({
      contacts: contactsNumbered(1000),
      properties: { renderContact, releaseContact },
    });
    const mounted = counts.mounts;
    for (let top = 0; top < 30_000; top += 1000) page.scrollTo(top);
    expect(counts.renders).to.be.greaterThan(3 * mounted);
    expect(counts.mounts).to.be.at.most(mounted + 2);
    const shown = page.rows.map((row) => row.dataset['userId']);
    expect([...rendered.values()].sort()).to.deep.equal(shown.sort());
  });

  it('gives back a node in whose place another one came', async () => {
    const released: Node[] = [];
    const page = await ContactListPage.open({
      contacts: PEOPLE,
      properties: {
        renderContact: () => document.createElement('i'),
        releaseContact: (node: Node) => released.push(node),
      },
    });
    const [first] = page.all('.own i');
    released.length = 0;
    page.setStatus('ana', 'online');
    await page.draw();
    expect(released).to.deep.equal([first]);
  });

  it('reports what releaseContact throws', async () => {
    const page = await ContactListPage.open({
      contacts: PEOPLE,
      properties: {
        renderContact: () => document.createElement('i'),
        releaseContact: () => {
          throw new Error('Stays!');
        },
      },
    });
    const { errors } = page.presence.environment;
    errors.length = 0;
    page.list.contacts = [];
    await page.list.updateComplete;
    expect(errors.map(String)).to.deep.equal(PEOPLE.map(() => 'Error: Stays!'));
  });
});
