import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { PresenceController } from '../../src/presence-controller.js';
import type { PresenceState } from '../../src/presence-events.js';

/** How long after its first failure a picture is requested again, in ms; then twice as long each time. */
const FIRST_WAIT = 60_000;
const LONGEST_WAIT = 3_600_000;

/** A page that becomes visible again requests its pictures again at most this often, in ms. */
const RETRY_INTERVAL = 60_000;

/** The pictures remembered; above this the memory begins again. */
const MAX_FAILED = 1000;

interface Failure {
  count: number;
  /** Whether the picture may be requested again. */
  isDue: boolean;
}

/**
 * Pictures that failed to load: a row that scrolls back into view does not request them again before
 * some time has passed, or before the network is back.
 */
const failures = new Map<string, Failure>();

/** What is on the page and shows pictures. */
const connected = new Set<PictureRetry>();

/** Whether a picture should not be requested for now. */
export function isFailedPicture(url: string): boolean {
  return failures.get(url)?.isDue === false;
}

/** An element with a shadow root. */
type Host = ReactiveControllerHost & { readonly renderRoot?: ParentNode };

/** Draws an element again when pictures that failed, in it or elsewhere, may be requested again. */
export class PictureRetry implements ReactiveController {
  readonly #host: Host;
  readonly #controller: () => PresenceController;
  #state: PresenceState | undefined;
  /** When the page last became visible with a retry, in ms of `elapsed`. */
  #retriedAt = -Infinity;
  readonly #cancels = new Map<string, () => void>();
  #stopObserving: (() => void) | undefined;

  constructor(host: Host, controller: () => PresenceController) {
    this.#host = host;
    this.#controller = controller;
    host.addController(this);
  }

  hostConnected(): void {
    connected.add(this);
    const { environment } = this.#controller();
    this.#stopObserving = environment.observeActivity(() => {
      const now = environment.elapsed();
      if (!environment.isOnline()) this.#retriedAt = -Infinity;
      else if (environment.isVisible() && now - this.#retriedAt >= RETRY_INTERVAL) {
        this.#retriedAt = now;
        this.retry();
      }
    });
  }

  hostUpdate(): void {
    const { state } = this.#controller();
    if (state === 'ready' && this.#state === 'disconnected') this.retry();
    this.#state = state;
  }

  hostDisconnected(): void {
    connected.delete(this);
    this.#stopObserving?.();
    for (const [url, cancel] of this.#cancels) {
      cancel();
      setDue(url);
    }
    this.#cancels.clear();
  }

  /** Listens to `error` in the capture phase of the element's shadow root. */
  readonly onError = ({ target }: Event): void => {
    const image = target as HTMLElement;
    // A picture inside of a row that the page renders is the page's.
    const url = image.matches('.picture') && !image.closest('.own') && image.getAttribute('src');
    if (!url) return;
    if (failures.size >= MAX_FAILED) failures.clear();
    const count = (failures.get(url)?.count ?? 0) + 1;
    failures.set(url, { count, isDue: false });
    const wait = Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** (count - 1));
    this.#cancels.get(url)?.();
    const cancel = this.#controller().environment.setTimer(() => this.#setDue(url), wait);
    this.#cancels.set(url, cancel);
    image.remove();
    this.#host.requestUpdate();
  };

  /** All pictures that failed here may be requested again: the network is back. */
  retry(): void {
    for (const url of [...this.#cancels.keys()]) this.#setDue(url);
  }

  /** Draws the element again if it shows initials in the place of this picture. */
  requestPicture(url: string): void {
    const missing = this.#host.renderRoot?.querySelectorAll<HTMLElement>('.letters[data-failed]');
    if ([...(missing ?? [])].some(({ dataset }) => dataset['failed'] === url)) {
      this.#host.requestUpdate();
    }
  }

  #setDue(url: string): void {
    this.#cancels.get(url)?.();
    this.#cancels.delete(url);
    setDue(url);
    this.#host.requestUpdate();
  }
}

function setDue(url: string): void {
  const failure = failures.get(url);
  if (failure) failure.isDue = true;
  for (const each of connected) each.requestPicture(url);
}
