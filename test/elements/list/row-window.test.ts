import { expect } from '@open-wc/testing';
import { RowLayout } from '../../../elements/list/row-layout.js';
import type { VirtualRow } from '../../../elements/list/list-items.js';
import { RowWindow } from '../../../elements/list/row-window.js';
import type { DrawScope } from '../../../elements/list/row-window.js';
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
  const rows = new RowWindow<VirtualRow>({
    createRow: () => ({ element: document.createElement('i'), key: '', index: -1 }),
    keyAt: (index) => items()[index]!,
    paintRow: (row) => {
      painted += 1;
      row.element.textContent = row.key;
    },
    headingOf: ({ key, count }) => ({ label: `Group ${key}`, count: String(count) }),
    count: () => items().length,
    sections,
    hasHeadings: () => now.length > 1,
    indexOf: (key) => items().indexOf(key),
    nameAt: (index) => items()[index]!,
    select: () => undefined,
    openMenu: () => false,
  });
  return {
    rows,
    items,
    layout: () => new RowLayout(sections(), ROW, now.length > 1 ? HEADING : 0),
    regroup: (next: readonly (readonly string[])[]) => (now = next),
    takePainted: () => [painted, (painted = 0)][0],
  };
}

const numbered = (count: number) => Array.from({ length: count }, (_, number) => `item ${number}`);

/** Pseudo-random numbers, the same in every run. */
function chances(): (below: number) => number {
  let state = 1;
  return (below) => {
    state = Math.imul(state, 48271) % 0x7fffffff;
    return Math.abs(state) % below;
  };
}

describe('RowWindow', () => {
  /** The visible rows are drawn, once each, in their places, and few others. */
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
        let scope: DrawScope = step === 0 ? 'content' : 'scroll';
        if (kind === 0) {
          scope = 'order';
          list.regroup(groups.map((group) => [...group].sort(() => chance(3) - 1)));
        } else if (kind === 1) {
          scope = 'content';
          list.regroup(groups.map((group) => group.slice(chance(group.length))));
        } else {
          const steps = [1, 59, 61, 130, 700, -1, -61, -130, -700];
          top += steps[chance(steps.length)]!;
        }
        top = Math.max(0, Math.min(top, list.layout().height - HEIGHT));
        list.rows.draw(list.layout(), top, HEIGHT, scope);
        checkAll(list, top);
      }
    });
  }

  it('draws the visible rows with the overscan at once', () => {
    const list = openList([numbered(200)]);
    const layout = list.layout();
    expect(list.rows.draw(layout, 630, HEIGHT, 'content')).to.be.true;
    const indexes = list.rows.rows.map(({ index }) => index);
    expect(indexes).to.deep.equal([9, 10, 11, 12, 13, 14, 15, 16, 17, 18]);
    expect(list.takePainted()).to.equal(10);
  });

  it('draws nothing while a step of a scroll brings no new row into view', () => {
    const list = openList([numbered(200)]);
    const layout = list.layout();
    list.rows.draw(layout, 0, HEIGHT, 'content');
    expect(list.rows.draw(layout, 0, HEIGHT, 'scroll')).to.be.false;
    expect(list.rows.draw(layout, 50, HEIGHT, 'scroll')).to.be.false;
    expect(list.takePainted()).to.equal(10);
    expect(list.rows.draw(layout, 340, HEIGHT, 'scroll')).to.be.true;
    expect(list.takePainted()).to.be.within(1, 5);
  });

  it('moves rows with their items, and paints none of them again', () => {
    const list = openList([numbered(8)]);
    list.rows.draw(list.layout(), 0, HEIGHT, 'content');
    const before = new Map(list.rows.rows.map(({ key, element }) => [key, element]));
    list.takePainted();
    list.regroup([numbered(8).reverse()]);
    list.rows.draw(list.layout(), 0, HEIGHT, 'order');
    expect(list.takePainted()).to.equal(0);
    for (const { key, element } of list.rows.rows) expect(element).to.equal(before.get(key));
  });

  it('names its groups, and has none without headings', () => {
    const list = openList([['a'], ['b', 'c']]);
    list.rows.draw(list.layout(), 0, HEIGHT, 'content');
    const names = () =>
      [...list.rows.element.querySelectorAll('[role=group]')].map((group) => group.ariaLabel);
    expect(names()).to.deep.equal(['Group 0 1', 'Group 1 2']);
    list.regroup([['a', 'b', 'c']]);
    list.rows.draw(list.layout(), 0, HEIGHT, 'content');
    expect(names()).to.deep.equal([]);
    expect(list.rows.element.textContent).to.equal('abc');
  });

  it('brings the nodes into the order of the list', () => {
    const list = openList([
      ['a', 'b'],
      ['c', 'd', 'e'],
    ]);
    list.rows.draw(list.layout(), 0, HEIGHT, 'content');
    list.regroup([
      ['d', 'b'],
      ['e', 'a', 'c'],
    ]);
    list.rows.draw(list.layout(), 0, HEIGHT, 'order');
    list.rows.syncDomOrder();
    const drawn = [...list.rows.element.querySelectorAll('i')].map(
      ({ textContent }) => textContent,
    );
    expect(drawn).to.deep.equal(['d', 'b', 'e', 'a', 'c']);
  });

  it('draws nothing without a height', () => {
    const list = openList([numbered(20)]);
    list.rows.draw(list.layout(), 0, HEIGHT, 'content');
    list.rows.draw(new RowLayout(list.layout().sections, 0, 0), 0, 0, 'content');
    expect(list.rows.rows).to.have.length(0);
    expect(list.rows.element.querySelectorAll('i')).to.have.length(0);
  });
});
