import { expect } from '@open-wc/testing';
import { html } from 'lit';
import type { RenderContact } from '../../elements/list/own-row.js';
import type { Contact } from '../../src/contacts/index.js';
import type { Presence } from '../../src/presence.js';
import { ContactListPage, contactsNamed, contactsNumbered } from '../support/contact-list-page.js';
import { A_WHILE } from '../support/elements.js';

const PEOPLE = contactsNamed('Ana', 'Ben', 'Carla');

const texts = (page: ContactListPage) =>
  page.rows.map((row) => row.querySelector('.own')!.textContent.trim());

describe('<tui-contact-list> with rows of the page', () => {
  const own: RenderContact = ({ name }, { status }) => html`<b>${name}</b> is ${status}`;

  it('draws them in the same listbox', async () => {
    const page = await ContactListPage.open({
      contacts: PEOPLE,
      properties: { renderContact: own },
      statuses: { ana: 'online' },
    });
    expect(texts(page)).to.deep.equal(['Ana is online', 'Ben is unknown', 'Carla is unknown']);
    page.focus();
    page.press('ArrowDown', 'Enter');
    expect(page.list.selected).to.equal('ben');
    expect(page.activeRow!.dataset['userId']).to.equal('ben');
    await page.list.updateComplete;
    expect(page.activeRow!.getAttribute('aria-selected')).to.equal('true');
    await expect(page.list).to.be.accessible();
  });

  it('draws one again when its user changes, and no other', async () => {
    const calls: [Contact, Presence][] = [];
    const renderContact: RenderContact = (contact, presence) => {
      calls.push([contact, presence]);
      return own(contact, presence);
    };
    const page = await ContactListPage.open({
      contacts: PEOPLE,
      properties: { renderContact },
    });
    calls.length = 0;
    page.setStatus('ben', 'online', 'In a call');
    await page.draw();
    page.list.requestUpdate();
    await page.pass(10_000);
    expect(calls).to.have.length(1);
    expect(calls[0]![0]).to.equal(PEOPLE[1]);
    expect(calls[0]![1]).to.include({ status: 'online', customStatus: 'In a call' });
    expect(texts(page)[1]).to.equal('Ben is online');
    page.setStatus('ben', 'offline');
    await page.draw();
    expect(calls[1]![1]).to.include({ status: 'offline' });
    expect(calls[1]![1].changedAt).to.be.a('number');
  });

  it('draws those again whose contacts the page has changed, with a new array, and no other', async () => {
    const drawn: string[] = [];
    const contacts = contactsNamed('Ana', 'Ben', 'Carla').map((each) => ({ ...each, title: '' }));
    const renderContact: RenderContact = (contact) => {
      drawn.push(contact.userID);
      return html`${contact.name} ${(contact as (typeof contacts)[number]).title}`;
    };
    const page = await ContactListPage.open({ contacts, properties: { renderContact } });
    const change = async (userID: string, fields: object) => {
      drawn.length = 0;
      Object.assign(
        contacts.find((each) => each.userID === userID)!,
        fields,
      );
      page.list.contacts = [...contacts];
      await page.list.updateComplete;
      expect(drawn).to.deep.equal([userID]);
    };
    await change('ben', { name: 'Bruno' });
    await change('carla', { title: 'Captain' });
    await change('ana', { remark: 'Mum' });
    expect(texts(page)).to.deep.equal(['Bruno', 'Carla Captain', 'Ana']);
  });

  for (const [name, content] of Object.entries({
    'a symbol': () => Symbol('row'),
    'the document': () => document,
    'an element around the list': () => document.body,
    'an object without a text': () => Object.create(null) as unknown,
    'a template with a symbol': () => html`<b>${Symbol('row')}</b>`,
    'a template with the document': () => html`<b>${document}</b>`,
  })) {
    it(`draws the name where ${name} is returned, reports it, and draws all other rows`, async () => {
      const page = await ContactListPage.open({
        contacts: PEOPLE,
        properties: {
          renderContact: ((contact: Contact, presence: Presence) =>
            contact.userID === 'ben' ? content() : own(contact, presence)) as RenderContact,
        },
      });
      expect(texts(page)[0]).to.equal('Ana is unknown');
      expect(texts(page)[2]).to.equal('Carla is unknown');
      expect(texts(page)[1]).to.equal('Ben');
      page.setStatus('ana', 'online');
      page.setStatus('ben', 'online');
      await page.draw();
      expect(texts(page)[0]).to.equal('Ana is online');
      expect(page.presence.environment.errors.length).to.be.at.least(1);
    });
  }

  it('survives a function that removes the list, and draws when it is back', async () => {
    let removes = false;
    const page = await ContactListPage.open({
      contacts: PEOPLE,
      properties: {
        renderContact: (contact: Contact, presence: Presence) => {
          if (removes) page.list.remove();
          return own(contact, presence);
        },
      },
    });
    const parent = page.list.parentElement!;
    removes = true;
    page.setStatus('ana', 'online');
    await page.pass(100);
    expect(page.list.isConnected).to.be.false;
    removes = false;
    parent.append(page.list);
    await page.pass(A_WHILE);
    expect(texts(page)).to.deep.equal(['Ana is online', 'Ben is unknown', 'Carla is unknown']);
  });

  it('clips content that is taller than the row', async () => {
    const renderContact: RenderContact = ({ name }) =>
      html`<div style="block-size: 300px">${name}</div>`;
    const page = await ContactListPage.open({
      contacts: PEOPLE,
      properties: { renderContact },
    });
    for (const row of page.rows) {
      const { x, y, width, height } = row.getBoundingClientRect();
      const seen = [y + 2, y + height - 2].map((edge) =>
        page.list.shadowRoot!.elementFromPoint(x + width / 2, edge)!.closest('.row'),
      );
      expect(seen).to.deep.equal([row, row]);
    }
  });

  it('accepts nodes', async () => {
    const renderContact: RenderContact = ({ name }) => {
      const node = document.createElement('i');
      node.textContent = name!;
      return node;
    };
    const page = await ContactListPage.open({
      contacts: contactsNumbered(100),
      properties: { renderContact },
    });
    page.scrollTo(3000);
    expect(texts(page)).to.include('Name 00050');
    expect(page.all('.own i')).to.have.length(page.rows.length);
  });

  it("switches between the page's rows and its own", async () => {
    const page = await ContactListPage.open({ contacts: PEOPLE });
    page.list.renderContact = own;
    await page.list.updateComplete;
    expect(texts(page)[0]).to.equal('Ana is unknown');
    page.list.renderContact = ({ userID }) => html`${userID}`;
    await page.list.updateComplete;
    expect(texts(page)[0]).to.equal('ana');
    page.list.renderContact = undefined;
    await page.list.updateComplete;
    expect(page.names()).to.deep.equal(['Ana', 'Ben', 'Carla']);
  });

  it('draws the name and reports the error where renderContact throws', async () => {
    const renderContact: RenderContact = ({ userID }) => {
      if (userID === 'ben') throw new Error('Ben!');
      return html`fine`;
    };
    const page = await ContactListPage.open({
      contacts: PEOPLE,
      properties: { renderContact },
    });
    expect(texts(page)).to.deep.equal(['fine', 'Ben', 'fine']);
    expect(page.presence.environment.errors.map(String)).to.include('Error: Ben!');
  });

  it('is named by its content and its status', async () => {
    const page = await ContactListPage.open({
      contacts: PEOPLE,
      properties: { renderContact: ({ name }: Contact) => html`${name}` },
      statuses: { ana: 'online' },
    });
    expect(page.rows[0]!.textContent.replace(/\s+/g, ' ').trim()).to.equal('Ana online');
    expect(page.rows[0]!.hasAttribute('aria-label')).to.be.false;
  });

  for (const nonsense of ['row', 7, {}, null]) {
    it(`draws its own rows with ${JSON.stringify(nonsense)} for renderContact`, async () => {
      const page = await ContactListPage.open({
        contacts: PEOPLE,
        properties: { renderContact: nonsense },
      });
      expect(page.names()).to.deep.equal(['Ana', 'Ben', 'Carla']);
    });
  }
});
