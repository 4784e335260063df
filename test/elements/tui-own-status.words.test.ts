import { expect } from '@open-wc/testing';
import { OwnStatusPage } from '../support/own-status-page.js';

const left = (page: OwnStatusPage) => page.find('.left')!.innerText.trim();
const described = (page: OwnStatusPage) =>
  page.find(`#${page.field.getAttribute('aria-describedby')}`)!.textContent.trim();
const announced = (page: OwnStatusPage) => page.find('[role=status]')!.textContent.trim();
const save = (page: OwnStatusPage) => page.find<HTMLButtonElement>('[type=submit]')!;

describe('own words in <tui-own-status>', () => {
  it('are typed into a field with a name and a counter', async () => {
    const page = await OwnStatusPage.open();
    await page.choose('Custom status');
    const dialog = page.find('[role=dialog]')!;
    expect(dialog.ariaLabel).to.equal('Custom status');
    expect(page.field.labels![0]!.innerText.trim()).to.equal('Custom status');
    expect(page.element.shadowRoot!.activeElement === page.field).to.be.true;
    expect(left(page)).to.equal('100');
    expect(described(page)).to.equal('100 characters left');
    await expect(page.element).to.be.accessible();
  });

  it('are saved, shown and sent', async () => {
    const page = await OwnStatusPage.open();
    await page.type('  At the \u0000dentist ');
    await page.press('Save');
    expect(page.isOpen).to.be.false;
    expect(page.words).to.equal('At the dentist');
    await page.pass();
    expect(page.changes).to.deep.equal(['At the dentist']);
    await page.openMenu();
    expect(page.checked).to.deep.equal(['Custom status', 'Don’t clear']);
    expect(page.item('Custom status').innerText).to.contain('At the dentist');
  });

  it('begin with what is shown', async () => {
    const page = await OwnStatusPage.open();
    await page.type('One');
    await page.press('Save');
    await page.pass();
    await page.choose('Custom status');
    expect(page.field.value).to.equal('One');
  });

  it('stay in the field while it is closed', async () => {
    const page = await OwnStatusPage.open();
    await page.type('Half a sen');
    await page.key('Escape');
    await page.choose('Custom status');
    expect(page.field.value).to.equal('Half a sen');
    await page.press('Save');
    await page.pass();
    await page.choose('In a meeting');
    await page.pass();
    await page.choose('Custom status');
    expect(page.field.value).to.equal('In a meeting');
  });

  it('clear the status when they are empty', async () => {
    const page = await OwnStatusPage.open();
    await page.choose('In a meeting');
    await page.pass();
    await page.type('  ');
    await page.press('Save');
    await page.pass();
    expect(page.changes).to.deep.equal(['In a meeting', '']);
  });

  for (const [letter, most] of [
    ['a', 100],
    ['é', 50],
    ['中', 33],
    ['😀', 25],
  ] as const) {
    it(`take ${most} letters ${letter}, as many as the service`, async () => {
      const page = await OwnStatusPage.open();
      await page.type(letter.repeat(most));
      expect(left(page)).to.equal('0');
      expect(save(page).disabled).to.be.false;
      await page.press('Save');
      await page.pass();
      expect(page.changes).to.deep.equal([letter.repeat(most)]);
    });

    it(`lose nothing beyond ${most} letters ${letter}, and are not sent`, async () => {
      const page = await OwnStatusPage.open();
      await page.type(letter.repeat(most + 2));
      expect(page.field.value).to.equal(letter.repeat(most + 2));
      expect(left(page)).to.equal('-2');
      expect(announced(page)).to.equal('2 characters too many');
      expect(page.field.getAttribute('aria-invalid')).to.equal('true');
      expect(save(page).disabled).to.be.true;
      page.field.form!.requestSubmit();
      await page.pass();
      expect(page.changes).to.deep.equal([]);
    });
  }

  it('are counted in the letters of the language', async () => {
    const page = await OwnStatusPage.open({ properties: { lang: 'zh-CN' } });
    await page.choose('自定义状态');
    expect(left(page)).to.equal('33');
    expect(described(page)).to.equal('还可输入 33 个字');
  });

  it('announce how many letters are left near the end only', async () => {
    const page = await OwnStatusPage.open();
    await page.type('a'.repeat(89));
    expect(announced(page)).to.equal('');
    await page.key('Escape');
    await page.type('a'.repeat(90));
    expect(announced(page)).to.equal('10 characters left');
  });

  it('are cleared after the time that is chosen beside them', async () => {
    const page = await OwnStatusPage.open();
    await page.type('Lunch');
    const select = page.find<HTMLSelectElement>('select')!;
    expect(select.labels[0]!.innerText.trim()).to.equal('Clear after');
    expect([...select.options].map(({ text }) => text)).to.deep.equal([
      'Don’t clear',
      '30 minutes',
      '1 hour',
      'Today',
    ]);
    select.value = '30';
    select.dispatchEvent(new Event('change', { bubbles: true }));
    await page.press('Save');
    await page.pass();
    expect(page.words).to.equal('Lunch');
    await page.pass(30 * 60_000);
    expect(page.words).to.equal('Online');
  });
});
