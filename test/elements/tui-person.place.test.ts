import { expect, fixture, fixtureCleanup, html } from '@open-wc/testing';
import '../../elements/define/tui-avatar-stack.js';
import '../../elements/define/tui-person.js';
import { startPresence } from '../support/elements.js';
import { contactsNamed } from '../support/contact-list-page.js';
import { viewReported } from '../support/person.js';

const TAGS = {
  line: '<tui-person user-id="ana" name="Ana Okafor"></tui-person>',
  avatar: '<tui-person user-id="ana" name="Ana Okafor" view="avatar"></tui-person>',
  stack: '<tui-avatar-stack max="3" count></tui-avatar-stack>',
};

type Kind = keyof typeof TAGS;

/** Renders markup with one element in it, among the rules of a page. */
async function place(css: string, tag: string, markup = '<tag>') {
  fixtureCleanup();
  const page = await fixture<HTMLElement>(html`<div></div>`);
  page.innerHTML = `<style></style><div class="page">${markup.replace('<tag>', tag)}</div>`;
  page.querySelector('style')!.textContent = `.page { font: 16px/24px monospace } ${css}`;
  const element = page.querySelector<HTMLElementTagNameMap['tui-person' | 'tui-avatar-stack']>(
    'tui-person, tui-avatar-stack',
  )!;
  const { controller, source, environment } = startPresence();
  source.setStatus('ana', 'online');
  element.presence = controller;
  Object.assign(element, { contacts: contactsNamed('Ana', 'Ben', 'Carla', 'Dele') });
  await viewReported();
  await environment.pass(1000);
  await element.updateComplete;
  const root = element.shadowRoot!;
  return { page, element, root, box: root.querySelector<HTMLElement>('.box')! };
}

/** Where everything that is seen in an element is, from the corner of its box. */
function boxesOf({ root, box }: Awaited<ReturnType<typeof place>>): string[] {
  const { left, top } = box.getBoundingClientRect();
  const seen = root.querySelectorAll('.avatar, .letters, .name, .status, .dot, .number, .count');
  return [...seen].map((element) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    return `${element.className} ${[x - left, y - top, width, height].map(Math.round).join()}`;
  });
}

const RULES = [
  'all: unset',
  'all: initial',
  'all: revert',
  'display: block',
  'display: inline',
  'display: inline-block',
  'display: contents',
  'display: flow-root',
  'display: table-cell',
  'display: list-item',
  'display: flex; flex-direction: column; align-items: stretch',
  'flex: 0 1 0px; min-width: 0',
  'height: 0',
  'line-height: 5; font-size: 40px',
  'line-height: 0',
  'font-size: 0',
  'text-indent: 50px',
  'letter-spacing: 20px',
  'text-transform: uppercase',
  'white-space: pre-wrap',
  'word-break: break-all',
  'writing-mode: vertical-rl',
  'position: absolute',
  'float: right',
  'text-align: center',
];

describe('a person and a stack among the rules of a page', () => {
  for (const kind of Object.keys(TAGS) as Kind[]) {
    for (const rule of RULES) {
      it(`is drawn as ${kind} as without ${rule}`, async () => {
        const plain = boxesOf(await place('', TAGS[kind]));
        expect(plain.length).to.be.at.least(3);
        const css = `tui-person, tui-avatar-stack { ${rule} }`;
        // What has no other letters than its own has none of the page's.
        const family = 'tui-person, tui-avatar-stack { font-family: monospace }';
        expect(boxesOf(await place(css + family, TAGS[kind]))).to.deep.equal(plain);
      });
    }

    for (const rule of [
      'width: 0',
      'max-width: 3px',
      'contain: strict',
      'width: 100%',
      'display: grid; place-items: center; grid-template: 5px / 5px',
    ]) {
      it(`shows at least a picture as ${kind} under ${rule}`, async () => {
        const { root, box } = await place(`tui-person, tui-avatar-stack { ${rule} }`, TAGS[kind]);
        const picture = root.querySelector('.avatar')!.getBoundingClientRect();
        expect([picture.width, picture.height]).to.deep.equal([40, 40]);
        const name = root.querySelector('.name')?.getBoundingClientRect();
        if (name) expect(name.width).to.be.at.least(30);
        expect(box.getClientRects().length).to.be.at.least(1);
      });
    }

    for (const value of ['48', 'abc', '-5px', 'none', '50%', 'red']) {
      it(`has its own sizes as ${kind} where those of the page are ${value}`, async () => {
        const css = `tui-person, tui-avatar-stack {
          --tui-avatar-size: ${value}; --tui-online-dot-size: ${value}; --tui-font: ${value};
          --tui-online-dot-ring: ${value}; --tui-color-second: ${value} }`;
        const { root } = await place(css, TAGS[kind]);
        expect(root.querySelector('.avatar')!.getBoundingClientRect().width).to.equal(40);
      });
    }

    for (const hides of ['hidden', 'popover', 'popover="manual"']) {
      it(`is hidden as ${kind} by ${hides}`, async () => {
        const tag = TAGS[kind].replace(/(<[a-z-]+)/, `$1 ${hides}`);
        const css = 'tui-person, tui-avatar-stack { display: block }';
        const { element } = await place(hides === 'hidden' ? css : '', tag);
        expect(element.getClientRects()).to.have.length(0);
      });
    }

    it(`is printed as ${kind}`, async () => {
      const { root } = await place('', TAGS[kind]);
      const style = getComputedStyle(root.querySelector('.letters')!);
      expect(style.getPropertyValue('print-color-adjust')).to.equal('exact');
    });
  }

  it('has a picture and a dot as large as the page says', async () => {
    for (const [size, dot] of [
      [24, 10],
      [32, 10],
      [40, 12],
      [72, 22],
    ]) {
      const { root } = await place(`tui-person { --tui-avatar-size: ${size}px }`, TAGS.line);
      expect(root.querySelector('.avatar')!.getBoundingClientRect().width).to.equal(size);
      expect(root.querySelector('.dot')!.getBoundingClientRect().width).to.equal(dot);
    }
    const css = 'tui-person { --tui-online-dot-size: 16px }';
    const { root } = await place(css, TAGS.line);
    expect(root.querySelector('.dot')!.getBoundingClientRect().width).to.equal(16);
  });

  it('ends long names and words within the room there is', async () => {
    const name = 'Maximiliane-Theodora von Hohenstaufen-Wittelsbach'.repeat(2);
    const tag = `<tui-person user-id="ana" name="${name}"></tui-person>`;
    const css = '.page { width: 180px }';
    const { page, root, element } = await place(css, tag);
    const right = page.querySelector('.page')!.getBoundingClientRect().right;
    expect(element.getBoundingClientRect().right).to.be.at.most(right);
    const shown = root.querySelector<HTMLElement>('.name')!;
    expect(shown.scrollWidth).to.be.above(shown.clientWidth);
    expect(getComputedStyle(shown).textOverflow).to.equal('ellipsis');
    expect(root.querySelector('.avatar')!.getBoundingClientRect().width).to.equal(40);
  });

  it('never shrinks the picture in a crowded flex row', async () => {
    const css = '.page { display: flex; width: 60px } b { white-space: nowrap } * { min-width: 0 }';
    const { root } = await place(css, TAGS.line, '<b>Some long text before it</b><tag>');
    expect(root.querySelector('.avatar')!.getBoundingClientRect().width).to.equal(40);
  });
});

describe('a name in running text', () => {
  const NAME = '<tui-person user-id="ana" name="Ana Okafor" view="name"></tui-person>';

  it('is on the baseline, in the letters of the text, and makes no line higher', async () => {
    const css = 'p { font: italic 20px/28px sans-serif; margin: 0 } i { display: inline-block }';
    const { page, root, element } = await place(css, NAME, '<p><i></i><tag>, and others</p>');
    expect(page.querySelector('p')!.offsetHeight).to.equal(28);
    const name = root.querySelector('.name')!;
    expect(getComputedStyle(name).fontSize).to.equal('20px');
    expect(getComputedStyle(name).fontStyle).to.equal('italic');
    const baseline = page.querySelector('i')!.getBoundingClientRect().bottom;
    const dot = root.querySelector('.dot')!.getBoundingClientRect();
    expect(dot.bottom).to.be.closeTo(baseline, 1);
    expect(dot.width).to.equal(12);
    expect(getComputedStyle(element).display).to.equal('inline');
  });

  it('continues on the next line, and never leaves its dot alone there', async () => {
    const css = '.page { width: 60px; font-size: 16px }';
    const long = 'Maximilianetheodora';
    for (const name of [long, 'Ana O', 'Ana Ok', 'Ana Oka', 'Ana Okaf', '王伟王伟王伟', '王伟王']) {
      const tag = NAME.replace('Ana Okafor', name);
      const { root } = await place(css, tag);
      const lines = [...root.querySelector('.name')!.getClientRects()];
      const dot = root.querySelector('.dot')!.getBoundingClientRect();
      const last = lines.at(-1)!;
      expect(dot.bottom, name).to.be.within(last.top, last.bottom + 1);
    }
  });

  it('has its dot at its end from right to left, too', async () => {
    for (const [name, isRightToLeft] of [
      ['Ana', false],
      ['ليلى', true],
    ] as const) {
      const { root } = await place(
        '.page { direction: rtl }',
        NAME.replace('Ana Okafor', name),
        '<p>مرحبا <tag> مرحبا</p>',
      );
      const tail = root.querySelector('.tail')!;
      const range = document.createRange();
      const text = [...tail.childNodes].find(({ nodeValue }) => nodeValue === name)!;
      range.selectNode(text);
      const letters = range.getBoundingClientRect();
      const dot = root.querySelector('.dot')!.getBoundingClientRect();
      const gap = isRightToLeft ? letters.left - dot.right : dot.left - letters.right;
      expect(gap, name).to.be.closeTo(4.8, 1.5);
    }
  });
});
