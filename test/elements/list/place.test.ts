import { expect } from '@open-wc/testing';
import { boxOf, drawn, LISTS, place, seenRows } from '../../support/page-rules.js';

/** Rows of 60 px and 4 px above and below them. */
const THREE_ROWS = 3 * 60 + 8;

describe('the place of a list', () => {
  for (const tag of LISTS) {
    describe(`of <${tag}>`, () => {
      it('is as tall as its rows where the page gives it no height', async () => {
        const placed = await place('', { tag, rows: 3 });
        expect(placed.list.offsetHeight).to.equal(THREE_ROWS);
        expect(seenRows(placed)).to.have.length(3);
        expect(placed.scroller.scrollHeight).to.equal(placed.scroller.clientHeight);
      });

      it('is 400 px tall at most, or as tall as the page says', async () => {
        const placed = await place('', { tag });
        expect(placed.list.offsetHeight).to.equal(400);
        placed.list.style.setProperty('--tui-list-max-height', '50vh');
        await drawn();
        expect(placed.list.offsetHeight).to.be.closeTo(innerHeight / 2, 1);
      });

      for (const display of [
        'block',
        'flex',
        'inline-flex',
        'grid',
        'inline-grid',
        'inline-block',
        'flow-root',
        'list-item',
      ]) {
        it(`has the height and the width that the page gives it, with display ${display}`, async () => {
          const css = `${tag} { display: ${display}; width: 300px; height: 500px }`;
          const placed = await place(css, { tag });
          const { width, height } = boxOf(placed);
          expect([Math.round(width), Math.round(height)]).to.deep.equal([300, 500]);
          expect(seenRows(placed).length).to.be.within(8, 9);
        });

        it(`is as tall as its rows with display ${display}`, async () => {
          const css = `${tag} { display: ${display}; width: 300px }`;
          const placed = await place(css, { tag, rows: 3 });
          expect(boxOf(placed).height).to.equal(THREE_ROWS);
          expect(seenRows(placed)).to.have.length(3);
        });

        it(`stays within a greatest height with display ${display}`, async () => {
          const css = `${tag} { display: ${display}; width: 300px; max-height: 250px }`;
          const placed = await place(css, { tag });
          expect(boxOf(placed).height).to.equal(250);
        });
      }

      for (const rule of [
        'display: contents',
        'display: inline',
        'display: revert',
        'display: table; width: 300px',
        'display: table-cell',
        'all: unset',
        'all: initial',
        'all: revert',
        'contain: strict',
        'contain: size',
        'contain: content',
        'content-visibility: auto',
        'container-type: size',
        'container-type: inline-size',
        'place-items: center',
        'place-content: center',
        'align-items: center; justify-content: center',
        'flex-flow: row wrap; gap: 20px',
        'flex-direction: row-reverse',
        'display: flex; align-items: flex-start',
        'display: grid; place-items: center; place-content: center',
        'display: grid; grid-template: 20px 1fr / 30px 1fr 30px; gap: 10px',
        'grid-template: 20px 1fr / 30px 1fr 30px; grid-auto-rows: 10px; grid-auto-flow: column',
        'columns: 2',
        'min-width: auto; min-height: auto',
        'block-size: auto; inline-size: auto',
        'height: fit-content',
        'height: min-content',
        'overflow: auto',
        'overflow: hidden',
        'position: relative',
        'float: left',
        'line-height: 0; font-size: 0',
        'writing-mode: vertical-rl',
      ]) {
        it(`is not emptied by ${rule}`, async () => {
          const placed = await place(`${tag} { ${rule} }`, { tag });
          expect(boxOf(placed).height).to.equal(400);
          expect(boxOf(placed).width).to.be.at.least(150);
          expect(seenRows(placed).length).to.be.within(6, 8);
        });
      }

      it('is not emptied by display contents in a grid, and takes its cell', async () => {
        const placed = await place(
          `.grid { display: grid; grid-template: 50px auto / 200px 1fr } ${tag} { display: contents }`,
          { tag, markup: '<div class="grid"><i>1</i><i>2</i><list></list><b>4</b></div>' },
        );
        const other = placed.page.querySelector('b')!.getBoundingClientRect();
        const { width, right } = boxOf(placed);
        expect(width).to.equal(200);
        expect(right).to.be.at.most(other.left + 1);
        expect(seenRows(placed).length).to.be.within(6, 8);
      });

      for (const parent of ['display: block', 'display: flex', 'display: grid']) {
        it(`fills a parent that it is alone in, with ${parent}`, async () => {
          const css = `.parent { ${parent}; height: 540px }`;
          const markup = '<div class="parent"><list></list></div>';
          const placed = await place(css, { tag, markup });
          expect(placed.list.offsetHeight).to.equal(540);
          expect(boxOf(placed).height).to.equal(540);
          expect(seenRows(placed)).to.have.length(9);
        });
      }
    });
  }

  it('ends with the screen where it is fixed to both edges', async () => {
    const placed = await place('tui-contact-list { position: fixed; top: 56px; bottom: 0 }');
    const { top, bottom } = boxOf(placed);
    expect([top, bottom]).to.deep.equal([56, innerHeight]);
    placed.scroller.scrollTop = 1e6;
    await drawn();
    const last = placed.scroller.querySelector('[aria-posinset="100"]')!;
    expect(last.getBoundingClientRect().bottom).to.be.at.most(innerHeight);
  });

  it('is as tall as its rows where it is positioned without edges', async () => {
    const css =
      '.parent { position: relative; height: 20px } tui-contact-list { position: absolute; top: 100% }';
    const markup = '<div class="parent"><list></list></div>';
    const placed = await place(css, { rows: 3, markup });
    expect(boxOf(placed).height).to.equal(THREE_ROWS);
    expect(boxOf(placed).width).to.be.at.least(320);
  });

  it('takes what a heading in a card leaves', async () => {
    const placed = await place('.card { display: flex; flex-direction: column; height: 300px }', {
      markup: '<div class="card"><h2>Friends</h2><list></list></div>',
    });
    const card = placed.page.querySelector('.card')!.getBoundingClientRect();
    expect(boxOf(placed).bottom).to.be.closeTo(card.bottom, 0.5);
    expect(seenRows(placed).length).to.be.within(3, 5);
  });

  it('is below the heading of a card without more', async () => {
    const placed = await place('.card { height: 500px } h2 { margin: 0; height: 40px }', {
      markup: '<div class="card"><h2>Friends</h2><list></list></div>',
    });
    expect(boxOf(placed).height).to.equal(400);
  });

  for (const parent of ['height: 560px', 'min-height: 560px']) {
    it(`grows in a column with ${parent}`, async () => {
      const css = `.column { display: flex; flex-direction: column; ${parent} } tui-contact-list { flex: 1 }`;
      const markup = '<div class="column"><header>Head</header><list></list></div>';
      const placed = await place(css, { markup });
      const column = placed.page.querySelector('.column')!.getBoundingClientRect();
      expect(boxOf(placed).bottom).to.be.closeTo(column.bottom, 0.5);
      expect(seenRows(placed).length).to.be.within(8, 10);
    });
  }

  for (const parent of ['flex', 'grid; grid-template-columns: 300px 1fr']) {
    it(`is as tall as what stands beside it, in display ${parent}`, async () => {
      const css = `.row { display: ${parent} } main { height: 700px }`;
      const markup = '<div class="row"><list></list><main>Main</main></div>';
      const placed = await place(css, { markup });
      expect(boxOf(placed).height).to.equal(700);
      expect(seenRows(placed).length).to.be.within(11, 12);
    });
  }

  it('has a least height that the page gives it', async () => {
    for (const display of ['', 'display: block;']) {
      const placed = await place(`tui-contact-list { ${display} min-height: 500px }`);
      expect(boxOf(placed).height, display).to.equal(500);
      expect(seenRows(placed).length, display).to.be.within(8, 9);
    }
  });

  it('does not widen a grid or a row, nor what it is in there', async () => {
    for (const css of [
      '.page { display: grid; grid-template-columns: 1fr 1fr; width: 280px }',
      '.page { display: grid; grid-template-columns: auto 1fr; width: 280px } main { min-width: 200px }',
      '.page { display: flex; width: 280px } .page > * { flex: 1 }',
    ]) {
      for (const markup of [
        '<div class="page"><list></list><main>Main</main></div>',
        '<div class="page"><div><list></list></div><main>Main</main></div>',
      ]) {
        const placed = await place(css, { markup, first: 'searchable' });
        const page = placed.page.querySelector('.page')!;
        expect(page.scrollWidth, css + markup).to.equal(280);
        expect(boxOf(placed).width, css + markup).to.be.within(20, 200);
        expect(seenRows(placed).length, css + markup).to.be.at.least(5);
      }
    }
  });

  it('is 320 px wide where the page asks for its width', async () => {
    const css = '.row { display: flex } main { flex: 1 }';
    const markup = '<div class="row"><list></list><main>Main</main></div>';
    expect(boxOf(await place(css, { markup })).width).to.equal(320);
    expect(boxOf(await place('tui-contact-list { display: inline-flex }')).width).to.equal(320);
  });

  it('has one size for header, rows and footer together', async () => {
    const markup = '<list><p slot="header">Head</p><p slot="footer">Foot</p></list>';
    const short = await place('p { margin: 0; height: 30px }', { rows: 2, markup });
    expect(short.list.offsetHeight).to.equal(2 * 60 + 8 + 60);
    const long = await place('p { margin: 0; height: 30px }', { markup });
    expect(long.list.offsetHeight).to.equal(400);
    expect(long.scroller.clientHeight).to.equal(340);
  });

  it('is not empty when it has no rows', async () => {
    const placed = await place('', { rows: 0 });
    expect(placed.list.offsetHeight).to.be.within(60, 160);
    expect(placed.list.shadowRoot!.querySelector<HTMLElement>('.state')!.innerText).to.not.equal(
      '',
    );
  });

  it('grows and shrinks with its rows', async () => {
    const placed = await place('', { rows: 3 });
    const list = placed.list as HTMLElementTagNameMap['tui-contact-list'];
    list.contacts = list.contacts!.slice(0, 1);
    await drawn();
    expect(list.offsetHeight).to.equal(68);
    list.contacts = [...list.contacts, { userID: 'x' }, { userID: 'y' }, { userID: 'z' }];
    await drawn();
    expect(list.offsetHeight).to.equal(248);
    expect(seenRows(placed)).to.have.length(4);
  });
});
