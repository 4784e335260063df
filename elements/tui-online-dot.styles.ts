import { css } from './css.js';

/**
 * The shapes are gradients in `currentColor`: nothing is loaded, so that no content security policy
 * refuses it, and only a stale dot pays for a mask. A shadow within the span, or a border, would be
 * painted as fast, but Firefox and WebKit cut the shadow's 2.5 px to whole ones, and every browser
 * the border's.
 */
export const styles = css`
  :host {
    --_ring: var(--tui-online-dot-ring);
    display: inline-block;
    inline-size: var(--tui-online-dot-size, 12px);
    block-size: var(--tui-online-dot-size, 12px);
    border-radius: 50%;
    background: var(--_ring);
    box-shadow: 0 0 0 2px var(--_ring);
    vertical-align: middle;
    forced-color-adjust: none;
  }

  /* No selector asks for the status: styles would be looked up for the host and all in it at every
     change. The freshness comes and goes with it, and the span has a class. */
  :host([hidden]),
  :host([user-id]:not([freshness])) {
    display: none !important;
  }

  span {
    display: block;
    block-size: 100%;
    border-radius: 50%;
    color: var(--tui-offline-color, light-dark(#737d8c, #8f9aab));
    background: radial-gradient(closest-side, #0000 54%, currentColor 62%);
  }

  .online-status-online {
    background: currentColor;
    color: var(--tui-online-color, light-dark(#0f9150, #3ad07f));
  }

  .unknown {
    color: var(--tui-unknown-color, light-dark(#737d8c, #8f9aab));
    /* A wedge for each corner: the ring becomes four dashes. */
    clip-path: polygon(
      50% 50%,
      0 37%,
      0 0,
      37% 0,
      50% 50%,
      63% 0,
      100% 0,
      100% 37%,
      50% 50%,
      100% 63%,
      100% 100%,
      63% 100%,
      50% 50%,
      37% 100%,
      0 100%,
      0 63%
    );
  }

  .away {
    color: var(--tui-color-away, light-dark(#a85d00, #f0a93b));
    background: radial-gradient(circle closest-side at 29% 29%, #0000 124%, currentColor 138%);
  }

  .busy {
    color: var(--tui-color-busy, light-dark(#cf2330, #ff6b72));
    background:
      linear-gradient(var(--_ring, Canvas) 0 0) center / 56% 18% no-repeat,
      currentColor;
  }

  :host([freshness='stale']) span {
    color: var(--tui-offline-color, light-dark(#737d8c, #8f9aab));
    mask: linear-gradient(45deg, #000 41%, #0000 44% 56%, #000 59%);
  }

  @media (forced-colors: active) {
    :host {
      --_ring: Canvas;
    }

    :host span.dot {
      color: CanvasText;
    }
  }
`;
