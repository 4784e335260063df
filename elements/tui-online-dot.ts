import type { PresenceController } from '../src/presence-controller.js';
import { isUserID, STATUSES, UNKNOWN } from '../src/presence.js';
import type { Freshness, Presence, PresenceStatus } from '../src/presence.js';
import { presence as shared } from '../src/shared.js';
import { speak, statusStringsFor, statusWord } from '../src/words/index.js';
import type { StatusStrings, Words } from '../src/words/index.js';
import { Base } from './html-element.js';
import { localeOf } from './locale.js';
import { PresenceSubscription } from './presence-subscription.js';
import { styledRoot } from './styled-root.js';
import { styles } from './tui-online-dot.styles.js';

/** What a page may write over, though only the dot knows it. */
const REFLECTED = ['user-id', 'status', 'freshness'];

const ONLINE = 'dot online-status online-status-online';
const OFFLINE = 'dot online-status online-status-offline';

/** The span of a dot in each status: to be cloned, with all it has. */
const spans: Partial<Record<PresenceStatus, HTMLElement>> = {};

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
export class TuiOnlineDot extends Base {
  static readonly observedAttributes = ['user-id', 'label'];

  /** @internal */
  static readonly styles = [styles];

  /**
   * The user to follow, by ID; empty for a dot whose `status` the page sets.
   *
   * @attr user-id
   */
  get userId(): string {
    return this.#userId;
  }

  set userId(userID: string) {
    const user = isUserID(userID) ? userID : '';
    if (user === this.#userId) return;
    if (this.#userId) this.#shown = UNKNOWN;
    this.#userId = user;
    this.requestUpdate();
  }

  /**
   * The status shown. With a `userId` the dot sets it; what is no status counts as `unknown`.
   *
   * @attr
   */
  get status(): PresenceStatus {
    this.#look();
    return this.#shown.status;
  }

  set status(status: PresenceStatus) {
    this.#look();
    if (this.#userId) return;
    this.#shown = { ...UNKNOWN, status: STATUSES.includes(status) ? status : 'unknown' };
    this.requestUpdate();
  }

  /** How far the status can be trusted; reflected. */
  get freshness(): Freshness {
    return this.#shown.freshness;
  }

  /**
   * What is spoken in place of the status; empty for a dot that only decorates.
   *
   * @attr
   */
  get label(): string | null | undefined {
    return this.#label;
  }

  set label(label: string | null | undefined) {
    this.#label = label;
    this.requestUpdate();
  }

  /** The presence controller to ask; unset, the page's shared one. */
  get presence(): PresenceController | undefined {
    return this.#presence;
  }

  set presence(presence: PresenceController | undefined) {
    this.#presence = presence;
    this.requestUpdate();
  }

  /** Resolves once all that was set is drawn, as with an element of Lit. @internal */
  get updateComplete(): Promise<boolean> {
    // What is to be drawn stands in the queue already.
    return Promise.resolve(true);
  }

  #isUpdatePending = false;
  #label: string | null | undefined;
  #presence: PresenceController | undefined;
  #userId = '';
  #shown: Presence = UNKNOWN;
  #isShown = true;
  /** Whether a list tells what to show. */
  #isDriven = false;
  #isWriting = false;
  /** What the attributes said when last looked at or written. */
  readonly #reflected: Record<string, string | null> = {};
  /** The name and the silence that we gave, not the page. */
  #name: string | null = null;
  #isSilent = false;
  /** In the page's language, until that changes or the dot is moved. */
  #words: Words<StatusStrings> | undefined;
  #dot: HTMLElement | undefined;
  /** The status that the span shows. */
  #painted: PresenceStatus | undefined;

  readonly #subscription = new PresenceSubscription(
    this,
    () => (this.#isDriven ? undefined : this.#controller),
    () => this.#userId,
    (userID, presence) => {
      if (!userID) this.#words = undefined;
      this.#draw(userID === this.#userId ? presence : undefined);
    },
  );

  constructor() {
    super();
    // What a page has set before the tag was registered hides what is of that name here.
    for (const [name, value] of Object.entries(this)) {
      delete (this as Record<string, unknown>)[name];
      Reflect.set(this, name, value);
    }
  }

  /**
   * For a list that observes many users at once: shows what it knows of this user, in the same
   * frame, and from now on follows nobody and is not heard. Without a presence the dot takes no
   * room.
   *
   * @internal
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

  /**
   * Whoever writes over what only the dot can know, or takes it away, has it back. So the status
   * need not be observed: a thousand dots would be told of a thousand writes of their own.
   *
   * @internal
   */
  override setAttribute(name: string, value: string): void {
    super.setAttribute(name, value);
    this.requestUpdate();
  }

  /** @internal */
  override removeAttribute(name: string): void {
    super.removeAttribute(name);
    this.requestUpdate();
  }

  /** Draws what has changed, once, before the next frame. */
  requestUpdate(): void {
    // The first connection draws all at once.
    if (this.#isUpdatePending || !this.#dot) return;
    this.#isUpdatePending = true;
    queueMicrotask(() => this.#update());
  }

  connectedCallback(): void {
    const root = this.#dot ? undefined : styledRoot(this);
    // What a list tells is written when it is told.
    if (!this.#isDriven) {
      this.#isUpdatePending = true;
      this.#subscription.hostConnected();
      this.#update();
    }
    // Once it is known what to show: a span of another status would be written twice.
    if (root) this.#createDot(root);
  }

  disconnectedCallback(): void {
    this.#subscription.hostDisconnected();
  }

  adoptedCallback(): void {
    if (this.#dot) styledRoot(this);
  }

  attributeChangedCallback(name: string, _before: string | null, value: string | null): void {
    if (this.#isWriting) return;
    if (name === 'label') this.label = value;
    else this.userId = value ?? '';
  }

  #update(): void {
    this.#look();
    this.#isUpdatePending = false;
    this.#words = undefined;
    this.#subscription.hostUpdate();
    this.#draw();
  }

  /** A page that takes over what a server has drawn takes away all that we gave. */
  #look(): void {
    const { status = null } = this.#reflected;
    for (const name of REFLECTED) this.#reflected[name] = this.getAttribute(name);
    if (this.#reflected.status !== status) this.status = this.#reflected.status as PresenceStatus;
    if (!this.hasAttribute('aria-label')) this.#name = null;
    this.#isSilent &&= this.hasAttribute('aria-hidden');
  }

  #createDot(root: ShadowRoot): void {
    this.#painted = this.#shown.status;
    // A page that was drawn elsewhere brings one with it.
    root.querySelector('span')?.remove();
    // In older browsers the styles are in there already.
    this.#dot = root.appendChild(spanOf(this.#painted));
  }

  get #controller(): PresenceController {
    return this.presence ?? shared;
  }

  #draw(news?: Presence): void {
    if (!this.#isDriven) {
      const controller = this.#controller;
      if (this.#userId) this.#shown = news ?? controller.shownOf(this.#userId);
      this.#isShown = !this.#userId || controller.displayOnlineStatus;
    }
    this.#write();
  }

  /** Writes what differs and nothing else. */
  #write(): void {
    const { status, freshness } = this.#shown;
    const isShown = this.#isShown;
    this.#isWriting = true;
    this.#reflect('user-id', this.#userId || null);
    this.#reflect('status', isShown ? status : null);
    this.#reflect('freshness', isShown ? freshness : null);
    if (isShown && !this.#isDriven) this.#writeName();
    this.#isWriting = false;
    if (!this.#dot || status === this.#painted) return;
    this.#painted = status;
    dress(this.#dot, status);
  }

  /** Without a look at what is there: a list of dots would look at three for each change of one. */
  #reflect(name: string, value: string | null): void {
    if (this.#reflected[name] === value) return;
    this.#reflected[name] = value;
    if (value === null) super.removeAttribute(name);
    else super.setAttribute(name, value);
  }

  /** A role or a name that the page has given stays. */
  #writeName(): void {
    const isSilent = this.label === '';
    if (isSilent !== this.#isSilent) {
      this.#isSilent = isSilent;
      if (isSilent) super.setAttribute('aria-hidden', 'true');
      else super.removeAttribute('aria-hidden');
    }
    if (isSilent) return;
    if (this.#name === null) {
      const role = this.getAttribute('role');
      if (!role) super.setAttribute('role', 'img');
      // A name would undo the page's wish for none.
      else if (role === 'presentation' || role === 'none') return;
    }
    if (this.getAttribute('aria-label') !== this.#name) return;
    const name = this.label ?? this.#spoken;
    if (name !== this.#name) super.setAttribute('aria-label', (this.#name = name));
  }

  get #spoken(): string {
    const { strings } = (this.#words ??= statusStringsFor(localeOf(this)));
    const word = statusWord(strings, this.#shown);
    return speak(strings.spoken, [word, this.#shown.customStatus]);
  }
}

function spanOf(status: PresenceStatus): HTMLElement {
  const known = (spans[status] ??= dress(document.createElement('span'), status));
  return known.cloneNode() as HTMLElement;
}

function dress(span: HTMLElement, status: PresenceStatus): HTMLElement {
  const part = status === 'online' ? ONLINE : OFFLINE;
  span.className = status === 'online' || status === 'offline' ? part : `${part} ${status}`;
  span.setAttribute('part', part);
  return span;
}
