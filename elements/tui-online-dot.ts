import { html } from 'lit';
import type { PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import { displayText } from '../src/contacts/text.js';
import { speak, statusWord } from '../src/i18n/index.js';
import { customStatusText } from '../src/known-words.js';
import { STATUSES, UNKNOWN } from '../src/presence.js';
import type { Freshness, Presence, PresenceStatus } from '../src/presence.js';
import { dotClasses, dotParts, paintDot } from './dot.js';
import { isAwaitingHydration, writeOwnAttribute } from './hydration.js';
import { idText } from './id-text.js';
import { ImageName } from './image-name.js';
import { PresenceElement } from './presence-element.js';
import { PresenceSubscription } from './presence-subscription.js';
import { styles } from './tui-online-dot.styles.js';

/**
 * A dot that shows whether a user is online: a disc for online, a ring for offline, a dashed ring
 * for unknown, and a cut through any of them when the connection is lost.
 *
 * It follows the user of its `user-id`, and has no box while the page has statuses switched off.
 * Without a `user-id` the page sets `status`.
 *
 * @tagname tui-online-dot
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
export class TuiOnlineDot extends PresenceElement {
  static override readonly styles = [styles];

  /** The user to follow, by ID; empty for a dot whose `status` the page sets. */
  @property({ attribute: 'user-id' })
  userId = '';

  /** The status shown. With a `userId` the dot sets it; anything but a status counts as `unknown`. */
  // A page that removes the user may set the status that the user has had.
  @property({ hasChanged: () => true })
  status: PresenceStatus = 'unknown';

  /**
   * How far the status can be trusted; the dot sets it. `undefined` while the dot is hidden.
   *
   * @readonly
   */
  @property()
  freshness: Freshness | undefined = 'none';

  /** Replaces the accessible name; empty for a dot that only decorates. */
  @property()
  label: string | null | undefined;

  readonly #name = new ImageName(this);
  /** What is drawn; `undefined` while the page has statuses switched off. */
  #shown: Presence | undefined = UNKNOWN;

  constructor() {
    super();
    new PresenceSubscription(this, { controller: () => this.controller, user: () => this.userId });
  }

  override attributeChangedCallback(name: string, old: string | null, value: string | null): void {
    super.attributeChangedCallback(name, old, value);
    // The page, or a library that restores its markup, may overwrite what only the dot knows.
    this.requestUpdate();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    const userId = idText(this.userId);
    this.#shown = userId ? this.shownPresence({ userID: userId }) : this.#givenPresence(changed);
    const { status, freshness } = this.#shown ?? { ...UNKNOWN, freshness: undefined };
    // Not reflected by Lit: attributes that are not as the dot has written them are mended, too.
    writeOwnAttribute(this, 'user-id', userId || undefined);
    writeOwnAttribute(this, 'status', status);
    writeOwnAttribute(this, 'freshness', freshness);
    // After the attributes, whose removal sets the properties to null.
    this.userId = userId;
    this.status = status;
    this.freshness = freshness;
  }

  protected override render(): unknown {
    const shown = this.#shown ?? UNKNOWN;
    const [classes, parts] = [dotClasses(shown), dotParts(shown.status)];
    return html`<span class=${classes} part=${parts} ?hidden=${!this.#shown}></span>`;
  }

  protected override firstUpdated(): void {
    // Hydration leaves the attributes of the span as the server has rendered them.
    paintDot(this.renderRoot.querySelector('span')!, this.#shown);
  }

  /** Names the dot, in the browser only: a server does not know the language around it. */
  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    const shown = this.#shown;
    if (!shown || isAwaitingHydration(this)) return;
    const { strings } = this.localized;
    const words = customStatusText(displayText(shown.customStatus), strings);
    const parts = [statusWord(strings, shown), words];
    this.#name.write(this.label ?? speak(strings.spoken, parts));
  }

  /** What the page has set. The status of a user who has just been removed is not the page's. */
  #givenPresence(changed: PropertyValues<this>): Presence {
    const isOfUser = changed.get('userId') && !changed.has('status');
    const isKnown = !isOfUser && STATUSES.includes(this.status);
    return isKnown ? { ...UNKNOWN, status: this.status } : UNKNOWN;
  }
}
