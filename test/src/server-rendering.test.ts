import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { render } from '@lit-labs/ssr';
import { collectResult } from '@lit-labs/ssr/lib/render-result.js';
import { html } from 'lit';
import '../../elements/define.js';

describe('<tui-online-dot> on a server', () => {
  it('is registered without a document', () => {
    assert.equal(typeof document, 'undefined');
    assert.equal(customElements.get('tui-online-dot')?.name, 'TuiOnlineDot');
  });

  it('draws the status that the page sets', async () => {
    const text = await collectResult(
      render(html`<tui-online-dot status="online"></tui-online-dot>`),
    );
    assert.match(text, /<tui-online-dot [^>]*status="online"/);
    assert.match(text, /<template shadowroot="open" shadowrootmode="open"/);
    assert.match(text, /<style>[^<]*:host/);
    assert.match(text, /part="dot online-status online-status-online"/);
  });

  it('draws nothing yet of a user who is followed', async () => {
    const text = await collectResult(
      render(html`<tui-online-dot user-id="ana" .presence=${undefined}></tui-online-dot>`),
    );
    assert.match(text, /user-id="ana"/);
    assert.doesNotMatch(text, /<tui-online-dot[^>]* status=/);
    assert.match(text, /part="dot online-status online-status-offline"/);
  });
});
