import { expect } from '@open-wc/testing';
import { OwnStatusPage } from '../../support/own-status-page.js';

/** The own status in a component of the page that scrolls what is in its shadow root or its slot. */
async function place(
  isSlotted: boolean,
  mode: ShadowRootMode = 'open',
): Promise<{ page: OwnStatusPage; root: ShadowRoot }> {
  const parent = document.createElement('div');
  const component = document.createElement('div');
  const root = component.attachShadow({ mode });
  root.innerHTML = `<main style="height: 200px; overflow: auto">
    <div style="height: 900px; padding-top: 100px">${isSlotted ? '<slot></slot>' : ''}</div>
    <iframe srcdoc="<button>Press</button>"></iframe>
  </main>`;
  parent.append(component);
  const page = await OwnStatusPage.open({ parent });
  const inner = isSlotted ? component : root.querySelector('main > div')!;
  inner.append(page.element);
  await page.pass();
  await page.openMenu();
  // It is placed once more when its size is reported.
  await frames();
  return { page, root };
}

const frames = async () => {
  for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
};

describe('a panel in a shadow tree of the page', () => {
  for (const isSlotted of [false, true]) {
    it(`follows its anchor ${isSlotted ? 'in a slot' : 'in the tree'} that scrolls`, async () => {
      const { page, root } = await place(isSlotted);
      const topOf = (element: Element) => element.getBoundingClientRect().top;
      const gap = topOf(page.panel) - topOf(page.button);
      const before = topOf(page.button);
      root.querySelector('main')!.scrollTop = 60;
      await frames();
      expect(topOf(page.button)).to.be.closeTo(before - 60, 0.5);
      expect(topOf(page.panel) - topOf(page.button)).to.be.closeTo(gap, 0.5);
    });
  }

  it('follows its anchor when a banner comes above it, and when it goes', async () => {
    const { page, root } = await place(false);
    const topOf = (element: Element) => element.getBoundingClientRect().top;
    const gap = topOf(page.panel) - topOf(page.button);
    const before = topOf(page.button);
    const content = root.querySelector<HTMLElement>('main > div')!;
    for (const height of [40, 10]) {
      content.style.paddingTop = `${100 + height}px`;
      await frames();
      expect(topOf(page.button)).to.be.closeTo(before + height, 0.5);
      expect(topOf(page.panel) - topOf(page.button)).to.be.closeTo(gap, 0.5);
    }
  });

  it('asks for no frame once it is closed', async () => {
    const { page } = await place(false);
    await page.key('Escape');
    const { requestAnimationFrame } = window;
    let requested = 0;
    window.requestAnimationFrame = (callback) => {
      requested++;
      return requestAnimationFrame(callback);
    };
    await new Promise(requestAnimationFrame);
    await new Promise(requestAnimationFrame);
    window.requestAnimationFrame = requestAnimationFrame;
    expect(requested).to.equal(0);
  });

  for (const mode of ['open', 'closed'] as const) {
    it(`takes a press, and closes with one elsewhere, in a root that is ${mode}`, async () => {
      const { page, root } = await place(false, mode);
      const press = async (target: Element) => {
        target.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, composed: true }));
        await page.pass();
        return page.isOpen;
      };
      expect(await press(page.items[1]!)).to.be.true;
      expect(await press(page.button)).to.be.true;
      for (const elsewhere of [root.querySelector('main')!, document.body]) {
        if (!page.isOpen) await page.openMenu();
        expect(await press(elsewhere)).to.be.false;
      }
    });
  }

  it('closes with a press in a frame of the tree', async () => {
    const { page, root } = await place(false);
    const frame = root.querySelector('iframe')!;
    frame.focus();
    window.dispatchEvent(new Event('blur'));
    await page.pass();
    expect(page.isOpen).to.be.false;
  });
});
