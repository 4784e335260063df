/** An array longer than this may consist of holes, which are not visited one by one. */
const MANY = 200_000;

/** Receives what a page's own objects throw when they are read. */
export type ReadErrorListener = (error: unknown) => void;

/**
 * What a page gave as items of a list, read once. What a page gives may throw at any later access: a
 * getter, or a proxy that was revoked, as Immer does with its drafts.
 */
export interface GivenItems<Item> {
  /** Copies of the fields that could be read. */
  readonly items: readonly Item[];
  /** The page's own objects, for the page itself, in the same places. */
  readonly originals: readonly Item[];
}

/** The entries of what a page gave as an array; none for anything else. */
export function givenEntries(value: unknown, onError?: ReadErrorListener): unknown[] {
  const entries: unknown[] = [];
  try {
    if (!Array.isArray(value)) return entries;
    const keys = value.length > MANY ? Object.keys(value) : undefined;
    const length = keys ? keys.length : value.length;
    for (let place = 0; place < length; place++) {
      entries.push((value as unknown[])[keys ? Number(keys[place]) : place]);
    }
  } catch (error) {
    // The entries before the one that threw are listed.
    onError?.(error);
  }
  return entries;
}

/** Takes an item, and the page's own object for it. */
export type AddItem<Item> = (item: Item, original: Item) => void;

/**
 * Reads what a page gave as items, each once, the first kept.
 *
 * @param key the field with the ID of an item
 * @param readItem adds the item that an entry stands for, if it stands for one
 */
export function readItems<Item>(
  value: unknown,
  key: keyof Item,
  readItem: (entry: unknown, add: AddItem<Item>) => void,
  onError?: ReadErrorListener,
): GivenItems<Item> {
  const items: Item[] = [];
  const originals: Item[] = [];
  const seen = new Set<unknown>();
  const add: AddItem<Item> = (item, original) => {
    if (seen.has(item[key])) return;
    seen.add(item[key]);
    items.push(item);
    originals.push(original);
  };
  for (const entry of givenEntries(value, onError)) readItem(entry, add);
  return { items, originals };
}

/** An object of a page, copied field by field. */
export interface FieldCopy<Given> {
  readonly copy: { -readonly [Field in keyof Given]?: Given[Field] };
  /** Whether all fields could be read. */
  readonly isComplete: boolean;
}

/** Copies these fields, without those that cannot be read; of an array, what a list shows of it. */
export function copyFields<Given extends object>(
  given: Given,
  fields: readonly (keyof Given)[],
  onError?: ReadErrorListener,
): FieldCopy<Given> {
  const copy: FieldCopy<Given>['copy'] = {};
  let isComplete = true;
  for (const field of fields) {
    try {
      const value = given[field];
      // Throws for a proxy that was revoked. A list shows the first of a contact's groups.
      copy[field] = Array.isArray(value) ? (value.slice(0, 1) as typeof value) : value;
    } catch (error) {
      isComplete = false;
      onError?.(error);
    }
  }
  return { copy, isComplete };
}
