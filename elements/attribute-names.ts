/**
 * Attributes and, for each with a dash, the name without: `userid` for `user-id`. A framework that
 * sets the property `userId` on a tag that is not defined yet, or renders it on a server, writes an
 * attribute of that name, which HTML turns into lower case.
 */
export function withLowerCaseNames(attributes: readonly string[]): string[] {
  const short = attributes.filter((name) => name.includes('-')).map(withoutDashes);
  return [...attributes, ...short];
}

/**
 * The attribute that a change concerns: `user-id` for `userid`; `undefined` if the change does not
 * count, since a tag that has both names goes by the one with the dash.
 */
export function changedAttribute(element: Element, name: string, old: string | null) {
  const { observedAttributes } = element.constructor as unknown as { observedAttributes: string[] };
  const full = observedAttributes.find((each) => each !== name && withoutDashes(each) === name);
  if (!full) return name;
  return old === null && element.hasAttribute(full) ? undefined : full;
}

const withoutDashes = (name: string): string => name.replaceAll('-', '');
