import { withKnownPeople } from '../../src/contacts/index.js';
import type { Contact, GivenItems, ReadErrorListener } from '../../src/contacts/index.js';

/**
 * What a page, or the source, gave a list, read once when it arrives: no later access to the page's
 * objects can throw while rows are painted. The page gets its own objects back, in events and for its
 * own rows.
 */
export class PageItems<Item> {
  readonly #readItems: (given: unknown, onError: ReadErrorListener) => GivenItems<Item>;
  readonly #key: keyof Item;
  readonly #onError: ReadErrorListener;
  #given: unknown;
  #known: readonly Contact[] | undefined;
  #blocked: ReadonlySet<string> | undefined;
  #read: GivenItems<Item> = { items: [], originals: [] };
  #named: readonly Item[] = [];
  /** The page's own objects by the keys of their items; made when the first is asked for. */
  #originals: ReadonlyMap<unknown, Item> | undefined;
  /** Whether the last arrays had an error: a page that renders often gives the same one each time. */
  #hasReported = false;

  /**
   * @param key the field with the ID of an item
   * @param onError receives the first error of reading what the page gave
   */
  constructor(
    readItems: (given: unknown, onError: ReadErrorListener) => GivenItems<Item>,
    key: keyof Item,
    onError: ReadErrorListener,
  ) {
    this.#readItems = readItems;
    this.#key = key;
    this.#onError = onError;
  }

  /**
   * Returns the usable items; the same array for the same arguments.
   *
   * @param given what the page or the source gave: anything
   * @param known who the source knows: their names stand for names that were not given
   * @param blocked whom the logged-in user has blocked
   */
  update(
    given: unknown,
    known: readonly Contact[] | undefined,
    blocked?: ReadonlySet<string>,
  ): readonly Item[] {
    const isNew = given !== this.#given;
    const isKnown = known === this.#known && blocked === this.#blocked;
    if (!isNew && isKnown) return this.#named;
    // What the source gave is ours, and has the names that it knows.
    const isOurs = given === known && known !== undefined;
    if (isOurs) this.#read = { items: given as Item[], originals: given as Item[] };
    else if (isNew) this.#readOnce(given);
    this.#given = given;
    this.#known = known;
    this.#blocked = blocked;
    this.#originals = undefined;
    const { items } = this.#read;
    this.#named = isOurs ? items : (withKnownPeople(items, known, blocked) as readonly Item[]);
    return this.#named;
  }

  /** The page's own object for an item, with the name that the source knows where it has none. */
  originalOf(item: Item): Item {
    this.#originals ??= this.#namedOriginals();
    return this.#originals.get(item[this.#key]) ?? item;
  }

  #namedOriginals(): ReadonlyMap<unknown, Item> {
    const { originals: given } = this.#read;
    const originals = withKnownPeople(given, this.#known, this.#blocked) as readonly Item[];
    return new Map(this.#named.map((each, place) => [each[this.#key], originals[place]!]));
  }

  #readOnce(given: unknown): void {
    let isReported = false;
    this.#read = this.#readItems(given, (error) => {
      if (!isReported && !this.#hasReported) this.#onError(error);
      isReported = true;
    });
    this.#hasReported = isReported;
  }
}
