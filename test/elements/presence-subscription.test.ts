import { expect } from '@open-wc/testing';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { PresenceSubscription } from '../../elements/presence-subscription.js';
import type { PresenceController } from '../../src/presence-controller.js';
import { setStrings } from '../../src/i18n/index.js';
import { A_WHILE, startPresence } from '../support/elements.js';

/** Counts requested updates, and updates when the test says so. */
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
  it('requests an update when its host is connected, and then when its user changes', async () => {
    const { environment, source, controller } = startPresence();
    const host = new Host();
    new PresenceSubscription(host, { controller: () => controller, user: () => 'ana' });
    host.connect();
    expect(host.updates).to.equal(1);
    host.update();
    await environment.pass(A_WHILE);
    host.update();
    source.setStatus('ben', 'online');
    environment.draw();
    expect(host.updates).to.equal(0);
    source.setStatus('ana', 'online');
    environment.draw();
    expect(host.updates).to.equal(1);
  });

  it('requests an update after display, state, error or strings have changed, without a user too', () => {
    const { source, controller } = startPresence();
    const host = new Host();
    new PresenceSubscription(host, { controller: () => controller });
    host.connect();
    const requestsUpdate = (change: () => void) => {
      host.update();
      change();
      return host.updates > 0;
    };
    expect(
      requestsUpdate(() => source.switchUserStatus({ displayOnlineStatus: false })),
      'display',
    ).to.be.true;
    expect(
      requestsUpdate(() => source.drop()),
      'state',
    ).to.be.true;
    expect(
      requestsUpdate(() => source.fail('rate-limited')),
      'error',
    ).to.be.true;
    expect(
      requestsUpdate(() => setStrings('pl', { away: 'zaraz wraca' })),
      'strings',
    ).to.be.true;
    host.disconnect();
    expect(
      requestsUpdate(() => source.restore()),
      'nothing after it is disconnected',
    ).to.be.false;
    expect(controller.listeners).to.equal(0);
  });

  it('follows another controller and another user of the host', () => {
    const one = startPresence();
    const two = startPresence();
    let controller: PresenceController | undefined = one.controller;
    let user: string | undefined = 'ana';
    const host = new Host();
    new PresenceSubscription(host, { controller: () => controller, user: () => user });
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
      new PresenceSubscription(host, { controller: () => controller, user: () => 'ana' });
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
