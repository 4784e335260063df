import { expect } from '@open-wc/testing';
import { follow } from '../../../elements/people/follow.js';
import { contactsNumbered } from '../../support/contact-list-page.js';
import { startPresence } from '../../support/elements.js';

describe('follow', () => {
  const start = () => {
    const { controller, page, source } = startPresence();
    const heard: string[] = [];
    const told = { isAll: true };
    const following = follow(
      controller,
      (userID) => heard.push(userID),
      (live) => live === told.isAll,
    );
    return { controller, page, source, heard, told, following };
  };

  it('observes thousands a part at a time', async () => {
    const { controller, page, following } = start();
    following.all(contactsNumbered(5000));
    expect(controller.stats.observed).to.be.within(1, 4000);
    await page.pass(100);
    expect(controller.stats.observed).to.equal(5000);
  });

  it('never lets go of somebody who stays', async () => {
    const { controller, page, following } = start();
    following.all(contactsNumbered(3000));
    await page.pass(100);
    following.all(contactsNumbered(4000).slice(1000));
    expect(controller.stats.observed).to.be.at.least(3000);
    await page.pass(100);
    expect(controller.stats.observed).to.equal(3000);
  });

  it('takes new users up in the midst of taking up others', async () => {
    const { controller, page, following } = start();
    following.all(contactsNumbered(9000));
    following.all(contactsNumbered(3000).slice(2500));
    await page.pass(100);
    expect(controller.stats.observed).to.equal(500);
    following.stop();
    expect(controller.stats.observed).to.equal(0);
  });

  it('leaves the blocked out', () => {
    const { controller, following } = start();
    const [ana, ben] = contactsNumbered(2);
    following.all([{ ...ana!, blocked: true }, ben!]);
    following.inSight([{ ...ana!, blocked: true }, ben!]);
    expect(controller.stats.observed).to.equal(1);
  });

  it('observes live who is in sight, and asks for nobody twice', async () => {
    const { controller, page, source, heard, following } = start();
    const users = contactsNumbered(10);
    following.inSight(users);
    following.all(users);
    await page.pass(1000);
    const { subscribeCalls } = controller.stats;
    following.inSight([...users]);
    following.inSight(users.slice(1));
    await page.pass(1000);
    expect(controller.stats.subscribeCalls).to.equal(subscribeCalls);
    heard.length = 0;
    source.setStatus('user5', 'online');
    await page.pass(0);
    expect(heard).to.deep.equal(['user5']);
  });

  it('tells once of who is in sight, and of all others if that is wanted', async () => {
    const { page, source, heard, told, following } = start();
    const users = contactsNumbered(10);
    following.inSight(users.slice(0, 5));
    following.all(users);
    await page.pass(1000);
    for (const isAll of [true, false, true]) {
      told.isAll = isAll;
      heard.length = 0;
      const status = isAll ? 'online' : 'offline';
      for (const userID of ['user2', 'user7']) source.setStatus(userID, status);
      await page.pass(600_000);
      expect(heard).to.deep.equal(isAll ? ['user2', 'user7'] : ['user2']);
    }
  });

  it('stops in the midst of it', async () => {
    const { controller, page, following } = start();
    following.all(contactsNumbered(9000));
    following.inSight(contactsNumbered(3));
    following.stop();
    await page.pass(100);
    expect(controller.stats.observed).to.equal(0);
  });
});
