import { perLocale } from '../words/locale.js';

const formats = /* @__PURE__ */ perLocale((tag) =>
  (
    [
      { timeStyle: 'short' },
      { weekday: 'short' },
      { day: 'numeric', month: 'short' },
      { dateStyle: 'short' },
    ] as const
  ).map((options) => new Intl.DateTimeFormat(tag, options)),
);

/**
 * A moment in few words: today the hour, in the six days before the weekday, in this year the day
 * and month, else the date. In the time zone of the environment.
 *
 * @param time epoch milliseconds; '' for what is no moment, or not after 1970
 * @param now epoch milliseconds
 */
export function formatTime(time: number | undefined, now: number, lang?: string): string {
  const date = new Date(Number.isFinite(time) ? time! : 0);
  if (!(date.getTime() > 0)) {
    return '';
  }
  const today = new Date(now);
  const sameYear = date.getFullYear() === today.getFullYear();
  // Days by the calendar, not by 24 hours: a day can have 23 or 25.
  const days = Math.round(
    (new Date(now).setHours(0, 0, 0, 0) - new Date(date).setHours(0, 0, 0, 0)) / 864e5,
  );
  const kind = days === 0 ? 0 : days > 0 && days < 7 ? 1 : sameYear ? 2 : 3;
  return formats(lang)[kind]!.format(date);
}
