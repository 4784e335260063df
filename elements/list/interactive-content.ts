/** What a user can operate by itself inside a row that the page renders. */
const INTERACTIVE =
  'a[href], button, input, select, textarea, label, summary, audio[controls], video[controls], ' +
  '[contenteditable]:not([contenteditable=false i]), [tabindex]:not([tabindex="-1"]), ' +
  '[role=button], [role=link], [role=checkbox], [role=switch], [role=menuitem], [role=slider]';

/** Where the browser's own menu is needed: to paste, and to correct a spelling. */
const EDITABLE = 'input, textarea, [contenteditable]:not([contenteditable=false i])';

/** Whether an event comes from something inside an element that can be operated by itself. */
export function isFromInteractiveContent(event: Event, element: Element): boolean {
  return isFrom(event, element, INTERACTIVE);
}

/** Whether an event comes from a text inside an element that can be edited. */
export function isFromEditableContent(event: Event, element: Element): boolean {
  return isFrom(event, element, EDITABLE);
}

function isFrom(event: Event, element: Element, selector: string): boolean {
  const path = event.composedPath();
  const inside = path.slice(0, path.indexOf(element));
  return inside.some((node) => node instanceof Element && node.matches(selector));
}
