/** The states of an element, for `:host(:state(…))`; a browser without them has none to show. */
const internals = new WeakMap<Element, ElementInternals | undefined>();

/**
 * Tells the styles of a list what they cannot select: what the page has made of the tag.
 *
 * - The box in a tag without a box of its own (`contents`, `inline`) has no height to fill, and one
 *   in a tag that is a grid fills all of its tracks.
 * - In a tag with vertical lines the height of the rows is not passed on.
 * - A tag that is not positioned by its edges fills the parent that it is alone in.
 * - Headings stay in their place where rows would be seen through them.
 */
export function adaptToHost(box: HTMLElement): void {
  const root = box.getRootNode();
  if (!(root instanceof ShadowRoot)) return;
  const { display, position, backgroundColor, writingMode } = getComputedStyle(root.host);
  const isBoxless = display === 'contents' || display === 'inline';
  box.classList.toggle('in-text', isBoxless);
  box.classList.toggle('in-vertical', writingMode !== 'horizontal-tb');
  box.classList.toggle('in-grid', display.endsWith('grid'));
  box.classList.toggle('see-through', isTranslucent(backgroundColor));
  setState(root.host, 'in-flow', position !== 'absolute' && position !== 'fixed');
}

/** Whether a computed colour, `rgba(0, 0, 0, 0.5)` or `color(srgb 0 0 0 / 0.5)`, lets see through. */
function isTranslucent(color: string): boolean {
  return /^rgba\(|\/[^)]*\)$/.test(color);
}

function setState(host: Element, state: string, isOn: boolean): void {
  if (!internals.has(host)) internals.set(host, internalsOf(host as HTMLElement));
  const states = internals.get(host)?.states;
  if (isOn) states?.add(state);
  else states?.delete(state);
}

function internalsOf(host: HTMLElement): ElementInternals | undefined {
  try {
    return host.attachInternals?.();
  } catch {
    // An element of another document's is in no registry there.
    return undefined;
  }
}
