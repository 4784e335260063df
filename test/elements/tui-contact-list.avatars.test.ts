import { expect, oneEvent } from '@open-wc/testing';
import '../../elements/define/tui-person.js';
import { ContactListPage } from '../support/contact-list-page.js';

describe('<tui-contact-list> avatars', () => {
  const PIXEL = 'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7';
  const withAvatar = (avatar: unknown) => [{ userID: 'ana', name: 'Ana Nowak', avatar }];
  const imageOf = (page: ContactListPage) => page.rows[0]!.querySelector('img');
  const lettersOf = (page: ContactListPage) =>
    page.rows[0]!.querySelector<HTMLElement>('.letters')!;

  it('shows initials where there is no picture', async () => {
    const page = await ContactListPage.open({ contacts: withAvatar(undefined) });
    expect(imageOf(page)).to.equal(null);
    expect(lettersOf(page).dataset['letters']).to.equal('AN');
  });

  it('shows the picture in the place of the initials, and moves nothing', async () => {
    const page = await ContactListPage.open({ contacts: withAvatar(PIXEL) });
    const image = imageOf(page)!;
    const box = () => page.row('Ana Nowak').querySelector('.name')!.getBoundingClientRect().x;
    const before = box();
    if (!image.complete) await oneEvent(image, 'load');
    expect(image.alt).to.equal('');
    expect(image.loading).to.equal('lazy');
    expect(image.decoding).to.equal('async');
    expect(image.referrerPolicy).to.equal('no-referrer');
    expect(image.className).to.equal('picture loaded');
    expect(lettersOf(page).matches(':has(+ .loaded)')).to.be.true;
    expect(box()).to.equal(before);
    expect(image.getBoundingClientRect().width).to.equal(40);
  });

  for (const [what, avatar] of Object.entries({ initials: undefined, picture: PIXEL })) {
    it(`has the dot in the corner of the ${what}, however large it is`, async () => {
      const page = await ContactListPage.open({ contacts: withAvatar(avatar) });
      page.list.style.setProperty('--tui-online-dot-size', '30px');
      const dot = page.row('Ana Nowak').querySelector('[part~=dot]')!;
      const face = dot.parentElement!.getBoundingClientRect();
      const { right, bottom } = dot.getBoundingClientRect();
      expect([right, bottom]).to.deep.equal([face.right, face.bottom]);
      // They take no pointer; what is above shows where they do.
      for (const child of dot.parentElement!.children) {
        (child as HTMLElement).style.pointerEvents = 'auto';
      }
      const [x, y] = [face.x + face.width / 2, face.y + face.height / 2];
      expect(page.list.shadowRoot!.elementFromPoint(x, y)).to.equal(dot);
    });
  }

  it('shows initials again where the picture fails', async () => {
    const page = await ContactListPage.open({
      contacts: withAvatar('data:image/gif;base64,AAAA'),
    });
    const image = imageOf(page);
    if (image) await oneEvent(image, 'error');
    expect(imageOf(page)).to.equal(null);
    expect(getComputedStyle(lettersOf(page)).visibility).to.equal('visible');
  });

  describe('that failed', () => {
    /** Each test has a picture of its own: what failed is remembered for the page. */
    let number = 0;
    const open = async () => {
      const page = await ContactListPage.open({
        contacts: withAvatar(`data:image/gif;base64,BBBB${(number += 1)}`),
      });
      const image = imageOf(page);
      if (image) await oneEvent(image, 'error');
      await page.pass(0);
      expect(imageOf(page)).to.equal(null);
      return page;
    };

    it('is requested again after a minute, then after two', async () => {
      const page = await open();
      await page.pass(59_000);
      expect(imageOf(page)).to.equal(null);
      await page.pass(2000);
      await oneEvent(imageOf(page)!, 'error');
      await page.pass(119_000);
      expect(imageOf(page)).to.equal(null);
      await page.pass(2000);
      expect(imageOf(page)).not.to.equal(null);
    });

    it('is requested again when the connection is back', async () => {
      const page = await open();
      page.presence.source.drop();
      await page.pass(1000);
      expect(imageOf(page)).to.equal(null);
      page.presence.source.restore();
      // The connection counts with the first response.
      await page.pass(1_000);
      expect(imageOf(page)).not.to.equal(null);
    });

    it('is requested again when the page is visible and has a network again', async () => {
      const page = await open();
      page.presence.environment.setActive(false);
      await page.pass(0);
      expect(imageOf(page)).to.equal(null);
      page.presence.environment.setActive(true);
      await page.pass(0);
      expect(imageOf(page)).not.to.equal(null);
    });

    it('is not requested each time that the page is looked at', async () => {
      const page = await open();
      const look = async (): Promise<boolean> => {
        page.presence.environment.setActive(false);
        page.presence.environment.setActive(true);
        await page.pass(0);
        const image = imageOf(page);
        if (image) await oneEvent(image, 'error');
        await page.pass(0);
        return image !== null;
      };
      expect(await look()).to.equal(true);
      for (let looks = 0; looks < 10; looks++) expect(await look()).to.equal(false);
      await page.pass(60_000);
      expect(await look()).to.equal(true);
    });

    it('is not requested on a device that believes to be offline', async () => {
      const page = await open();
      page.presence.environment.setOnline(false);
      await page.pass(0);
      expect(imageOf(page)).to.equal(null);
      page.presence.environment.setOnline(true);
      await page.pass(0);
      expect(imageOf(page)).not.to.equal(null);
    });

    it('is requested again in an element that came after it had failed', async () => {
      const page = await open();
      const person = document.createElement('tui-person');
      person.presence = page.presence.controller;
      person.person = {
        userID: 'ana',
        name: 'Ana Nowak',
        avatar: `data:image/gif;base64,BBBB${number}`,
      };
      page.list.parentElement!.append(person);
      const image = () => person.shadowRoot!.querySelector('img');
      await person.updateComplete;
      expect(image()).to.equal(null);
      page.presence.environment.setActive(false);
      page.presence.environment.setActive(true);
      await person.updateComplete;
      expect(image()).not.to.equal(null);
      await page.pass(0);
      expect(imageOf(page)).not.to.equal(null);
    });

    it('is left alone in a row of the page', async () => {
      const image = document.createElement('img');
      image.className = 'picture';
      image.src = 'data:image/gif;base64,CCCC';
      const page = await ContactListPage.open({
        contacts: withAvatar(undefined),
        properties: { renderContact: () => image },
      });
      if (!image.complete) await oneEvent(image, 'error');
      await page.pass(0);
      expect(image.isConnected).to.be.true;
    });
  });

  for (const url of ['javascript:alert(1)', 'data:text/html,<p>', ' \tjavaScript:1', 7, {}, '']) {
    it(`does not load ${JSON.stringify(url)}`, async () => {
      const page = await ContactListPage.open({ contacts: withAvatar(url) });
      expect(imageOf(page)).to.equal(null);
      expect(lettersOf(page).dataset['letters']).to.equal('AN');
    });
  }
});
