/** The lengths that a page may set, each by the name that its checked value has here. */
const INITIAL: Readonly<Record<string, string>> = { '--_tui-avatar': '40px', '--_tui-dot': '12px' };

const registered = new WeakSet<Document>();

/**
 * Registers custom properties that hold a length or else their initial value: a size of the page's
 * that is no length, such as `--tui-avatar-size: 48`, would otherwise take every calculation with it.
 * They belong to a document; a browser that cannot register any calculates with what the page wrote.
 */
export function registerLengths({ defaultView }: Document): void {
  const { CSS: css, document } = (defaultView ?? {}) as Partial<typeof globalThis>;
  if (!document || !css?.registerProperty || registered.has(document)) return;
  registered.add(document);
  for (const [name, initialValue] of Object.entries(INITIAL)) {
    try {
      css.registerProperty({ name, syntax: '<length>', inherits: true, initialValue });
    } catch {
      // Another copy of the package has registered it.
    }
  }
}
