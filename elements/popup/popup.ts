import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { isComposing } from '../list/key-event.js';
import { setLengths } from '../list/set-if-changed.js';
import { placeBeside } from './placement.js';
import type { Box } from './placement.js';

export interface PopupOptions {
  /** What the panel stands beside. */
  readonly anchor: () => HTMLElement | null;
  readonly panel: () => HTMLElement | null;
  /** Called when a click elsewhere, the Escape key, a focus elsewhere or a hidden page part ends it. */
  readonly onDismiss: (reason: DismissReason) => void;
}

/** `focus`: the focus is elsewhere already, and stays there. */
export type DismissReason = 'escape' | 'press' | 'focus';

/**
 * Shows a panel beside an anchor, above everything: by the popover API, so that no container clips it
 * and a modal dialog does not cover it; where that is missing, as a fixed box. The panel follows its
 * anchor wherever the page moves it. Its place is written through the object model, since a strict CSP
 * refuses `style` attributes.
 */
export class Popup implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #options: PopupOptions;
  #listeners: AbortController | undefined;
  #sizes: ResizeObserver | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement, options: PopupOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  get isOpen(): boolean {
    return this.#listeners !== undefined;
  }

  hostDisconnected(): void {
    this.close();
  }

  open(): void {
    const panel = this.#options.panel();
    // A document without a window shows nothing.
    if (this.isOpen || !panel?.ownerDocument.defaultView || !this.#host.isConnected) return;
    this.#listen(panel);
    panel.classList.add('shown');
    if (hasPopovers(panel)) panel.showPopover();
    this.place();
    this.#follow(panel);
  }

  close(): void {
    if (!this.#listeners) return;
    this.#listeners.abort();
    this.#sizes?.disconnect();
    this.#listeners = this.#sizes = undefined;
    const panel = this.#options.panel();
    panel?.classList.remove('shown');
    // A panel that was removed from the page is hidden already.
    if (panel && hasPopovers(panel) && panel.matches(':popover-open')) panel.hidePopover();
  }

  /** Places the panel again; to be called after its content has changed. */
  readonly place = (): void => {
    const panel = this.#options.panel();
    const anchor = this.#options.anchor();
    if (!this.isOpen || !panel || !anchor) return;
    // What a transform, a zoom or a containing block around it makes of px is measured.
    setLengths(panel, { left: 0, top: 0 });
    const origin = panel.getBoundingClientRect();
    const scale = origin.width / panel.offsetWidth || 1;
    const borders = panel.offsetHeight - panel.clientHeight;
    const size = { width: origin.width, height: (panel.scrollHeight + borders) * scale };
    const isRightToLeft = getComputedStyle(anchor).direction === 'rtl';
    const { left, top, maxHeight } = placeBeside(
      anchor.getBoundingClientRect(),
      size,
      viewportOf(panel.ownerDocument),
      isRightToLeft,
    );
    setLengths(panel, {
      left: (left - origin.left) / scale,
      top: (top - origin.top) / scale,
      '--_room': maxHeight / scale,
    });
  };

  /**
   * Moves the panel with its anchor, in the same frame. Not by events: a scroll in a shadow root of the
   * page, an animation and a banner that comes above the anchor have none that is heard here.
   */
  #follow(panel: HTMLElement): void {
    const view = panel.ownerDocument.defaultView!;
    const listeners = this.#listeners;
    let place = this.#anchorPlace;
    const check = (): void => {
      if (this.#listeners !== listeners) return;
      const before = place;
      place = this.#anchorPlace;
      if (place !== before) this.place();
      view.requestAnimationFrame(check);
    };
    // A DOM without a layout may have no frames either.
    if (panel.offsetHeight > 0) view.requestAnimationFrame(check);
  }

  get #anchorPlace(): string {
    const box = this.#options.anchor()?.getBoundingClientRect();
    return box ? `${box.left} ${box.top}` : '';
  }

  #listen(panel: HTMLElement): void {
    const { ownerDocument } = panel;
    const view = ownerDocument.defaultView;
    this.#listeners = new AbortController();
    const { signal } = this.#listeners;
    const capture = { capture: true, signal };
    for (const root of rootsAround(this.#host)) {
      root.addEventListener('pointerdown', this.#onPointerDown, capture);
    }
    ownerDocument.addEventListener('keydown', this.#onKeydown, capture);
    for (const part of this.#parts) part.addEventListener('focusout', this.#onFocusOut, { signal });
    view?.addEventListener('blur', this.#onBlur, { signal });
    for (const target of [view, view?.visualViewport]) {
      target?.addEventListener('resize', this.place, { signal });
    }
    view?.visualViewport?.addEventListener('scroll', this.place, { signal });
    // A DOM without a layout has none.
    this.#sizes = view?.ResizeObserver && new view.ResizeObserver(this.#onAnchorResize);
    const anchor = this.#options.anchor();
    if (anchor) this.#sizes?.observe(anchor);
  }

  /** A panel is hidden with the part of the page that it stands in, and is no longer open after that. */
  readonly #onAnchorResize = (): void => {
    if (this.#options.anchor()?.getClientRects().length === 0) this.#options.onDismiss('focus');
    else this.place();
  };

  readonly #onPointerDown = (event: Event): void => {
    const path = event.composedPath();
    const isInside = this.#parts.some((part) => path.includes(part));
    // What a closed root hides from what is around it is heard once more in the root.
    const isHidden = rootsAround(this.#host).some(
      (root) => isClosed(root) && root.host === path[0],
    );
    if (!isInside && !isHidden) this.#options.onDismiss('press');
  };

  /** Before all others, so that Escape does not close a dialog around it too. */
  readonly #onKeydown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || isComposing(event)) return;
    event.preventDefault();
    event.stopPropagation();
    this.#options.onDismiss('escape');
  };

  readonly #onFocusOut = ({ relatedTarget }: FocusEvent): void => {
    // Without a target the focus is nowhere, or the window has lost it.
    const target = relatedTarget as Node | null;
    if (!target || this.#parts.some((part) => part.contains(target))) return;
    this.#options.onDismiss('focus');
  };

  /** A click into a frame is no event of this document. */
  readonly #onBlur = (): void => {
    let { activeElement } = this.#host.ownerDocument;
    while (activeElement?.shadowRoot?.activeElement) ({ activeElement } = activeElement.shadowRoot);
    if (activeElement?.localName === 'iframe') this.#options.onDismiss('focus');
  };

  get #parts(): HTMLElement[] {
    const { panel, anchor } = this.#options;
    return [panel(), anchor()].filter((part) => part !== null);
  }
}

/** The document, and the shadow roots that an element is in. */
function rootsAround(element: Element): readonly (Document | ShadowRoot)[] {
  const root = element.getRootNode() as Document | ShadowRoot;
  return 'host' in root ? [...rootsAround(root.host), root] : [root];
}

function isClosed(root: Document | ShadowRoot): root is ShadowRoot {
  return 'mode' in root && root.mode === 'closed';
}

/** Old browsers know neither the attribute nor the methods, and some simulated ones not all of them. */
function hasPopovers(panel: Partial<HTMLElement>): boolean {
  return Boolean(panel.popover && panel.showPopover && panel.hidePopover);
}

/** What of the page is seen: less than the window, while a keyboard on the screen covers a part. */
function viewportOf({ defaultView, documentElement }: Document): Box {
  const visual = defaultView?.visualViewport;
  return {
    left: visual?.offsetLeft ?? 0,
    top: visual?.offsetTop ?? 0,
    width: visual?.width ?? documentElement.clientWidth,
    height: visual?.height ?? documentElement.clientHeight,
  };
}
