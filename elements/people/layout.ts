import type { Section } from '../../src/contacts/index.js';

/** Room above the first row and below the last, in px. */
export const EDGE = 4;

/** Where rows and headings lie, in px from the top of the list. */
export type Layout = ReturnType<typeof layOut>;

/**
 * Lays a list out. All rows are of one height, so that a place costs a look through the sections
 * and not through the rows.
 *
 * @param headingHeight 0 for sections without headings
 */
export function layOut(sections: readonly Section[], rowHeight: number, headingHeight: number) {
  const tops: number[] = [];
  let height = EDGE;
  let count = 0;
  for (const section of sections) {
    tops.push(height);
    height += headingHeight + section.count * rowHeight;
    count += section.count;
  }
  const sectionOf = (index: number): number =>
    sections.findLastIndex(({ start }) => start <= index);
  return {
    sections,
    rowHeight,
    headingHeight,
    count,
    height: height + EDGE,
    /** Where each section begins: at its heading, where it has one. */
    tops,
    /** The number of the section that a row is in. */
    sectionOf,

    topOf(index: number): number {
      const number = sectionOf(index);
      return tops[number]! + headingHeight + (index - sections[number]!.start) * rowHeight;
    },

    /** The row at this place, or the one next to it; 0 when there are none. */
    rowAt(top: number): number {
      const number = Math.max(
        0,
        tops.findLastIndex((each) => each <= top),
      );
      const section = sections[number];
      if (!section) return 0;
      const row = Math.floor((top - tops[number]! - headingHeight) / rowHeight);
      return section.start + Math.max(0, Math.min(row, section.count - 1));
    },
  };
}
