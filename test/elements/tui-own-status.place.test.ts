import { expect, fixtureCleanup } from '@open-wc/testing';
import { startPresence } from '../support/elements.js';
import { OwnStatusPage } from '../support/own-status-page.js';

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
      const page = await OwnStatusPage.openAmong(`tui-own-status { ${rule} }`);
      const { width, height } = page.button.getBoundingClientRect();
      expect(width).to.be.within(100, 322);
      expect(height).to.be.within(54, 60);
      expect(page.find('.avatar')!.getBoundingClientRect().width).to.equal(40);
      expect(page.button.querySelector('.dot')!.getBoundingClientRect().width).to.equal(12);
      const name = page.find('[part=name]')!;
      expect(name.offsetWidth).to.be.above(40);
      expect(getComputedStyle(name).fontStyle).to.equal('normal');
      await page.openMenu();
      page.expectPanelSeen();
      expect(page.items[0]!.offsetHeight).to.be.within(34, 46);
    });
  }

  for (const value of ['48', 'abc', '-5px', 'none', '""', '50%', 'red']) {
    it(`has the default sizes for a property of ${value}`, async () => {
      const page = await OwnStatusPage.openAmong(
        `tui-own-status { --tui-avatar-size: ${value}; --tui-online-dot-size: ${value} }`,
      );
      expect(page.find('.avatar')!.getBoundingClientRect().width).to.equal(40);
      expect(page.button.querySelector('.dot')!.getBoundingClientRect().width).to.equal(12);
    });
  }

  it('has pictures of the size that the page says', async () => {
    const page = await OwnStatusPage.openAmong('tui-own-status { --tui-avatar-size: 24px }');
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
    const page = await OwnStatusPage.openAmong('tui-own-status { width: 160px }');
    await page.presence.controller.setOwnStatus('word '.repeat(19).trim());
    await page.pass();
    expect(page.button.getBoundingClientRect().width).to.equal(160);
    const line = page.find('[part=custom-status]')!;
    expect(line.scrollWidth).to.be.above(line.clientWidth);
  });

  it('has words of the other direction beside their dots', async () => {
    const page = await OwnStatusPage.openAmong('', '<div dir="rtl"><div data-here></div></div>');
    await page.openMenu();
    const item = page.item('Available');
    const letters = document.createRange();
    letters.selectNodeContents(item.querySelector('.text')!);
    const dot = item.querySelector('.dot')!.getBoundingClientRect();
    expect(letters.getBoundingClientRect().right).to.be.closeTo(dot.left - 12, 1);
  });

  it('is hidden by its hidden attribute, whatever display the page gives it', async () => {
    const page = await OwnStatusPage.openAmong('tui-own-status { display: block }');
    page.element.hidden = true;
    expect(page.button.getClientRects()).to.have.length(0);
  });

  it('takes the parts that the page styles', async () => {
    const page = await OwnStatusPage.openAmong('tui-own-status::part(button) { padding: 20px }');
    expect(page.button.getBoundingClientRect().height).to.be.within(80, 84);
  });
});
