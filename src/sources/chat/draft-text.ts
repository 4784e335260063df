import { pageLanguage } from '../../environment.js';
import { stringsFor } from '../../i18n/index.js';
import { withEmoji } from './emoji-codes.js';

const ENTITIES: Readonly<Record<string, string>> = {
  nbsp: ' ',
  lt: '<',
  gt: '>',
  quot: '"',
  '#39': "'",
  amp: '&',
};

/**
 * The text of a draft. The official kits keep JSON with the markup of their editor (`html`) and, most
 * of the time, its text (`abstract`); an app may keep plain text.
 */
export function draftTextOf(draft: string | undefined): string {
  if (!draft) return '';
  const kit = kitDraftOf(draft);
  return withEmoji(kit ? kit.abstract?.trim() || textOf(kit.html ?? '') : draft);
}

function kitDraftOf(draft: string): { html?: string; abstract?: string } | undefined {
  if (!draft.startsWith('{')) return undefined;
  try {
    const { html, abstract } = Object(JSON.parse(draft)) as Record<string, unknown>;
    if (typeof html !== 'string' && typeof abstract !== 'string') return undefined;
    return {
      ...(typeof html === 'string' && { html }),
      ...(typeof abstract === 'string' && { abstract }),
    };
  } catch {
    return undefined;
  }
}

/** The text of markup, with the words for a picture in place of one that has no text. */
function textOf(html: string): string {
  const { strings } = stringsFor(pageLanguage());
  return html
    .replace(/<img\b[^>]*>/gi, (image) => {
      const alternative = /\balt="([^"]*)"/i.exec(image)?.[1];
      return alternative || strings['message-image'];
    })
    .replace(/<br\b[^>]*>|<\/(?:p|div|li)>/gi, ' ')
    .replace(/<[^>]*>/g, '')
    .replace(/&(nbsp|lt|gt|quot|#39|amp);/g, (_, name: string) => ENTITIES[name]!)
    .trim();
}
