/** The parts of a window that are used. */
interface Globals {
  Worker?: new (url: string) => { terminate(): void; onerror: unknown; onmessage: unknown };
  Blob?: new (parts: string[], options: { type: string }) => object;
  URL: { createObjectURL(blob: object): string; revokeObjectURL(url: string): void };
}

/** Whether a worker starts from a `blob:` address, as that of the Chat SDK's socket does. */
function mayStartWorkers(globals: Globals): Promise<boolean> {
  const { Worker, Blob, URL } = globals;
  if (!Worker || !Blob) return Promise.resolve(false);
  return new Promise((resolve) => {
    const url = URL.createObjectURL(new Blob(['postMessage(0)'], { type: 'text/javascript' }));
    const done = (started: boolean): void => {
      URL.revokeObjectURL(url);
      resolve(started);
    };
    try {
      const worker = new Worker(url);
      const end = (started: boolean) => (): void => {
        worker.terminate();
        done(started);
      };
      worker.onmessage = end(true);
      worker.onerror = end(false);
    } catch {
      done(false);
    }
  });
}

/**
 * Loads the Chat SDK so that it works under a policy without `worker-src blob:`: there its login
 * would hang for 91 s, since the worker it waits for never starts. The SDK reads `Worker` while it is
 * evaluated, and opens its socket in the page where there is none (Chat SDK 3.6.6).
 */
export async function withoutForbiddenWorkers<Packages>(
  load: () => Promise<Packages>,
  globals: Globals = globalThis as unknown as Globals,
): Promise<Packages> {
  if (!globals.Worker || (await mayStartWorkers(globals))) return load();
  const descriptor = Object.getOwnPropertyDescriptor(globals, 'Worker')!;
  Object.defineProperty(globals, 'Worker', {
    value: undefined,
    configurable: true,
    writable: true,
  });
  try {
    return await load();
  } finally {
    Object.defineProperty(globals, 'Worker', descriptor);
  }
}
