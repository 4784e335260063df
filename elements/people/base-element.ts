/** What a list is; in the bundles for script tags small-element.ts takes the place of this. */
export { LitElement as BaseElement } from 'lit';

/** Whether what a server has drawn can be taken over; see `@lit-labs/ssr-client`. */
export const canHydrate = (): boolean => 'litElementHydrateSupport' in globalThis;
