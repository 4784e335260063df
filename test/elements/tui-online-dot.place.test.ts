import { expect, fixture, fixtureCleanup, html } from '@open-wc/testing';
import '../../elements/define/tui-online-dot.js';
import type { TuiOnlineDot } from '../../elements/tui-online-dot.js';
import { innerOf } from '../support/online-dot.js';

/** Renders markup with one dot in it, among the rules of a page. */
async function place(css: string, markup = '<dot></dot>', status = 'online') {
  fixtureCleanup();
  const page = await fixture<HTMLElement>(html`<div></div>`);
  const tags = markup
    .replace('<dot>', `<tui-online-dot status="${status}">`)
    .replace('</dot>', '</tui-online-dot>');
  page.innerHTML = `<style></style><div class="page">${tags}</div>`;
  page.querySelector('style')!.textContent = css;
  const dot = page.querySelector<TuiOnlineDot>('tui-online-dot')!;
  await dot.updateComplete;
  return { page, dot, box: innerOf(dot).getBoundingClientRect() };
}

const sizeOf = ({ box }: { box: DOMRect }) => [box.width, box.height];

describe('the place of <tui-online-dot>', () => {
  for (const rule of [
    'all: unset',
    'all: initial',
    'all: revert',
    'display: revert',
    'display: inline',
    'display: inline-block',
    'display: contents',
    'display: table-cell',
    'display: list-item',
    'display: flow-root',
    'display: flex; flex-direction: column; align-items: stretch',
    'display: grid; place-items: center; grid-template: 5px / 5px',
    'width: auto; height: auto',
    'width: 0; height: 0',
    'width: 100%; height: 100%',
    'min-width: 0; max-width: 3px',
    'flex: 1',
    'flex: 0 1 0px; min-width: 0',
    'line-height: 5; font-size: 40px',
    'contain: strict',
    'text-indent: 50px',
    'letter-spacing: 20px',
    'writing-mode: vertical-rl',
    'position: absolute',
    'float: right',
    'overflow: hidden; inline-size: auto',
  ]) {
    it(`keeps the dot's size under ${rule}`, async () => {
      expect(sizeOf(await place(`tui-online-dot { ${rule} }`))).to.deep.equal([12, 12]);
    });
  }

  const LONG = 'A name as long as Björn Östlund-Håkansson the Second of Uppsala and of Everywhere';

  for (const [where, css, markup] of [
    [
      'a flex row beside a long name',
      '.row { display: flex; width: 150px } b { white-space: nowrap } * { min-width: 0 }',
      `<div class="row"><b>${LONG}</b><dot></dot></div>`,
    ],
    [
      'a flex column',
      '.row { display: flex; flex-direction: column; height: 5px }',
      '<div class="row"><dot></dot><p>Text</p></div>',
    ],
    [
      'a grid',
      '.row { display: grid; grid-template-columns: auto 1fr }',
      '<div class="row"><dot></dot><p>Text</p></div>',
    ],
    [
      'a table',
      'td { padding: 0 } td:last-child { width: 100% }',
      `<table><tr><td><dot></dot></td><td>${LONG}</td></tr></table>`,
    ],
    ['a heading', 'h1 { font-size: 60px; line-height: 0.8 }', '<h1>Ana <dot></dot></h1>'],
    [
      'a button',
      'button { font-size: 8px; text-transform: uppercase }',
      '<button>Ana <dot></dot></button>',
    ],
    ['a label', 'label { display: inline-flex; width: 20px }', `<label>${LONG}<dot></dot></label>`],
  ] as const) {
    it(`keeps its size in ${where}`, async () => {
      const placed = await place(css, markup);
      expect(sizeOf(placed)).to.deep.equal([12, 12]);
      const { width, height } = placed.dot.getBoundingClientRect();
      expect(width).to.be.at.least(12);
      expect(height).to.be.at.least(12);
    });
  }

  for (const rule of [
    '',
    'display: inline',
    'display: contents',
    'display: revert',
    'all: unset',
  ]) {
    it(`stays in the line of its name with ${rule || 'no rule'}`, async () => {
      const { page, box } = await place(
        `tui-online-dot { ${rule} }`,
        '<p><b>Ana</b> <dot></dot> and others</p>',
      );
      const name = page.querySelector('b')!.getBoundingClientRect();
      expect(box.left).to.be.greaterThan(name.right);
      expect(box.top).to.be.at.least(name.top - 1);
      expect(box.bottom).to.be.at.most(name.bottom + 1);
    });
  }

  it('does not make a line of text higher', async () => {
    const css = 'p { font: 16px/20px sans-serif; margin: 0 }';
    const { page } = await place(css, '<p>Ana <dot></dot></p>');
    expect(page.querySelector('p')!.offsetHeight).to.equal(20);
  });

  for (const value of ['14', 'abc', '-4px', 'none']) {
    it(`has its own size where the page's is ${value}`, async () => {
      for (const status of ['online', 'busy']) {
        const css = `tui-online-dot { --tui-online-dot-size: ${value} }`;
        expect(sizeOf(await place(css, '<dot></dot>', status))).to.deep.equal([12, 12]);
      }
    });
  }

  it('is as small and as large as the page says', async () => {
    for (const size of [6, 8, 20, 40]) {
      const placed = await place(`tui-online-dot { --tui-online-dot-size: ${size}px }`);
      expect(sizeOf(placed)).to.deep.equal([size, size]);
      expect(placed.dot.getBoundingClientRect().width).to.equal(size);
    }
  });

  it('keeps its shape where the colour around it is none', async () => {
    const { dot } = await place('tui-online-dot { --tui-online-dot-ring: 7 }');
    expect(getComputedStyle(innerOf(dot)).backgroundImage).to.contain('gradient');
  });

  it('is printed', async () => {
    const { dot } = await place('');
    const style = getComputedStyle(innerOf(dot));
    expect(style.getPropertyValue('print-color-adjust')).to.equal('exact');
  });

  it('is hidden by the attributes that hide every element', async () => {
    for (const attribute of ['hidden', 'popover']) {
      const { dot } = await place('tui-online-dot { all: unset }');
      dot.setAttribute(attribute, '');
      const hasBox = dot.getClientRects().length > 0;
      expect(hasBox, attribute).to.equal(attribute === 'popover');
    }
    const { dot } = await place('');
    dot.setAttribute('popover', '');
    expect(dot.getClientRects()).to.have.length(0);
    dot.removeAttribute('popover');
    dot.setAttribute('hidden', 'until-found');
    expect(dot.getBoundingClientRect().width).to.equal(0);
  });
});
