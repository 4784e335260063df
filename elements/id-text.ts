import { userIDOf } from '../src/presence.js';

/** An ID as text: pages with numeric keys give numbers. Empty for what is no ID. */
export function idText(value: unknown): string {
  return typeof value === 'bigint' ? String(value) : (userIDOf(value) ?? '');
}
