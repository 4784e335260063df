/** What an element extends: a server has no elements, and yet imports them. */
export const Base = globalThis.HTMLElement ?? (Object as unknown as typeof HTMLElement);
