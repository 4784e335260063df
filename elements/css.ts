import type { CSSResult } from 'lit';

/** Styles of a class, and their sheet once the page's own document has needed it. */
export type Styles = CSSResult[] & { sheet?: CSSStyleSheet };

/** Whether style sheets can be shared; else each shadow root gets a copy. */
export const canShareStyles = 'adoptedStyleSheets' in (globalThis.Document?.prototype ?? {});

/**
 * Takes styles without holes. Of what Lit's tag of this name makes, they are the part that its server
 * renderer asks for; {@link sheetOf} does the rest, and for other documents too.
 */
export const css = ([cssText]: TemplateStringsArray): CSSResult => ({ cssText }) as CSSResult;

/** All of it in one text. */
export const textOf = (styles: Styles): string => styles.map(({ cssText }) => cssText).join('');

/**
 * The sheet of a class's styles in a window; that of this page's own window is parsed once. A sheet is
 * of one document: to adopt it in another, such as a frame's, throws.
 */
export function sheetOf(styles: Styles, view: typeof globalThis): CSSStyleSheet {
  if (view === window && styles.sheet) return styles.sheet;
  const sheet = new view.CSSStyleSheet();
  sheet.replaceSync(textOf(styles));
  if (view === window) styles.sheet = sheet;
  return sheet;
}
