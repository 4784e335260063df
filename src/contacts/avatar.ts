// A URL without a scheme is relative to the page. Browsers skip white space inside a scheme, so a
// scheme that contains some counts as one here too, and is refused.
const allowed = /^(?:https?:|blob:|data:image\/|(?![a-z][a-z\d+.\-\s]*:))/i;

/**
 * The URL of an avatar if a page may load it as an image, else `undefined`: `https:`, `http:`,
 * `blob:`, `data:image/` (a script in an SVG does not run inside `<img>`), and what is relative to
 * the page.
 */
export function safeAvatar(url: unknown): string | undefined {
  // Browsers skip control characters and spaces at the start.
  const trimmed = typeof url === 'string' ? url.replace(/^[\0- ]+/, '') : '';
  return trimmed && allowed.test(trimmed) ? trimmed : undefined;
}
