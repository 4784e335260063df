import { expect, fixture, html } from '@open-wc/testing';
import { dotStyles } from '../../elements/dot.styles.js';
import { paintDot } from '../../elements/dot.js';
import { UNKNOWN } from '../../src/presence.js';
import type { Freshness, Presence, PresenceStatus } from '../../src/presence.js';
import { recordMutations } from '../support/elements.js';
import { hasBox, STATUSES } from '../support/online-dot.js';

const presence = (status: PresenceStatus, freshness: Freshness = 'live'): Presence => ({
  ...UNKNOWN,
  status,
  freshness,
});

const colorless = (image: string) => image.replace(/rgb\([^)]*\)/g, 'colour');

/** A dot in the shadow root of a list, say. */
async function makeSpan(): Promise<HTMLElement> {
  const host = await fixture<HTMLElement>(html`<div></div>`);
  const root = host.attachShadow({ mode: 'open' });
  root.adoptedStyleSheets = [dotStyles.styleSheet!];
  return root.appendChild(document.createElement('span'));
}

describe('paintDot', () => {
  for (const [status] of STATUSES) {
    it(`gives a span the classes and parts of ${status}`, async () => {
      const span = await makeSpan();
      paintDot(span, presence(status));
      const parts = `dot online-status online-status-${status === 'online' ? 'online' : 'offline'}`;
      const own = ['online', 'offline'].includes(status) ? '' : ` ${status}`;
      expect(span.getAttribute('part')).to.equal(parts);
      expect(span.className).to.equal(parts + own);
      const { width, height } = span.getBoundingClientRect();
      expect([width, height]).to.deep.equal([12, 12]);
    });
  }

  it('draws all statuses but one in shapes of their own, without colour', async () => {
    const shapes = new Set<string>();
    for (const [status] of STATUSES) {
      const span = await makeSpan();
      paintDot(span, presence(status));
      const { backgroundImage, backgroundSize } = getComputedStyle(span);
      shapes.add(colorless(backgroundImage) + backgroundSize);
    }
    // Not logged in is a kind of offline.
    expect(shapes.size).to.equal(STATUSES.length - 1);
  });

  it('cuts a stale dot in two, in the neutral colour, whatever its status', async () => {
    const offline = await makeSpan();
    paintDot(offline, presence('offline'));
    for (const [status] of STATUSES) {
      const span = await makeSpan();
      paintDot(span, presence(status));
      const { backgroundImage } = getComputedStyle(span);
      expect(getComputedStyle(span, '::before').content, status).to.equal('none');
      paintDot(span, presence(status, 'stale'));
      const shape = getComputedStyle(span, '::before');
      expect(shape.maskImage, status).to.contain('linear-gradient');
      expect(shape.color, status).to.equal(getComputedStyle(offline).color);
      expect(colorless(shape.backgroundImage)).to.equal(colorless(backgroundImage));
    }
  });

  it('shows a gap around the dot in the colour behind it, for a stale one too', async () => {
    const span = await makeSpan();
    span.style.setProperty('--tui-online-dot-ring', 'rgb(1, 2, 3)');
    for (const freshness of ['live', 'stale'] as const) {
      paintDot(span, presence('away', freshness));
      const { backgroundColor, boxShadow, maskImage } = getComputedStyle(span);
      expect(backgroundColor).to.equal('rgb(1, 2, 3)');
      expect(boxShadow).to.equal('rgb(1, 2, 3) 0px 0px 0px 2px');
      expect(maskImage).to.equal('none');
    }
  });

  it('hides a span without a presence, and shows it again', async () => {
    const span = await makeSpan();
    paintDot(span, undefined);
    expect(hasBox(span)).to.be.false;
    paintDot(span, presence('offline'));
    expect(hasBox(span)).to.be.true;
    paintDot(span, undefined);
    expect(hasBox(span)).to.be.false;
  });

  it('writes nothing when the span shows the presence already', async () => {
    const span = await makeSpan();
    paintDot(span, presence('online'));
    const mutations = recordMutations(span);
    paintDot(span, presence('online'));
    paintDot(span, presence('online', 'snapshot'));
    expect(mutations.take()).to.be.empty;
  });
});
