/** How often the locks are queried, in ms: a change of them has no event. */
const INTERVAL = 500;

/**
 * Calls back when this tab becomes, or is no longer, the one that is logged in: that tab holds a lock
 * which names the user.
 *
 * @param {() => string | undefined} userID who is logged in
 * @param {(isLeader: boolean | undefined) => void} listener `undefined` while no tab is, or where
 *   the browser has no locks
 */
export function observeLeader(userID, listener) {
  if (!navigator.locks) return;
  // By a lock of its own a page learns what the browser calls it.
  const own = `demo/${crypto.randomUUID()}`;
  navigator.locks.request(own, () => new Promise(() => {}));
  let before;
  const check = async () => {
    const { held } = await navigator.locks.query();
    const me = held.find(({ name }) => name === own)?.clientId;
    const end = `/user/${userID()}`;
    const lock = held.find(({ name }) => name.startsWith('tui-presence/') && name.endsWith(end));
    const isLeader = lock && me ? lock.clientId === me : undefined;
    if (isLeader !== before) listener(isLeader);
    before = isLeader;
  };
  setInterval(() => check().catch(() => {}), INTERVAL);
}
