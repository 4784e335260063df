import { expect, fixture, html } from '@open-wc/testing';
import { innerOf, makeDot, STATUSES } from '../support/online-dot.js';

describe('the look of <tui-online-dot>', () => {
  it('can be changed by parts and custom properties', async () => {
    const parent = await fixture(html`
      <div>
        <style>
          .mine {
            --tui-online-dot-size: 20px;
            --tui-online-color: rgb(1, 2, 3);
          }
          .mine::part(online-status-offline) {
            background: rgb(4, 5, 6);
          }
        </style>
        <tui-online-dot class="mine" status="online"></tui-online-dot>
        <tui-online-dot class="mine" status="offline" label=""></tui-online-dot>
      </div>
    `);
    const [online, offline] = parent.querySelectorAll('tui-online-dot');
    expect(online!.getBoundingClientRect().width).to.equal(20);
    expect(online!.getBoundingClientRect().height).to.equal(20);
    expect(getComputedStyle(innerOf(online!)).color).to.equal('rgb(1, 2, 3)');
    expect(getComputedStyle(innerOf(offline!)).backgroundColor).to.equal('rgb(4, 5, 6)');
    expect(getComputedStyle(innerOf(offline!)).backgroundImage).to.equal('none');
  });

  it('has colours for dark pages', async () => {
    const parent = await fixture(html`
      <div>
        <style>
          .night {
            color-scheme: dark;
          }
        </style>
        <tui-online-dot status="online"></tui-online-dot>
        <tui-online-dot class="night" status="online"></tui-online-dot>
      </div>
    `);
    const colors = [...parent.querySelectorAll('tui-online-dot')].map(
      (dot) => getComputedStyle(innerOf(dot)).color,
    );
    expect(colors).to.deep.equal(['rgb(15, 145, 80)', 'rgb(58, 208, 127)']);
  });

  it('has the same size for every status, with one box that fills it', async () => {
    const dot = await makeDot();
    for (const [status] of STATUSES) {
      dot.status = status;
      await dot.updateComplete;
      const { width, height } = dot.getBoundingClientRect();
      const box = innerOf(dot).getBoundingClientRect();
      expect([width, height, box.width, box.height], status).to.deep.equal([12, 12, 12, 12]);
    }
  });

  for (const style of ['block', 'flex', 'grid', 'inline', 'contents']) {
    it(`keeps its size where the page gives it display ${style}`, async () => {
      const parent = await fixture(html`
        <div>
          <style></style>
          <tui-online-dot status="online"></tui-online-dot>
        </div>
      `);
      parent.firstElementChild!.textContent = `tui-online-dot { display: ${style}; width: 0 }`;
      const { width, height } = innerOf(
        parent.querySelector('tui-online-dot')!,
      ).getBoundingClientRect();
      expect([width, height]).to.deep.equal([12, 12]);
    });
  }

  it('shares its style sheet with other dots and needs no inline style', async () => {
    const [one, two] = [await makeDot(), await makeDot()];
    expect(one.shadowRoot!.adoptedStyleSheets).to.deep.equal(two.shadowRoot!.adoptedStyleSheets);
    expect(one.shadowRoot!.adoptedStyleSheets.length).to.equal(1);
    expect(one.shadowRoot!.querySelectorAll('style, [style]').length).to.equal(0);
  });
});
