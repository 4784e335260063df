/** The key code of every key that goes to an input method, and not to the page. */
const PROCESSED = 229;

/**
 * Whether a key belongs to an input method: it chooses among candidates, or ends a composition.
 * Safari sends the key that ends one after its end, known by its code alone.
 */
export function isComposing({ isComposing, keyCode }: KeyboardEvent): boolean {
  return isComposing || keyCode === PROCESSED;
}

/**
 * Whether a key is a shortcut. Windows reports AltGr, which types letters, as Ctrl and Alt; on Apple's
 * keyboards Option types them, as "å" and "ß".
 */
export function isShortcut(event: KeyboardEvent): boolean {
  const { ctrlKey, metaKey, altKey, key } = event;
  if (altKey && !ctrlKey && !metaKey && isApple() && OTHER_LETTER.test(key)) return false;
  return (ctrlKey || metaKey || altKey) && !event.getModifierState('AltGraph');
}

/** A letter that is on no key by itself: Option with an arrow, or with Ctrl, remains a shortcut. */
const OTHER_LETTER = /^(?![\0-\x7f])\p{L}\p{M}*$/u;

/** Deprecated, and the one name of the platform that all browsers have. */
const isApple = (): boolean => /^(Mac|iP)/.test(navigator.platform);

/** Whether a key asks for the menu of what has the focus. */
export function isMenuKey({ key, shiftKey, ctrlKey, altKey, metaKey }: KeyboardEvent): boolean {
  if (ctrlKey || altKey || metaKey) return false;
  return key === 'ContextMenu' || (key === 'F10' && shiftKey);
}
