/** The attributes of a class by the names that it also takes for them: `user-id` by `userid`. */
const fullNames = new WeakMap<object, ReadonlyMap<string, string>>();

/**
 * Attributes and, for each with a dash, the name without: `userid` for `user-id`. A framework that
 * sets the property `userId` on a tag that is not defined yet, or renders it on a server, writes an
 * attribute of that name, which HTML turns into lower case.
 */
export function withLowerCaseNames(attributes: readonly string[]): string[] {
  return [...attributes, ...shortNames(attributes).keys()];
}

/**
 * The attribute that a change concerns: `user-id` for `userid`; `undefined` if the change does not
 * count, since a tag that has both names goes by the one with the dash.
 */
export function changedAttribute(element: Element, name: string, old: string | null) {
  const full = namesOf(element.constructor).get(name);
  if (!full) return name;
  return old === null && element.hasAttribute(full) ? undefined : full;
}

function namesOf(elementClass: object): ReadonlyMap<string, string> {
  let names = fullNames.get(elementClass);
  if (!names) {
    const { observedAttributes } = elementClass as { observedAttributes: string[] };
    fullNames.set(elementClass, (names = shortNames(observedAttributes)));
  }
  return names;
}

const shortNames = (attributes: readonly string[]): ReadonlyMap<string, string> =>
  new Map(
    attributes.filter((name) => name.includes('-')).map((name) => [name.replaceAll('-', ''), name]),
  );
