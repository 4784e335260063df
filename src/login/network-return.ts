import type { Environment } from '../environment.js';

/** Calls back each time the network is back; returns the end of that. */
export function observeReturn(environment: Environment, onReturn: () => void): () => void {
  let wasOnline = environment.isOnline();
  return environment.observeActivity(() => {
    const isOnline = environment.isOnline();
    if (isOnline && !wasOnline) onReturn();
    wasOnline = isOnline;
  });
}
