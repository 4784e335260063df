import { expect } from '@open-wc/testing';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { PresenceSubscription } from '../../elements/presence-subscription.js';
import type { PresenceController } from '../../src/presence-controller.js';
import { setStrings } from '../../src/words/index.js';
import { A_WHILE, startPresence } from '../support/elements.js';

/** A host that counts the updates it is asked for, and updates when the test says so. */
class Host implements ReactiveControllerHost {
  updates = 0;
  readonly updateComplete = Promise.resolve(true);
  readonly #controllers = new Set<ReactiveController>();

  addController(controller: ReactiveController): void {
    this.#controllers.add(controller);
  }

  removeController(controller: ReactiveController): void {
    this.#controllers.delete(controller);
  }

  requestUpdate(): void {
    this.updates += 1;
  }

  connect(): void {
    this.#controllers.forEach((controller) => controller.hostConnected?.());
  }

  disconnect(): void {
    this.#controllers.forEach((controller) => controller.hostDisconnected?.());
  }

  update(): void {
    this.updates = 0;
    this.#controllers.forEach((controller) => controller.hostUpdate?.());
  }
}

describe('PresenceSubscription', () => {
  it('asks for an update when its host is connected, and then when its user changes', async () => {
    const { page, source, controller } = startPresence();
    const host = new Host();
    new PresenceSubscription(
      host,
      () => controller,
      () => 'ana',
    );
    host.connect();
    expect(host.updates).to.equal(1);
    host.update();
    await page.pass(A_WHILE);
    host.update();
    source.setStatus('ben', 'online');
    page.draw();
    expect(host.updates).to.equal(0);
    source.setStatus('ana', 'online');
    page.draw();
    expect(host.updates).to.equal(1);
  });

  it('calls back instead when it is told to', async () => {
    const { page, source, controller } = startPresence();
    const host = new Host();
    let calls = 0;
    new PresenceSubscription(
      host,
      () => controller,
      () => 'ana',
      () => (calls += 1),
    );
    host.connect();
    host.update();
    await page.pass(A_WHILE);
    calls = 0;
    source.setStatus('ana', 'online');
    page.draw();
    expect(calls).to.equal(1);
    expect(host.updates).to.equal(0);
  });

  it('hears of display, state, errors and words, without a user too', () => {
    const { source, controller } = startPresence();
    const host = new Host();
    new PresenceSubscription(host, () => controller);
    host.connect();
    const hears = (change: () => void) => {
      host.update();
      change();
      return host.updates > 0;
    };
    expect(
      hears(() => source.switchUserStatus({ displayOnlineStatus: false })),
      'display',
    ).to.be.true;
    expect(
      hears(() => source.drop()),
      'state',
    ).to.be.true;
    expect(
      hears(() => source.fail('rate-limited')),
      'error',
    ).to.be.true;
    expect(
      hears(() => setStrings('pl', { away: 'zaraz wraca' })),
      'words',
    ).to.be.true;
    host.disconnect();
    expect(
      hears(() => source.restore()),
      'nothing after it is disconnected',
    ).to.be.false;
    expect(controller.listeners).to.equal(0);
  });

  it('follows a controller and a user that the host swaps', () => {
    const one = startPresence();
    const two = startPresence();
    let controller: PresenceController | undefined = one.controller;
    let user: string | undefined = 'ana';
    const host = new Host();
    new PresenceSubscription(
      host,
      () => controller,
      () => user,
    );
    host.connect();
    host.update();
    expect(one.controller.stats.observed).to.equal(1);
    controller = two.controller;
    host.update();
    expect(one.controller.stats.observed).to.equal(0);
    expect(one.controller.listeners).to.equal(0);
    expect(two.controller.stats.observed).to.equal(1);
    user = '';
    host.update();
    expect(two.controller.stats.observed).to.equal(0);
    controller = undefined;
    host.update();
    expect(two.controller.listeners).to.equal(0);
  });

  it('shares the listeners of a controller between hosts', () => {
    const { controller } = startPresence();
    const hosts = [new Host(), new Host(), new Host()];
    const counts = hosts.map((host) => {
      new PresenceSubscription(
        host,
        () => controller,
        () => 'ana',
      );
      host.connect();
      host.update();
      return controller.listeners;
    });
    expect(new Set(counts).size).to.equal(1);
    hosts[0]!.disconnect();
    hosts[0]!.disconnect();
    hosts[1]!.disconnect();
    expect(controller.listeners).to.equal(counts[0]);
    hosts[2]!.disconnect();
    expect(controller.listeners).to.equal(0);
    expect(controller.stats.observed).to.equal(0);
  });
});
