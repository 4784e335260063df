import { expect } from '@open-wc/testing';
import { OwnStatusPage } from '../support/own-status-page.js';

const frames = async () => {
  for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
};

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
      const page = await OwnStatusPage.openAmong(
        css,
        markup ?? '<div class="box"><div data-here></div></div>',
      );
      await page.openMenu();
      page.expectPanelSeen();
      expectBeside(page);
    });
  }

  it('is on top of a modal dialog', async () => {
    const page = await OwnStatusPage.openAmong('', '<dialog><div data-here></div></dialog>');
    const dialog = page.element.closest('dialog')!;
    dialog.showModal();
    await page.openMenu();
    page.expectPanelSeen();
    expectBeside(page);
    await page.key('Escape');
    expect(page.isOpen).to.be.false;
    expect(dialog.open).to.be.true;
    dialog.close();
  });

  it('is on top of a popover of the page, which stays open', async () => {
    const page = await OwnStatusPage.openAmong(
      '',
      '<div popover class="pop"><div data-here></div></div>',
    );
    const popover = page.element.closest<HTMLElement>('.pop')!;
    popover.showPopover();
    await page.openMenu();
    page.expectPanelSeen();
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
      const page = await OwnStatusPage.openAmong(
        `.box { position: fixed; ${corner} }`,
        '<div class="box"><div data-here></div></div>',
      );
      await page.openMenu();
      page.expectPanelSeen();
    });
  }

  it('follows the button while the page scrolls', async () => {
    const css =
      '.box { overflow: auto; height: 200px } .tall { height: 900px; padding-top: 100px }';
    const page = await OwnStatusPage.openAmong(
      css,
      '<div class="box"><div class="tall"><div data-here></div></div></div>',
    );
    await page.openMenu();
    page.element.closest('.box')!.scrollTop = 60;
    await frames();
    expectBeside(page);
  });

  it('closes with a part of the page that is hidden, and takes no key after that', async () => {
    const page = await OwnStatusPage.openAmong('', '<div class="box"><div data-here></div></div>');
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
    const page = await OwnStatusPage.openAmong(
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
    const page = await OwnStatusPage.openAmong('');
    page.element.choices = choices;
    await page.openMenu();
    page.expectPanelSeen();
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
        const page = await OwnStatusPage.openAmong(
          css,
          '<div class="box"><div data-here></div></div>',
        );
        await page.openMenu();
        page.expectPanelSeen();
        expectBeside(page);
        await page.key('Escape');
        expect(page.isOpen).to.be.false;
      });
    }
  });
});
