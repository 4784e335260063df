import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { PresenceController } from '../../src/presence-controller.js';
import type { Strings } from '../../src/words/index.js';

/** What presence is not to be had for until somebody has mended it, and then it is to be tried again. */
const MENDABLE = ['feature-disabled', 'plan-unsupported'];

/**
 * The calm line under a list: why statuses are not to be had, or that the connection is lost. It
 * takes its room from the end of the list, so that no row moves.
 */
export function renderNotice(
  { state, error }: PresenceController,
  isLost: boolean,
  strings: Strings,
  onRetry: () => void,
): TemplateResult | typeof nothing {
  if (state === 'unavailable' && error) {
    return html`<slot name="error">
      <div class="notice">
        ${error.message}
        ${
          error.helpUrl
            ? html`<a href=${error.helpUrl} target="_blank" rel="noreferrer"
                >${strings.learnMore}</a
              >`
            : nothing
        }
        ${
          MENDABLE.includes(error.reason)
            ? html`<button type="button" @click=${onRetry}>${strings.retry}</button>`
            : nothing
        }
      </div>
    </slot>`;
  }
  return isLost ? html`<div class="notice">${strings.disconnected}</div>` : nothing;
}
