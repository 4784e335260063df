import { fixture, fixtureCleanup, html } from '@open-wc/testing';
import '../../elements/define/tui-contact-list.js';
import '../../elements/define/tui-conversation-list.js';
import '../../elements/define/tui-online-dot.js';
import { contactsNumbered } from './contact-list-page.js';
import { conversationsNumbered } from './conversation-list-page.js';
import { startPresence } from './elements.js';

export const LISTS = ['tui-contact-list', 'tui-conversation-list'] as const;

type ListTag = (typeof LISTS)[number];

/** A list in a page of its own rules, as tall as the page makes it. */
export interface PlacedList {
  readonly list: HTMLElementTagNameMap[ListTag];
  /** What the markup of the test has around the list. */
  readonly page: HTMLElement;
  readonly scroller: HTMLElement;
}

/**
 * Renders markup with one list in it, which then has this many rows.
 *
 * @param css rules of the page
 * @param markup with `<list>` in the place of the list
 */
export async function place(
  css: string,
  {
    tag = 'tui-contact-list',
    rows = 100,
    markup = '<list></list>',
    first = '',
  }: {
    tag?: ListTag;
    rows?: number;
    markup?: string;
    /** Attributes of the list. */
    first?: string;
  } = {},
): Promise<PlacedList> {
  // The rules of an earlier page would apply to this one.
  fixtureCleanup();
  const page = await fixture<HTMLElement>(html`<div></div>`);
  const tags = markup.replace('<list>', `<${tag} ${first}>`).replace('</list>', `</${tag}>`);
  page.innerHTML = `<style></style><div>${tags}</div>`;
  page.querySelector('style')!.textContent = css;
  const list = page.querySelector(tag)!;
  list.presence = startPresence().controller;
  Object.assign(list, {
    contacts: contactsNumbered(rows),
    conversations: conversationsNumbered(rows),
  });
  await drawn();
  return { list, page, scroller: list.shadowRoot!.querySelector<HTMLElement>('[part=list]')! };
}

/** Waits until sizes that have changed are drawn. */
export async function drawn(): Promise<void> {
  for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
}

/** The rows that a reader sees, at least in part: within the list and within its scroller. */
export function seenRows({ scroller }: PlacedList): HTMLElement[] {
  const edge = scroller.getBoundingClientRect();
  return [...scroller.querySelectorAll<HTMLElement>('[role=option]')].filter((row) => {
    const { top, bottom, width } = row.getBoundingClientRect();
    return width > 0 && bottom > edge.top + 1 && top < edge.bottom - 1;
  });
}

/** The box that the list fills: its own, or that of its content where it has none. */
export function boxOf({ list }: PlacedList): DOMRect {
  return list.shadowRoot!.querySelector('.frame')!.getBoundingClientRect();
}
