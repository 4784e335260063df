import { expect } from '@open-wc/testing';
import { ListInterest } from '../../../elements/list/list-interest.js';
import { contactsNumbered } from '../../support/contact-list-page.js';
import { startPresence } from '../../support/elements.js';
import { FakeHost } from '../../support/fake-host.js';

describe('ListInterest', () => {
  const start = () => {
    const { controller, environment, source } = startPresence();
    const host = new FakeHost();
    const changed: string[] = [];
    const observed: string[] = [];
    const current = { controller };
    const interest = new ListInterest(host, {
      controller: () => current.controller,
      onChange: (userID) => changed.push(userID),
      onObserve: (userIDs) => observed.push(...userIDs),
    });
    return { controller, environment, source, host, changed, observed, current, interest };
  };

  it('observes thousands a part at a time', async () => {
    const { controller, environment, observed, interest } = start();
    interest.update(contactsNumbered(5000), []);
    expect(controller.stats.observed).to.be.within(1, 2000);
    await environment.pass(100);
    expect(controller.stats.observed).to.equal(5000);
    expect(new Set(observed).size).to.equal(5000);
  });

  it('never stops observing a user who stays', async () => {
    const { controller, environment, interest } = start();
    interest.update(contactsNumbered(3000), []);
    await environment.pass(100);
    interest.update(contactsNumbered(4000).slice(1000), []);
    expect(controller.stats.observed).to.be.at.least(3000);
    await environment.pass(100);
    expect(controller.stats.observed).to.equal(3000);
  });

  it('takes new users while it is still observing others', async () => {
    const { controller, environment, host, interest } = start();
    interest.update(contactsNumbered(9000), []);
    interest.update(contactsNumbered(3000).slice(2500), []);
    await environment.pass(100);
    expect(controller.stats.observed).to.equal(500);
    host.disconnect();
    expect(controller.stats.observed).to.equal(0);
  });

  it('does not observe blocked users', () => {
    const { controller, interest } = start();
    const [ana, ben] = contactsNumbered(2);
    const users = [{ ...ana!, blocked: true }, ben!];
    interest.update(users, users);
    expect(controller.stats.observed).to.equal(1);
  });

  it('observes the users on screen live, and requests nothing twice', async () => {
    const { controller, environment, source, changed, interest } = start();
    const users = contactsNumbered(10);
    interest.update(users, users);
    await environment.pass(1000);
    expect(controller.stats.live).to.equal(10);
    const { subscribeCalls } = controller.stats;
    interest.update(users, [...users]);
    interest.update(users, users.slice(1));
    await environment.pass(1000);
    expect(controller.stats.subscribeCalls).to.equal(subscribeCalls);
    changed.length = 0;
    source.setStatus('user5', 'online');
    await environment.pass(0);
    expect(new Set(changed)).to.deep.equal(new Set(['user5']));
  });

  it('observes users outside the screen by query', async () => {
    const { environment, source, changed, interest } = start();
    const users = contactsNumbered(300);
    interest.update(users, users.slice(0, 5));
    await environment.pass(1000);
    changed.length = 0;
    source.setStatus('user299', 'online');
    await environment.pass(600_000);
    expect(changed).to.include('user299');
  });

  it('observes the same users of another controller', () => {
    const { controller, current, interest } = start();
    const other = startPresence();
    const users = contactsNumbered(10);
    interest.update(users, users.slice(0, 5));
    current.controller = other.controller;
    interest.update(users, users.slice(0, 5));
    expect(controller.stats.observed).to.equal(0);
    expect(other.controller.stats.observed).to.equal(10);
  });

  it('stops while it is still observing', async () => {
    const { controller, environment, host, interest } = start();
    interest.update(contactsNumbered(9000), contactsNumbered(3));
    host.disconnect();
    await environment.pass(100);
    expect(controller.stats.observed).to.equal(0);
  });
});
