/** A hash of a text: the same text always has the same number. */
export function hashOf(text: string): number {
  let hash = 0;
  for (let i = 0; i < text.length; i++) {
    hash = (Math.imul(hash, 31) + text.charCodeAt(i)) | 0;
  }
  return hash ^ (hash >>> 15);
}
