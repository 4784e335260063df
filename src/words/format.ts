import type { Presence } from '../presence.js';
import { perLocale } from './locale.js';
import type { StatusStrings } from './strings.js';

const numberFormat = /* @__PURE__ */ perLocale((tag) => new Intl.NumberFormat(tag));

const formOf = /* @__PURE__ */ perLocale((tag) => {
  const rules = new Intl.PluralRules(tag);
  // Engines list the categories in different orders, so the order is ours.
  const forms = (['zero', 'one', 'two', 'few', 'many', 'other'] as const).filter((form) =>
    rules.resolvedOptions().pluralCategories.includes(form),
  );
  return (count: number) => forms.indexOf(rules.select(count));
});

/** Templates at their holes: text, name, text and so on. */
const pieces = new Map<string, readonly string[]>();

/** Puts values into a template: `format('{name}, {status}', { name, status })`. */
export function format(
  template: string,
  values: Readonly<Record<string, string | number | undefined>>,
): string {
  let split = pieces.get(template);
  if (!split) pieces.set(template, (split = template.split(/\{(\w+)\}/)));
  let text = '';
  for (let i = 0; i < split.length; i++) {
    const piece = split[i]!;
    text += i % 2 ? (values[piece] ?? `{${piece}}`) : piece;
  }
  return text;
}

/**
 * A number as its language writes it. Above `max` it is cut: `formatCount(120, 'en', 99)` is `99+`. In a
 * line from right to left the sign stands to the left, which is how Arabic writes it.
 */
export function formatCount(count: number, lang?: string, max = Infinity): string {
  const numbers = numberFormat(lang);
  return count > max ? numbers.format(max) + '+' : numbers.format(count);
}

/**
 * A counted string with its number, in the plural form that the number wants.
 *
 * @param forms a counted string, see `ListStrings`
 * @param locale the `locale` that came with the string, since the forms are those of its language
 */
export function plural(forms: string, count: number, locale: string): string {
  const all = forms.split('|');
  const form = all[formOf(locale)(count)] || all[all.length - 1]!;
  return format(form, { count: formatCount(count, locale) });
}

/**
 * Several things said in one breath, empty ones left out: `speak(strings.spoken, ['Ana', 'online'])`
 * is "Ana, online".
 */
export function speak(template: string, parts: readonly (string | undefined)[]): string {
  let name = '';
  for (const status of parts) {
    if (status) name = name ? format(template, { name, status }) : status;
  }
  return name;
}

/** The word for a status; of one that may be old, that it is the last known. */
export function statusWord(strings: StatusStrings, { status, freshness }: Presence): string {
  const word = strings[status];
  return freshness === 'stale' ? format(strings.stale, { status: word }) : word;
}

/** The first letter large, for a word that stands as a heading. */
export function capitalize(text: string, lang?: string): string {
  const first = String.fromCodePoint(text.codePointAt(0) ?? 0);
  return text && first.toLocaleUpperCase(lang) + text.slice(first.length);
}
