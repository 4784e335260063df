// Writes that leave the document alone where it is right already: what does not change costs no
// style, no layout, and nobody's attention.

export function setText(node: Node, text: string): void {
  if (node.textContent !== text) node.textContent = text;
}

export function setAttribute(element: Element, name: string, value: string): void {
  if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}

/** Lengths in px, written through the object model: a strict CSP refuses `style` attributes. */
export function setLengths(element: HTMLElement, lengths: Readonly<Record<string, number>>): void {
  for (const name in lengths) {
    const value = `${lengths[name]}px`;
    if (element.style.getPropertyValue(name) !== value) element.style.setProperty(name, value);
  }
}

/** Moves a child only if it is not there yet; `before` is `null` for the first. */
export function putAfter(parent: Element, before: Element | null, child: Element): void {
  if (child.previousElementSibling === before && child.parentNode === parent) return;
  parent.insertBefore(child, before ? before.nextSibling : parent.firstChild);
}

/** An element of the shadow tree, with its class and its parts. */
export function create(tag: string, className: string, part = ''): HTMLElement {
  const element = document.createElement(tag);
  element.className = className;
  if (part) element.setAttribute('part', part);
  return element;
}
