import { expect, fixture } from '@open-wc/testing';
import { html } from 'lit';
import { h, render } from 'preact';
import '../../elements/define.js';
import type { PresenceElement } from '../../elements/presence-element.js';
import { presence } from '../../src/shared.js';
import { MemorySource } from '../../src/sources/memory-source.js';

// Preact sets an empty text where a component has `null`, and where it no longer has a property.

describe('the elements in Preact', () => {
  let root: HTMLElement;
  let disconnect: () => void;

  beforeEach(async () => {
    const source = new MemorySource({
      contacts: [{ userID: 'ana', name: 'Ana' }],
      conversations: [],
      displayOnlineStatus: true,
    });
    source.setStatus('ana', 'online');
    disconnect = source.connect();
    root = await fixture<HTMLElement>(html`<div></div>`);
  });

  afterEach(() => {
    render(null, root);
    disconnect();
  });

  async function show<Shown extends PresenceElement>(tag: string, props: object): Promise<Shown> {
    render(h(tag, props), root);
    const element = root.querySelector<Shown>(tag)!;
    await element.updateComplete;
    return element;
  }

  const namesIn = (list: Element) =>
    [...list.shadowRoot!.querySelectorAll('[part~=name]')].map((name) => name.textContent);

  for (const [tag, property] of [
    ['tui-contact-list', 'contacts'],
    ['tui-conversation-list', 'conversations'],
  ] as const) {
    it(`keep <${tag}> loading while its ${property} are null`, async () => {
      const list = await show(tag, { [property]: null });
      expect(list.hasAttribute('loading')).to.be.true;
      expect(namesIn(list)).to.be.empty;
      const item = { userID: 'ben', conversationID: 'C2Cben', type: 'c2c', name: 'Ben' };
      await show(tag, { [property]: [item] });
      expect(list.hasAttribute('loading')).to.be.false;
      expect(namesIn(list)).to.deep.equal(['Ben']);
    });
  }

  it('follow the controller of the page while they have null for their own', async () => {
    const list = await show('tui-contact-list', { presence: null });
    expect(namesIn(list)).to.deep.equal(['Ana']);
    await show('tui-contact-list', { presence });
    await show('tui-contact-list', {});
    expect(namesIn(list)).to.deep.equal(['Ana']);
  });

  it('need no releaseContact beside renderContact', async () => {
    const renderContact = ({ name }: { name: string }) => {
      const row = document.createElement('b');
      row.setAttribute('part', 'name');
      row.textContent = `Own ${name}`;
      return row;
    };
    const list = await show('tui-contact-list', { renderContact, releaseContact: null });
    expect(namesIn(list)).to.deep.equal(['Own Ana']);
    // What `releaseContact` throws is reported as an uncaught error, which fails the test.
    await show('tui-contact-list', { renderContact: null, releaseContact: null });
    expect(namesIn(list)).to.deep.equal(['Ana']);
  });
});
