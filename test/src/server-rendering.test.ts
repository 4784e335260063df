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

  it('leaves its attributes as they are, for the browser to draw', async () => {
    const text = await collectResult(
      render(html`
        <tui-online-dot status="online"></tui-online-dot>
        <tui-online-dot user-id=${'ana'} .presence=${undefined}></tui-online-dot>
      `),
    );
    assert.match(text, /<tui-online-dot [^>]*status="online"/);
    assert.match(text, /<tui-online-dot [^>]*user-id="ana"/);
  });
});
