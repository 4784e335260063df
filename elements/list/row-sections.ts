import { html, render } from 'lit';
import type { Section } from '../../src/contacts/index.js';
import type { ListItems, VirtualRow } from './list-items.js';
import type { RowLayout } from './row-layout.js';
import { setAttribute, setLengths } from './set-if-changed.js';

/**
 * The sections that the rows of a window are in, each with its heading if the list is grouped.
 *
 * The element is as tall as its rows and sticks, by negative insets, to the edge that it would
 * otherwise leave. A browser that scrolls faster than scripts run then shows rows that are late, and
 * never a blank area.
 */
export class RowSections {
  readonly element = document.createElement('div');
  readonly #headingOf: ListItems<VirtualRow>['headingOf'];
  #groups = new Map<string, HTMLElement>();

  constructor(headingOf: ListItems<VirtualRow>['headingOf']) {
    this.#headingOf = headingOf;
    this.element.className = 'window';
  }

  /** Draws the sections of the rows `first` to `last`; returns their elements by section number. */
  draw(layout: RowLayout, first: number, last: number, height: number): HTMLElement[] {
    const before = this.#groups;
    const drawn: HTMLElement[] = [];
    this.#groups = new Map();
    // Without rows it would keep its place, and the list would scroll to it.
    setAttribute(this.element, 'hidden', last < first ? '' : undefined);
    if (last >= first) {
      const from = layout.sectionOf(first);
      const isAtHeading = layout.sections[from]!.start === first;
      const start = isAtHeading ? layout.tops[from]! : layout.topOf(first);
      const windowHeight = layout.topOf(last) + layout.rowHeight - start;
      const inset = Math.min(0, height - windowHeight);
      setLengths(this.element, {
        'margin-top': start,
        height: windowHeight,
        top: inset,
        bottom: inset,
      });
      for (let number = from; number <= layout.sectionOf(last); number++) {
        drawn[number] = this.#drawSection(layout, number, start, before);
      }
    }
    for (const [key, group] of before) if (!this.#groups.has(key)) group.remove();
    return drawn;
  }

  /** Appends new sections, after their rows: one insertion for all of them. */
  append(): void {
    for (const group of this.#groups.values()) if (!group.parentNode) this.element.append(group);
  }

  #drawSection(
    { sections, tops, rowHeight, headingHeight }: RowLayout,
    number: number,
    start: number,
    before: ReadonlyMap<string, HTMLElement>,
  ): HTMLElement {
    const section = sections[number]!;
    const hasHeading = headingHeight > 0;
    const key = hasHeading ? `#${section.key}` : '';
    const group = before.get(key) ?? createSection();
    this.#groups.set(key, group);
    setAttribute(group, 'role', hasHeading ? 'group' : 'presentation');
    if (hasHeading) this.#paintHeading(group, section);
    setLengths(group, {
      top: tops[number]! - start,
      height: headingHeight + section.count * rowHeight,
    });
    return group;
  }

  #paintHeading(group: HTMLElement, section: Section): void {
    const { label, count } = this.#headingOf(section);
    // Hidden from assistive technology, because the group has the same name.
    const heading = html`<div class="group" part="group" aria-hidden="true">
      <span class="label" dir="auto">${label}</span> <span>${count}</span>
    </div>`;
    render(heading, group);
    setAttribute(group, 'aria-label', `${label} ${count}`);
  }
}

function createSection(): HTMLElement {
  const section = document.createElement('div');
  section.className = 'section';
  return section;
}
