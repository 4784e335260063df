/**
 * Prototype.js and MooTools have a function of their own in the place of `Array.from`, which knows
 * neither iterables such as maps nor a second argument, and throws for the arguments of strict
 * functions. The Chat SDK needs all three. Where that is so, this completes it: what the library's
 * function was made for still goes to it, such as a number or a text.
 *
 * @param array the page's `Array`
 */
export function completeArrayFrom(array: Pick<ArrayConstructor, 'from'> = Array): void {
  if (isComplete(array)) return;
  const replaced = array.from as (items: unknown) => unknown[];
  const from = (items: unknown, map?: (item: unknown, index: number) => unknown): unknown[] => {
    if (!map && !isIterable(items)) return replaced.call(array, items);
    const all = isIterable(items) ? [...items] : elementsOf(items as ArrayLike<unknown>);
    if (map) all.forEach((item, index) => (all[index] = map(item, index)));
    return all;
  };
  array.from = from as ArrayConstructor['from'];
}

function isComplete(array: Pick<ArrayConstructor, 'from'>): boolean {
  try {
    return array.from(new Map([[1, 2]]), String)[0] === '1,2';
  } catch {
    return false;
  }
}

/** Texts are left to the library: MooTools takes one as a single item. */
function isIterable(value: unknown): value is Iterable<unknown> {
  return typeof value === 'object' && value !== null && Symbol.iterator in value;
}

function elementsOf(list: ArrayLike<unknown>): unknown[] {
  const elements: unknown[] = [];
  for (let index = 0; index < list.length; index++) elements.push(list[index]);
  return elements;
}
