import { expect } from '@open-wc/testing';
import { startPresence } from '../support/elements.js';
import { ME, OwnStatusPage } from '../support/own-status-page.js';

const { proxy: revoked, revoke } = Proxy.revocable([], {});
revoke();

const throwing = {
  get text(): string {
    throw new Error('of the page');
  },
};

/** The texts of the choices on offer. */
async function offered(choices: unknown): Promise<string[]> {
  const page = await OwnStatusPage.open({ properties: { choices } });
  await page.openMenu();
  return page.texts.slice(0, page.texts.indexOf('Custom status'));
}

describe('<tui-own-status> with bad input', () => {
  for (const [name, choices] of [
    ['undefined', undefined],
    ['null', null],
    ['a text', 'Lunch'],
    ['a number', 7],
    ['an object', { text: 'Lunch' }],
    ['a revoked proxy', revoked],
  ] as const) {
    it(`offers the shipped choices for ${name}`, async () => {
      expect(await offered(choices)).to.have.length(5);
    });
  }

  it('offers own words alone for an empty array', async () => {
    expect(await offered([])).to.deep.equal([]);
  });

  it('leaves out what is no choice, and keeps the rest in its order', async () => {
    const choices = [
      null,
      7,
      'Lunch',
      {},
      { text: 7 },
      { text: ' \u200b ' },
      throwing,
      revoked,
      { text: 'x'.repeat(101) },
      { text: 'Lunch', status: 'asleep', clearAfter: 'soon' },
      { text: 'Lunch', status: 'away' },
      { text: '<b>Bold</b>\u202e', clearAfter: -1 },
      { text: 'Later', clearAfter: Number.NaN },
    ];
    const page = await OwnStatusPage.open({ properties: { choices } });
    await page.openMenu();
    expect(page.texts.slice(0, 4)).to.deep.equal([
      'Lunch',
      '<b>Bold</b>',
      'Later',
      'Custom status',
    ]);
    expect(page.panel.querySelectorAll('b')).to.have.length(0);
    expect(page.panel.querySelectorAll('.hint')).to.have.length(0);
    expect(page.item('Lunch').querySelector('.dot')).to.be.null;
  });

  it('offers at most fifty choices of a long array', async () => {
    const many = Array.from({ length: 1000 }, (_, number) => ({ text: `Choice ${number}` }));
    expect(await offered(many)).to.have.length(50);
  });

  it('shows words from elsewhere as text of one line', async () => {
    const page = await OwnStatusPage.open();
    page.presence.source.setStatus(ME, 'online', `<img src=x>\u202e\n${'long '.repeat(1000)}`);
    await page.pass(100);
    expect(page.button.querySelectorAll('img')).to.have.length(0);
    expect(page.words).to.match(/^<img src=x> long .*…$/);
    await page.choose('Custom status');
    expect(page.field.value.length).to.be.below(200);
  });

  it('shows a hostile profile as text, and no picture that is unsafe', async () => {
    const contact = { userID: ME, name: '<b>Me</b>\u202e', avatar: 'javascript:alert(1)' };
    const page = await OwnStatusPage.open({
      presence: startPresence({ userID: ME, contacts: [contact] }),
    });
    expect(page.name).to.equal('<b>Me</b>');
    expect(page.button.querySelectorAll('img, b')).to.have.length(0);
  });
});
