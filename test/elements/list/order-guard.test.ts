import { expect } from '@open-wc/testing';
import { OrderGuard } from '../../../elements/list/order-guard.js';
import { FakeEnvironment } from '../../support/fake-environment.js';
import { FakeHost } from '../../support/fake-host.js';

describe('OrderGuard', () => {
  let environment: FakeEnvironment;
  let host: FakeHost;
  let released: number;
  let guard: OrderGuard;

  beforeEach(() => {
    environment = new FakeEnvironment();
    host = new FakeHost();
    released = 0;
    guard = new OrderGuard(host.element, {
      environment: () => environment,
      onRelease: () => void (released += 1),
    });
  });

  it('defers nothing at first', () => {
    expect(guard.isDeferring).to.be.false;
  });

  const state = () => [guard.isDeferring, released];

  for (const [what, work] of [
    ['a movement of the pointer', () => host.movePointer(1)],
    ['a press of the pointer', () => host.dispatch('pointerdown')],
    ['a turn of the wheel', () => host.dispatch('wheel')],
    ['a key', () => host.dispatch('keydown')],
    ['an input', () => host.dispatch('input')],
  ] as const) {
    it(`defers until five seconds after ${what}`, async () => {
      work();
      await environment.pass(4900);
      expect(state()).to.deep.equal([true, 0]);
      work();
      if (what === 'a movement of the pointer') host.movePointer(2);
      await environment.pass(4900);
      expect(state()).to.deep.equal([true, 0]);
      await environment.pass(200);
      expect(state()).to.deep.equal([false, 1]);
    });
  }

  it('defers nothing for a mere focus, or a pointer that is only there', () => {
    host.dispatch('pointerenter', 'pointerover', 'focusin', 'focus');
    expect(guard.isDeferring).to.be.false;
  });

  it('takes the same place again for no movement, since browsers repeat the event', async () => {
    host.movePointer(1);
    await environment.pass(4000);
    host.movePointer(1);
    await environment.pass(1100);
    expect(state()).to.deep.equal([false, 1]);
  });

  for (const [come, go] of [
    ['pointerdown', 'pointerleave'],
    ['keydown', 'focusout'],
  ] as const) {
    it(`defers until shortly after ${go}`, async () => {
      host.dispatch(come, go);
      await environment.pass(200);
      expect(state()).to.deep.equal([true, 0]);
      await environment.pass(200);
      expect(state()).to.deep.equal([false, 1]);
    });

    it(`defers nothing for a ${go} alone`, () => {
      host.dispatch(go);
      expect(guard.isDeferring).to.be.false;
    });
  }

  it('defers until both pointer and keys are at rest', async () => {
    host.dispatch('keydown', 'pointerdown', 'pointerleave');
    await environment.pass(1000);
    expect(state()).to.deep.equal([true, 0]);
    await environment.pass(4100);
    expect(state()).to.deep.equal([false, 1]);
  });

  it('stops deferring, and its timers, when the element is disconnected', async () => {
    host.dispatch('pointerdown', 'keydown');
    host.disconnect();
    expect([guard.isDeferring, environment.timers]).to.deep.equal([false, 0]);
    await environment.pass(10_000);
    expect(released).to.equal(0);
  });
});
