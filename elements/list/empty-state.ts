import { html, nothing, svg } from 'lit';
import type { TemplateResult } from 'lit';

/** Drawn on a grid of 40 by lines of 1.5. */
const PICTURES = {
  people: svg`<circle cx="16" cy="14" r="6"/><path d="M5 32c1-7 5-10 11-10s10 3 11 10"/>
    <path d="M25 9a6 6 0 0 1 0 10M29 23c4 1 6 4 7 9"/>`,
  messages: svg`<path d="M8 8h24a3 3 0 0 1 3 3v14a3 3 0 0 1-3 3H18l-7 6v-6H8a3 3 0 0 1-3-3V11a3 3 0 0 1 3-3z"/>
    <path d="M12 15h16M12 21h10"/>`,
  search: svg`<circle cx="18" cy="18" r="10"/><path d="M25.5 25.5 34 34M14 18h8"/>`,
};

/** What a list says without rows: a small picture, what is not there, and what would bring it. */
export function emptyState(
  picture: keyof typeof PICTURES,
  text = '',
  help?: string,
): TemplateResult {
  return html`<div class="empty">
    <svg viewBox="0 0 40 40" aria-hidden="true">${PICTURES[picture]}</svg>
    <div class="empty-text"><bdi>${text}</bdi></div>
    ${help ? html`<div class="empty-help"><bdi>${help}</bdi></div>` : nothing}
  </div>`;
}
