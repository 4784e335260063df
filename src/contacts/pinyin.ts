import simplifiedForms from 'opencc-js/dict/TSCharacters';
import { polyphonic } from 'pinyin-pro';

// What the libraries say of Chinese characters: 200 kB, loaded for lists with Chinese names alone.

/** Pairs of a traditional character and its simplified forms, the most common first. */
const simplified = new Map(
  simplifiedForms.split('|').map((pair) => pair.split(' ') as [string, string]),
);

/** A text in simplified characters. */
export function simplify(text: string): string {
  return text.replace(/\p{sc=Han}/gu, (character) => simplified.get(character) ?? character);
}

/** All readings of a character, without tones, in capitals; none if it has none. */
export function readingsOf(character: string): readonly string[] {
  const [readings = []] = polyphonic(character, { toneType: 'none', type: 'array', v: true });
  // Keyboards have no ü: it is typed as V by most, and written as U or YU in passports.
  return readings
    .filter((reading) => /^[a-z]+$/.test(reading))
    .map((reading) => reading.toUpperCase())
    .flatMap((reading) =>
      /^[LN]V/.test(reading)
        ? [reading, reading.replace('V', 'U'), reading.replace('V', 'YU')]
        : [reading],
    );
}
