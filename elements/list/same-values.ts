/** Whether two sets of options, of one shape, hold the same values. */
export function haveSameValues<Options extends object>(
  one: Options | undefined,
  other: Options,
): boolean {
  const names = Object.keys(other) as (keyof Options)[];
  return one !== undefined && names.every((name) => one[name] === other[name]);
}
