import { expect } from '@open-wc/testing';
import { placeBeside } from '../../../elements/popup/placement.js';

const VIEWPORT = { left: 0, top: 0, width: 1000, height: 800 };
const SIZE = { width: 300, height: 400 };

const at = (left: number, top: number) => ({ left, top, width: 200, height: 56 });

describe('placeBeside', () => {
  it('places a panel below the start of its anchor', () => {
    const place = placeBeside(at(100, 50), SIZE, VIEWPORT, false);
    expect(place).to.deep.equal({ left: 100, top: 110, maxHeight: 682 });
  });

  it('begins at the other edge in right-to-left text', () => {
    expect(placeBeside(at(600, 50), SIZE, VIEWPORT, true).left).to.equal(500);
  });

  it('places it above where there is more room', () => {
    const { top, maxHeight } = placeBeside(at(100, 700), SIZE, VIEWPORT, false);
    expect([top, maxHeight]).to.deep.equal([296, 688]);
  });

  it('stays below where there is not more room above', () => {
    const { top, maxHeight } = placeBeside(
      at(100, 300),
      { width: 300, height: 600 },
      VIEWPORT,
      false,
    );
    expect([top, maxHeight]).to.deep.equal([360, 432]);
  });

  for (const isRightToLeft of [false, true]) {
    for (const left of [-150, 0, 850, 990]) {
      it(`keeps it within the viewport: ${left}, ${isRightToLeft ? 'rtl' : 'ltr'}`, () => {
        const place = placeBeside(at(left, 50), SIZE, VIEWPORT, isRightToLeft);
        expect(place.left).to.be.within(8, 692);
      });
    }
  }

  it('covers the anchor where there is room on neither side', () => {
    const viewport = { left: 0, top: 0, width: 400, height: 220 };
    const place = placeBeside(at(10, 80), SIZE, viewport, false);
    expect(place).to.deep.equal({ left: 10, top: 8, maxHeight: 204 });
  });

  it('begins at the edge where it is wider than the viewport', () => {
    const viewport = { left: 0, top: 0, width: 250, height: 800 };
    expect(placeBeside(at(10, 80), SIZE, viewport, false).left).to.equal(8);
  });

  it('follows a viewport that a keyboard on the screen has moved', () => {
    const viewport = { left: 0, top: 300, width: 1000, height: 400 };
    const { top, maxHeight } = placeBeside(at(100, 620), SIZE, viewport, false);
    expect([top, maxHeight]).to.deep.equal([308, 308]);
  });
});
