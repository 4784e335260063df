import { expect } from '@open-wc/testing';
import { layOut } from '../../../elements/people/layout.js';
import { virtualRows } from '../../../elements/people/virtual-rows.js';
import type { VirtualRow } from '../../../elements/people/virtual-rows.js';
import type { Section } from '../../../src/contacts/index.js';

const ROW = 60;
const HEADING = 32;
const HEIGHT = 300;

/** A list of letters in groups, drawn with nothing but their text. */
function openList(groups: readonly (readonly string[])[]) {
  let painted = 0;
  let now = groups;
  const items = () => now.flat();
  const sections = (): Section[] => {
    let start = 0;
    return now.map((group, number) => {
      const section = { key: String(number), start, count: group.length };
      start += group.length;
      return section;
    });
  };
  const rows = virtualRows<VirtualRow>({
    createRow: () => ({ element: document.createElement('i'), key: '', index: -1 }),
    keyAt: (index) => items()[index]!,
    paintRow: (row) => {
      painted += 1;
      row.element.textContent = row.key;
    },
    headingOf: ({ key, count }) => [`Group ${key}`, String(count)],
  });
  return {
    rows,
    items,
    layout: () => layOut(sections(), ROW, now.length > 1 ? HEADING : 0),
    regroup: (next: readonly (readonly string[])[]) => (now = next),
    takePainted: () => [painted, (painted = 0)][0],
  };
}

const numbered = (count: number) => Array.from({ length: count }, (_, number) => `item ${number}`);

/** Numbers that look like chance and are the same in every run. */
function chances(): (below: number) => number {
  let state = 1;
  return (below) => {
    state = Math.imul(state, 48271) % 0x7fffffff;
    return Math.abs(state) % below;
  };
}

describe('virtualRows', () => {
  /** Whatever was done before: what is seen is drawn, once, in its place, and little else. */
  const checkAll = (list: ReturnType<typeof openList>, top: number) => {
    const layout = list.layout();
    const drawn = list.rows.rows;
    const elements = list.rows.element.querySelectorAll('i');
    expect(elements).to.have.length(drawn.length);
    expect(drawn.length).to.be.at.most(Math.ceil(HEIGHT / ROW) + 5);
    const seen = list.items().filter((_, index) => {
      const place = layout.topOf(index) - top;
      return place > -ROW && place < HEIGHT;
    });
    expect(drawn.map(({ key }) => key)).to.include.members(seen);
    drawn.forEach((row, place) => {
      expect(row.index).to.equal(drawn[0]!.index + place);
      expect(row.key).to.equal(list.items()[row.index]);
      expect(row.element.textContent).to.equal(row.key);
      expect(row.element.getAttribute('aria-posinset')).to.equal(String(row.index + 1));
      expect(list.rows.rowOf(row.key)).to.equal(row);
      const group = row.element.parentElement!;
      const block = group.parentElement!;
      const places = [row.element.style.top, group.style.top, block.style.marginTop];
      const sum = places.reduce((whole, part) => whole + parseFloat(part), 0);
      expect(sum).to.equal(layout.topOf(row.index));
    });
  };

  for (const groups of [
    [numbered(200)],
    [numbered(3), ['a'], ['b', 'c'], numbered(90).map((x) => `${x}!`)],
  ]) {
    it(`holds through scrolling, moving and shrinking in ${groups.length} groups`, () => {
      const list = openList(groups);
      const chance = chances();
      let top = 0;
      for (let step = 0; step < 300; step++) {
        const kind = chance(10);
        let extent: 0 | 1 | 2 = 0;
        if (kind === 0) {
          extent = 1;
          list.regroup(groups.map((group) => [...group].sort(() => chance(3) - 1)));
        } else if (kind === 1) {
          extent = 2;
          list.regroup(groups.map((group) => group.slice(chance(group.length))));
        } else {
          const steps = [1, 59, 61, 130, 700, -1, -61, -130, -700];
          top += steps[chance(steps.length)]!;
        }
        top = Math.max(0, Math.min(top, list.layout().height - HEIGHT));
        list.rows.draw(list.layout(), top, HEIGHT, extent || (step === 0 ? 2 : 0));
        checkAll(list, top);
      }
    });
  }

  it('draws at first what is seen, and the spare rows with the next look', () => {
    const list = openList([numbered(200)]);
    const layout = list.layout();
    expect(list.rows.draw(layout, 630, HEIGHT, 2)).to.be.true;
    const seen = list.rows.rows.map(({ index }) => index);
    expect(layout.topOf(seen[0]!)).to.be.within(630 - layout.rowHeight, 630);
    expect(layout.topOf(seen.at(-1)!)).to.be.within(630 + HEIGHT - layout.rowHeight, 630 + HEIGHT);
    expect(list.takePainted()).to.equal(seen.length);
    expect(list.rows.draw(layout, 630, HEIGHT, 0)).to.be.true;
    expect(list.takePainted()).to.equal(10 - seen.length);
    expect(list.rows.rows.map(({ index }) => index)).to.include.members(seen);
  });

  it('draws nothing while a step shows nothing new', () => {
    const list = openList([numbered(200)]);
    const layout = list.layout();
    list.rows.draw(layout, 0, HEIGHT, 2);
    expect(list.rows.draw(layout, 0, HEIGHT, 0)).to.be.true;
    expect(list.rows.draw(layout, 50, HEIGHT, 0)).to.be.false;
    expect(list.takePainted()).to.equal(10);
    expect(list.rows.draw(layout, 340, HEIGHT, 0)).to.be.true;
    expect(list.takePainted()).to.be.within(1, 5);
  });

  it('moves rows with their items, and paints none of them again', () => {
    const list = openList([numbered(8)]);
    list.rows.draw(list.layout(), 0, HEIGHT, 2);
    list.rows.draw(list.layout(), 0, HEIGHT, 0);
    const before = new Map(list.rows.rows.map(({ key, element }) => [key, element]));
    list.takePainted();
    list.regroup([numbered(8).reverse()]);
    list.rows.draw(list.layout(), 0, HEIGHT, 1);
    expect(list.takePainted()).to.equal(0);
    for (const { key, element } of list.rows.rows) expect(element).to.equal(before.get(key));
  });

  it('names its groups, and has none without headings', () => {
    const list = openList([['a'], ['b', 'c']]);
    list.rows.draw(list.layout(), 0, HEIGHT, 2);
    const names = () =>
      [...list.rows.element.querySelectorAll('[role=group]')].map((group) => group.ariaLabel);
    expect(names()).to.deep.equal(['Group 0 1', 'Group 1 2']);
    list.regroup([['a', 'b', 'c']]);
    list.rows.draw(list.layout(), 0, HEIGHT, 2);
    expect(names()).to.deep.equal([]);
    expect(list.rows.element.textContent).to.equal('abc');
  });

  it('draws one item that is there twice, and takes it back', () => {
    const list = openList([['a', 'a', 'b']]);
    list.rows.draw(list.layout(), 0, HEIGHT, 2);
    expect(list.rows.element.querySelectorAll('i')).to.have.length(3);
    list.regroup([['a', 'b']]);
    list.rows.draw(list.layout(), 0, HEIGHT, 2);
    expect(list.rows.element.textContent).to.equal('ab');
  });

  it('draws nothing without a height', () => {
    const list = openList([numbered(20)]);
    list.rows.draw(list.layout(), 0, HEIGHT, 2);
    list.rows.draw(layOut(list.layout().sections, 0, 0), 0, 0, 2);
    expect(list.rows.rows).to.have.length(0);
    expect(list.rows.element.querySelectorAll('i')).to.have.length(0);
  });
});
