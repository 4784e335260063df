import { expect } from '@open-wc/testing';
import { Announcer } from '../../../elements/list/announcer.js';
import { FakeEnvironment } from '../../support/fake-environment.js';
import { FakeHost } from '../../support/fake-host.js';

describe('Announcer', () => {
  let environment: FakeEnvironment;
  let lines: string[];
  let host: FakeHost;
  let announcer: Announcer;

  /** A user changes now. */
  const add = (userID: string) => announcer.add(userID, environment.now());

  beforeEach(() => {
    environment = new FakeEnvironment();
    lines = [];
    host = new FakeHost();
    announcer = new Announcer(host, {
      environment: () => environment,
      announce: (userIDs) => void lines.push(userIDs.join()),
    });
  });

  it('collects for a second, and counts each user once', async () => {
    add('ana');
    await environment.pass(500);
    add('ben');
    add('ana');
    await environment.pass(400);
    expect(lines).to.deep.equal([]);
    await environment.pass(200);
    expect(lines).to.deep.equal(['ana,ben']);
  });

  it('waits five seconds after an announcement', async () => {
    add('ana');
    await environment.pass(1001);
    add('ben');
    await environment.pass(4900);
    expect(lines).to.deep.equal(['ana']);
    await environment.pass(200);
    expect(lines).to.deep.equal(['ana', 'ben']);
  });

  it('ignores changes before the last announcement or without a time', async () => {
    const before = environment.now();
    await environment.pass(10);
    add('ana');
    await environment.pass(1000);
    announcer.add('ben', before);
    announcer.add('carla');
    await environment.pass(10_000);
    expect(lines).to.deep.equal(['ana']);
  });

  it('is not silenced by a clock that is set back or forward', async () => {
    for (const set of [-3_600_000, 86_400_000, -86_400_000]) {
      add('ana');
      await environment.pass(6000);
      environment.setClock(set);
      lines.length = 0;
      add('ben');
      await environment.pass(1000);
      expect(lines, String(set)).to.deep.equal(['ben']);
      await environment.pass(6000);
    }
  });

  it('drops what was collected when it is stopped, and leaves no timer', async () => {
    add('ana');
    host.disconnect();
    expect(environment.timers).to.equal(0);
    await environment.pass(10_000);
    expect(lines).to.deep.equal([]);
    add('ben');
    await environment.pass(1000);
    expect(lines).to.deep.equal(['ben']);
  });
});
