import { PresenceController } from './presence-controller.js';

/** Where all copies of version 1 on a page keep the one controller. */
const KEY = Symbol.for('tui-presence/1');

const page = globalThis as { [KEY]?: PresenceController };

/**
 * The page's controller. A script from a CDN and an app's own bundle on the same page share it, so
 * that statuses are asked for once.
 */
export const presence: PresenceController = (page[KEY] ??= new PresenceController());
