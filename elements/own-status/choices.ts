import { givenEntries } from '../../src/contacts/given.js';
import { displayText } from '../../src/contacts/index.js';
import { byteLength, CUSTOM_STATUS_LIMIT } from '../../src/custom-status.js';
import type { LocalizedStrings } from '../../src/i18n/index.js';
import { knownWords, STATUS_CHOICES, wordsToSend } from '../../src/known-words.js';
import type { StatusChoice } from '../../src/known-words.js';
import { STATUSES } from '../../src/presence.js';
import type { PresenceStatus } from '../../src/presence.js';
import { isClearAfter } from './clear-after.js';
import type { ClearAfter } from './clear-after.js';

/** A status that the menu offers. */
export interface OwnStatusChoice {
  /** The words that are sent to the service, and shown: at most 100 bytes of UTF-8. */
  readonly text: string;
  /**
   * The status that the dot beside it shows, and that of the button once it is chosen. Other pages know
   * what words of your own mean by their `presence.statusOf`.
   */
  readonly status?: PresenceStatus;
  /** When the words are cleared by themselves: after so many minutes, or at the end of `today`. */
  readonly clearAfter?: ClearAfter;
}

/** A choice as the menu shows it. */
export interface OfferedChoice extends OwnStatusChoice {
  /** What is sent to the service. */
  readonly words: string;
  /** Whether a custom status is this choice, in whichever language it was sent. */
  readonly matches: (customStatus: string) => boolean;
}

/** The most choices that a menu offers. */
const MOST = 50;

/** The choices of the page, or those that ship with the package where it gave no array. */
export function offeredChoices(
  given: unknown,
  localized: LocalizedStrings,
): readonly OfferedChoice[] {
  if (!isArray(given)) return shippedChoices(localized);
  const choices = new Map<string, OfferedChoice>();
  for (const entry of givenEntries(given)) {
    const choice = usableChoice(entry);
    if (choice && !choices.has(choice.text)) choices.set(choice.text, choice);
    if (choices.size === MOST) break;
  }
  return [...choices.values()];
}

function shippedChoices({ strings, locale }: LocalizedStrings): readonly OfferedChoice[] {
  const names = Object.keys(STATUS_CHOICES) as StatusChoice[];
  return names.map((name) => ({
    text: strings[name],
    status: STATUS_CHOICES[name],
    words: wordsToSend(name, locale),
    matches: (customStatus) => knownWords(customStatus)?.key === name,
  }));
}

/** What is no text, status or time is left out. */
function usableChoice(entry: unknown): OfferedChoice | undefined {
  try {
    const { text: given, status, clearAfter } = Object(entry) as Partial<OwnStatusChoice>;
    const text = displayText(given);
    if (!text || byteLength(text) > CUSTOM_STATUS_LIMIT) return undefined;
    return {
      text,
      words: text,
      matches: (customStatus) => customStatus === text,
      ...(status && STATUSES.includes(status) && { status }),
      ...(isClearAfter(clearAfter) && { clearAfter }),
    };
  } catch {
    // A getter of the page threw.
    return undefined;
  }
}

function isArray(value: unknown): boolean {
  try {
    return Array.isArray(value);
  } catch {
    // A proxy of the page was revoked.
    return false;
  }
}
