import { expect } from '@open-wc/testing';
import { announcer } from '../../../elements/people/announcer.js';
import { FakePage } from '../../support/fake-page.js';

describe('announcer', () => {
  let page: FakePage;
  let lines: string[];
  let announce: ReturnType<typeof announcer>;

  /** Somebody changes now. */
  const note = (userID: string) => announce.note(userID, page.now());

  beforeEach(() => {
    page = new FakePage();
    lines = [];
    announce = announcer(
      () => page,
      (userIDs) => void lines.push(userIDs.join()),
    );
  });

  it('gathers for a second, and counts nobody twice', async () => {
    note('ana');
    await page.pass(500);
    note('ben');
    note('ana');
    await page.pass(400);
    expect(lines).to.deep.equal([]);
    await page.pass(200);
    expect(lines).to.deep.equal(['ana,ben']);
  });

  it('waits five seconds after a line', async () => {
    note('ana');
    await page.pass(1001);
    note('ben');
    await page.pass(4900);
    expect(lines).to.deep.equal(['ana']);
    await page.pass(200);
    expect(lines).to.deep.equal(['ana', 'ben']);
  });

  it('says nothing of what was the case before the last line, or at no known time', async () => {
    const before = page.now();
    await page.pass(10);
    note('ana');
    await page.pass(1000);
    announce.note('ben', before);
    announce.note('carla');
    await page.pass(10_000);
    expect(lines).to.deep.equal(['ana']);
  });

  it('forgets what was not said when it is stopped, and leaves no timer behind', async () => {
    note('ana');
    announce.stop();
    expect(page.timers).to.equal(0);
    await page.pass(10_000);
    expect(lines).to.deep.equal([]);
    note('ben');
    await page.pass(1000);
    expect(lines).to.deep.equal(['ben']);
  });
});
