import { expect } from '@open-wc/testing';
import { PresenceController } from '../../src/presence-controller.js';
import { startPresence } from '../support/elements.js';
import type { TestPresence } from '../support/elements.js';
import { ME, OwnStatusPage, refusing } from '../support/own-status-page.js';

const MINUTE = 60_000;
const KEY = 'tui-presence/own-status/me';

/** The same user of the same service in a page that was loaded again. */
function reloaded({ environment, source }: TestPresence): TestPresence {
  const controller = new PresenceController({ environment }) as TestPresence['controller'];
  source.connect(controller);
  return { environment, source, controller };
}

async function chooseFor(page: OwnStatusPage, text: string, time: string): Promise<void> {
  await page.choose(time);
  await page.choose(text);
  await page.pass();
}

describe('the end of an own status', () => {
  const { setItem } = Storage.prototype;

  afterEach(() => {
    Storage.prototype.setItem = setItem;
    localStorage.clear();
  });

  for (const [time, minutes] of [
    ['30 minutes', 30],
    ['1 hour', 60],
  ] as const) {
    it(`comes after ${time}, to the minute`, async () => {
      const page = await OwnStatusPage.open();
      await chooseFor(page, 'In a meeting', time);
      await page.pass(minutes * MINUTE - 1000);
      expect(page.words).to.equal('In a meeting');
      await page.pass(1000);
      expect(page.words).to.equal('Online');
      // The user has done nothing.
      expect(page.changes).to.deep.equal(['In a meeting']);
      expect(localStorage.getItem(KEY)).to.be.null;
    });
  }

  it('comes at midnight with today', async () => {
    const page = await OwnStatusPage.open();
    const { environment } = page.presence;
    environment.setClock(new Date(2026, 10, 29, 22, 30).getTime() - environment.now());
    await chooseFor(page, 'Out of office', 'Today');
    await page.pass(89 * MINUTE);
    expect(page.words).to.equal('Out of office');
    await page.pass(MINUTE);
    expect(page.words).to.equal('Online');
  });

  it('never comes by itself', async () => {
    const page = await OwnStatusPage.open();
    await chooseFor(page, 'Out of office', 'Don’t clear');
    await page.pass(48 * 60 * MINUTE);
    expect(page.words).to.equal('Out of office');
  });

  it('is the one that is chosen for what is shown already, and is sent no second time', async () => {
    const page = await OwnStatusPage.open();
    await page.choose('In a meeting');
    await page.pass();
    await page.choose('30 minutes');
    await page.pass();
    expect(page.changes).to.deep.equal(['In a meeting']);
    expect(page.checked).to.deep.equal(['In a meeting', '30 minutes']);
    await page.key('Escape');
    await page.pass(30 * MINUTE);
    expect(page.words).to.equal('Online');
  });

  it('is taken back', async () => {
    const page = await OwnStatusPage.open();
    await chooseFor(page, 'In a meeting', '30 minutes');
    await page.choose('Don’t clear');
    await page.pass(60 * MINUTE);
    expect(page.words).to.equal('In a meeting');
  });

  it('is shown with its hour', async () => {
    const page = await OwnStatusPage.open();
    const { environment } = page.presence;
    environment.setClock(new Date(2026, 10, 29, 14, 5).getTime() - environment.now());
    await chooseFor(page, 'In a meeting', '1 hour');
    await page.openMenu();
    expect(page.item('1 hour').innerText).to.match(/3:05\sPM/);
  });

  it('comes once for two elements', async () => {
    const one = await OwnStatusPage.open();
    const two = await OwnStatusPage.open({ presence: one.presence });
    await chooseFor(one, 'In a meeting', '30 minutes');
    const sent: string[] = [];
    const { controller } = one.presence;
    const set = controller.setOwnStatus.bind(controller);
    controller.setOwnStatus = (text) => {
      sent.push(text);
      return set(text);
    };
    await one.pass(30 * MINUTE);
    expect([one.words, two.words]).to.deep.equal(['Online', 'Online']);
    expect(sent).to.deep.equal(['']);
  });

  it('comes though the element is gone', async () => {
    const page = await OwnStatusPage.open();
    await chooseFor(page, 'In a meeting', '30 minutes');
    page.element.remove();
    await page.pass(30 * MINUTE);
    expect(page.presence.controller.presenceOf(ME).customStatus).to.equal('');
  });

  it('comes though the page was loaded again', async () => {
    const page = await OwnStatusPage.open();
    await chooseFor(page, 'In a meeting', '30 minutes');
    page.element.remove();
    // The page that was before is gone with its timer.
    const presence = reloaded(page.presence);
    const next = await OwnStatusPage.open({ presence });
    await next.openMenu();
    expect(next.checked).to.deep.equal(['In a meeting', '30 minutes']);
    await next.pass(30 * MINUTE);
    expect(next.words).to.equal('Online');
  });

  it('comes with the next page, when no page was open at the time', async () => {
    const { environment, source } = startPresence({ userID: ME });
    source.setStatus(ME, 'online', 'In a meeting');
    const until = environment.now() - MINUTE;
    localStorage.setItem(KEY, JSON.stringify({ text: 'In a meeting', clearAfter: 30, until }));
    const page = await OwnStatusPage.open({
      presence: reloaded({ environment, source } as TestPresence),
    });
    expect(page.words).to.equal('Online');
    expect(localStorage.getItem(KEY)).to.be.null;
  });

  it('comes with the next page, though that does not know the words any more', async () => {
    const { environment, source } = startPresence({ userID: ME });
    const until = environment.now() - MINUTE;
    localStorage.setItem(KEY, JSON.stringify({ text: 'In a meeting', clearAfter: 30, until }));
    const presence = reloaded({ environment, source } as TestPresence);
    const sent: string[] = [];
    const set = presence.controller.setOwnStatus.bind(presence.controller);
    presence.controller.setOwnStatus = (text) => {
      sent.push(text);
      return set(text);
    };
    await OwnStatusPage.open({ presence });
    expect(sent).to.deep.equal(['']);
    expect(localStorage.getItem(KEY)).to.be.null;
  });

  it('leaves words alone that were set elsewhere meanwhile', async () => {
    const page = await OwnStatusPage.open();
    await chooseFor(page, 'In a meeting', '30 minutes');
    page.presence.source.setStatus(ME, 'online', 'On the phone');
    await page.pass(30 * MINUTE);
    expect(page.words).to.equal('On the phone');
    expect(localStorage.getItem(KEY)).to.be.null;
  });

  it('is that of its user alone', async () => {
    const page = await OwnStatusPage.open();
    await chooseFor(page, 'In a meeting', '30 minutes');
    const other = startPresence({ userID: 'zoe' });
    other.source.setStatus('zoe', 'online', 'In a meeting');
    const next = await OwnStatusPage.open({ presence: other });
    await next.pass(60 * MINUTE);
    expect(next.words).to.equal('In a meeting');
  });

  it('comes in a page without storage as long as it lives', async () => {
    Storage.prototype.setItem = () => {
      throw new DOMException('', 'SecurityError');
    };
    const page = await OwnStatusPage.open();
    await chooseFor(page, 'In a meeting', '30 minutes');
    expect(localStorage).to.have.length(0);
    await page.pass(30 * MINUTE);
    expect(page.words).to.equal('Online');
  });

  it('waits for a connection, and comes with it', async () => {
    const page = await OwnStatusPage.open();
    await chooseFor(page, 'In a meeting', '30 minutes');
    page.presence.source.drop();
    await page.pass(40 * MINUTE);
    expect(page.words).to.equal('In a meeting');
    page.presence.source.restore();
    await page.pass(MINUTE);
    expect(page.words).to.equal('Online');
  });

  it('is tried once a minute while the service refuses it', async () => {
    const { environment, source } = startPresence({ userID: ME });
    const controller = new PresenceController({ environment }) as TestPresence['controller'];
    let isRefused = false;
    let refused = 0;
    const why = () => {
      if (isRefused) refused += 1;
      return isRefused ? 'rate-limited' : undefined;
    };
    controller.use(refusing(source, why));
    const page = await OwnStatusPage.open({ presence: { environment, source, controller } });
    await chooseFor(page, 'In a meeting', '30 minutes');
    isRefused = true;
    await page.pass(35 * MINUTE);
    expect(refused).to.be.within(5, 7);
    expect(page.words).to.equal('In a meeting');
    isRefused = false;
    await page.pass(MINUTE);
    expect(page.words).to.equal('Online');
  });

  for (const stored of ['', '{', 'null', '[]', '{"text":1}', '{"text":"a","until":"soon"}']) {
    it(`does not come of what is no record: ${stored}`, async () => {
      localStorage.setItem(KEY, stored);
      const page = await OwnStatusPage.open();
      await page.choose('In a meeting');
      await page.pass(60 * MINUTE);
      expect(page.words).to.equal('In a meeting');
    });
  }
});
