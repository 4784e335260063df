// More characters than any row shows and any name needs.
const longest = 128;

// Characters that only control: line breaks, bidi marks, embeddings, isolates. Inside a name they would
// reorder the text around it; a row isolates each name itself.
const steering = /[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/gu;

// The Hangul filler is often used for a name that looks empty.
const visible = /[^\s\p{Cf}\u3164]/u;

// A flag; or a character with its marks, its modifiers and the characters joined to it. Intl.Segmenter
// gives the same for names, but takes 2 ms to start and is missing in Firefox 124.
const grapheme =
  /\p{RI}{2}|[^](?:\u200d\p{ExtPict}|[\u094d\u09cd\u0acd\u0b4d\u0c4d\u0d4d]\p{Lo}|[\p{M}\p{EMod}\u200c-\u200d\u1160-\u11ff\uff9e\uff9f\u{e0020}-\u{e007f}])*/gu;

// Single letters, most of Europe's and East Asia's, with single spaces between them. Nearly all names
// match this; the expressions above cover all of Unicode and take 0.5 ms to compile.
const plain =
  /^(?! )(?!.* {2})[ -~\xa1-\xac\xae-\u02ff\u0370-\u0482\u3041-\u3096\u30a1-\u30fc\u4e00-\u9fff\uac00-\ud7a3]+(?<! )$/;

/** The parts of a text that a reader perceives as one letter each. */
export function graphemes(text: string): string[] {
  return plain.test(text) ? text.split('') : (text.match(grapheme) ?? []);
}

/**
 * A letter as it stands alone. Georgian has capitals, for headlines only, and few fonts have them.
 *
 * @param lang a canonical language tag
 */
export function toCapital(letter: string, lang = 'en'): string {
  return /[ა-ჿ]/.test(letter) ? letter : letter.toLocaleUpperCase(lang);
}

/**
 * Text from anywhere, ready to be shown in one line: without control characters, and cut between two
 * letters when it is longer than any row. Empty for anything but text, and for text that shows nothing.
 */
export function displayText(value: unknown): string {
  if (typeof value !== 'string' || !value) {
    return '';
  }
  if (value.length <= longest && plain.test(value)) {
    return value;
  }
  let text = value.slice(0, 4 * longest);
  // A search takes a third of the time of a replacement, and nearly no name has any.
  if (text.search(steering) >= 0) {
    text = text.replace(/[\t-\r\u2028\u2029]/g, ' ').replace(steering, '');
  }
  text = text.replace(/ {2,}/g, ' ').trim();
  if (!visible.test(text)) {
    return '';
  }
  if (text.length <= longest && value.length <= 4 * longest) {
    return text;
  }
  let cut = '';
  for (const letter of graphemes(text)) {
    if (cut.length + letter.length > longest) {
      break;
    }
    cut += letter;
  }
  // One letter can be longer than the limit: thousands of marks on it.
  return (cut || [...text].slice(0, longest / 2).join('')) + '…';
}

/** The name of a person or a conversation: the remark, else the name, else the ID. */
export function displayName(one: {
  readonly remark?: string;
  readonly name?: string;
  readonly userID?: string;
  readonly groupID?: string;
}): string {
  return (
    displayText(one.remark) ||
    displayText(one.name) ||
    displayText(one.userID) ||
    displayText(one.groupID)
  );
}
