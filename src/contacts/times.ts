import { capitalize } from '../i18n/index.js';
import { perLocale } from '../i18n/locale.js';

/** How far away a moment is: today, and ever further back. */
type Form = 'hour' | 'yesterday' | 'weekday' | 'day' | 'date';

/** Languages in which the short name of a weekday is one letter, which cannot be told without its week. */
const LONG_WEEKDAYS = /^(ja|ko)\b/;

const formats = /* @__PURE__ */ perLocale((tag): Record<Form, (date: Date) => string> => {
  const formatter = (options: Intl.DateTimeFormatOptions) => {
    const { format } = new Intl.DateTimeFormat(tag, options);
    return (date: Date) => capitalize(format(date), tag);
  };
  const days = new Intl.RelativeTimeFormat(tag, { numeric: 'auto' });
  return {
    hour: formatter({ timeStyle: 'short' }),
    yesterday: () => capitalize(days.format(-1, 'day'), tag),
    weekday: formatter({ weekday: LONG_WEEKDAYS.test(tag) ? 'long' : 'short' }),
    day: formatter({ day: 'numeric', month: 'short' }),
    date: formatter({ day: 'numeric', month: 'short', year: 'numeric' }),
  };
});

/**
 * A moment in few words: today the hour, then "Yesterday", in the five days before it the weekday, in
 * this year the day and month, else the date with the name of its month. In the time zone of the page;
 * names, order and digits are those of the language.
 *
 * @param time epoch milliseconds; '' for what is no moment, or not after 1970
 * @param now epoch milliseconds
 */
export function formatTime(time: number | undefined, now: number, lang?: string): string {
  const date = new Date(Number.isFinite(time) ? time! : 0);
  if (!(date.getTime() > 0)) {
    return '';
  }
  return formats(lang)[formOf(date, new Date(now))](date);
}

function formOf(date: Date, today: Date): Form {
  const days = daysBetween(date, today);
  if (days === 0) return 'hour';
  if (days === 1) return 'yesterday';
  if (days > 1 && days < 7) return 'weekday';
  return date.getFullYear() === today.getFullYear() ? 'day' : 'date';
}

/** Calendar days from one moment to another, since a day can have 23 or 25 hours. */
function daysBetween(from: Date, to: Date): number {
  const midnight = (date: Date) => new Date(date).setHours(0, 0, 0, 0);
  return Math.round((midnight(to) - midnight(from)) / 864e5);
}
