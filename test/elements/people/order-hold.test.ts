import { expect } from '@open-wc/testing';
import type { ReactiveController, ReactiveElement } from 'lit';
import { holdOrder } from '../../../elements/people/order-hold.js';
import { FakePage } from '../../support/fake-page.js';

/** What the hold needs of an element. */
class Host extends EventTarget {
  controller: ReactiveController | undefined;
  hasFocus = false;

  addController(controller: ReactiveController): void {
    this.controller = controller;
  }

  matches(selector: string): boolean {
    return selector === ':focus-within' && this.hasFocus;
  }

  hear(...types: string[]): void {
    for (const type of types) {
      if (type.startsWith('focus')) this.hasFocus = type === 'focusin';
      this.dispatchEvent(new Event(type));
    }
  }
}

describe('holdOrder', () => {
  let page: FakePage;
  let host: Host;
  let released: number;
  let hold: ReturnType<typeof holdOrder>;

  beforeEach(() => {
    page = new FakePage();
    host = new Host();
    released = 0;
    hold = holdOrder(
      host as unknown as ReactiveElement,
      () => page,
      () => void (released += 1),
    );
  });

  it('holds nothing at first', () => {
    expect(hold.isHeld).to.be.false;
  });

  for (const [come, go] of [
    ['pointerenter', 'pointerleave'],
    ['focusin', 'focusout'],
  ] as const) {
    it(`holds from ${come} until shortly after ${go}`, async () => {
      host.hear(come);
      await page.pass(10_000);
      expect(hold.isHeld).to.be.true;
      host.hear(go);
      await page.pass(200);
      expect([hold.isHeld, released]).to.deep.equal([true, 0]);
      await page.pass(200);
      expect([hold.isHeld, released]).to.deep.equal([false, 1]);
    });
  }

  it('holds until both the pointer and the focus have left', async () => {
    for (const order of [
      ['pointerenter', 'focusin', 'focusout', 'pointerleave'],
      ['focusin', 'pointerenter', 'focusout', 'pointerleave'],
      ['pointerenter', 'focusin', 'pointerleave', 'focusout'],
    ]) {
      const before = released;
      host.hear(...order.slice(0, 3));
      await page.pass(1000);
      expect([hold.isHeld, released], order.join()).to.deep.equal([true, before]);
      host.hear(order[3]!);
      await page.pass(1000);
      expect([hold.isHeld, released], order.join()).to.deep.equal([false, before + 1]);
    }
  });

  it('goes on holding for a focus that moves inside', async () => {
    host.hear('focusin', 'focusout', 'focusin');
    await page.pass(1000);
    expect([hold.isHeld, released]).to.deep.equal([true, 0]);
  });

  it('does not hold for a focus that went with the element that had it', () => {
    host.hear('focusin');
    host.hasFocus = false;
    expect(hold.isHeld).to.be.false;
  });

  it('lets go of everything, and of its timer, when the element is disconnected', async () => {
    host.hear('pointerenter', 'focusin', 'focusout', 'pointerleave');
    host.controller!.hostDisconnected!();
    expect([hold.isHeld, page.timers]).to.deep.equal([false, 0]);
    await page.pass(1000);
    expect(released).to.equal(0);
  });
});
