import { expect, fixtureCleanup } from '@open-wc/testing';
import { startPresence } from '../support/elements.js';
import { OwnStatusPage } from '../support/own-status-page.js';

/** The element in markup of a page, in the place of `<i data-here>`, among the rules of the page. */
async function place(css: string, markup = '<div data-here></div>'): Promise<OwnStatusPage> {
  // The rules of an earlier page would apply to this one.
  fixtureCleanup();
  const parent = document.createElement('div');
  parent.innerHTML = `<style></style>${markup}`;
  parent.querySelector('style')!.textContent = css;
  return OwnStatusPage.open({ parent });
}

const frames = async () => {
  for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
};

/** Asserts that the whole panel is seen: within the viewport, and on top at each of its corners. */
function expectSeen(page: OwnStatusPage): void {
  const { left, top, right, bottom, width, height } = page.panel.getBoundingClientRect();
  expect(width, 'width').to.be.within(200, 376);
  expect(height, 'height').to.be.at.least(40);
  expect(left, 'left').to.be.at.least(0);
  expect(top, 'top').to.be.at.least(0);
  expect(right, 'right').to.be.at.most(innerWidth + 0.5);
  expect(bottom, 'bottom').to.be.at.most(innerHeight + 0.5);
  for (const [x, y] of [
    [left + 20, top + 20],
    [right - 20, top + 20],
    [left + 20, bottom - 20],
  ] as const) {
    expect(document.elementFromPoint(x, y) === page.element, `${x} ${y}`).to.be.true;
  }
}

/** Asserts that the panel is at the button: it begins where the button does, 4 px away. */
function expectBeside(page: OwnStatusPage): void {
  const panel = page.panel.getBoundingClientRect();
  const button = page.button.getBoundingClientRect();
  const gap = Math.max(panel.top - button.bottom, button.top - panel.bottom);
  expect(gap, 'gap').to.be.closeTo(4, 1);
  // Never closer to the edge of the window than 8 px.
  expect(panel.left, 'left').to.be.closeTo(Math.max(button.left, 8), 1);
}

describe('the place of the menu', () => {
  for (const [name, css, markup] of [
    ['a container that clips', '.box { overflow: hidden; height: 60px; width: 150px }'],
    [
      'a scrolled container',
      '.box { overflow: auto; height: 70px } .box::before { content: ""; display: block; height: 40px }',
    ],
    ['a container with paint containment', '.box { contain: paint layout; height: 60px }'],
    [
      'a transformed container',
      '.box { transform: translate(20px, 10px) scale(0.9); overflow: hidden }',
    ],
    ['a filtered container', '.box { filter: blur(0); overflow: hidden; height: 60px }'],
    [
      'a container behind another',
      '.box { z-index: 0; position: relative } .next { position: relative; z-index: 9; height: 300px; background: red }',
      '<div class="box"><div data-here></div></div><div class="next"></div>',
    ],
    ['a flex row', '.box { display: flex; inline-size: 180px }'],
    ['a grid', '.box { display: grid; grid-template: 60px / 120px }'],
    ['a table cell', '.box { display: table-cell }'],
    ['a fixed header', '.box { position: fixed; inset: 0 0 auto }'],
    ['vertical text', '.box { writing-mode: vertical-rl }'],
  ] as const) {
    it(`is on top, beside the button, in ${name}`, async () => {
      const page = await place(css, markup ?? '<div class="box"><div data-here></div></div>');
      await page.openMenu();
      expectSeen(page);
      expectBeside(page);
    });
  }

  it('is on top of a modal dialog', async () => {
    const page = await place('', '<dialog><div data-here></div></dialog>');
    const dialog = page.element.closest('dialog')!;
    dialog.showModal();
    await page.openMenu();
    expectSeen(page);
    expectBeside(page);
    await page.key('Escape');
    expect(page.isOpen).to.be.false;
    expect(dialog.open).to.be.true;
    dialog.close();
  });

  it('is on top of a popover of the page, which stays open', async () => {
    const page = await place('', '<div popover class="pop"><div data-here></div></div>');
    const popover = page.element.closest<HTMLElement>('.pop')!;
    popover.showPopover();
    await page.openMenu();
    expectSeen(page);
    expect(popover.matches(':popover-open')).to.be.true;
    popover.hidePopover();
  });

  for (const corner of [
    'left: 0; top: 0',
    'right: 0; top: 0',
    'left: 0; bottom: 0',
    'right: 0; bottom: 0',
  ]) {
    it(`is within the window in the corner ${corner}`, async () => {
      const page = await place(
        `.box { position: fixed; ${corner} }`,
        '<div class="box"><div data-here></div></div>',
      );
      await page.openMenu();
      expectSeen(page);
    });
  }

  it('follows the button while the page scrolls', async () => {
    const css =
      '.box { overflow: auto; height: 200px } .tall { height: 900px; padding-top: 100px }';
    const page = await place(
      css,
      '<div class="box"><div class="tall"><div data-here></div></div></div>',
    );
    await page.openMenu();
    page.element.closest('.box')!.scrollTop = 60;
    await frames();
    expectBeside(page);
  });

  it('closes with a part of the page that is hidden, and takes no key after that', async () => {
    const page = await place('', '<div class="box"><div data-here></div></div>');
    await page.openMenu();
    const box = page.element.closest<HTMLElement>('.box')!;
    box.style.display = 'none';
    await frames();
    await page.element.updateComplete;
    const escape = new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true });
    expect(document.body.dispatchEvent(escape)).to.be.true;
    box.style.display = '';
    await frames();
    expect(page.isOpen).to.be.false;
  });

  it('begins at the right edge of the button in right-to-left text', async () => {
    const page = await place(
      '.box { width: 600px; direction: rtl }',
      '<div class="box" dir="rtl"><div data-here></div></div>',
    );
    await page.openMenu();
    const panel = page.panel.getBoundingClientRect();
    expect(panel.right).to.be.closeTo(page.button.getBoundingClientRect().right, 1);
    expect(getComputedStyle(page.panel).direction).to.equal('rtl');
    const item = page.items[0]!;
    const dot = item.querySelector('.dot')!.getBoundingClientRect();
    expect(dot.left).to.be.above(item.querySelector('.text')!.getBoundingClientRect().left);
  });

  it('scrolls where it has not enough room, and shows what has the focus', async () => {
    const choices = Array.from({ length: 40 }, (_, number) => ({ text: `Choice ${number}` }));
    const page = await place('');
    page.element.choices = choices;
    await page.openMenu();
    expectSeen(page);
    expect(page.panel.scrollHeight).to.be.above(page.panel.clientHeight);
    await page.key('End');
    const { bottom } = page.item('Today').getBoundingClientRect();
    expect(bottom).to.be.at.most(page.panel.getBoundingClientRect().bottom);
  });

  describe('in a browser without popovers', () => {
    const { showPopover } = HTMLElement.prototype;
    const descriptor = Object.getOwnPropertyDescriptor(HTMLElement.prototype, 'popover')!;

    beforeEach(() => {
      // The attribute is then one like any other.
      Object.defineProperty(HTMLElement.prototype, 'popover', {
        value: undefined,
        configurable: true,
      });
      HTMLElement.prototype.showPopover = undefined as never;
    });

    afterEach(() => {
      Object.defineProperty(HTMLElement.prototype, 'popover', descriptor);
      HTMLElement.prototype.showPopover = showPopover;
    });

    for (const css of [
      '',
      '.box { overflow: hidden; height: 60px }',
      '.box { transform: translate(30px, 20px) }',
    ]) {
      it(`is beside the button all the same: ${css}`, async () => {
        const page = await place(css, '<div class="box"><div data-here></div></div>');
        await page.openMenu();
        expectSeen(page);
        expectBeside(page);
        await page.key('Escape');
        expect(page.isOpen).to.be.false;
      });
    }
  });
});

describe('<tui-own-status> among the rules of a page', () => {
  for (const rule of [
    'all: unset',
    'all: initial',
    'all: revert',
    'display: block',
    'display: inline',
    'display: contents',
    'display: flex; flex-direction: column; align-items: stretch',
    'display: grid; place-items: center; grid-template: 5px / 5px',
    'display: table-cell',
    'contain: strict; width: 300px; height: 60px',
    'contain: layout',
    'position: absolute; inset: 10px auto auto 10px',
    'position: fixed; top: 0; left: 0',
    'float: right',
    'writing-mode: vertical-rl',
    'font: italic 900 40px / 3 sans-serif',
    'line-height: 0',
    'font-size: 0',
    'text-indent: 40px; letter-spacing: 6px; text-transform: uppercase; white-space: pre',
    'text-align: right; word-break: break-all',
    'width: auto; height: auto; min-width: 0; max-width: none',
  ]) {
    it(`is never empty: ${rule}`, async () => {
      const page = await place(`tui-own-status { ${rule} }`);
      const { width, height } = page.button.getBoundingClientRect();
      expect(width).to.be.within(100, 322);
      expect(height).to.be.within(54, 60);
      expect(page.find('.avatar')!.getBoundingClientRect().width).to.equal(40);
      expect(page.button.querySelector('.dot')!.getBoundingClientRect().width).to.equal(12);
      const name = page.find('[part=name]')!;
      expect(name.offsetWidth).to.be.above(40);
      expect(getComputedStyle(name).fontStyle).to.equal('normal');
      await page.openMenu();
      expectSeen(page);
      expect(page.items[0]!.offsetHeight).to.be.within(34, 46);
    });
  }

  for (const value of ['48', 'abc', '-5px', 'none', '""', '50%', 'red']) {
    it(`has the default sizes for a property of ${value}`, async () => {
      const page = await place(
        `tui-own-status { --tui-avatar-size: ${value}; --tui-online-dot-size: ${value} }`,
      );
      expect(page.find('.avatar')!.getBoundingClientRect().width).to.equal(40);
      expect(page.button.querySelector('.dot')!.getBoundingClientRect().width).to.equal(12);
    });
  }

  it('has pictures of the size that the page says', async () => {
    const page = await place('tui-own-status { --tui-avatar-size: 24px }');
    expect(page.find('.avatar')!.getBoundingClientRect().width).to.equal(24);
    expect(page.button.querySelector('.dot')!.getBoundingClientRect().width).to.equal(10);
  });

  it('has a picture in a shade of the text while no one is logged in', async () => {
    fixtureCleanup();
    const page = await OwnStatusPage.open({ presence: startPresence({ userID: '' }) });
    const letters = getComputedStyle(page.find('.letters')!);
    // The shade is made of it, and one of white would not be seen on white.
    expect(letters.color).to.equal(getComputedStyle(page.button).color);
    expect(letters.color).not.to.equal('rgb(255, 255, 255)');
    expect(letters.backgroundColor).not.to.equal('rgba(0, 0, 0, 0)');
  });

  it('ends long words with an ellipsis, in the width that it has', async () => {
    const page = await place('tui-own-status { width: 160px }');
    await page.presence.controller.setOwnStatus('word '.repeat(19).trim());
    await page.pass();
    expect(page.button.getBoundingClientRect().width).to.equal(160);
    const line = page.find('[part=custom-status]')!;
    expect(line.scrollWidth).to.be.above(line.clientWidth);
  });

  it('has words of the other direction beside their dots', async () => {
    const page = await place('', '<div dir="rtl"><div data-here></div></div>');
    await page.openMenu();
    const item = page.item('Available');
    const letters = document.createRange();
    letters.selectNodeContents(item.querySelector('.text')!);
    const dot = item.querySelector('.dot')!.getBoundingClientRect();
    expect(letters.getBoundingClientRect().right).to.be.closeTo(dot.left - 12, 1);
  });

  it('is hidden by its hidden attribute, whatever display the page gives it', async () => {
    const page = await place('tui-own-status { display: block }');
    page.element.hidden = true;
    expect(page.button.getClientRects()).to.have.length(0);
  });

  it('takes the parts that the page styles', async () => {
    const page = await place('tui-own-status::part(button) { padding: 20px }');
    expect(page.button.getBoundingClientRect().height).to.be.within(80, 84);
  });
});
