import type { CSSResult } from 'lit';
import { dotStyles } from '../dot.styles.js';
import { avatarStyles } from '../list/avatar.styles.js';
import { PictureRetry } from '../list/picture-retry.js';
import { PresenceElement } from '../presence-element.js';
import { InView } from './in-view.js';
import { registerLengths } from './lengths.js';
import { styles as peopleStyles } from './people.styles.js';

/** The base of the elements that show one person or several, in a `.box`. */
export abstract class PeopleElement extends PresenceElement {
  static override styles: CSSResult[] = [dotStyles, avatarStyles, peopleStyles];

  readonly #pictures = new PictureRetry(this, () => this.controller);
  readonly #inView = new InView(this, () => this.renderRoot.querySelector('.box'));

  override adoptedCallback(): void {
    registerLengths(this.ownerDocument);
    super.adoptedCallback();
  }

  /** Whether the element is in view, so that whom it shows is observed live. */
  protected get isInView(): boolean {
    return this.#inView.isInView;
  }

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    registerLengths(this.ownerDocument);
    const root = super.createRenderRoot();
    // The `error` event of a picture does not bubble.
    root.addEventListener('error', this.#pictures.onError, { capture: true });
    return root;
  }
}
