import * as choiceWords from './i18n/choice-words.js';
import type { ChoiceStrings } from './i18n/choice-words.js';
import { fallbacks } from './i18n/fallbacks.js';
import { shippedStrings } from './i18n/index.js';
import type { Strings } from './i18n/index.js';
import { canonicalLocale } from './i18n/locale.js';
import type { PresenceStatus } from './presence.js';

/** The custom statuses that ship with the package, with the status that each of them means. */
export const STATUS_CHOICES = {
  'choice-available': 'online',
  'choice-meeting': 'busy',
  'choice-right-back': 'away',
  'choice-do-not-disturb': 'busy',
  'choice-out-of-office': 'away',
} as const satisfies Partial<Record<keyof Strings, PresenceStatus>>;

/** Names one of the shipped custom statuses; its words in each language are the string of that name. */
export type StatusChoice = keyof typeof STATUS_CHOICES;

export interface KnownWords {
  readonly key: StatusChoice;
  readonly status: 'online' | 'away' | 'busy';
}

/** The shipped custom statuses by language, those of languages that a page loads by itself included. */
const WORDS: ReadonlyMap<string, ChoiceStrings> = new Map<string, ChoiceStrings>([
  ...shippedStrings,
  ...Object.entries(choiceWords),
]);

const CHOICES = Object.keys(STATUS_CHOICES) as StatusChoice[];

let known: ReadonlyMap<string, KnownWords> | undefined;

/**
 * The shipped custom status that a text stands for, in whichever of the languages it is written,
 * loaded or not; `undefined` for words of the user's own.
 *
 * A custom status has no place for a mark beside its text, and other clients show the text as it is.
 * So a choice is sent as its words, and every page that has this package recognizes them. No other
 * page recognizes words that a page has set by `setStrings`: send those of {@link wordsToSend}.
 */
export function knownWords(customStatus: string): KnownWords | undefined {
  known ??= new Map(
    [...WORDS.values()].flatMap((words) =>
      CHOICES.map((key) => [folded(words[key]), { key, status: STATUS_CHOICES[key] }] as const),
    ),
  );
  return known.get(folded(customStatus));
}

/** A custom status in the language of the reader, as far as it is one of the shipped ones. */
export function customStatusText(customStatus: string, strings: Readonly<Strings>): string {
  const { key } = knownWords(customStatus) ?? {};
  return key ? strings[key] : customStatus;
}

/** The words to send for a choice: in a language that every page knows, else in English. */
export function wordsToSend(choice: StatusChoice, locale: string): string {
  const tag = fallbacks(canonicalLocale(locale)).find((each) => WORDS.has(each));
  return WORDS.get(tag ?? 'en')![choice];
}

const folded = (text: string): string => text.normalize('NFKC').trim().toLowerCase();
