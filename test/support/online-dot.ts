import { fixture, html } from '@open-wc/testing';
import type { TemplateResult } from 'lit';
import '../../elements/define/tui-online-dot.js';
import type { TuiOnlineDot } from '../../elements/tui-online-dot.js';
import type { PresenceController } from '../../src/presence-controller.js';
import type { PresenceStatus } from '../../src/presence.js';
import { A_WHILE, startPresence } from './elements.js';
import type { TestPresence } from './elements.js';

/** Every status, with what is spoken of it in English. */
export const STATUSES: readonly [PresenceStatus, string][] = [
  ['online', 'online'],
  ['offline', 'offline'],
  ['not-logged-in', 'not logged in'],
  ['unknown', 'status unknown'],
  ['away', 'away'],
  ['busy', 'busy'],
];

/** A dot in the page, after its first update. */
export const makeDot = (template: TemplateResult = html`<tui-online-dot></tui-online-dot>`) =>
  fixture<TuiOnlineDot>(template);

/** A dot that follows a user. */
export const follow = (userID: string, controller: PresenceController) =>
  makeDot(html`<tui-online-dot user-id=${userID} .presence=${controller}></tui-online-dot>`);

/** A dot that follows Ana, who is online, after the service has answered. */
export async function followAna(): Promise<TestPresence & { dot: TuiOnlineDot }> {
  const presence = startPresence();
  presence.source.setStatus('ana', 'online');
  const dot = await follow('ana', presence.controller);
  await presence.environment.pass(A_WHILE);
  await dot.updateComplete;
  return { ...presence, dot };
}

export const innerOf = (dot: TuiOnlineDot) => dot.shadowRoot!.querySelector('span')!;

/** The internals of each element that has attached some: no test could reach them otherwise. */
const internals = new WeakMap<Element, ElementInternals>();
const { attachInternals } = HTMLElement.prototype;
HTMLElement.prototype.attachInternals = function () {
  const attached = attachInternals.call(this);
  internals.set(this, attached);
  return attached;
};

/** The name that a dot gives itself; one that the page has written wins. */
export const nameOf = (dot: Element): string | null =>
  dot.getAttribute('aria-label') ?? internals.get(dot)!.ariaLabel;

/** The role that a dot gives itself; one that the page has written wins. */
export const roleOf = (dot: Element): string | null =>
  dot.getAttribute('role') ?? internals.get(dot)!.role;

export const hasBox = (dot: Element) => dot.getClientRects().length > 0;
