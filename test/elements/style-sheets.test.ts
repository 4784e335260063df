import { expect, fixtureCleanup } from '@open-wc/testing';
import { boxOf, LISTS, place, seenRows } from '../support/page-rules.js';
import type { PlacedList } from '../support/page-rules.js';

/** Public style sheets, from the packages of these names. */
const SHEETS = [
  'bootstrap/dist/css/bootstrap.css',
  'tailwindcss/preflight.css',
  'bulma/css/bulma.css',
  '@picocss/pico/css/pico.css',
  'the-new-css-reset/css/reset.css',
  'antd/dist/reset.css',
  '@wordpress/base-styles/build-style/admin-schemes.css',
];

/** Rules that sites bring along, in the words of those that are met most. */
const RULES = {
  'the layout of WordPress blocks': `
    body .is-layout-flow > * { margin-block-start: 24px; margin-block-end: 0 }
    body .is-layout-constrained > :where(:not(.alignleft):not(.alignright):not(.alignfull)) {
      max-width: 645px; margin-left: auto !important; margin-right: auto !important }
    body .is-layout-flex { display: flex; flex-wrap: wrap; align-items: center }
    body .is-layout-flex > * { margin: 0 }
    body .is-layout-grid { display: grid }
    .wp-site-blocks > * { margin-block-start: 24px }`,
  'a display for every element': '* { display: block }',
  'a flex box of every element': '* { display: flex }',
  'a font and a line height for every element': '* { font: 22px/2 Georgia, serif }',
  'a box for every element': '* { box-sizing: content-box; min-width: 0; max-width: 100% }',
  'a contained layout of every element': '* { contain: layout; position: relative }',
  'slotted and unknown tags as lines': ':not(:defined), [label], [user-id] { display: inline }',
};

const MARKUP = `<main class="is-layout-flow"><section class="is-layout-constrained" id="place">
  <list></list></section><p id="text">Ana <tui-online-dot status="online"></tui-online-dot></p>
  <div id="row"><b>Ana</b><tui-online-dot status="offline"></tui-online-dot></div></main>`;

// Text follows the size that a page gives its root: Pico gives it another in each window.
const OWN = `:root:root { font-size: 16px }
  #place { display: block; inline-size: 320px; font-family: monospace }
  #row { display: flex; inline-size: 60px }`;

/** Where everything in the rows is, from the corner of the list. */
function boxesOf(placed: PlacedList): string[] {
  const { left, top, width, height } = boxOf(placed);
  const parts = placed.list.shadowRoot!.querySelectorAll(
    '.row, .avatar, .letters, .words, .name, .line, .dot, .time, input',
  );
  const boxes = [...parts].map((part) => {
    const box = part.getBoundingClientRect();
    if (part.getClientRects().length === 0) return `${part.className} hidden`;
    const numbers = [box.left - left, box.top - top, box.width, box.height];
    return `${part.className} ${numbers.map(Math.round).join()}`;
  });
  return [`${Math.round(width)},${Math.round(height)}`, ...boxes.sort()];
}

function dotsOf({ page }: PlacedList): DOMRect[] {
  return [...page.querySelectorAll('tui-online-dot')].map((dot) =>
    dot.shadowRoot!.querySelector('.dot')!.getBoundingClientRect(),
  );
}

describe('the style sheet of a page', () => {
  let sheet: HTMLElement | undefined;

  afterEach(() => {
    sheet?.remove();
    sheet = undefined;
  });

  async function link(path: string): Promise<void> {
    const element = document.createElement('link');
    element.rel = 'stylesheet';
    element.href = `/node_modules/${path}`;
    sheet = element;
    await new Promise<void>((resolve, reject) => {
      element.addEventListener('load', () => resolve());
      element.addEventListener('error', () => reject(new Error(`${path} cannot be loaded`)));
      document.head.append(element);
    });
  }

  async function write(css: string): Promise<void> {
    sheet = document.createElement('style');
    sheet.textContent = css;
    document.head.append(sheet);
    return Promise.resolve();
  }

  const ways = [
    ...SHEETS.map((path) => ({ name: path, apply: () => link(path) })),
    ...Object.entries(RULES).map(([name, css]) => ({ name, apply: () => write(css) })),
  ];

  for (const { name, apply } of ways) {
    for (const tag of LISTS) {
      it(`leaves <${tag}> as it is: ${name}`, async () => {
        const options = { tag, markup: MARKUP, first: 'searchable' };
        const plain = boxesOf(await place(OWN, options));
        // The new sheet comes to a page that has nothing yet.
        fixtureCleanup();
        await apply();
        const placed = await place(OWN, options);
        expect(seenRows(placed).length).to.be.within(5, 8);
        expect(boxesOf(placed)).to.deep.equal(plain);
      });
    }

    it(`leaves <tui-online-dot> as it is: ${name}`, async () => {
      await apply();
      const dots = dotsOf(await place(OWN, { markup: MARKUP, rows: 1 }));
      expect(dots.map(({ width, height }) => [width, height])).to.deep.equal([
        [12, 12],
        [12, 12],
      ]);
    });
  }
});
