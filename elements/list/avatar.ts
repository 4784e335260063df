import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { Directive, directive } from 'lit/directive.js';
import type { ElementPart } from 'lit/directive.js';
import { keyed } from 'lit/directives/keyed.js';
import { colorIndex, initials, safeAvatar } from '../../src/contacts/index.js';
import type { Presence } from '../../src/presence.js';
import { dotClasses, dotParts } from '../dot.js';
import { isFailedPicture } from './picture-retry.js';

export interface AvatarOptions {
  /** Chooses the colour. */
  readonly id: string;
  readonly name: string;
  /** The language of the list, whose capitals the initials are, as a canonical tag. */
  readonly lang: string;
  /** From anywhere; a URL that is not safe to load counts as none. */
  readonly url: unknown;
  /** What the dot shows; without it there is no dot. */
  readonly presence: Presence | undefined;
  /** Groups are square, so that they are never mistaken for a person. */
  readonly isSquare?: boolean;
}

/**
 * A picture in a circle with a dot. Initials on a quiet colour show until the picture has loaded, and
 * stay where there is none. Nothing moves when it arrives.
 */
export function avatar({ id, name, lang, url, presence, isSquare }: AvatarOptions): TemplateResult {
  const safe = safeAvatar(url);
  const source = safe && !isFailedPicture(safe) ? safe : undefined;
  // The row is named by its text. The initials are generated content: neither copied nor searched.
  const className = isSquare ? 'avatar square' : 'avatar';
  return html`<span class=${className} part="avatar" aria-hidden="true">
    <span
      class="letters color-${colorIndex(id)}"
      data-letters=${initials(name, lang)}
      data-failed=${safe && !source ? safe : nothing}
    ></span>
    ${keyed(source, source ? picture(source) : nothing)}
    ${
      presence
        ? html`<span class=${dotClasses(presence)} part=${dotParts(presence.status)}></span>`
        : nothing
    }
  </span>`;
}

/** Keyed by its source, since an image shows its old picture until the new one has loaded. */
function picture(source: string): TemplateResult {
  return html`<img
    class="picture"
    alt=""
    decoding="async"
    loading="lazy"
    draggable="false"
    referrerpolicy="no-referrer"
    src=${source}
    @load=${onLoad}
    ${showIfCached()}
  />`;
}

/**
 * A picture from the cache is complete at once and does not fade in. No `ref`, nor anything else that
 * Lit tells when it is removed: `keyed` keeps the template that it replaces for that, and its image.
 */
const showIfCached = directive(
  class extends Directive {
    render(): void {}

    override update({ element }: ElementPart): void {
      const { complete, naturalWidth, classList } = element as HTMLImageElement;
      if (complete && naturalWidth) classList.add('loaded');
    }
  },
);

function onLoad(event: Event): void {
  (event.target as HTMLImageElement).classList.add('loaded');
}
