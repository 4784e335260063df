import { expect } from '@open-wc/testing';
import { boxOf, drawn, LISTS, place, seenRows } from '../../support/page-rules.js';
import type { PlacedList } from '../../support/page-rules.js';

/** Where all that is read in the rows is, from the corner of the list. */
function textBoxes(placed: PlacedList): string[] {
  const { left, top } = boxOf(placed);
  return seenRows(placed).flatMap((row) =>
    [...row.querySelectorAll('.avatar, .name, .line, .dot')].map((element) => {
      const [box = new DOMRect()] = element.getClientRects();
      if (box.width === 0) return '';
      return [box.left - left, box.top - top, box.width, box.height].map(Math.round).join();
    }),
  );
}

const bottomOf = (placed: PlacedList, index: number) =>
  placed.scroller.querySelector(`[aria-posinset="${index}"]`)!.getBoundingClientRect().bottom;

describe('a list among the rules of a page', () => {
  for (const tag of LISTS) {
    for (const rule of [
      'text-indent: 40px',
      'letter-spacing: 6px',
      'word-spacing: 20px',
      'text-transform: uppercase',
      'text-shadow: 0 0 9px red',
      'white-space: pre',
      'line-height: 0',
      'line-height: 4',
      'font: italic 900 40px / 3 sans-serif',
      'font-size: 0',
      'text-align: right',
      'word-break: break-all',
      'hyphens: auto',
      '-webkit-text-fill-color: transparent',
      '-webkit-text-stroke: 2px red',
      'font-variant: small-caps',
      'font-stretch: 200%',
      'text-emphasis: dot',
      'cursor: wait',
      'writing-mode: vertical-rl',
      'text-orientation: upright',
    ]) {
      it(`is drawn in <${tag}> as without an inherited ${rule}`, async () => {
        const markup = '<section><i>Text</i><list></list></section>';
        const size = `${tag} { width: 320px; font-family: monospace }`;
        const plain = textBoxes(await place(size, { tag, markup }));
        const placed = await place(`${size} section { ${rule} }`, { tag, markup });
        expect(textBoxes(placed)).to.deep.equal(plain);
        const name = getComputedStyle(seenRows(placed)[0]!.querySelector('.name')!);
        expect(name.textShadow).to.equal('none');
        expect(name.textTransform).to.equal('none');
        expect(name.webkitTextFillColor).to.equal(name.color);
        expect(name.fontStyle).to.equal('normal');
      });
    }
  }

  it('stays invisible in what is invisible', async () => {
    const placed = await place('section { visibility: hidden }', {
      markup: '<section><list></list></section>',
    });
    expect(getComputedStyle(seenRows(placed)[0]!).visibility).to.equal('hidden');
  });

  it('has the colours of a page that a reset leaves it', async () => {
    const placed = await place('section { color: rgb(1, 2, 3) } tui-contact-list { all: unset }', {
      markup: '<section><list></list></section>',
    });
    const name = seenRows(placed)[0]!.querySelector('.name')!;
    expect(getComputedStyle(name).color).to.equal('rgb(1, 2, 3)');
  });

  it('has the language of the page for its letters', async () => {
    const markup = '<section lang="ja"><list></list></section>';
    const placed = await place('', { markup });
    const style = getComputedStyle(seenRows(placed)[0]!);
    // Firefox has no property for it.
    if (CSS.supports('-webkit-locale', 'auto')) {
      expect(style.getPropertyValue('-webkit-locale')).to.contain('ja');
    }
  });

  describe('wrong custom properties', () => {
    for (const value of ['48', 'abc', '-5px', 'none', '""', '50%', 'red']) {
      it(`leave the defaults for ${value}`, async () => {
        const names = ['row-height', 'avatar-size', 'list-max-height', 'online-dot-size'];
        const css = names.map((name) => `--tui-${name}: ${value};`).join('');
        const placed = await place(`tui-contact-list { ${css} }`);
        const row = seenRows(placed)[0]!;
        expect(placed.list.offsetHeight).to.be.within(1, 400);
        expect(seenRows(placed).length).to.be.at.least(1);
        expect(row.offsetHeight).to.equal(60);
        for (const [selector, size] of Object.entries({ '.avatar': 40, '.dot': 12 })) {
          const { width, height } = row.querySelector(selector)!.getBoundingClientRect();
          expect([width, height], selector).to.deep.equal([size, size]);
        }
      });
    }

    it('leave the surface and the text readable', async () => {
      const placed = await place(
        'tui-contact-list { --tui-color-text: 1; --tui-online-dot-ring: none; --tui-font: 7 }',
      );
      expect(seenRows(placed).length).to.be.within(6, 8);
    });

    it('is right again when the property is', async () => {
      const placed = await place('tui-contact-list { --tui-row-height: 48 }');
      placed.list.style.setProperty('--tui-row-height', '48px');
      placed.list.style.setProperty('--tui-list-max-height', '200px');
      await drawn();
      expect(placed.list.offsetHeight).to.equal(200);
      expect(seenRows(placed)[0]!.offsetHeight).to.equal(48);
    });
  });

  describe('the height of a row', () => {
    it('follows the picture', async () => {
      const placed = await place('tui-contact-list { --tui-avatar-size: 80px }');
      const [one, two] = seenRows(placed).map((row) =>
        row.querySelector('.avatar')!.getBoundingClientRect(),
      );
      expect(one!.height).to.equal(80);
      expect(two!.top).to.be.at.least(one!.bottom + 8);
    });

    for (const tag of LISTS) {
      it(`of <${tag}> is never lower than its picture and its lines`, async () => {
        const css = `:root { font-size: 32px } ${tag} { --tui-row-height: 48px }`;
        const placed = await place(css, { tag });
        const row = seenRows(placed)[0]!;
        const words = row.querySelector('.words')!.getBoundingClientRect();
        expect(words.height).to.be.at.most(row.offsetHeight);
        expect(row.offsetHeight).to.be.within(70, 80);
        placed.list.style.setProperty('--tui-row-height', '10px');
        placed.list.style.setProperty('--tui-avatar-size', '24px');
        await drawn();
        expect(seenRows(placed)[0]!.offsetHeight).to.be.within(38, 42);
      });
    }

    it('has one line below 44 px', async () => {
      const css = 'tui-conversation-list { --tui-row-height: 43px; --tui-avatar-size: 24px }';
      const tag = 'tui-conversation-list';
      const placed = await place(css, { tag });
      const lines = () =>
        [...seenRows(placed)[0]!.querySelectorAll('.pair')].map(
          (pair) => getComputedStyle(pair).display !== 'none',
        );
      expect(lines()).to.deep.equal([true, false]);
      placed.list.style.setProperty('--tui-row-height', '44px');
      await drawn();
      expect(lines()).to.deep.equal([true, true]);
    });
  });

  it('does not cut the last row under a padding of its part', async () => {
    const placed = await place(
      'tui-contact-list { height: 300px } tui-contact-list::part(list) { padding: 20px 8px 30px }',
    );
    const { scroller } = placed;
    expect(seenRows(placed)[0]!.getBoundingClientRect().top).to.be.closeTo(
      boxOf(placed).top + 24,
      0.5,
    );
    scroller.focus();
    scroller.dispatchEvent(new KeyboardEvent('keydown', { key: 'End' }));
    await drawn();
    expect(bottomOf(placed, 100)).to.be.at.most(scroller.getBoundingClientRect().bottom);
    scroller.scrollTop = 1e6;
    await drawn();
    expect(bottomOf(placed, 100)).to.be.closeTo(boxOf(placed).bottom - 32, 3);
    scroller.dispatchEvent(new KeyboardEvent('keydown', { key: 'Home' }));
    await drawn();
    expect(bottomOf(placed, 1)).to.be.at.least(boxOf(placed).top + 60);
  });

  it('lets nothing be seen through its headings where it has no colour of its own', async () => {
    const first = 'group-by="initial"';
    const placed = await place('tui-contact-list { --tui-color-surface: transparent }', { first });
    placed.scroller.scrollTop = 100;
    await drawn();
    const heading = () => placed.scroller.querySelector('[part=group]')!.getBoundingClientRect();
    expect(heading().bottom).to.be.below(placed.scroller.getBoundingClientRect().top);
    const opaque = await place('', { first });
    opaque.scroller.scrollTop = 100;
    await drawn();
    const stuck = opaque.scroller.querySelector('[part=group]')!.getBoundingClientRect();
    expect(stuck.top).to.equal(opaque.scroller.getBoundingClientRect().top);
  });

  describe('the attributes of every element', () => {
    const hides = ['hidden', 'hidden=""', 'popover', 'popover="manual"'];
    for (const first of hides) {
      it(`hide it: ${first}`, async () => {
        const placed = await place('', { first });
        expect(placed.list.getClientRects()).to.have.length(0);
      });
    }

    it('hide it whatever display the page gives it: hidden', async () => {
      const placed = await place('tui-contact-list { display: block }', { first: 'hidden' });
      expect(placed.list.getClientRects()).to.have.length(0);
    });

    it('hide what is in it and leave it in the page: hidden="until-found"', async () => {
      const placed = await place('', { first: 'hidden="until-found"' });
      expect(placed.list.offsetHeight).to.equal(0);
      const row = seenRows(placed)[0];
      if (row) expect(row.checkVisibility({ contentVisibilityAuto: true })).to.be.false;
      placed.list.removeAttribute('hidden');
      await drawn();
      expect(placed.list.offsetHeight).to.equal(400);
      expect(seenRows(placed).length).to.be.within(6, 8);
    });

    it('show it on top: popover', async () => {
      const placed = await place('', { first: 'popover', rows: 3 });
      placed.list.showPopover();
      await drawn();
      const { width, height } = boxOf(placed);
      expect([width, height]).to.deep.equal([320, 188]);
      expect(seenRows(placed)).to.have.length(3);
    });
  });

  it('keeps its place when a dialog gives it the focus as it opens', async () => {
    const placed = await place('tui-contact-list { height: 300px }', {
      markup: '<dialog><list></list></dialog>',
    });
    const dialog = placed.page.querySelector('dialog')!;
    placed.scroller.autofocus = true;
    dialog.showModal();
    placed.scroller.focus();
    await drawn();
    expect(placed.scroller.scrollTop).to.equal(0);
    expect(seenRows(placed)[0]!.getAttribute('aria-posinset')).to.equal('1');
    dialog.close();
    await drawn();
    dialog.showModal();
    placed.scroller.focus();
    await drawn();
    expect(placed.scroller.scrollTop).to.equal(0);
    expect(seenRows(placed).length).to.be.within(5, 6);
  });

  for (const css of ['zoom: 1.5', 'zoom: 0.5', 'transform: scale(0.5)']) {
    it(`shows rows in all of its height under ${css}`, async () => {
      const placed = await place(`section { ${css} } tui-contact-list { height: 480px }`, {
        markup: '<section><list></list></section>',
      });
      // WebKit does not zoom lengths in rem, so that rows differ in height.
      const rows = seenRows(placed).map((row) => row.getBoundingClientRect());
      expect(rows.length).to.be.within(4, 9);
      expect(rows.at(-1)!.bottom).to.be.at.least(boxOf(placed).bottom - 5);
      rows.reduce((before, row) => {
        expect(row.top).to.be.closeTo(before.bottom, 1);
        return row;
      });
      placed.scroller.scrollTop = 1e6;
      await drawn();
      expect(bottomOf(placed, 100)).to.be.closeTo(boxOf(placed).bottom - 3, 4);
    });
  }

  it('is printed with its dots, letters and counts', async () => {
    for (const tag of LISTS) {
      const row = seenRows(await place('', { tag }))[0]!;
      for (const selector of ['.letters', '.dot']) {
        const style = getComputedStyle(row.querySelector(selector)!);
        expect(style.getPropertyValue('print-color-adjust'), selector).to.equal('exact');
      }
    }
  });
});
