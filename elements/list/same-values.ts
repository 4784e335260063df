/** Whether two sets of options, of one shape, hold the same values. */
export function haveSameValues<Options extends object>(
  one: Options | undefined,
  other: Options,
): boolean {
  const names = Object.keys(other) as (keyof Options)[];
  return one !== undefined && names.every((name) => one[name] === other[name]);
}

/** Whether two arrays hold the same values in the same places. */
export function haveSameEntries(one: readonly unknown[], other: readonly unknown[]): boolean {
  return one.length === other.length && one.every((entry, place) => Object.is(entry, other[place]));
}
