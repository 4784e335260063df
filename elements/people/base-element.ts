import type { LitElement } from 'lit';
import { PresenceController } from '../../src/presence-controller.js';

// What a list is; in the bundles for script tags small-element.ts takes the place of this.
export { LitElement as BaseElement } from 'lit';

/** For lists that a server has drawn, until they are hydrated, what it knew: nothing. */
const served = new WeakMap<LitElement, PresenceController>();

/** Whether a list keeps what a server has drawn, for `@lit-labs/ssr-client` to hydrate. */
export function isServed(list: LitElement): boolean {
  if (!list.shadowRoot || !('litElementHydrateSupport' in globalThis)) return false;
  served.set(list, new PresenceController());
  return true;
}

export const servedController = (list: LitElement): PresenceController | undefined =>
  served.get(list);

/** Whether this update was the one that hydrates. */
export const isHydrated = (list: LitElement): boolean => served.delete(list);
