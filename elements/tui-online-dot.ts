import { ReactiveElement } from '@lit/reactive-element';
import type { PropertyDeclarations, PropertyValues } from '@lit/reactive-element';
import type { PresenceController } from '../src/presence-controller.js';
import { isUserID, STATUSES, UNKNOWN } from '../src/presence.js';
import type { Freshness, Presence, PresenceStatus } from '../src/presence.js';
import { presence as shared } from '../src/shared.js';
import { format, speak, statusStringsFor } from '../src/words/index.js';
import { localeOf } from './locale.js';
import { PresenceSubscription } from './presence-subscription.js';
import { styledRoot } from './styled-root.js';
import { styles } from './tui-online-dot.styles.js';

/**
 * A dot that shows whether a user is online: a disc for online, a ring for offline, a dashed ring
 * for unknown, and a cut through any of them when the connection is lost.
 *
 * It follows the user of its `user-id`, and takes no room while the page has statuses switched off.
 * Without a `user-id` the page sets `status`.
 *
 * @tagname tui-online-dot
 *
 * @attr {'live' | 'snapshot' | 'stale' | 'none'} freshness - How far the status can be trusted; set
 * by the dot.
 *
 * @csspart dot - The dot itself.
 * @csspart online-status - The dot itself, by the name the official kit has for it.
 * @csspart online-status-online - The dot while its user is online.
 * @csspart online-status-offline - The dot while its user is anything but online.
 *
 * @cssprop [--tui-online-dot-size=12px] - Width and height.
 * @cssprop [--tui-online-dot-ring=transparent] - Colour of what lies behind, for a gap of 2 px
 * around the dot where it covers a picture.
 * @cssprop [--tui-online-color=light-dark(#0f9150, #3ad07f)] - Colour of online.
 * @cssprop [--tui-offline-color=light-dark(#737d8c, #8f9aab)] - Colour of offline, and of every
 * status while the connection is lost.
 * @cssprop [--tui-unknown-color=light-dark(#737d8c, #8f9aab)] - Colour of unknown.
 * @cssprop [--tui-color-away=light-dark(#a85d00, #f0a93b)] - Colour of away.
 * @cssprop [--tui-color-busy=light-dark(#cf2330, #ff6b72)] - Colour of busy.
 */
export class TuiOnlineDot extends ReactiveElement {
  static override styles = styles;

  static override properties: PropertyDeclarations = {
    userId: { attribute: 'user-id' },
    status: {},
    label: {},
    presence: { attribute: false },
  };

  /** The user to follow, by ID; empty for a dot whose `status` the page sets. */
  get userId(): string {
    return this.#userId;
  }

  set userId(userID: string) {
    const user = isUserID(userID) ? userID : '';
    if (user === this.#userId) return;
    if (this.#userId) this.#shown = UNKNOWN;
    this.#userId = user;
  }

  /** The status shown. With a `userId` the dot sets it; what is no status counts as `unknown`. */
  get status(): PresenceStatus {
    return this.#shown.status;
  }

  set status(status: PresenceStatus) {
    if (this.#userId) return;
    this.#shown = { ...UNKNOWN, status: STATUSES.includes(status) ? status : 'unknown' };
  }

  /** How far the status can be trusted; reflected. */
  get freshness(): Freshness {
    return this.#shown.freshness;
  }

  /** What is spoken in place of the status; empty for a dot that only decorates. */
  declare label?: string | null;

  /** The presence controller to ask; unset, the page's shared one. */
  declare presence?: PresenceController | undefined;

  #userId = '';
  #shown: Presence = UNKNOWN;
  #isShown = true;
  /** Whether a list tells what to show. */
  #isDriven = false;
  #isWriting = false;
  /** The name and the silence that we gave, not the page. */
  #name: string | null = null;
  #isSilent = false;
  #dot: Element | undefined;

  readonly #subscription = new PresenceSubscription(
    this,
    () => (this.#isDriven ? undefined : this.#controller),
    () => this.#userId,
    () => this.#draw(),
  );

  /**
   * For a list that observes many users at once: shows what it knows of this user, in the same
   * frame, and from now on follows nobody. Without a presence the dot takes no room.
   */
  show(userID: string, presence: Presence | undefined): void {
    if (!this.#isDriven) {
      this.#isDriven = true;
      this.requestUpdate();
    }
    this.#userId = userID;
    this.#shown = presence ?? UNKNOWN;
    this.#isShown = presence !== undefined;
    this.#write();
  }

  adoptedCallback(): void {
    if (this.renderRoot) styledRoot(this);
  }

  override attributeChangedCallback(name: string, old: string | null, value: string | null): void {
    if (this.#isWriting) return;
    super.attributeChangedCallback(name, old, value);
    // The page may have written over what only the dot can know.
    this.requestUpdate();
  }

  protected override update(changed: PropertyValues): void {
    this.#draw();
    super.update(changed);
  }

  /** One span and no template: a dot alone on a page needs no more of Lit than this. */
  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    const root = this.ownerDocument === document ? super.createRenderRoot() : styledRoot(this);
    // A server may have sent one; in older browsers the styles are in there already.
    this.#dot = root.querySelector('span') ?? root.appendChild(document.createElement('span'));
    return root;
  }

  get #controller(): PresenceController {
    return this.presence ?? shared;
  }

  #draw(): void {
    if (!this.#isDriven) {
      if (this.#userId) this.#shown = this.#subscription.presence;
      this.#isShown = !this.#userId || this.#controller.displayOnlineStatus;
    }
    this.#write();
  }

  /** Writes what differs and nothing else. */
  #write(): void {
    const { status, freshness } = this.#shown;
    const isShown = this.#isShown;
    this.#isWriting = true;
    write(this, 'user-id', this.#userId || null);
    write(this, 'status', isShown ? status : null);
    write(this, 'freshness', isShown ? freshness : null);
    if (isShown) this.#writeName();
    this.#isWriting = false;
    if (!this.#dot) return;
    const parts = `dot online-status online-status-${status === 'online' ? status : 'offline'}`;
    write(this.#dot, 'class', parts);
    write(this.#dot, 'part', parts);
  }

  /** A role or a name that the page has given stays. */
  #writeName(): void {
    const isSilent = this.label === '';
    if (isSilent !== this.#isSilent) {
      this.#isSilent = isSilent;
      write(this, 'aria-hidden', isSilent ? 'true' : null);
    }
    if (isSilent) return;
    const role = this.getAttribute('role');
    if (!role) this.setAttribute('role', 'img');
    // A name would undo the page's wish for none.
    else if (role === 'presentation' || role === 'none') return;
    if (this.getAttribute('aria-label') !== this.#name) return;
    this.#name = this.label ?? this.#spoken;
    write(this, 'aria-label', this.#name);
  }

  get #spoken(): string {
    const { status, freshness, customStatus } = this.#shown;
    const { strings } = statusStringsFor(localeOf(this));
    const word = strings[status];
    return speak(strings.spoken, [
      freshness === 'stale' ? format(strings.stale, { status: word }) : word,
      customStatus,
    ]);
  }
}

function write(element: Element, name: string, value: string | null): void {
  if (element.getAttribute(name) === value) return;
  if (value === null) element.removeAttribute(name);
  else element.setAttribute(name, value);
}
