import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { format, formatCount } from '../../src/i18n/index.js';
import type { LocalizedStrings } from '../../src/i18n/index.js';

/** How many of several people are online, in words that keep their order in text of any direction. */
export function onlineCount(
  online: number,
  count: number,
  { strings, tag }: LocalizedStrings,
): TemplateResult {
  const text = format(strings.onlineCount, {
    online: formatCount(online, tag),
    count: formatCount(count, tag),
  });
  return html`<bdi>${text}</bdi>`;
}
