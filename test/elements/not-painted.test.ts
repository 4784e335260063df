import { expect } from '@open-wc/testing';
import type { MemorySource } from '../../src/sources/memory-source.js';

/** What the page in the iframe leaves for the test. */
interface FramePage {
  source: MemorySource;
  notified: string[];
  onNotified: () => void;
}

const PAGE = `
  <script type="module">
    import { PresenceController } from '${new URL('../../src/presence-controller.ts', import.meta.url)}';
    import { MemorySource } from '${new URL('../../src/sources/memory-source.ts', import.meta.url)}';
    const source = new MemorySource({ userID: 'me' });
    const presence = new PresenceController();
    presence.use(source.source);
    presence.switchUserStatus({ displayOnlineStatus: true });
    const page = { source, notified: [], onNotified: () => {} };
    presence.observe('ana', (userID, { status }) => {
      page.notified.push(status);
      page.onNotified();
    });
    parent.postMessage('ready', '*');
    window.page = page;
  </script>
`;

/** Loads a page that observes a user, in an iframe with these styles. */
async function frameOf(styles: Partial<CSSStyleDeclaration>): Promise<FramePage> {
  const frame = document.createElement('iframe');
  Object.assign(frame.style, styles);
  frame.srcdoc = PAGE;
  const ready = new Promise((resolve) =>
    addEventListener('message', ({ data }) => data === 'ready' && resolve(undefined)),
  );
  document.body.append(frame);
  await ready;
  return (frame.contentWindow as unknown as { page: FramePage }).page;
}

describe('a listener in an iframe that is not painted', () => {
  afterEach(() => document.querySelector('iframe')?.remove());

  for (const [name, styles] of Object.entries({
    'without a box': { display: 'none' },
    'off screen': { position: 'absolute', top: '-9999px' },
    'without a size': { width: '0', height: '0', border: '0' },
  })) {
    it(`is called within a second, ${name}`, async () => {
      const page = await frameOf(styles);
      for (const status of ['online', 'offline', 'online'] as const) {
        const start = performance.now();
        const notified = new Promise<void>((resolve) => {
          page.onNotified = () => page.notified.at(-1) === status && resolve();
        });
        page.source.setStatus('ana', status);
        await notified;
        expect(performance.now() - start).to.be.below(1000);
      }
    });
  }
});
