import { expect } from '@open-wc/testing';
import { PresenceHub } from '../../elements/presence-hub.js';
import { startPresence } from '../support/elements.js';

describe('PresenceHub', () => {
  it('is the same for all elements of a controller', () => {
    const [one, two] = [startPresence().controller, startPresence().controller];
    expect(PresenceHub.of(one)).to.equal(PresenceHub.of(one));
    expect(PresenceHub.of(one)).not.to.equal(PresenceHub.of(two));
  });

  it('listens to its controller from the first listener to the last', () => {
    const { controller, source } = startPresence();
    const hub = PresenceHub.of(controller);
    const calls: string[] = [];
    const one = () => void calls.push('one');
    const two = () => void calls.push('two');
    expect(controller.listeners).to.equal(0);
    hub.add(one);
    const { listeners } = controller;
    hub.add(two);
    expect(controller.listeners).to.equal(listeners);
    source.switchUserStatus({ displayOnlineStatus: false });
    expect(calls).to.deep.equal(['one', 'two']);
    hub.remove(one);
    hub.remove(one);
    expect(controller.listeners).to.equal(listeners);
    hub.remove(two);
    hub.remove(two);
    expect(controller.listeners).to.equal(0);
  });

  it('uses one MutationObserver for all listeners', () => {
    const Real = window.MutationObserver;
    let created = 0;
    window.MutationObserver = class extends Real {
      constructor(callback: MutationCallback) {
        super(callback);
        created += 1;
      }
    };
    try {
      const hub = PresenceHub.of(startPresence().controller);
      const listeners = [1, 2, 3].map(() => () => undefined);
      for (const listener of listeners) hub.add(listener);
      for (const listener of listeners) hub.remove(listener);
      expect(created).to.equal(1);
    } finally {
      window.MutationObserver = Real;
    }
  });
});
