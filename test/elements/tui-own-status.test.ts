import { expect } from '@open-wc/testing';
import { TuiOwnStatus } from '../../elements/tui-own-status.js';
import { setStrings } from '../../src/i18n/index.js';
import { recordMutations, startPresence } from '../support/elements.js';
import { ME, OwnStatusPage } from '../support/own-status-page.js';

const CHOICES = ['Available', 'In a meeting', 'Be right back', 'Do not disturb', 'Out of office'];

describe('<tui-own-status>', () => {
  it('is defined', () => {
    expect(document.createElement('tui-own-status')).to.be.instanceOf(TuiOwnStatus);
  });

  describe('the button', () => {
    it('shows name, dot and status of the logged-in user', async () => {
      const page = await OwnStatusPage.open();
      expect(page.name).to.equal('Mia Wong');
      expect(page.words).to.equal('Online');
      expect(page.dot).to.equal('online');
      expect(page.button.ariaLabel).to.equal('Mia Wong, online');
      expect(page.button.getAttribute('aria-description')).to.equal('Your status');
      await expect(page.element).to.be.accessible();
    });

    it('shows the words of the user, and what they mean', async () => {
      const page = await OwnStatusPage.open();
      await page.presence.controller.setOwnStatus('In a meeting');
      await page.pass();
      expect(page.words).to.equal('In a meeting');
      expect(page.dot).to.equal('busy');
      expect(page.button.ariaLabel).to.equal('Mia Wong, In a meeting, busy');
    });

    it('shows known words in the language of the page', async () => {
      const page = await OwnStatusPage.open({ properties: { lang: 'ja' } });
      await page.presence.controller.setOwnStatus('In a meeting');
      await page.pass();
      expect(page.words).to.equal('会議中');
      expect(page.button.ariaLabel).to.equal('Mia Wong、会議中、取り込み中');
    });

    it('has the ID in place of a name that is not known', async () => {
      const page = await OwnStatusPage.open({ presence: startPresence({ userID: 'u7' }) });
      expect(page.name).to.equal('u7');
    });

    it('works while statuses are switched off, without a dot', async () => {
      const contacts = [{ userID: ME, name: 'Mia Wong' }];
      const presence = startPresence({ userID: ME, contacts, displayOnlineStatus: false });
      const page = await OwnStatusPage.open({ presence });
      expect(page.dot).to.be.undefined;
      expect(page.words).to.equal('Set a status');
      expect(page.button.ariaLabel).to.equal('Mia Wong, Set a status');
      await page.choose('Be right back');
      await page.pass();
      expect(page.words).to.equal('Be right back');
      expect(page.button.ariaLabel).to.equal('Mia Wong, Be right back');
      expect(page.changes).to.deep.equal(['Be right back']);
    });

    it('is disabled while no user is logged in', async () => {
      const presence = startPresence({ userID: '' });
      const page = await OwnStatusPage.open({ presence });
      expect(page.button.disabled).to.be.true;
      expect(page.words).to.equal('Not logged in');
      await expect(page.element).to.be.accessible();
    });

    it('is focused by focus()', async () => {
      const page = await OwnStatusPage.open();
      page.element.focus();
      expect(page.element.shadowRoot!.activeElement === page.button).to.be.true;
    });
  });

  describe('the menu', () => {
    it('offers the shipped choices, own words and times', async () => {
      const page = await OwnStatusPage.open();
      await page.openMenu();
      expect(page.texts).to.deep.equal([
        ...CHOICES,
        'Custom status',
        'Don’t clear',
        '30 minutes',
        '1 hour',
        'Today',
      ]);
      expect(page.checked).to.deep.equal(['Don’t clear']);
      expect(page.button.ariaExpanded).to.equal('true');
      await expect(page.element).to.be.accessible();
    });

    it('has the roles of a menu', async () => {
      const page = await OwnStatusPage.open();
      await page.choose('In a meeting');
      await page.openMenu();
      expect(page.find('[role=menu]')!.ariaLabel).to.equal('Your status');
      const groups = [...page.panel.querySelectorAll('[role=group]')];
      expect(groups.map(({ ariaLabel }) => ariaLabel)).to.deep.equal([
        'Your status',
        'Clear status',
        null,
      ]);
      const heading = page.find(`#${groups[2]!.getAttribute('aria-labelledby')}`)!;
      expect(heading.innerText.trim()).to.equal('Clear after');
      const roles = page.items.map(({ role }) => role);
      const radios = Array<string>(6).fill('menuitemradio');
      expect(roles).to.deep.equal([...radios, 'menuitem', ...radios.slice(2)]);
      expect(page.checked).to.deep.equal(['In a meeting', 'Don’t clear']);
      expect(page.button.getAttribute('aria-controls')).to.equal(page.panel.id);
      await expect(page.element).to.be.accessible();
    });

    for (const [lang, texts] of Object.entries({
      'zh-CN': ['有空', '会议中', '30分钟', '1小时', '今天'],
      'zh-TW': ['有空', '會議中', '30 分鐘', '1 小時', '今天'],
      ja: ['連絡可能', '会議中', '30 分', '1 時間', '今日'],
      ko: ['대화 가능', '회의 중', '30분', '1시간', '오늘'],
      ar: ['متاح', 'في اجتماع', '30 دقيقة', 'اليوم'],
    })) {
      it(`speaks ${lang}`, async () => {
        const page = await OwnStatusPage.open({ properties: { lang } });
        await page.openMenu();
        // The digits and the spaces are those of the browser's own data.
        const plain = (text: string) => text.normalize('NFKC').replace(/\s/g, '');
        const digits = (text: string) =>
          text.replace(/[٠-٩]/g, (d) => String('٠١٢٣٤٥٦٧٨٩'.indexOf(d)));
        expect(page.texts.map((text) => digits(plain(text)))).to.include.members(texts.map(plain));
      });
    }

    it('sends what is chosen, shows it at once, and closes', async () => {
      const page = await OwnStatusPage.open();
      await page.choose('Do not disturb');
      expect(page.isOpen).to.be.false;
      expect(page.words).to.equal('Do not disturb');
      expect(page.changes).to.deep.equal([]);
      await page.pass();
      expect(page.changes).to.deep.equal(['Do not disturb']);
      expect(page.presence.controller.presenceOf(ME)).to.include({
        customStatus: 'Do not disturb',
        status: 'busy',
      });
      expect(page.dot).to.equal('busy');
    });

    it('sends shipped words though the page shows its own', async () => {
      setStrings('nl', { 'choice-meeting': 'In vergadering' });
      const page = await OwnStatusPage.open({ properties: { lang: 'nl' } });
      await page.choose('In vergadering');
      await page.pass();
      expect(page.changes).to.deep.equal(['In a meeting']);
      expect(page.words).to.equal('In vergadering');
    });

    it('clears the status', async () => {
      const page = await OwnStatusPage.open();
      await page.choose('Out of office');
      await page.pass();
      await page.choose('Clear status');
      await page.pass();
      expect(page.changes).to.deep.equal(['Out of office', '']);
      expect(page.words).to.equal('Online');
      await page.openMenu();
      expect(page.texts).not.to.include('Clear status');
    });

    it('closes by a second click on the button', async () => {
      const page = await OwnStatusPage.open();
      await page.openMenu();
      await page.openMenu();
      expect(page.isOpen).to.be.false;
      expect(page.button.ariaExpanded).to.equal('false');
      expect(page.panel.childElementCount).to.equal(0);
    });

    it('closes by a press elsewhere, and leaves one inside alone', async () => {
      const page = await OwnStatusPage.open();
      await page.openMenu();
      const press = (target: Element) =>
        target.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, composed: true }));
      press(page.items[0]!);
      await page.element.updateComplete;
      expect(page.isOpen).to.be.true;
      press(document.body);
      await page.element.updateComplete;
      expect(page.isOpen).to.be.false;
      expect(page.element.shadowRoot!.activeElement === page.button).to.be.true;
    });

    it('closes when the focus goes elsewhere', async () => {
      const page = await OwnStatusPage.open();
      const other = document.createElement('button');
      page.element.after(other);
      await page.openMenu();
      other.focus();
      await page.element.updateComplete;
      expect(page.isOpen).to.be.false;
      expect(document.activeElement === other).to.be.true;
    });

    it('closes when another user is logged in', async () => {
      const page = await OwnStatusPage.open();
      await page.type('Mine');
      const other = startPresence({ userID: 'zoe' });
      page.element.presence = other.controller;
      await page.element.updateComplete;
      expect(page.isOpen).to.be.false;
      await page.choose('Custom status');
      expect(page.field.value).to.equal('');
    });

    it('offers the choices of the page', async () => {
      const choices = [
        { text: 'Lunch', status: 'away', clearAfter: 45 },
        { text: 'Deep work', status: 'busy', clearAfter: 120 },
        { text: 'Anything' },
      ];
      const page = await OwnStatusPage.open({ properties: { choices } });
      await page.openMenu();
      expect(page.texts.slice(0, 4)).to.deep.equal([
        'Lunch',
        'Deep work',
        'Anything',
        'Custom status',
      ]);
      expect(page.item('Lunch').innerText).to.contain('45 minutes');
      expect(page.item('Deep work').innerText).to.contain('2 hours');
      await page.choose('Lunch');
      await page.pass();
      expect(page.changes).to.deep.equal(['Lunch']);
      expect(page.dot).to.equal('away');
      await page.openMenu();
      expect(page.checked).to.deep.equal(['Lunch', '45 minutes']);
    });

    it('lets the statusOf of the page win over a choice', async () => {
      const page = await OwnStatusPage.open({
        properties: { choices: [{ text: 'Lunch', status: 'away' }] },
      });
      page.presence.controller.statusOf = () => 'busy';
      await page.choose('Lunch');
      await page.pass();
      expect(page.dot).to.equal('busy');
    });
  });

  it('leaves the document alone when another user changes, and in an update without a change', async () => {
    const page = await OwnStatusPage.open();
    const mutations = recordMutations(page.element);
    page.presence.source.setStatus('zoe', 'online');
    await page.pass(100);
    page.element.requestUpdate();
    await page.pass();
    expect(mutations.take().map(({ type }) => type)).to.deep.equal([]);
  });
});
