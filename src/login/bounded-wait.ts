import type { Environment } from '../environment.js';

/** Resolves when the promise has settled either way, or after `ms`. */
export function settledWithin(
  promise: Promise<unknown>,
  ms: number,
  environment: Environment,
): Promise<void> {
  return new Promise((resolve) => {
    const cancel = environment.setTimer(resolve, ms);
    const settle = (): void => {
      cancel();
      resolve();
    };
    promise.then(settle, settle);
  });
}

/** The promise, or a rejection with the signal's reason as soon as that is aborted. */
export function unlessAborted<Value>(promise: Promise<Value>, signal: AbortSignal): Promise<Value> {
  return new Promise((resolve, reject) => {
    const abort = (): void => reject(signal.reason as Error);
    signal.addEventListener('abort', abort, { once: true });
    if (signal.aborted) abort();
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
  });
}

/** Resolves after `ms`. */
export function passed(environment: Environment, ms: number): Promise<void> {
  return new Promise((resolve) => void environment.setTimer(resolve, ms));
}
