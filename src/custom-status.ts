/** How long a custom status may be, in bytes of UTF-8 (Chat SDK for native apps, `V2TIMUserStatus`). */
export const CUSTOM_STATUS_LIMIT = 100;

/** The length of a text in bytes of UTF-8, as the service counts it. */
export function byteLength(text: string): number {
  let bytes = 0;
  for (const letter of text) {
    const code = letter.codePointAt(0)!;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
}

/** Throws unless a value can be set as a custom status. */
export function assertCustomStatus(value: unknown): asserts value is string {
  if (typeof value !== 'string') {
    throw new TypeError(
      'setOwnStatus(customStatus) needs a text; an empty one removes the status.',
    );
  }
  const bytes = byteLength(value);
  if (bytes <= CUSTOM_STATUS_LIMIT) return;
  throw new RangeError(
    `setOwnStatus(customStatus) takes at most ${CUSTOM_STATUS_LIMIT} bytes of UTF-8, not ${bytes}.`,
  );
}
