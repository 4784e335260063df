import { css } from 'lit';

/**
 * A picture in a circle with a dot, for any shadow root that sets `--_avatar`, its size, `--_dot`, the
 * size of the dot, and `--_row`, the colour behind.
 */
export const avatarStyles = css`
  /* Picture and dot overlap the letters by negative margins: a positioned element is a layer of its
     own, and one in each row takes a tenth of a paint. In a flex box the last item is on top. */
  .avatar {
    display: flex;
    flex-direction: column;
    flex: none;
    inline-size: var(--_avatar);
    block-size: var(--_avatar);
  }

  /* A browser sends no click if what was pressed is gone when the button is released. A picture that
     fails goes, and so does a dot. */
  .avatar > * {
    pointer-events: none;
  }

  .letters,
  .picture {
    inline-size: 100%;
    block-size: 100%;
    border-radius: 50%;
  }

  /* Without a clip, for the same reason. */
  .letters {
    display: grid;
    place-content: center;
    color: #fff;
    font-size: calc(var(--_avatar) * 0.35);
    font-weight: 600;
    line-height: 1;
    white-space: nowrap;
  }

  .letters::before {
    content: attr(data-letters);
    /* Centres capitals exactly, in browsers that support it. */
    text-box: trim-both cap alphabetic;
  }

  .picture {
    margin-block-start: calc(-1 * var(--_avatar));
    object-fit: cover;
  }

  .picture:not(.loaded) {
    opacity: 0;
  }

  .letters:has(+ .loaded) {
    visibility: hidden;
  }

  .color-0 {
    background: #4f62d6;
  }

  .color-1 {
    background: #a8497d;
  }

  .color-2 {
    background: #1d7a82;
  }

  .color-3 {
    background: #87621f;
  }

  .color-4 {
    background: #4c772f;
  }

  .color-5 {
    background: #7a54c4;
  }

  .color-6 {
    background: #ad5130;
  }

  .color-7 {
    background: #476f96;
  }

  .avatar > .dot {
    --tui-online-dot-size: var(--_dot);
    --tui-online-dot-ring: var(--_row);
    align-self: end;
    margin-block-start: calc(-1 * var(--_dot));
  }

  /* While a picture fades in it is above everything that is not positioned. */
  .picture + .dot {
    position: relative;
  }

  @media (prefers-reduced-motion: no-preference) {
    .picture {
      transition: opacity 120ms;
    }

    .letters:has(+ .loaded) {
      transition: visibility 120ms;
    }
  }

  @media (forced-colors: active) {
    .letters {
      box-sizing: border-box;
      border: 1px solid;
      color: CanvasText;
      /* A selected row has its own colours, so none is forced on the letters. */
      background: Canvas;
    }
  }
`;
