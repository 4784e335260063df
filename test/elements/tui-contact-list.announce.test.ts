import { expect } from '@open-wc/testing';
import { ContactListPage, contactsNamed } from '../support/contact-list-page.js';

const PEOPLE = contactsNamed('Ana', 'Ben', 'Carla');

describe('<tui-contact-list announce>', () => {
  const open = (attributes: Record<string, string>) =>
    ContactListPage.open({
      contacts: PEOPLE,
      attributes,
      statuses: { ana: 'offline', ben: 'offline', carla: 'offline' },
    });

  it('announces nothing by default', async () => {
    const page = await open({});
    page.setStatus('ana', 'online');
    await page.pass(10_000);
    expect(page.said).to.equal('');
  });

  it('does not announce the statuses that a list begins with', async () => {
    const page = await open({ announce: '' });
    expect(page.said).to.equal('');
  });

  it('announces who has changed, or how many if there are several', async () => {
    const page = await open({ announce: '' });
    page.setStatus('ana', 'online');
    await page.pass(2000);
    expect(page.said).to.equal('Ana is now online');
    page.setStatus('ana', 'offline');
    page.setStatus('ben', 'online');
    await page.pass(10_000);
    expect(page.said).to.equal('2 people changed status');
  });

  it('announces the same sentence again when it is due', async () => {
    const page = await open({ announce: '' });
    page.setStatus('ana', 'online');
    await page.pass(2000);
    page.setStatus('ana', 'offline');
    page.setStatus('ana', 'online');
    const sentences: string[] = [];
    for (let tick = 0; tick < 100; tick++) {
      page.setStatus('ana', tick % 2 ? 'online' : 'offline');
      await page.pass(99);
      if (page.said !== sentences.at(-1)) sentences.push(page.said);
    }
    const first = sentences.indexOf('');
    expect(first, sentences.join()).to.be.greaterThan(-1);
    expect(sentences[first - 1]).to.equal(sentences[first + 1]);
  });

  it('announces at most one line in five seconds', async () => {
    const page = await open({ announce: '' });
    const lines: string[] = [];
    for (let second = 0; second < 20; second++) {
      page.setStatus('ana', second % 2 ? 'offline' : 'online');
      page.setStatus('carla', second % 3 ? 'offline' : 'online');
      await page.pass(1000);
      if (page.said && page.said !== lines.at(-1)) lines.push(page.said);
    }
    expect(lines.length).to.be.within(1, 4);
  });

  for (const [what, change] of [
    ['is no longer listed', ({ list }) => (list.contacts = PEOPLE.slice(1))],
    ['is blocked', ({ list }) => (list.contacts = [{ ...PEOPLE[0]!, blocked: true }])],
    [
      'shows no status, since statuses are switched off,',
      ({ presence }) => presence.controller.switchUserStatus({ displayOnlineStatus: false }),
    ],
  ] as readonly [string, (page: ContactListPage) => void][]) {
    it(`announces no one who ${what} by then`, async () => {
      const page = await open({ announce: '' });
      page.setStatus('ana', 'online');
      await page.pass(100);
      change(page);
      await page.pass(10_000);
      expect(page.said).to.equal('');
    });
  }
});
