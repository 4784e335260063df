import type { Feed, FeedHost } from '../presence-feed.js';
import type { PresenceSource } from '../presence-source.js';

/** What speaks to a service: a file of its own beside the bundles for script tags. */
export const service = () =>
  import('./service.js').catch((cause: unknown) => {
    throw new Error('tui-presence-service.js could not be loaded.', { cause });
  });

/** Takes the place of the `feedOf` that is there at once. */
export async function feedOf(host: FeedHost, source: PresenceSource): Promise<Feed> {
  return (await service()).feedOf(host, source);
}
