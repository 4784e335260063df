import type { Section } from '../../src/contacts/index.js';

/** Space above the first row and below the last, in px. */
export const EDGE = 4;

/**
 * Where the rows and headings of a list are, in px from its top. All rows have the same height, so
 * that a position is found from the sections alone.
 */
export class RowLayout {
  readonly sections: readonly Section[];
  readonly rowHeight: number;
  /** 0 for sections without headings. */
  readonly headingHeight: number;
  /** The number of rows. */
  readonly count: number;
  readonly height: number;
  /** Where each section begins: at its heading, if it has one. */
  readonly tops: readonly number[];

  constructor(sections: readonly Section[], rowHeight: number, headingHeight: number) {
    this.sections = sections;
    this.rowHeight = rowHeight;
    this.headingHeight = headingHeight;
    const tops: number[] = [];
    let top = EDGE;
    let count = 0;
    for (const section of sections) {
      tops.push(top);
      top += headingHeight + section.count * rowHeight;
      count += section.count;
    }
    this.tops = tops;
    this.count = count;
    this.height = top + EDGE;
  }

  /** Whether this has as many rows as another layout, of the same size: at most their order differs. */
  isOfSameRows({ count, rowHeight, headingHeight }: RowLayout): boolean {
    return (
      count === this.count && rowHeight === this.rowHeight && headingHeight === this.headingHeight
    );
  }

  /** The number of the section that a row is in. */
  sectionOf(index: number): number {
    return this.sections.findLastIndex(({ start }) => start <= index);
  }

  topOf(index: number): number {
    const number = this.sectionOf(index);
    const { start } = this.sections[number]!;
    return this.tops[number]! + this.headingHeight + (index - start) * this.rowHeight;
  }

  /** The row at this position, or the nearest one; 0 when there are no rows. */
  rowAt(top: number): number {
    const number = Math.max(
      0,
      this.tops.findLastIndex((each) => each <= top),
    );
    const section = this.sections[number];
    if (!section) return 0;
    const row = Math.floor((top - this.tops[number]! - this.headingHeight) / this.rowHeight);
    return section.start + Math.max(0, Math.min(row, section.count - 1));
  }
}
