import type { Presence, PresenceStatus } from '../src/presence.js';

/** The `part` attribute of a dot: every status except `online` counts as offline. */
export function dotParts(status: PresenceStatus): string {
  return `dot online-status online-status-${status === 'online' ? 'online' : 'offline'}`;
}

/** The classes of a dot: its parts, then what `dotStyles` needs to tell the other statuses apart. */
export function dotClasses({ status, freshness }: Presence): string {
  const own = status === 'online' || status === 'offline' ? '' : ` ${status}`;
  return `${dotParts(status)}${own}${freshness === 'stale' ? ' stale' : ''}`;
}

/**
 * Makes a span show this presence; without one the span is hidden. Writes nothing if the span shows
 * it already. The styles are `dotStyles`.
 */
export function paintDot(span: HTMLElement, presence: Presence | undefined): void {
  span.hidden = !presence;
  if (!presence) return;
  const classes = dotClasses(presence);
  if (span.className === classes) return;
  span.className = classes;
  span.setAttribute('part', dotParts(presence.status));
}
