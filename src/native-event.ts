const { UIEvent } = globalThis as { UIEvent?: object };

/** What the browser derives its `UIEvent` from; a DOM on a server may derive it from no class. */
const parent = UIEvent && (Object.getPrototypeOf(UIEvent) as Partial<typeof Event>);

/**
 * The browser's own `Event`, from which the classes of events are derived: MooTools 1.4 puts a class of
 * its own in the place of the global one.
 */
export const NativeEvent: typeof Event = parent?.prototype ? (parent as typeof Event) : Event;
