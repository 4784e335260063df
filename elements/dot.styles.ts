import { css } from 'lit';

/**
 * How a status looks, for any shadow root with a `.dot` in it.
 *
 * A shape is a background image in `currentColor`: a strict Content Security Policy allows it, no
 * resource is loaded, and a page may replace it through `::part()`. The gap around the dot is the
 * background colour and a box shadow of the same box. A mask would cut the gap too, so a stale dot
 * draws its shape in a pseudo-element.
 */
export const dotStyles = css`
  .dot {
    --_ring: var(--tui-online-dot-ring);
    --_shape: radial-gradient(closest-side, #0000 54%, currentColor 62%);
    /* In the line, where the element around it has no box of its own. */
    display: inline-block;
    flex: none;
    vertical-align: middle;
    inline-size: var(--tui-online-dot-size, 12px);
    block-size: var(--tui-online-dot-size, 12px);
    border-radius: 50%;
    background: var(--_shape);
    /* Apart from the shape, which a value that is no colour would take with it. */
    background-color: var(--_ring, #0000);
    box-shadow: 0 0 0 2px var(--_ring, #0000);
    color: var(--tui-offline-color, light-dark(#737d8c, #8f9aab));
    forced-color-adjust: none;
    /* A printer leaves out backgrounds. */
    -webkit-print-color-adjust: exact;
    print-color-adjust: exact;
  }

  .dot[hidden] {
    display: none !important;
  }

  .online-status-online {
    --_shape: linear-gradient(currentColor 0 0);
    color: var(--tui-online-color, light-dark(#0f9150, #3ad07f));
  }

  /* One quarter of the ring in each corner, with a gap between them: four dashes. */
  .dot.unknown {
    --_size: 40% 40% no-repeat;
    --_shape:
      radial-gradient(circle at 125% 125%, #0000 38.2%, currentColor 43.8%) 0 0 / var(--_size),
      radial-gradient(circle at -25% 125%, #0000 38.2%, currentColor 43.8%) 100% 0 / var(--_size),
      radial-gradient(circle at 125% -25%, #0000 38.2%, currentColor 43.8%) 0 100% / var(--_size),
      radial-gradient(circle at -25% -25%, #0000 38.2%, currentColor 43.8%) 100% 100% / var(--_size);
    color: var(--tui-unknown-color, light-dark(#737d8c, #8f9aab));
  }

  .dot.away {
    --_shape: radial-gradient(circle closest-side at 29% 29%, #0000 124%, currentColor 138%);
    color: var(--tui-color-away, light-dark(#a85d00, #f0a93b));
  }

  .dot.busy {
    --_shape:
      linear-gradient(var(--_ring, Canvas) 0 0) center / 56% 18% no-repeat,
      linear-gradient(currentColor 0 0);
    color: var(--tui-color-busy, light-dark(#cf2330, #ff6b72));
  }

  .dot.stale {
    background-image: none;
    color: var(--tui-offline-color, light-dark(#737d8c, #8f9aab));
  }

  .dot.stale::before {
    content: '';
    display: block;
    block-size: 100%;
    border-radius: inherit;
    background: var(--_shape);
    mask: linear-gradient(45deg, #000 41%, #0000 44% 56%, #000 59%);
  }

  @media (forced-colors: active) {
    .dot.dot {
      --_ring: Canvas;
      color: CanvasText;
    }
  }
`;
