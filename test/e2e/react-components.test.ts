import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { build } from 'esbuild';
import { openServedPages } from './support/served-pages.js';
import type { ServedPages } from './support/served-pages.js';
import { ROOT } from './support/watched-page.js';

/** An app of React 19 with one component, whose `ref` the test gives. */
const APP = `
  import { createElement } from 'react';
  import { flushSync } from 'react-dom';
  import { createRoot } from 'react-dom/client';
  import { TuiPerson } from './dist/elements/react.js';

  const root = createRoot(document.querySelector('main'));
  const render = (content) => flushSync(() => root.render(content));
  globalThis.show = (ref, props) => render(createElement(TuiPerson, { userId: 'ana', ...props, ref }));
  globalThis.hide = () => render(null);
`;

let tui: ServedPages;

before(async () => {
  const { outputFiles } = await build({
    stdin: { contents: APP, resolveDir: ROOT },
    bundle: true,
    write: false,
    logLevel: 'silent',
    define: { 'process.env.NODE_ENV': '"production"' },
  });
  tui = await openServedPages({
    '/': { body: '<!doctype html><title>React</title><main></main><script src="app.js"></script>' },
    '/app.js': { body: outputFiles[0]!.text },
  });
});

after(() => tui.close());

describe('the ref of a component', () => {
  test('has the element, registered, and nothing once it has gone', async () => {
    const seen = await tui.page.evaluate(`(() => {
      const ref = { current: null };
      const seen = () => ref.current && ref.current === document.querySelector('tui-person:defined');
      show(ref);
      const shown = seen();
      hide();
      return [shown, seen()];
    })()`);
    assert.deepEqual(seen, [true, null]);
  });

  test('is called with the element, once, and with null at the end', async () => {
    const calls = await tui.page.evaluate(`(() => {
      const calls = [];
      const ref = (element) => void calls.push(element?.localName ?? null);
      show(ref);
      show(ref, { view: 'name' });
      hide();
      return calls;
    })()`);
    assert.deepEqual(calls, ['tui-person', null]);
  });

  test('is cleaned up by the function that it has returned, and not called with null', async () => {
    const calls = await tui.page.evaluate(`(() => {
      const calls = [];
      const ref = (element) => {
        calls.push(element.localName);
        return () => calls.push('end');
      };
      show(ref);
      hide();
      show(ref);
      return calls;
    })()`);
    assert.deepEqual(calls, ['tui-person', 'end', 'tui-person']);
    assert.deepEqual(tui.errors, []);
  });
});
