import type { Presence } from '../presence.js';
import { perLocale } from './locale.js';
import type { Strings } from './strings.js';

const numberFormat = perLocale((tag) => new Intl.NumberFormat(tag));

const formOf = perLocale((tag) => {
  const rules = new Intl.PluralRules(tag);
  // Browsers list the categories in different orders.
  const forms = (['zero', 'one', 'two', 'few', 'many', 'other'] as const).filter((form) =>
    rules.resolvedOptions().pluralCategories.includes(form),
  );
  return (count: number) => forms.indexOf(rules.select(count));
});

/** Templates split at their placeholders: text, name, text and so on. */
const splits = new Map<string, readonly string[]>();

/** Replaces the placeholders of a template: `format('{name}, {status}', { name, status })`. */
export function format(
  template: string,
  values: Readonly<Record<string, string | number | undefined>>,
): string {
  let split = splits.get(template);
  if (!split) splits.set(template, (split = template.split(/\{(\w+)\}/)));
  let text = '';
  for (let i = 0; i < split.length; i++) {
    const piece = split[i]!;
    text += i % 2 ? (values[piece] ?? `{${piece}}`) : piece;
  }
  return text;
}

/**
 * Formats a number for a language, and one above `max` as `max` with a plus sign:
 * `formatCount(120, 'en', 99)` is `99+`. Right-to-left text shows the sign on the left, as Arabic does.
 */
export function formatCount(count: number, lang?: string, max = Infinity): string {
  const numbers = numberFormat(lang);
  return count > max ? numbers.format(max) + '+' : numbers.format(count);
}

/**
 * A counted string with its number, in the plural form for that number.
 *
 * @param forms a counted string, see `Strings`
 * @param locale the `locale` of the strings, whose plural forms and digits these are
 */
export function plural(forms: string, count: number, locale: string): string {
  const all = forms.split('|');
  const form = all[formOf(locale)(count)] || all[all.length - 1]!;
  return format(form, { count: formatCount(count, locale) });
}

/**
 * Joins the parts of an accessible name and skips empty ones: `speak(strings.spoken, ['Ana', 'online'])`
 * is "Ana, online".
 */
export function speak(template: string, parts: readonly (string | undefined)[]): string {
  let name = '';
  for (const status of parts) {
    if (status) name = name ? format(template, { name, status }) : status;
  }
  return name;
}

/** The text for a status; a stale one is called the last known, unless it was not known. */
export function statusWord(strings: Strings, { status, freshness }: Presence): string {
  const word = strings[status];
  return freshness === 'stale' && status !== 'unknown'
    ? format(strings.stale, { status: word })
    : word;
}

/**
 * Makes the first letter a capital, for what stands alone: a heading, a day.
 *
 * @param lang the language of the text: for a string, the `locale` of the strings
 */
export function capitalize(text: string, lang?: string): string {
  const first = String.fromCodePoint(text.codePointAt(0) ?? 0);
  // Georgian has capitals for whole lines alone.
  if (/\p{sc=Georgian}/u.test(first)) return text;
  return text && first.toLocaleUpperCase(lang) + text.slice(first.length);
}
