import { expect, fixture, html } from '@open-wc/testing';
import type { CSSResult } from 'lit';
import { define } from '../../elements/define-element.js';
import { TuiContactList } from '../../elements/tui-contact-list.js';
import { TuiOnlineDot } from '../../elements/tui-online-dot.js';

/** The attributes of a tag, in the order of their names. */
const attributesOf = (element: Element) => element.getAttributeNames().sort();

/** Resolves when the attribute is written. */
const written = (element: Element, name: string) =>
  new Promise<void>((resolve) => {
    const check = () => element.hasAttribute(name) && resolve();
    new MutationObserver(check).observe(element, { attributes: true });
    check();
  });

describe('a tag that was on the page before it was defined', () => {
  it('stays as the page has written it until a framework can have hydrated it', async () => {
    class DotFromServer extends TuiOnlineDot {}
    const parent = await fixture(html`<div></div>`);
    parent.innerHTML = '<dot-from-server status="busy"></dot-from-server>';
    const dot = parent.firstElementChild as DotFromServer;
    define('dot-from-server', DotFromServer);
    await dot.updateComplete;
    // It is drawn at once.
    expect(dot.getClientRects().length).to.equal(1);
    expect(attributesOf(dot)).to.deep.equal(['status']);
    await written(dot, 'freshness');
    expect(dot.getAttribute('freshness')).to.equal('none');
  });

  it('has its attribute loading as late, in a list', async () => {
    class ListFromServer extends TuiContactList {
      static override styles: CSSResult[] = TuiContactList.styles;
    }
    const parent = await fixture(html`<div></div>`);
    parent.innerHTML = '<list-from-server groupBy="status"></list-from-server>';
    const list = parent.firstElementChild as ListFromServer;
    define('list-from-server', ListFromServer);
    await list.updateComplete;
    expect(list.loading).to.be.true;
    expect(list.groupBy).to.equal('status');
    expect(attributesOf(list)).to.deep.equal(['groupby']);
    await written(list, 'loading');
  });
});

describe('a tag that a script creates', () => {
  it('has its attributes with its first update', async () => {
    define('tui-online-dot', TuiOnlineDot);
    const dot = document.createElement('tui-online-dot');
    document.body.append(dot);
    await dot.updateComplete;
    expect(attributesOf(dot)).to.include.members(['freshness', 'status']);
    dot.remove();
  });
});
