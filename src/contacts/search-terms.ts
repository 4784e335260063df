import { fold } from './fold.js';

/** The consonants that end a Korean syllable, from U+11A8 on, as two that end one and begin the next. */
const finals =
  'ᄀ ᄁ ᆨᄉ ᄂ ᆫᄌ ᆫᄒ ᄃ ᄅ ᆯᄀ ᆯᄆ ᆯᄇ ᆯᄉ ᆯᄐ ᆯᄑ ᆯᄒ ᄆ ᄇ ᆸᄉ ᄉ ᄊ ᄋ ᄌ ᄎ ᄏ ᄐ ᄑ ᄒ'.split(
    ' ',
  );

const asInitials = (final: string): string => finals[final.charCodeAt(0) - 0x11a8]!;

/** A word of a query, in each way it may be meant. */
export type SearchTerm = readonly string[];

/** The words of a query, folded. */
export function termsOf(query: string): SearchTerm[] {
  return fold(query).split(/\s+/).filter(Boolean).map(spellingsOf);
}

/**
 * While 가나 is typed, an input method shows 간; and ㄱㅅ, typed as initial consonants, becomes the one
 * character ㄳ, which is no initial.
 */
function spellingsOf(term: string): SearchTerm {
  if (!/[\u11a8-\u11c2]/.test(term)) return [term];
  const initials = term.replace(/(?<![\u1161-\u1175])[\u11a8-\u11c2]/g, (final) =>
    asInitials(final).replace(/[\u11a8-\u11c2]/g, asInitials),
  );
  return [...new Set([term, initials, initials.replace(/[\u11a8-\u11c2]$/, asInitials)])];
}
