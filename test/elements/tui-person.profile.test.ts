import { expect } from '@open-wc/testing';
import { A_WHILE, startPresence } from '../support/elements.js';
import { PersonPage } from '../support/person.js';

/** A picture of one pixel. */
const PIXEL = 'data:image/gif;base64,R0lGODlhAQABAIAAAP///wAAACH5BAEAAAAALAAAAAABAAEAAAICRAEAOw==';

describe('the profile of <tui-person>', () => {
  it('is loaded by ID alone, of a stranger too', async () => {
    const page = await PersonPage.open();
    expect(page.name).to.equal('Ana');
  });

  it('is that of a friend, the remark first', async () => {
    const page = await PersonPage.open({ userId: 'ben' });
    expect(page.name).to.equal('Benny');
  });

  it('follows a change', async () => {
    const page = await PersonPage.open();
    page.presence.source.setPerson({ userID: 'ana', name: 'Ana Okafor', avatar: PIXEL });
    await page.pass(A_WHILE);
    expect(page.name).to.equal('Ana Okafor');
    expect(page.find('img')!.getAttribute('src')).to.equal(PIXEL);
  });

  it('of a user whom the service does not know is the ID', async () => {
    const page = await PersonPage.open({ userId: 'nobody-1' });
    expect(page.name).to.equal('nobody-1');
    expect(page.find('.letters')!.dataset['letters']).to.equal('N');
  });

  it('of no user at all is nothing', async () => {
    const page = await PersonPage.open({ userId: '' });
    expect(page.box.childElementCount).to.equal(0);
    expect(page.presence.controller.stats.observed).to.equal(0);
  });

  it('is replaced by the name and the picture of the page', async () => {
    const page = await PersonPage.open({ name: 'Doctor Ana', avatar: PIXEL });
    expect(page.name).to.equal('Doctor Ana');
    expect(page.find('img')!.getAttribute('src')).to.equal(PIXEL);
    page.person.removeAttribute('name');
    page.person.name = '';
    await page.pass(A_WHILE);
    expect(page.name).to.equal('Ana');
  });

  it('is replaced by a person of the page', async () => {
    const page = await PersonPage.open({
      person: { userID: 'ana', name: 'Ana the First', remark: 'Annie', avatar: PIXEL },
    });
    expect(page.name).to.equal('Annie');
    expect(page.find('img')!.getAttribute('src')).to.equal(PIXEL);
    page.person.person = null;
    await page.pass(A_WHILE);
    expect(page.name).to.equal('Ana');
  });

  it('takes the user of a person of the page who has no user-id', async () => {
    const page = await PersonPage.open({ userId: '', person: { userID: 'ana', name: 'Ana' } });
    expect(page.status).to.equal('Online');
  });

  it('is not loaded where the page gives all that is shown', async () => {
    const loaded: string[][] = [];
    const watched = () => {
      const presence = startPresence();
      const { directory } = presence.controller;
      const observePerson = directory.observePerson.bind(directory);
      directory.observePerson = (userIDs, listener) => {
        if (userIDs.length > 0) loaded.push([...userIDs]);
        return observePerson(userIDs, listener);
      };
      return { presence };
    };
    await PersonPage.open({ view: 'name', name: 'Ana' }, watched());
    await PersonPage.open({ name: 'Ana', avatar: PIXEL }, watched());
    await PersonPage.open({ person: { userID: 'ana' } }, watched());
    expect(loaded).to.deep.equal([]);
    await PersonPage.open({ name: 'Ana' }, watched());
    expect(loaded).to.deep.equal([['ana']]);
  });

  for (const person of [7, 'ana', true, [], () => 'ana', { name: 7, avatar: {} }, Symbol('ana')]) {
    it(`is the ID where the page gives ${String(person)} for a person`, async () => {
      const page = await PersonPage.open({ person });
      expect(page.name).to.equal('ana');
    });
  }

  it('is what can be read of a person whose getters throw, and of a revoked one', async () => {
    const person = Object.defineProperty({ name: 'Ana' }, 'remark', {
      get: () => {
        throw new Error('remark');
      },
    });
    expect((await PersonPage.open({ person })).name).to.equal('Ana');
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    expect((await PersonPage.open({ person: proxy })).name).to.equal('ana');
  });

  it('of nonsense in properties and attributes is calm', async () => {
    for (const value of [7, null, Symbol('x'), Object.create(null), ['a'], () => 'x']) {
      const page = await PersonPage.open({
        view: value,
        name: value,
        avatar: value,
        person: value,
      });
      expect(page.person.view).to.equal('line');
      expect(page.find('img')).to.equal(null);
      expect(page.name).to.equal(value === null ? 'Ana' : 'ana');
    }
  });

  it('is taken by a number as by its text', async () => {
    const presence = startPresence({ persons: [{ userID: '10001', name: 'Ana' }] });
    const page = await PersonPage.open({ userId: 10001 }, { presence });
    expect(page.name).to.equal('Ana');
  });

  it('has initials where its picture is unsafe or fails', async () => {
    const unsafe = await PersonPage.open({ avatar: 'javascript:alert(1)' });
    expect(unsafe.find('img')).to.equal(null);
    const page = await PersonPage.open({ avatar: 'data:image/png;base64,AAAA' });
    await new Promise((resolve) =>
      page.find('img')
        ? page.person.shadowRoot!.addEventListener('error', resolve, { capture: true, once: true })
        : resolve(undefined),
    );
    await page.pass(0);
    expect(page.find('img')).to.equal(null);
    expect(page.find('.letters')!.dataset['letters']).to.equal('A');
  });
});
