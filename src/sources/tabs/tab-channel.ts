import { PROTOCOL, readMessage } from './tab-message.js';
import type { ReceivedMessage, TabMessage } from './tab-message.js';
import type { Channel, TabSupport } from './tab-support.js';

/** In English, since only a developer reads it. */
const OTHER_VERSION =
  'tui-presence: another tab has another version of this package, so each of the two has a login of ' +
  'its own. Reload the older tab to share one.';

/** The channel of the tabs of one user: every message has its version and its sender. */
export class TabChannel {
  readonly id: string;
  readonly #channel: Channel;
  #isOpen = true;
  #isWarned = false;

  constructor(
    support: TabSupport,
    name: string,
    id: string,
    onMessage: (message: ReceivedMessage) => void,
  ) {
    this.id = id;
    this.#channel = support.openChannel(name);
    this.#channel.onmessage = ({ data }) => {
      const message = this.#isOpen ? readMessage(data) : undefined;
      if (message === 'other-version') this.#warn();
      else if (message && isFor(message, id)) onMessage(message);
    };
  }

  post(message: TabMessage): void {
    if (this.#isOpen) this.#channel.postMessage({ v: PROTOCOL, from: this.id, ...message });
  }

  close(): void {
    this.#isOpen = false;
    this.#channel.onmessage = null;
    this.#channel.close();
  }

  #warn(): void {
    if (this.#isWarned) return;
    this.#isWarned = true;
    console.warn(OTHER_VERSION);
    // Addressed to no tab: only its version counts, so that the other tab warns as well.
    this.post({ type: 'lists', to: '' });
  }
}

function isFor(message: ReceivedMessage, id: string): boolean {
  return !('to' in message) || message.to === undefined || message.to === id;
}
