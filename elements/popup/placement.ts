/** A rectangle in px of the viewport. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export interface Placement {
  readonly left: number;
  readonly top: number;
  /** The room there is; what is taller scrolls. */
  readonly maxHeight: number;
}

/** Between an anchor and what is placed beside it, in px. */
const GAP = 4;

/** To the edges of the viewport, in px. */
const MARGIN = 8;

/** A panel with less room than this beside its anchor may cover the anchor, in px. */
const LEAST = 160;

/**
 * The place of a panel: below its anchor, or above it where there is more room, from the anchor's
 * inline start on, and always within the viewport.
 */
export function placeBeside(
  anchor: Box,
  size: { readonly width: number; readonly height: number },
  viewport: Box,
  isRightToLeft: boolean,
): Placement {
  const [start, end] = [viewport.top + MARGIN, viewport.top + viewport.height - MARGIN];
  const [above, below] = [anchor.top - GAP, anchor.top + anchor.height + GAP];
  const [roomAbove, roomBelow] = [above - start, end - below];
  const isBelow = size.height <= roomBelow || roomBelow >= roomAbove;
  const room = isBelow ? roomBelow : roomAbove;
  const isCovering = room < Math.min(size.height, LEAST);
  const maxHeight = Math.max(0, isCovering ? end - start : room);
  const height = Math.min(size.height, maxHeight);
  const top = isBelow ? below : above - height;
  const left = isRightToLeft ? anchor.left + anchor.width - size.width : anchor.left;
  const lastLeft = viewport.left + viewport.width - MARGIN - size.width;
  return {
    left: Math.max(viewport.left + MARGIN, Math.min(left, lastLeft)),
    top: Math.max(start, Math.min(top, end - height)),
    maxHeight,
  };
}
