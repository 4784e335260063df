import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { withoutForbiddenWorkers } from '../../../src/login/worker-policy.js';

/** What a browser does with a worker from a `blob:` address. */
type Policy = 'starts' | 'fails' | 'throws';

/** The globals of a window under a policy, and what is done with them. */
function setUp(policy: Policy) {
  const urls = new Set<string>();
  const seen = { terminated: 0, started: 0, scripts: [] as string[] };

  class FakeWorker {
    onmessage: unknown;
    onerror: unknown;

    constructor(url: string) {
      assert.ok(urls.has(url), 'the address is still valid');
      if (policy === 'throws') throw new TypeError('refused by the policy');
      seen.started += 1;
      queueMicrotask(() => {
        const handler = policy === 'starts' ? this.onmessage : this.onerror;
        (handler as () => void)();
      });
    }

    terminate(): void {
      seen.terminated += 1;
    }
  }

  class FakeBlob {
    readonly size = 1;

    constructor(parts: string[], options: { type: string }) {
      assert.equal(options.type, 'text/javascript');
      seen.scripts.push(...parts);
    }
  }

  const globals = {
    Worker: FakeWorker,
    Blob: FakeBlob,
    URL: {
      createObjectURL: () => {
        urls.add('blob:1');
        return 'blob:1';
      },
      revokeObjectURL: (url: string) => void urls.delete(url),
    },
  };
  return { globals, urls, seen, FakeWorker };
}

describe('withoutForbiddenWorkers', () => {
  it('leaves Worker where a worker may start', async () => {
    const { globals, urls, seen, FakeWorker } = setUp('starts');
    const packages = await withoutForbiddenWorkers(() => {
      assert.equal(globals.Worker, FakeWorker);
      return Promise.resolve('packages');
    }, globals);
    assert.equal(packages, 'packages');
    assert.deepEqual([seen.started, seen.terminated, urls.size], [1, 1, 0]);
  });

  for (const policy of ['fails', 'throws'] as const) {
    it(`hides Worker during the load where a worker ${policy}, and puts it back`, async () => {
      const { globals, urls, FakeWorker } = setUp(policy);
      const packages = await withoutForbiddenWorkers(async () => {
        assert.equal(globals.Worker, undefined);
        await Promise.resolve();
        assert.equal(globals.Worker, undefined);
        return 'packages';
      }, globals);
      assert.equal(packages, 'packages');
      assert.equal(globals.Worker, FakeWorker);
      assert.equal(urls.size, 0);
    });
  }

  it('puts Worker back as it was after a load that fails', async () => {
    const { globals } = setUp('fails');
    const before = Object.getOwnPropertyDescriptor(globals, 'Worker');
    await assert.rejects(
      withoutForbiddenWorkers(() => Promise.reject(new Error('no such package')), globals),
      /no such package/,
    );
    assert.deepEqual(Object.getOwnPropertyDescriptor(globals, 'Worker'), before);
  });

  it('puts Worker back after a load that throws at once', async () => {
    const { globals, FakeWorker } = setUp('throws');
    await assert.rejects(
      withoutForbiddenWorkers(() => {
        throw new Error('no such package');
      }, globals),
      /no such package/,
    );
    assert.equal(globals.Worker, FakeWorker);
  });

  it('loads at once where there are no workers, as in Node', async () => {
    const { globals, seen } = setUp('starts');
    const bare = { URL: globals.URL, Blob: globals.Blob };
    assert.equal(await withoutForbiddenWorkers(() => Promise.resolve(1), bare), 1);
    assert.deepEqual(seen.scripts, []);
    assert.ok(!('Worker' in bare));
  });
});
