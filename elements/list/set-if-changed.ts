// A redraw that changes nothing must leave the document alone: no style, no layout, no mutation.

/** Sets an attribute; `undefined` removes it. */
export function setAttribute(element: Element, name: string, value: string | undefined): void {
  if (value === undefined) element.removeAttribute(name);
  else if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}

/** Sets lengths in px through the object model: a strict CSP refuses `style` attributes. */
export function setLengths(element: HTMLElement, lengths: Readonly<Record<string, number>>): void {
  for (const [name, length] of Object.entries(lengths)) {
    const value = `${length}px`;
    if (element.style.getPropertyValue(name) !== value) element.style.setProperty(name, value);
  }
}
