import type { ChatServer } from '../../../demo/server/chat-server.js';
import { makeWorld } from '../../../demo/server/world.js';

/** A world in which Alice has forty friends. */
export const fortyFriends = () => makeWorld({ friends: 40, conversations: 12 });

/** A viewport that is tall enough for forty rows. */
export const viewport = { width: 1440, height: 3200 };

/** Changes the status of a user to the other of online and not logged in. */
export function flip(server: ChatServer, userID: string): void {
  const { status } = server.world.statusOf(userID);
  server.world.setStatus(userID, { status: status === 1 ? 3 : 1 });
}
