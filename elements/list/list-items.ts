import type { Section } from '../../src/contacts/index.js';
import type { MenuPoint } from './row-menu.js';

/** A row on the page. Its nodes show one item after another while the list scrolls. */
export interface VirtualRow {
  readonly element: HTMLElement;
  /** The item that the row shows. */
  key: string;
  /** Its place in the list, from 0. */
  index: number;
}

/** The items of a list, in order, and how a row shows one of them. */
export interface ListItems<Row extends VirtualRow> {
  count(): number;
  /** All items in order; one section where there are no headings. */
  sections(): readonly Section[];
  hasHeadings(): boolean;
  headingOf(section: Section): { readonly label: string; readonly count: string };
  /** The ID of an item: its row keeps it when the order changes. */
  keyAt(index: number): string;
  /** The place of an item; -1 for an item that is not listed. */
  indexOf(key: string): number;
  /** The name of an item, for the typeahead. */
  nameAt(index: number): string;
  createRow(): Row;
  /** Draws the item at `row.index` into the row; changes nothing if it is drawn already. */
  paintRow(row: Row): void;
  /** Called after a row was removed for good. */
  releaseRow?(row: Row): void;
  /** Called when the user selects an item. */
  select(index: number): void;
  /** Asks the page for the menu of an item; returns whether it shows one. */
  openMenu(index: number, point: MenuPoint): boolean;
}
