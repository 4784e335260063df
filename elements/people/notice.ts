import { html, nothing } from 'lit/html.js';
import type { TemplateResult } from 'lit';
import type { PresenceController } from '../../src/presence-controller.js';
import type { ListStrings } from '../../src/words/index.js';

/** What only another login ends. */
const FINAL = ['kicked-offline', 'user-sig-expired'];

/** Whether nothing more will come, neither statuses nor contacts, until somebody logs in. */
export function isOver({ state, error }: PresenceController): boolean {
  return state === 'unavailable' && FINAL.includes(error?.reason ?? '');
}

/**
 * The calm line under a list: why statuses are not to be had, or that the connection is lost. It
 * takes its room from the end of the list, so that no row moves.
 */
export function renderNotice(
  controller: PresenceController,
  isLost: boolean,
  strings: ListStrings,
  onRetry: (event: MouseEvent) => void,
): TemplateResult | typeof nothing {
  const { state, error } = controller;
  if (state === 'unavailable' && error) {
    return html`<slot name="error">
      <div class="notice">
        <bdi>${error.message}</bdi>
        ${
          error.helpUrl
            ? html`<a href=${error.helpUrl} target="_blank" rel="noreferrer"
                >${strings.learnMore}</a
              >`
            : nothing
        }
        ${
          isOver(controller)
            ? nothing
            : html`<button type="button" @click=${onRetry}>${strings.retry}</button>`
        }
      </div>
    </slot>`;
  }
  return isLost ? html`<div class="notice">${strings.disconnected}</div>` : nothing;
}
