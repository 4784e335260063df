/**
 * Runs a page in a DOM without a browser, as the tests of an application do, and prints what it finds:
 * `node dom-without-browser.js jsdom|happy-dom`.
 *
 * The names of the window become global ones, as the environments of Jest and Vitest have it.
 */
const FRIENDS = 250;

/** What Node has of its own, and the environments leave as it is. */
const OF_NODE =
  /^(undefined|NaN|Infinity|global|globalThis|process|console|Buffer|performance|crypto|queueMicrotask|(set|clear)(Timeout|Interval))$/;
/** What Node has as well, and the elements of the window need of their own. */
const OF_WINDOW =
  /^(Event|EventTarget|CustomEvent|DOMException|navigator|AbortController|AbortSignal)$/;

const said = [];
for (const level of ['debug', 'info', 'log', 'warn', 'error']) {
  console[level] = (...words) => said.push([level, ...words.map(String)]);
}

/** @returns a window that says nothing which `said` does not have */
async function openWindow(name) {
  if (name === 'happy-dom') {
    const { Window } = await import('happy-dom');
    return new Window({ url: 'http://localhost/' });
  }
  const { JSDOM, VirtualConsole } = await import('jsdom');
  const virtualConsole = new VirtualConsole();
  virtualConsole.on('jsdomError', ({ message }) => said.push(['jsdom', message]));
  const options = { pretendToBeVisual: true, url: 'http://localhost/', virtualConsole };
  return new JSDOM('<!doctype html><html lang="en"><body></body></html>', options).window;
}

function makeGlobal(window) {
  const names = new Set();
  for (let each = window; each && each !== Object.prototype; each = Object.getPrototypeOf(each)) {
    for (const name of Object.getOwnPropertyNames(each)) names.add(name);
  }
  for (const name of names) {
    if (OF_NODE.test(name) || (name in globalThis && !OF_WINDOW.test(name))) continue;
    const value = window[name];
    const isMethod = typeof value === 'function' && !/^[A-Z]/.test(name);
    Object.defineProperty(globalThis, name, {
      value: isMethod ? value.bind(window) : value,
      configurable: true,
      writable: true,
    });
  }
}

makeGlobal(await openWindow(process.argv[2]));
const { document } = globalThis;
const { MemorySource } = await import('../../../dist/src/sources/memory-source.js');
const { presence } = await import('../../../dist/elements/index.js');
await import('../../../dist/elements/define.js');

document.body.innerHTML = `<tui-online-dot user-id="7"></tui-online-dot>
  <tui-contact-list order="given" group-by="none" searchable></tui-contact-list>
  <tui-conversation-list></tui-conversation-list><tui-own-status></tui-own-status>
  <tui-person user-id="7"></tui-person><tui-avatar-stack max="2" count></tui-avatar-stack>`;
const [dot, contacts, conversations, own, person, stack] = document.body.children;
const selected = [];
contacts.addEventListener('tui-contact-select', ({ userID }) => selected.push(userID));

const source = new MemorySource({
  contacts: Array.from({ length: FRIENDS }, (_, at) => ({ userID: String(at), name: `N ${at}` })),
  conversations: [{ conversationID: 'C2C7', type: 'c2c', userID: '7', name: 'N 7' }],
  displayOnlineStatus: true,
});
source.connect();
source.setStatus('7', 'online');
await new Promise((resolve) => {
  const stop = presence.observe('7', (_userID, { status, freshness }) => {
    if (status === 'online' && freshness === 'live') resolve(stop());
  });
});
const elements = [...document.body.children];
await Promise.all(elements.map(({ updateComplete }) => updateComplete));

const rowsOf = (list) => [...list.shadowRoot.querySelectorAll('[role=option]')];
const rowOf = (list, userID) => list.shadowRoot.querySelector(`[data-user-id="${userID}"]`);
const found = {
  rows: rowsOf(contacts).length,
  statuses: [
    dot.status,
    rowOf(contacts, '7').dataset.status,
    rowOf(conversations, '7').dataset.status,
  ],
};
rowOf(contacts, '3').click();
const listbox = contacts.shadowRoot.querySelector('[role=listbox]');
for (const key of ['ArrowDown', 'Enter']) {
  listbox.dispatchEvent(new globalThis.KeyboardEvent('keydown', { key, bubbles: true }));
}
contacts.filter = 'N 249';
await contacts.updateComplete;
found.filtered = rowsOf(contacts).map((row) => row.dataset.userId);
const buttons = stack.shadowRoot.querySelectorAll('button');
buttons[2].click();
await stack.updateComplete;
found.people = [
  person.shadowRoot.querySelector('[part=name]').textContent,
  person.shadowRoot.querySelector('[part=status]').textContent,
  buttons[0].getAttribute('aria-label'),
  buttons[2].getAttribute('aria-label'),
  stack.shadowRoot.querySelector('tui-contact-list').contacts.length,
];
// Last, since a focus in one shadow root makes happy-dom throw in others.
const ownPart = (name) => own.shadowRoot.querySelector(`[part=${name}]`);
ownPart('button').click();
await own.updateComplete;
own.shadowRoot.querySelectorAll('[part=item]')[1].click();
await own.updateComplete;
found.own = ownPart('custom-status').textContent;
document.body.replaceChildren();
await Promise.resolve();
process.stdout.write(
  JSON.stringify({ ...found, selected, observed: presence.stats.observed, said }),
);
process.exit();
