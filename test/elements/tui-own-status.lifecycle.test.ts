import { expect, fixture, html, nextFrame } from '@open-wc/testing';
import { A_WHILE, startPresence } from '../support/elements.js';
import { ME, OwnStatusPage } from '../support/own-status-page.js';

const press = () => new PointerEvent('pointerdown', { bubbles: true, composed: true });

describe('<tui-own-status> lifecycle', () => {
  it('leaves no listener after it is removed, open or closed', async () => {
    for (const isOpen of [false, true]) {
      const presence = startPresence({ userID: ME });
      const { controller, environment } = presence;
      const { listeners } = environment;
      const page = await OwnStatusPage.open({ presence });
      expect(environment.listeners).to.be.above(listeners);
      if (isOpen) await page.openMenu();
      expect(controller.stats.observed).to.equal(1);
      page.element.remove();
      await page.pass(A_WHILE);
      expect(controller.stats.observed).to.equal(0);
      expect(controller.listeners).to.equal(0);
      expect(environment.listeners).to.equal(listeners);
    }
  });

  it('hears nothing of the document while it is closed', async () => {
    const added: string[] = [];
    const { addEventListener } = Document.prototype;
    document.addEventListener = function (...parameters: unknown[]) {
      added.push(String(parameters[0]));
      Reflect.apply(addEventListener, this, parameters);
    };
    const page = await OwnStatusPage.open();
    expect(added).to.deep.equal([]);
    await page.openMenu();
    expect(added).to.include('pointerdown');
    Reflect.deleteProperty(document, 'addEventListener');
    await page.key('Escape');
    document.body.dispatchEvent(press());
    expect((await page.key('Escape')).defaultPrevented).to.be.false;
  });

  it('is closed when it comes back into the page', async () => {
    const page = await OwnStatusPage.open();
    await page.openMenu();
    const parent = page.element.parentElement!;
    page.element.remove();
    parent.append(page.element);
    await page.pass();
    expect(page.isOpen).to.be.false;
    expect(page.button.ariaExpanded).to.equal('false');
    await page.openMenu();
    expect(page.isOpen).to.be.true;
  });

  it('shows another controller', async () => {
    const page = await OwnStatusPage.open();
    const other = startPresence({ userID: 'zoe', contacts: [{ userID: 'zoe', name: 'Zoe' }] });
    other.source.setStatus('zoe', 'online', 'Out of office');
    page.element.presence = other.controller;
    await page.element.updateComplete;
    await other.environment.pass(A_WHILE);
    await page.element.updateComplete;
    expect([page.name, page.words, page.dot]).to.deep.equal(['Zoe', 'Out of office', 'away']);
    expect(page.presence.controller.stats.observed).to.equal(0);
    await page.choose('In a meeting');
    await other.environment.pass(0);
    expect(other.controller.presenceOf('zoe').customStatus).to.equal('In a meeting');
    expect(page.presence.controller.presenceOf(ME).customStatus).to.equal('');
  });

  it('shows a picture, and the initials where it fails', async () => {
    const picture =
      'data:image/svg+xml,<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>';
    for (const avatar of [picture, 'data:image/png,broken']) {
      const presence = startPresence({
        userID: ME,
        contacts: [{ userID: ME, name: 'Mia', avatar }],
      });
      const page = await OwnStatusPage.open({ presence });
      const image = page.button.querySelector('img')!;
      await new Promise((resolve) => {
        if (image.complete) resolve(undefined);
        image.addEventListener('load', resolve);
        image.addEventListener('error', resolve);
      });
      await page.pass();
      expect(page.button.querySelectorAll('img')).to.have.length(avatar === picture ? 1 : 0);
      expect(page.find('.letters')!.dataset['letters']).to.equal('M');
    }
  });

  it('has its styles and its menu in another document', async () => {
    const frame = await fixture<HTMLIFrameElement>(
      html`<iframe width="500" height="600"></iframe>`,
    );
    const page = await OwnStatusPage.open();
    frame.contentDocument!.body.append(page.element);
    await page.pass(A_WHILE);
    await nextFrame();
    expect(page.find('.avatar')!.getBoundingClientRect().width).to.equal(40);
    await page.openMenu();
    const { left, top, width } = page.panel.getBoundingClientRect();
    const button = page.button.getBoundingClientRect();
    expect(width).to.be.within(200, 376);
    expect([left, top]).to.deep.equal([Math.max(8, button.left), button.bottom + 4]);
    frame.contentDocument!.body.dispatchEvent(press());
    await page.element.updateComplete;
    expect(page.isOpen).to.be.false;
    page.element.remove();
  });

  it('does not fail in a document without a window', async () => {
    const presence = startPresence({ userID: ME });
    const element = document.createElement('tui-own-status');
    element.presence = presence.controller;
    document.implementation.createHTMLDocument().body.append(element);
    await element.updateComplete;
    element.shadowRoot!.querySelector('button')!.click();
    await element.updateComplete;
    expect(element.shadowRoot!.querySelectorAll('[part=item]').length).to.be.above(5);
    element.remove();
  });
});
