import { expect, fixture, html, nextFrame } from '@open-wc/testing';
import type { ReactiveElement } from 'lit';
import '../../elements/define.js';
import type { TestPresence } from '../support/elements.js';
import { A_WHILE, startPresence } from '../support/elements.js';

const CONTACTS = [
  { userID: 'ana', name: 'Ana' },
  { userID: 'ben', name: 'Ben' },
];

/** An element that nobody has put anywhere yet. */
function make<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  properties: Partial<HTMLElementTagNameMap[Tag]>,
): HTMLElementTagNameMap[Tag] & ReactiveElement {
  const element = document.createElement(tag);
  return Object.assign(element, properties) as HTMLElementTagNameMap[Tag] & ReactiveElement;
}

/** How an element comes into another document: at once, or after it was shown in its own. */
const WAYS = ['created for it', 'moved to it', 'moved to it and back'] as const;

describe('an element in another document', () => {
  let world: TestPresence;
  let frame: HTMLIFrameElement;
  let errors: unknown[];
  const fail = window.onerror;

  beforeEach(async () => {
    errors = [];
    window.onerror = (...what) => {
      errors.push(what[0]);
      return true;
    };
    world = startPresence({ contacts: CONTACTS });
    world.source.setStatus('ana', 'online');
    frame = await fixture<HTMLIFrameElement>(html`<iframe width="400" height="400"></iframe>`);
  });

  afterEach(() => {
    window.onerror = fail;
  });

  async function bring(element: ReactiveElement, way: (typeof WAYS)[number]): Promise<void> {
    const there = frame.contentDocument!.body;
    if (way !== 'created for it') {
      document.body.append(element);
      await element.updateComplete;
    }
    there.append(element);
    if (way === 'moved to it and back') {
      await element.updateComplete;
      document.body.append(element);
    }
    await element.updateComplete;
    await world.page.pass(A_WHILE);
    await nextFrame();
  }

  for (const way of WAYS) {
    it(`is a styled dot that lives: ${way}`, async () => {
      const dot = make('tui-online-dot', { userId: 'ana', presence: world.controller });
      await bring(dot, way);
      expect(errors).to.deep.equal([]);
      expect(dot.getAttribute('status')).to.equal('online');
      expect(dot.getBoundingClientRect().width).to.equal(12);
      world.source.setStatus('ana', 'offline');
      await world.page.pass(A_WHILE);
      expect(dot.getAttribute('status')).to.equal('offline');
      dot.remove();
    });

    it(`is a styled list whose rows live: ${way}`, async () => {
      const list = make('tui-contact-list', { presence: world.controller });
      list.style.height = '300px';
      await bring(list, way);
      expect(errors).to.deep.equal([]);
      const rows = [...list.shadowRoot!.querySelectorAll('[role=option]')];
      expect(rows.map((row) => row.querySelector('[part=name]')!.textContent)).to.deep.equal([
        'Ana',
        'Ben',
      ]);
      const dot = rows[0]!.querySelector('tui-online-dot')!;
      expect(dot.status).to.equal('online');
      expect(dot.getBoundingClientRect().width).to.equal(12);
      expect(rows[0]!.getBoundingClientRect().height).to.equal(60);
      world.source.setStatus('ana', 'offline');
      await world.page.pass(A_WHILE);
      expect(dot.status).to.equal('offline');
      list.remove();
    });
  }

  it('does not fail in a document that nobody sees', async () => {
    const dot = make('tui-online-dot', { status: 'online' });
    const list = make('tui-contact-list', { contacts: CONTACTS });
    document.implementation.createHTMLDocument().body.append(dot, list);
    await Promise.all([dot.updateComplete, list.updateComplete]);
    document.body.append(dot, list);
    await Promise.all([dot.updateComplete, list.updateComplete]);
    expect(errors).to.deep.equal([]);
    expect(dot.getBoundingClientRect().width).to.equal(12);
    dot.remove();
    list.remove();
  });
});
