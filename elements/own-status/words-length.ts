import { graphemes } from '../../src/contacts/text.js';
import { byteLength, CUSTOM_STATUS_LIMIT } from '../../src/custom-status.js';

/** The bytes of a letter in languages that do not write ASCII, for a field that is still empty. */
const LETTER_BYTES: Readonly<Record<string, number>> = { zh: 3, ja: 3, ko: 3, ar: 2 };

/**
 * How many more letters fit, at the size of those that are there: a Chinese one takes three bytes.
 * Below 0 there are so many too many.
 */
export function lettersLeft(text: string, lang: string): number {
  const bytes = byteLength(text);
  const letters = graphemes(text).length;
  const language = lang.split('-')[0]!;
  const letterBytes = letters > 0 ? bytes / letters : (LETTER_BYTES[language] ?? 1);
  const left = (CUSTOM_STATUS_LIMIT - bytes) / letterBytes;
  return left < 0 ? -Math.ceil(-left) : Math.floor(left);
}
