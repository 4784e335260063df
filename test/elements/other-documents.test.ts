import { expect, fixture, html, nextFrame } from '@open-wc/testing';
import type { LitElement } from 'lit';
import '../../elements/define.js';
import type { TestPresence } from '../support/elements.js';
import { A_WHILE, startPresence } from '../support/elements.js';

const CONTACTS = [
  { userID: 'ana', name: 'Ana' },
  { userID: 'ben', name: 'Ben' },
];

/** An element that is not in a document yet. */
function make<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  properties: Partial<HTMLElementTagNameMap[Tag]>,
): HTMLElementTagNameMap[Tag] & LitElement {
  const element = document.createElement(tag);
  return Object.assign(element, properties) as HTMLElementTagNameMap[Tag] & LitElement;
}

/** How an element comes into another document: at once, or after it was shown in its own. */
const WAYS = ['created for it', 'moved to it', 'moved to it and back'] as const;

describe('an element in another document', () => {
  let world: TestPresence;
  let frame: HTMLIFrameElement;
  let errors: unknown[];
  const onerror = window.onerror;

  beforeEach(async () => {
    errors = [];
    window.onerror = (...details) => {
      errors.push(details[0]);
      return true;
    };
    world = startPresence({ contacts: CONTACTS });
    world.source.setStatus('ana', 'online');
    frame = await fixture<HTMLIFrameElement>(html`<iframe width="400" height="400"></iframe>`);
  });

  afterEach(() => {
    window.onerror = onerror;
  });

  /** One of each element. */
  function makeEach(): LitElement[] {
    const { controller: presence } = world;
    return [
      make('tui-online-dot', { userId: 'ana', presence }),
      make('tui-person', { userId: 'ana', presence }),
      make('tui-avatar-stack', { presence }),
      make('tui-contact-list', { presence }),
      make('tui-conversation-list', { presence }),
      make('tui-own-status', { presence }),
    ];
  }

  async function bring(element: LitElement, way: (typeof WAYS)[number]): Promise<void> {
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
    await world.environment.pass(A_WHILE);
    await nextFrame();
  }

  for (const way of WAYS) {
    it(`is a dot with its styles, which follows its user: ${way}`, async () => {
      const dot = make('tui-online-dot', { userId: 'ana', presence: world.controller });
      await bring(dot, way);
      expect(errors).to.deep.equal([]);
      expect(dot.getAttribute('status')).to.equal('online');
      expect(dot.getBoundingClientRect().width).to.equal(12);
      world.source.setStatus('ana', 'offline');
      await world.environment.pass(A_WHILE);
      await dot.updateComplete;
      expect(dot.getAttribute('status')).to.equal('offline');
      dot.remove();
    });

    it(`is a list with its styles, whose rows follow their users: ${way}`, async () => {
      const list = make('tui-contact-list', { presence: world.controller });
      list.style.height = '300px';
      await bring(list, way);
      expect(errors).to.deep.equal([]);
      const rows = [...list.shadowRoot!.querySelectorAll('[role=option]')];
      expect(rows.map((row) => row.querySelector('[part=name]')!.textContent)).to.deep.equal([
        'Ana',
        'Ben',
      ]);
      const dot = rows[0]!.querySelector('[part~=dot]')!;
      expect(dot.part.contains('online-status-online')).to.be.true;
      expect(dot.getBoundingClientRect().width).to.equal(12);
      expect(rows[0]!.getBoundingClientRect().height).to.equal(60);
      world.source.setStatus('ana', 'offline');
      await world.environment.pass(A_WHILE);
      expect(dot.part.contains('online-status-offline')).to.be.true;
      list.remove();
    });
  }

  for (const way of WAYS) {
    it(`is a person and a stack with their styles, which follow their users: ${way}`, async () => {
      const person = make('tui-person', { userId: 'ana', presence: world.controller });
      const stack = make('tui-avatar-stack', { presence: world.controller });
      person.style.setProperty('--tui-avatar-size', '48');
      await bring(person, way);
      await bring(stack, way);
      expect(errors).to.deep.equal([]);
      const picture = person.shadowRoot!.querySelector('[part=avatar]')!;
      expect(picture.getBoundingClientRect().width).to.equal(40);
      const [ana] = stack.shadowRoot!.querySelectorAll<HTMLElement>('.person');
      expect(ana!.getBoundingClientRect().width).to.equal(48);
      expect(ana!.dataset['status']).to.equal('online');
      world.source.setStatus('ana', 'offline');
      await world.environment.pass(A_WHILE);
      await person.updateComplete;
      await stack.updateComplete;
      expect(person.shadowRoot!.querySelector('[part=status]')!.textContent).to.equal('Offline');
      expect(ana!.getAttribute('aria-label')).to.equal('Ana, offline');
      person.remove();
      stack.remove();
    });
  }

  it('shares its style sheets with the elements of its class in the same document', async () => {
    const dots = [1, 2, 3].map(() => make('tui-online-dot', { status: 'online' }));
    const [one, two, three] = dots;
    frame.contentDocument!.body.append(one!, two!);
    document.body.append(three!);
    await Promise.all(dots.map((dot) => dot.updateComplete));
    const sheetsOf = (dot: LitElement | undefined) => dot!.shadowRoot!.adoptedStyleSheets;
    expect(sheetsOf(one)[0]).to.equal(sheetsOf(two)[0]);
    expect(sheetsOf(one)[0]).not.to.equal(sheetsOf(three)[0]);
    dots.forEach((dot) => dot.remove());
  });

  it('observes no one once its window has gone, and follows again where the page moves it to', async () => {
    const { controller } = world;
    const elements = makeEach();
    for (const element of elements) await bring(element, 'moved to it');
    expect(controller.stats.observed).to.be.at.least(2);
    frame.remove();
    await world.environment.pass(A_WHILE);
    expect(controller.stats.observed).to.equal(0);
    document.body.append(...elements);
    await Promise.all(elements.map(({ updateComplete }) => updateComplete));
    world.source.setStatus('ana', 'offline');
    await world.environment.pass(A_WHILE);
    await nextFrame();
    const [dot, , , list] = elements;
    expect(dot!.getAttribute('status')).to.equal('offline');
    const row = list!.shadowRoot!.querySelector<HTMLElement>('[data-user-id=ana]')!;
    expect(row.dataset['status']).to.equal('offline');
    expect(errors).to.deep.equal([]);
    elements.forEach((element) => element.remove());
    await world.environment.pass(A_WHILE);
    expect(controller.stats.observed).to.equal(0);
  });

  for (const isSpeaking of [false, true]) {
    const what = isSpeaking ? 'what it announced is cleared' : 'the page sets a property';
    it(`observes no one either when ${what} after its window has gone`, async () => {
      const { controller, environment, source } = world;
      const elements = makeEach();
      for (const element of elements) await bring(element, 'created for it');
      if (isSpeaking) source.drop();
      await environment.pass(A_WHILE);
      const said = elements[3]!.shadowRoot!.querySelector('.said')!.textContent;
      expect(said).to.equal(isSpeaking ? 'Connection lost. Showing last known status.' : '');
      frame.remove();
      if (!isSpeaking) for (const element of elements) element.requestUpdate();
      await Promise.all(elements.map(({ updateComplete }) => updateComplete));
      await environment.pass(A_WHILE);
      expect(controller.stats.observed).to.equal(0);
      expect(controller.directory.isObserved).to.be.false;
      expect(errors).to.deep.equal([]);
    });
  }

  it('gives the rows of the page back once its window has gone', async () => {
    const released: (string | null)[] = [];
    const list = make('tui-contact-list', {
      presence: world.controller,
      renderContact: ({ userID }) => document.createTextNode(userID),
      releaseContact: ({ textContent }) => void released.push(textContent),
    });
    list.style.height = '300px';
    await bring(list, 'moved to it');
    released.length = 0;
    frame.remove();
    await world.environment.pass(A_WHILE);
    expect(released).to.have.members(['ana', 'ben']);
    list.scrollToContact('ana');
    await world.environment.pass(A_WHILE);
    expect(world.controller.stats.observed).to.equal(0);
    expect(errors).to.deep.equal([]);
  });

  it('does not fail in a document without a window', async () => {
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
