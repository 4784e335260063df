import { perLocale } from '../../src/i18n/locale.js';
import { capitalize } from '../../src/i18n/index.js';

/** When words are cleared by themselves: after so many minutes, or at the end of the day. */
export type ClearAfter = number | 'today';

/** What the menu offers; `undefined` stands for never. */
const CLEAR_AFTER: readonly (ClearAfter | undefined)[] = [undefined, 30, 60, 'today'];

/** What is on offer beside a time that the page has chosen. */
export const clearAfterOptions = (
  chosen: ClearAfter | undefined,
): readonly (ClearAfter | undefined)[] =>
  CLEAR_AFTER.includes(chosen) ? CLEAR_AFTER : [...CLEAR_AFTER, chosen];

const MINUTE = 60_000;

/** The longest time, a year in minutes: what is longer is a mistake. */
const LONGEST = 527_040;

export function isClearAfter(value: unknown): value is ClearAfter {
  return value === 'today' || (typeof value === 'number' && value > 0 && value <= LONGEST);
}

/** The moment at which words that are set now are cleared, in epoch milliseconds. */
export function endOf(clearAfter: ClearAfter, now: number): number {
  if (clearAfter !== 'today') return now + clearAfter * MINUTE;
  // The next midnight of the page: a day can have 23 or 25 hours.
  return new Date(now).setHours(24, 0, 0, 0);
}

const formats = perLocale((tag) => ({
  minute: new Intl.NumberFormat(tag, { style: 'unit', unit: 'minute', unitDisplay: 'long' }),
  hour: new Intl.NumberFormat(tag, { style: 'unit', unit: 'hour', unitDisplay: 'long' }),
  day: new Intl.RelativeTimeFormat(tag, { numeric: 'auto' }),
}));

/** "30 minutes", "1 hour", "Today", in a language. */
export function clearAfterText(clearAfter: ClearAfter, lang: string): string {
  const { minute, hour, day } = formats(lang);
  if (clearAfter === 'today') return capitalize(day.format(0, 'day'), lang);
  return clearAfter % 60 === 0 ? hour.format(clearAfter / 60) : minute.format(clearAfter);
}
