import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { render } from '@lit-labs/ssr';
import { collectResult } from '@lit-labs/ssr/lib/render-result.js';
import { html } from 'lit';
import type { TemplateResult } from 'lit';
import '../../elements/define.js';
import { PresenceController } from '../../src/presence-controller.js';
import { MemorySource } from '../../src/sources/memory-source.js';

const serve = (template: TemplateResult) => collectResult(render(template));

describe('<tui-online-dot> on a server', () => {
  it('is registered without a document', () => {
    assert.equal(typeof document, 'undefined');
    assert.equal(customElements.get('tui-online-dot')?.name, 'TuiOnlineDot');
  });

  it('renders its shadow root with the dot and the styles', async () => {
    const text = await serve(html`<tui-online-dot status="away"></tui-online-dot>`);
    assert.match(text, /<tui-online-dot [^>]*status="away"[^>]*><template shadowroot/);
    assert.match(text, /<span class="dot online-status online-status-offline away"/);
    assert.match(text, / part="dot online-status online-status-offline"/);
    assert.match(text, /<style>[^<]*\.dot \{[^<]*<\/style>/);
  });

  it('has the freshness without which the dot has no box', async () => {
    const text = await serve(html`<tui-online-dot status="away"></tui-online-dot>`);
    assert.match(text, /<tui-online-dot [^>]*freshness="none"/);
  });

  it('hides a dot of the shared controller, whose statuses are switched off', async () => {
    const text = await serve(
      html`<tui-online-dot user-id=${'ana'} .presence=${undefined}></tui-online-dot>`,
    );
    assert.match(text, /<tui-online-dot [^>]*user-id="ana"/);
    assert.doesNotMatch(text, /freshness="/);
  });

  it('shows what a controller of the server knows', async () => {
    const controller = new PresenceController();
    const source = new MemorySource({ displayOnlineStatus: true });
    source.setStatus('ana', 'online');
    const disconnect = source.connect(controller);
    const known = new Promise<void>((resolve) => {
      controller.observe('ana', (_, { status }) => status === 'online' && resolve());
    });
    await known;
    const text = await serve(
      html`<tui-online-dot user-id="ana" .presence=${controller}></tui-online-dot>`,
    );
    disconnect();
    assert.match(text, /<tui-online-dot [^>]*status="online"[^>]* freshness="live"/);
    assert.match(text, /<span class="dot online-status online-status-online"/);
  });

  it('leaves the name to the browser, which knows the language', async () => {
    const text = await serve(html`<tui-online-dot status="online"></tui-online-dot>`);
    assert.doesNotMatch(text, /aria-label|role=/);
  });
});

describe('<tui-own-status> on a server', () => {
  it('renders a button that waits for a login, and a menu that is closed', async () => {
    const text = await serve(html`<tui-own-status></tui-own-status>`);
    assert.match(text, /<button[^>]* class="button"[^>]* aria-expanded="false"/);
    assert.match(text, /<button[^>]* disabled/);
    assert.match(text, /Not logged in/);
    assert.match(text, /class="panel"/);
    assert.doesNotMatch(text, /role="menu"/);
  });

  it('shows what a controller of the server knows', async () => {
    const controller = new PresenceController();
    const contacts = [{ userID: 'ana', name: 'Ana Nowak' }];
    const source = new MemorySource({ userID: 'ana', contacts, displayOnlineStatus: true });
    const disconnect = source.connect(controller);
    await controller.setOwnStatus('In a meeting');
    const text = await serve(html`<tui-own-status .presence=${controller}></tui-own-status>`);
    disconnect();
    assert.match(text, /Ana Nowak/);
    assert.match(text, /In a meeting/);
    assert.match(text, /<span class="dot online-status online-status-offline busy"/);
  });
});
