import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Environment } from '../../src/environment.js';
import type { LocalizedStrings } from '../../src/i18n/index.js';
import type { PresenceStatus } from '../../src/presence.js';
import { dotClasses, dotParts } from '../dot.js';
import { isComposing } from '../list/key-event.js';
import { Typeahead } from '../list/typeahead.js';

/** One line of the menu. */
export interface MenuItem {
  readonly key: string;
  readonly text: string;
  /** Whether it is the chosen one of its group; unset for a command. */
  readonly isChecked?: boolean;
  /** Shown by a dot before the text. */
  readonly status?: PresenceStatus | undefined;
  /** Shown at the far edge. */
  readonly hint?: string;
  /** Whether it opens a dialog. */
  readonly opensDialog?: boolean;
}

export interface MenuGroup {
  readonly key: string;
  /** The accessible name of the group. */
  readonly label: string;
  readonly isLabelShown?: boolean;
  readonly items: readonly MenuItem[];
}

export interface StatusMenuOptions {
  readonly environment: () => Environment;
  readonly root: () => ParentNode;
  readonly onChoose: (key: string) => void;
  /** Called when the tab key leaves the menu. */
  readonly onLeave: () => void;
}

/**
 * A menu that is operated by pointer and keyboard: the focus is on one item, which arrow keys, Home,
 * End and the first letters of a text move.
 */
export class StatusMenu {
  readonly #options: StatusMenuOptions;
  readonly #typeahead = new Typeahead();
  #items: readonly MenuItem[] = [];
  /** The checked item of the first group, else the first item. */
  #firstKey = '';
  #lang = '';
  /** The item that has the focus, or will have it. */
  #active = '';

  constructor(options: StatusMenuOptions) {
    this.#options = options;
  }

  render(label: string, groups: readonly MenuGroup[], { tag }: LocalizedStrings): TemplateResult {
    this.#items = groups.flatMap(({ items }) => items);
    const [first] = groups;
    this.#firstKey = (first?.items.find(({ isChecked }) => isChecked) ?? this.#items[0])?.key ?? '';
    this.#lang = tag;
    if (!this.#items.some(({ key }) => key === this.#active)) this.#active = this.#firstKey;
    return html`<div
      class="menu"
      role="menu"
      aria-label=${label}
      @click=${this.#onClick}
      @keydown=${this.#onKeydown}
      @focusin=${this.#onFocusIn}
      @pointermove=${this.#onPointerMove}
    >
      ${groups.map((group) => this.#renderGroup(group))}
    </div>`;
  }

  /** Focuses the checked item or the first one; or the last one, as the up key does. */
  focus(place: 'checked' | 'last' | 'active'): void {
    if (place === 'last') this.#focusItem(this.#items.at(-1)?.key);
    else this.#focusItem(place === 'active' ? this.#active : this.#firstKey);
  }

  #renderGroup({ key, label, isLabelShown, items }: MenuGroup): TemplateResult {
    const heading = html`<div class="heading" id="heading-${key}" role="presentation">
      ${label}
    </div>`;
    return html`<div
      class="group"
      role="group"
      aria-label=${isLabelShown ? nothing : label}
      aria-labelledby=${isLabelShown ? `heading-${key}` : nothing}
    >
      ${isLabelShown ? heading : nothing} ${items.map((item) => this.#renderItem(item))}
    </div>`;
  }

  #renderItem({ key, text, isChecked, status, hint, opensDialog }: MenuItem): TemplateResult {
    const shown = status && ({ status, freshness: 'none', customStatus: '' } as const);
    const dot = shown
      ? html`<span class=${dotClasses(shown)} part=${dotParts(shown.status)}></span>`
      : html`<span class="no-dot"></span>`;
    return html`<div
      class="item"
      part="item"
      role=${isChecked === undefined ? 'menuitem' : 'menuitemradio'}
      aria-checked=${isChecked === undefined ? nothing : isChecked}
      aria-haspopup=${opensDialog ? 'dialog' : nothing}
      tabindex=${key === this.#active ? 0 : -1}
      data-key=${key}
    >
      ${dot}<span class="text" dir="auto">${text}</span>
      ${hint ? html`<span class="hint" dir="auto">${hint}</span>` : nothing}
      ${isChecked ? html`<span class="check"></span>` : nothing}
    </div>`;
  }

  readonly #onClick = (event: Event): void => {
    const key = keyAt(event);
    if (key === undefined) return;
    this.#active = key;
    this.#options.onChoose(key);
  };

  /** The item under the pointer has the focus, so that there is one mark and not two. */
  readonly #onPointerMove = (event: PointerEvent): void => {
    const key = event.pointerType === 'touch' ? undefined : keyAt(event);
    if (key !== undefined && key !== this.#active) this.#focusItem(key, true);
  };

  /** A screen reader moves the focus by itself. */
  readonly #onFocusIn = (event: FocusEvent): void => {
    const key = keyAt(event);
    if (key !== undefined && key !== this.#active) this.#focusItem(key, true);
  };

  readonly #onKeydown = (event: KeyboardEvent): void => {
    if (isComposing(event) || event.ctrlKey || event.metaKey || event.altKey) return;
    const { key, repeat } = event;
    if (key === 'Tab') {
      // The browser goes on from where the focus is then.
      this.#options.onLeave();
      return;
    }
    const index = this.#items.findIndex((item) => item.key === this.#active);
    const now = this.#options.environment().elapsed();
    if (this.#typeahead.accepts(key, now)) {
      const found = this.#typeahead.find(key, now, {
        from: Math.max(0, index),
        count: this.#items.length,
        nameAt: (each) => this.#items[each]!.text,
        lang: this.#lang,
      });
      if (found >= 0) this.#focusItem(this.#items[found]!.key);
    } else if (key === 'Enter' || key === ' ') {
      if (!repeat) this.#options.onChoose(this.#active);
    } else if (key === this.#keyInwards(event) && this.#items[index]?.opensDialog) {
      this.#options.onChoose(this.#active);
    } else {
      const target = targetOf(key, index, this.#items.length);
      if (target === undefined) return;
      this.#focusItem(this.#items[target]!.key);
    }
    event.preventDefault();
  };

  #keyInwards({ currentTarget }: Event): string {
    const { direction } = getComputedStyle(currentTarget as Element);
    return direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
  }

  #focusItem(key = '', isPointed = false): void {
    const items = this.#options.root().querySelectorAll<HTMLElement>('.item');
    this.#active = key;
    for (const item of items) {
      const isActive = item.dataset['key'] === key;
      item.tabIndex = isActive ? 0 : -1;
      if (isActive) item.focus({ preventScroll: true });
      // Safari does not scroll to what it focuses in a popover. A DOM without a layout has nothing to.
      if (isActive && !isPointed) item.scrollIntoView?.({ block: 'nearest' });
    }
  }
}

/** The key of the item that an event is in. */
function keyAt({ target }: Event): string | undefined {
  return (target as Element).closest<HTMLElement>('.item')?.dataset['key'];
}

/** The item that a key leads to, round from the last to the first. */
function targetOf(key: string, index: number, count: number): number | undefined {
  switch (key) {
    case 'ArrowUp':
      return (index + count - 1) % count;
    case 'ArrowDown':
      return (index + 1) % count;
    case 'Home':
    case 'PageUp':
      return 0;
    case 'End':
    case 'PageDown':
      return count - 1;
    default:
      return undefined;
  }
}
