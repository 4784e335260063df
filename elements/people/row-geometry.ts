import type { Section } from '../../src/contacts/index.js';

/** Room above the first row and below the last, in px. */
export const EDGE = 4;

/**
 * Where rows and headings lie, in px from the top of the list. All rows are of one height, so a
 * place costs a search among the sections and not among the rows.
 */
export class RowGeometry {
  readonly sections: readonly Section[];
  readonly rowHeight: number;
  /** 0 when there are no headings. */
  readonly headingHeight: number;
  readonly count: number;
  readonly height: number;
  readonly #tops: number[] = [];

  constructor(sections: readonly Section[], rowHeight: number, headingHeight: number) {
    this.sections = sections;
    this.rowHeight = rowHeight;
    this.headingHeight = headingHeight;
    let top = EDGE;
    let count = 0;
    for (const section of sections) {
      this.#tops.push(top);
      top += headingHeight + section.count * rowHeight;
      count += section.count;
    }
    this.count = count;
    this.height = top + EDGE;
  }

  /** The number of the section that a row is in. */
  sectionOf(index: number): number {
    return lastNotAbove(this.sections.length, (number) => this.sections[number]!.start, index);
  }

  /** Where a section begins: at its heading, where it has one. */
  sectionTop(number: number): number {
    return this.#tops[number]!;
  }

  sectionHeight(number: number): number {
    return this.headingHeight + this.sections[number]!.count * this.rowHeight;
  }

  /** A row's place inside its section. */
  topInSection(index: number): number {
    const { start } = this.sections[this.sectionOf(index)]!;
    return this.headingHeight + (index - start) * this.rowHeight;
  }

  topOf(index: number): number {
    return this.sectionTop(this.sectionOf(index)) + this.topInSection(index);
  }

  /** The row at this place, or the one that is next to it; 0 when there are none. */
  rowAt(top: number): number {
    const number = lastNotAbove(this.#tops.length, (each) => this.#tops[each]!, top);
    const section = this.sections[number];
    if (!section) return 0;
    const below = top - this.#tops[number]! - this.headingHeight;
    const row = Math.floor(below / this.rowHeight);
    return section.start + Math.max(0, Math.min(section.count - 1, row));
  }
}

/** The last of `count` ascending values that is not above `value`; the first when all are. */
function lastNotAbove(count: number, valueAt: (number: number) => number, value: number): number {
  let low = 0;
  let high = count - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (valueAt(middle) > value) high = middle - 1;
    else low = middle;
  }
  return low;
}
