import { expect } from '@open-wc/testing';
import { RowLayout } from '../../../elements/list/row-layout.js';
import type { Section } from '../../../src/contacts/index.js';

const sectionsOf = (...counts: number[]): Section[] => {
  let start = 0;
  return counts.map((count, number) => {
    const section = { key: String(number), start, count };
    start += count;
    return section;
  });
};

describe('RowLayout', () => {
  const LISTS: [counts: number[], rowHeight: number, headingHeight: number][] = [
    [[1], 60, 0],
    [[1000], 60, 0],
    [[3, 1, 40, 2], 60, 32],
    [Array<number>(300).fill(1), 47.5, 30],
    [[7, 9], 1, 0.25],
  ];
  for (const [counts, rowHeight, headingHeight] of LISTS) {
    it(`finds each of ${counts.length} × ${counts[0]} rows of ${rowHeight} px again`, () => {
      const layout = new RowLayout(sectionsOf(...counts), rowHeight, headingHeight);
      let expected = 4;
      let index = 0;
      counts.forEach((count, section) => {
        expect(layout.tops[section]).to.be.closeTo(expected, 1e-6);
        expect(layout.rowAt(expected)).to.equal(index);
        expected += headingHeight;
        for (let row = 0; row < count; row++, index++, expected += rowHeight) {
          expect(layout.sectionOf(index)).to.equal(section);
          expect(layout.topOf(index)).to.be.closeTo(expected, 1e-6);
          expect(layout.rowAt(expected + 1e-6)).to.equal(index);
          expect(layout.rowAt(expected + rowHeight - 1e-3)).to.equal(index);
        }
      });
      expect(layout.count).to.equal(index);
      expect(layout.height).to.be.closeTo(expected + 4, 1e-6);
    });
  }

  it('returns the nearest row for positions outside the list', () => {
    const layout = new RowLayout(sectionsOf(5, 5), 60, 32);
    expect(layout.rowAt(-100)).to.equal(0);
    expect(layout.rowAt(1e9)).to.equal(9);
  });

  it('is as tall as its edges without rows', () => {
    const layout = new RowLayout([], 60, 32);
    expect(layout.height).to.equal(8);
    expect(layout.count).to.equal(0);
    expect(layout.rowAt(0)).to.equal(0);
  });
});
