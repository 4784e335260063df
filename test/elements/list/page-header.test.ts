import { expect } from '@open-wc/testing';
import { conversationsNumbered } from '../../support/conversation-list-page.js';
import { drawn, place } from '../../support/page-rules.js';
import type { PlacedList } from '../../support/page-rules.js';

describe('a list below a header of the page that sticks above it', () => {
  const css = `.scroll { height: 300px; overflow: auto }
    header { position: sticky; top: 0; z-index: 1; height: 50px; background: white }
    section > * { height: 600px }`;

  /** Scrolls the page in steps; the header is what is seen at each point of it. */
  function expectHeaderOnTop({ page }: PlacedList): void {
    const header = page.querySelector('header')!;
    for (let top = 0; top <= 300; top += 20) {
      page.querySelector('.scroll')!.scrollTop = top;
      const { left, right, top: y, bottom } = header.getBoundingClientRect();
      for (const at of [y + 2, y + 25, bottom - 2]) {
        // WebKit lays its scroll bar over the end.
        for (let x = left + 4; x < right - 16; x += 16) {
          expect(document.elementFromPoint(x, at)?.localName, `${top}`).to.equal('header');
        }
      }
    }
  }

  const markup = `<div class="scroll"><header>Head</header><section><list></list></section>
    <p>Ana <tui-online-dot status="online" freshness="stale"></tui-online-dot></p></div>`;

  for (const [state, options] of Object.entries({
    'with rows under headings': { first: 'searchable group-by="initial"' },
    'with conversations': { tag: 'tui-conversation-list' },
    'with nothing': { rows: 0, first: 'searchable' },
  } as const)) {
    it(`stays there: ${state}`, async () => {
      const placed = await place(css, { markup, ...options });
      placed.scroller.scrollTop = 40;
      await drawn();
      expectHeaderOnTop(placed);
    });
  }

  it('stays there while it is loading', async () => {
    const placed = await place(css, { markup });
    Object.assign(placed.list, { contacts: null });
    await drawn();
    expect(placed.list.shadowRoot!.querySelector('.skeleton')).to.exist;
    expectHeaderOnTop(placed);
  });

  it('stays there while new conversations are announced', async () => {
    const placed = await place(css, { tag: 'tui-conversation-list', markup });
    placed.list.dispatchEvent(new PointerEvent('pointermove', { screenX: 1 }));
    Object.assign(placed.list, { conversations: conversationsNumbered(101) });
    await drawn();
    expect(placed.list.shadowRoot!.querySelector('[part=new]')).to.exist;
    expectHeaderOnTop(placed);
  });
});
