import { expect, fixture, html } from '@open-wc/testing';
import { AvatarStackPage } from '../support/avatar-stack.js';
import { contactsNamed, contactsNumbered } from '../support/contact-list-page.js';
import { A_WHILE } from '../support/elements.js';

const PEOPLE = contactsNamed('Ana', 'Ben', 'Carla', 'Dele', 'Eva', 'Fay', 'Gus');

const tabStops = (page: AvatarStackPage) =>
  [...page.people, ...(page.more ? [page.more] : [])].filter(({ tabIndex }) => tabIndex === 0);

describe('<tui-avatar-stack> by keyboard and pointer', () => {
  it('tells of the person who is clicked, once, as an event of its own', async () => {
    const page = await AvatarStackPage.open({ contacts: PEOPLE });
    page.people[2]!.click();
    expect(page.chosen).to.deep.equal(['carla']);
  });

  it('gives the contact of the page with the event', async () => {
    const contacts = ['Ana', 'Ben'].map((name) => ({ userID: name.toLowerCase(), name, room: 7 }));
    const page = await AvatarStackPage.open({ contacts, max: 1 });
    const given: unknown[] = [];
    for (const type of ['tui-contact-select', 'tui-contact-menu'] as const) {
      page.stack.addEventListener(type, (event) => given.push(event.contact));
    }
    page.people[0]!.click();
    await page.openRest();
    const row = page.list!.shadowRoot!.querySelector<HTMLElement>('[role=option]')!;
    row.dispatchEvent(new MouseEvent('contextmenu', { bubbles: true, cancelable: true }));
    row.click();
    expect(given.map((contact) => contacts.indexOf(contact as never))).to.deep.equal([0, 1, 1]);
  });

  it('is one tab stop, which the arrow keys, Home and End go through', async () => {
    const page = await AvatarStackPage.open({ contacts: PEOPLE, max: 3 });
    expect(tabStops(page)).to.deep.equal([page.people[0]]);
    page.stack.focus();
    expect(page.focused).to.equal('ana');
    for (const [key, focused] of [
      ['ArrowRight', 'ben'],
      ['ArrowRight', 'carla'],
      ['ArrowRight', 'more'],
      ['ArrowRight', 'more'],
      ['ArrowLeft', 'carla'],
      ['Home', 'ana'],
      ['End', 'more'],
    ] as const) {
      expect(page.press(key).defaultPrevented).to.be.true;
      await page.stack.updateComplete;
      expect(page.focused, key).to.equal(focused);
      expect(tabStops(page)).to.have.length(1);
      expect(tabStops(page)[0]).to.equal(page.stack.shadowRoot!.activeElement);
    }
  });

  it('goes the other way from right to left', async () => {
    const page = await AvatarStackPage.open({ contacts: PEOPLE }, { dir: 'rtl' });
    page.stack.focus();
    page.press('ArrowLeft');
    expect(page.focused).to.equal('ben');
    const [ana, ben] = page.people.map((button) => button.getBoundingClientRect().left);
    expect(ben).to.be.below(ana!);
  });

  it('leaves other keys, and those with a modifier, to the page', async () => {
    const page = await AvatarStackPage.open({ contacts: PEOPLE });
    page.stack.focus();
    expect(page.press('a').defaultPrevented).to.be.false;
    expect(page.press('ArrowRight', { altKey: true }).defaultPrevented).to.be.false;
    expect(page.focused).to.equal('ana');
  });

  it('keeps the focus on the person, wherever the order puts the picture', async () => {
    const page = await AvatarStackPage.open({ contacts: PEOPLE });
    page.people[1]!.focus();
    await page.pass(0);
    page.setStatus('eva', 'online');
    await page.pass(0);
    expect(page.userIDs.slice(0, 3)).to.deep.equal(['eva', 'ana', 'ben']);
    expect(page.focused).to.equal('ben');
    page.stack.shadowRoot!.activeElement!.dispatchEvent(new MouseEvent('click', { bubbles: true }));
    expect(page.chosen).to.deep.equal(['ben']);
  });

  it('keeps the focus when the person who has it goes away', async () => {
    const page = await AvatarStackPage.open({ contacts: PEOPLE.slice(0, 3) });
    page.people[2]!.focus();
    page.stack.contacts = PEOPLE.slice(0, 2);
    await page.pass(0);
    expect(page.focused).to.equal('ana');
  });

  describe('the list of the rest', () => {
    it('is closed at first, and opens with the focus in it', async () => {
      const page = await AvatarStackPage.open({ contacts: contactsNumbered(30) });
      expect(page.list).to.equal(null);
      expect(page.more!.getAttribute('aria-expanded')).to.equal('false');
      await page.openRest();
      expect(page.more!.getAttribute('aria-expanded')).to.equal('true');
      expect(page.focused).to.equal('tui-contact-list');
      expect(page.list!.label).to.equal('25 more people');
      expect(page.listed.slice(0, 2)).to.deep.equal(['Name 00005', 'Name 00006']);
    });

    it('is beside its button, within the page, and covers nothing of the button', async () => {
      const page = await AvatarStackPage.open({ contacts: contactsNumbered(30) });
      await page.openRest();
      const panel = page.find('.panel')!.getBoundingClientRect();
      const button = page.more!.getBoundingClientRect();
      expect(panel.width).to.equal(280);
      expect(panel.height).to.be.within(100, 402);
      const isBeside = panel.top >= button.bottom || panel.bottom <= button.top;
      expect(isBeside).to.be.true;
      expect(panel.top).to.be.at.least(0);
      expect(panel.bottom).to.be.at.most(document.documentElement.clientHeight);
    });

    it('is within a narrow page, too', async () => {
      const frame = await fixture<HTMLIFrameElement>(
        html`<iframe width="260" height="600"></iframe>`,
      );
      const page = await AvatarStackPage.open({ contacts: contactsNumbered(9), max: 3 });
      frame.contentDocument!.body.append(page.stack);
      await page.pass(A_WHILE);
      await page.openRest();
      const { left, right } = page.find('.panel')!.getBoundingClientRect();
      expect(left).to.be.at.least(8);
      expect(right).to.be.at.most(frame.contentWindow!.innerWidth - 8);
      page.stack.remove();
    });

    it('chooses a person, closes, and gives the focus back', async () => {
      const page = await AvatarStackPage.open({ contacts: PEOPLE });
      await page.openRest();
      page.press('End');
      page.press('Enter');
      await page.pass(0);
      expect(page.chosen).to.deep.equal(['gus']);
      expect(page.list).to.equal(null);
      expect(page.focused).to.equal('more');
    });

    it('closes by Escape, which goes no further, and by its button', async () => {
      const page = await AvatarStackPage.open({ contacts: PEOPLE });
      await page.openRest();
      expect(page.press('Escape').defaultPrevented).to.be.true;
      await page.pass(0);
      expect(page.list).to.equal(null);
      expect(page.focused).to.equal('more');
      expect(page.press('Escape').defaultPrevented).to.be.false;
      await page.openRest();
      page.more!.click();
      await page.pass(0);
      expect(page.list).to.equal(null);
    });

    it('closes by a click elsewhere, and not by one in it', async () => {
      const page = await AvatarStackPage.open({ contacts: PEOPLE });
      await page.openRest();
      const press = { bubbles: true, composed: true };
      page.list!.dispatchEvent(new PointerEvent('pointerdown', press));
      await page.pass(0);
      expect(page.list).not.to.equal(null);
      document.body.dispatchEvent(new PointerEvent('pointerdown', press));
      await page.pass(0);
      expect(page.list).to.equal(null);
    });

    it('closes when there is no rest any more', async () => {
      const page = await AvatarStackPage.open({ contacts: PEOPLE });
      await page.openRest();
      page.stack.max = 10;
      await page.pass(0);
      await page.pass(0);
      expect([page.list, page.more]).to.deep.equal([null, null]);
      expect(page.find('.panel')!.getClientRects()).to.have.length(0);
    });

    it('follows the statuses', async () => {
      const page = await AvatarStackPage.open({ contacts: PEOPLE });
      await page.openRest();
      await page.pass(6000);
      page.setStatus('gus', 'online');
      await page.pass(0);
      expect(page.userIDs[0]).to.equal('gus');
      expect(page.listed).to.deep.equal(['Eva', 'Fay']);
    });

    it('opens and closes in a browser without popovers', async () => {
      const { showPopover, hidePopover } = HTMLElement.prototype;
      const popover = Object.getOwnPropertyDescriptor(HTMLElement.prototype, 'popover')!;
      const names = ['showPopover', 'hidePopover', 'popover'] as const;
      for (const name of names) delete (HTMLElement.prototype as Partial<HTMLElement>)[name];
      try {
        const page = await AvatarStackPage.open({ contacts: PEOPLE });
        expect(page.find('.panel')!.getClientRects()).to.have.length(0);
        await page.openRest();
        expect(page.listed).to.deep.equal(['Fay', 'Gus']);
        expect(page.find('.panel')!.getBoundingClientRect().width).to.equal(280);
        page.press('Escape');
        await page.pass(0);
        expect(page.find('.panel')!.getClientRects()).to.have.length(0);
        page.stack.remove();
      } finally {
        Object.assign(HTMLElement.prototype, { showPopover, hidePopover });
        Object.defineProperty(HTMLElement.prototype, 'popover', popover);
      }
    });
  });
});
