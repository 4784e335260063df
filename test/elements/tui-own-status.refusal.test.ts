import { expect } from '@open-wc/testing';
import type { PresenceErrorReason } from '../../src/presence-error.js';
import { PresenceController } from '../../src/presence-controller.js';
import { startPresence } from '../support/elements.js';
import type { TestPresence } from '../support/elements.js';
import { ME, OwnStatusPage, refusing } from '../support/own-status-page.js';

/** A page whose service refuses own words for as long as there is a reason. */
async function open(): Promise<{
  page: OwnStatusPage;
  refuse: (why?: PresenceErrorReason) => void;
}> {
  const { environment, source } = startPresence({ userID: ME });
  const controller = new PresenceController({ environment }) as TestPresence['controller'];
  let reason: PresenceErrorReason | undefined;
  controller.use(refusing(source, () => reason));
  const page = await OwnStatusPage.open({ presence: { environment, source, controller } });
  return { page, refuse: (why) => (reason = why) };
}

describe('a refused own status', () => {
  afterEach(() => localStorage.clear());

  it('is shown at once, put back, and said in words', async () => {
    const { page, refuse } = await open();
    await page.choose('In a meeting');
    await page.pass();
    refuse('rate-limited');
    await page.choose('Out of office');
    expect(page.words).to.equal('Out of office');
    await page.pass();
    expect(page.words).to.equal('In a meeting');
    expect(page.errorText).to.match(
      /^Your status could not be changed\.\s+Too many requests\. Wait a moment\.$/,
    );
    expect(page.error.getClientRects()).to.have.length(1);
    expect(page.changes).to.deep.equal(['In a meeting']);
    await expect(page.element).to.be.accessible();
  });

  it('says in the language of the page what a user can do, and nothing for developers', async () => {
    const { page, refuse } = await open();
    refuse('feature-disabled');
    await page.choose('In a meeting');
    await page.pass();
    expect(page.errorText).to.equal('Your status could not be changed.');
    page.element.lang = 'ja';
    await page.pass();
    page.element.requestUpdate();
    await page.pass();
    expect(page.errorText).to.equal('ステータスを変更できませんでした。');
    refuse('timeout');
    await page.press('再試行');
    await page.pass();
    expect(page.errorText).to.contain('応答がありません');
  });

  it('does not take the focus, and is sent again by a button', async () => {
    const { page, refuse } = await open();
    refuse('timeout');
    await page.choose('In a meeting');
    await page.pass();
    expect(page.element.shadowRoot!.activeElement === page.button).to.be.true;
    refuse();
    await page.press('Try again');
    await page.pass();
    expect(page.errorText).to.equal('');
    expect(page.error.getClientRects()).to.have.length(0);
    expect(page.words).to.equal('In a meeting');
    expect(page.changes).to.deep.equal(['In a meeting']);
  });

  for (const [way, end] of [
    ['its button', (page: OwnStatusPage) => page.press('Close')],
    ['Escape', (page: OwnStatusPage) => page.key('Escape')],
    ['the next menu', (page: OwnStatusPage) => page.openMenu()],
  ] as const) {
    it(`is forgotten by ${way}`, async () => {
      const { page, refuse } = await open();
      refuse('timeout');
      await page.choose('In a meeting');
      await page.pass();
      await end(page);
      await page.pass();
      expect(page.errorText).to.equal('');
      expect(page.error.getClientRects()).to.have.length(0);
    });
  }

  it('waits until a menu is closed that was opened meanwhile, and takes an Escape of its own', async () => {
    const { page, refuse } = await open();
    refuse('timeout');
    await page.openMenu();
    page.item('In a meeting').click();
    await page.openMenu();
    await page.pass();
    page.expectPanelSeen();
    expect(page.errorText).to.equal('');
    await page.key('Escape');
    await page.pass();
    expect(page.isOpen).to.be.false;
    expect(page.errorText).to.match(/^Your status could not be changed/);
    expect(page.error.getClientRects()).to.have.length(1);
    await page.key('Escape');
    await page.pass();
    expect(page.errorText).to.equal('');
  });

  it('is nothing to the next user', async () => {
    const { page, refuse } = await open();
    refuse('timeout');
    await page.choose('In a meeting');
    await page.pass();
    expect(page.errorText).not.to.equal('');
    startPresence({ userID: 'bob' }).source.connect(page.presence.controller);
    await page.pass();
    expect(page.errorText).to.equal('');
    expect(page.words).to.equal('Online');
  });

  it('keeps the end of the words before', async () => {
    const { page, refuse } = await open();
    await page.choose('30 minutes');
    await page.choose('In a meeting');
    await page.pass();
    refuse('timeout');
    await page.choose('Out of office');
    await page.pass();
    refuse();
    await page.pass(30 * 60_000);
    expect(page.words).to.equal('Online');
  });

  it('says nothing of a change that another one has overtaken', async () => {
    const { page, refuse } = await open();
    refuse('timeout');
    await page.choose('In a meeting');
    refuse();
    await page.choose('Out of office');
    await page.pass();
    expect(page.errorText).to.equal('');
    expect(page.words).to.equal('Out of office');
    expect(page.changes).to.deep.equal(['Out of office']);
  });

  it('says so where the controller of the page is too old to set one', async () => {
    const { page } = await open();
    Object.defineProperty(page.presence.controller, 'setOwnStatus', { value: undefined });
    await page.choose('In a meeting');
    await page.pass();
    expect(page.errorText).to.equal('Your status could not be changed.');
    expect(page.words).to.equal('Online');
  });
});
