import { displayText } from '../../src/contacts/index.js';
import { speak, statusWord } from '../../src/i18n/index.js';
import type { Strings } from '../../src/i18n/index.js';
import { customStatusText } from '../../src/known-words.js';
import type { Presence } from '../../src/presence.js';

/** The accessible name of a person: name, status and the user's own words. */
export function spokenPerson(
  name: string,
  presence: Presence | undefined,
  strings: Readonly<Strings>,
): string {
  const own = customStatusText(displayText(presence?.customStatus), strings);
  return speak(strings.spoken, [name, presence && statusWord(strings, presence), own]);
}
