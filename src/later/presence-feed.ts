import type { Feed, FeedHost } from '../presence-feed.js';
import type { PresenceSource } from '../presence-source.js';

type Service = typeof import('./service.js');

/** What speaks to a service, once it is there: a file of its own beside the bundles. */
export let loaded: Service | undefined;

export function service(): Promise<Service> {
  return import('./service.js').then(
    (module) => (loaded = module),
    (cause: unknown) => {
      throw new Error('tui-presence-service.js could not be loaded.', { cause });
    },
  );
}

/** Takes the place of the `feedOf` that is there at once. */
export function feedOf(host: FeedHost, source: PresenceSource): Feed | Promise<Feed> {
  return loaded?.feedOf(host, source) ?? service().then(({ feedOf }) => feedOf(host, source));
}
