import assert from 'node:assert/strict';
import { PresenceController } from '../../src/presence-controller.js';
import type { PresenceError } from '../../src/presence-error.js';
import { PresenceErrorEvent, PresenceStateEvent } from '../../src/presence-events.js';
import type { StatusEntry } from '../../src/presence.js';
import { FakeEnvironment } from './fake-environment.js';
import { HandSource } from './hand-source.js';

export interface ControllerDriveOptions {
  /** Whether calls are settled at once (default), or by the test. */
  settles?: boolean;
  /** Whether a user is logged in and statuses are switched on, as by default. */
  login?: boolean;
}

/** A controller on a clock of the test's, with a `HandSource`. */
export class ControllerDrive {
  readonly environment = new FakeEnvironment();
  readonly controller = new PresenceController({ environment: this.environment });
  readonly source: HandSource;
  readonly states: string[] = [];
  readonly errors: PresenceError[] = [];
  readonly stop: () => void;
  #notified: [userID: string, shown: string][] = [];

  constructor({ settles = true, login = true }: ControllerDriveOptions = {}) {
    this.controller.addEventListener('tui-presence-state', (event) => {
      assert.ok(event instanceof PresenceStateEvent);
      this.states.push(event.state);
    });
    this.controller.addEventListener('tui-presence-error', (event) => {
      assert.ok(event instanceof PresenceErrorEvent);
      this.errors.push(event.error);
    });
    this.source = settles ? new HandSource([]) : new HandSource();
    this.stop = this.controller.use(this.source.source);
    if (login) this.source.login();
  }

  /** Observes users with a listener that records its calls. */
  observe(userIDs: string | readonly string[], live = true): () => void {
    return this.controller.observe(
      userIDs,
      (userID, { status, freshness }) => this.#notified.push([userID, `${status} ${freshness}`]),
      { live },
    );
  }

  push(...entries: StatusEntry[]): void {
    this.source.sink.push(entries);
  }

  /** The status and freshness of a user, as in `online live`. */
  shown(userID: string): string {
    const { status, freshness } = this.controller.presenceOf(userID);
    return `${status} ${freshness}`;
  }

  statusOf(userID: string): string {
    return this.controller.presenceOf(userID).status;
  }

  /** Returns the recorded calls of listeners since the last time. */
  takeNotified(): [userID: string, shown: string][] {
    const notified = this.#notified;
    this.#notified = [];
    return notified;
  }

  /** Lets `ms` pass; timers run when they are due, and a frame is drawn after each. */
  pass(ms: number): Promise<void> {
    return this.environment.pass(ms);
  }

  draw(): void {
    this.environment.draw();
  }
}
