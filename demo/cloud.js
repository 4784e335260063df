import { login, presence } from './dist/cdn/tui-presence.js';

const $ = (id) => document.getElementById(id);
const form = $('login');
/** So long a login may take before somebody wonders, in ms. The SDK itself gives up after 90 s. */
const patience = 8000;
let session;

form.addEventListener('submit', async (event) => {
  event.preventDefault();
  const button = form.querySelector('button');
  const { SDKAppID, userID, userSig, proxyServer } = Object.fromEntries(new FormData(form));
  button.disabled = true;
  $('problem').hidden = true;
  $('progress').textContent = 'Logging in…';
  const timer = setTimeout(() => {
    $('progress').textContent =
      'No answer so far. Look at the network and the address; the SDK goes on trying for 90 s.';
  }, patience);
  try {
    session = await login({
      SDKAppID: Number(SDKAppID),
      userID,
      userSig: userSig.trim(),
      ...(proxyServer && { proxyServer }),
    });
    // The session needs it no more, and nobody who passes by should read it.
    form.elements.userSig.value = '';
    $('me').userId = session.userID;
    $('name').textContent = session.userID;
    show();
  } catch (error) {
    complain(error);
  } finally {
    clearTimeout(timer);
    $('progress').textContent = '';
    button.disabled = false;
  }
});

$('logout').addEventListener('click', async () => {
  await session.logout();
  session = undefined;
  show();
});

function show() {
  form.hidden = session !== undefined;
  $('in').hidden = session === undefined;
  const { live, snapshot, held } = presence.stats;
  $('state').textContent = `${presence.state}: ${live} live, ${snapshot} asked, ${held} subscribed`;
}

function complain({ message, code, helpUrl }) {
  $('problem').textContent = code ? `${message} (${code}) ` : message;
  if (helpUrl) {
    const link = document.createElement('a');
    link.href = helpUrl;
    link.textContent = helpUrl;
    $('problem').append(link);
  }
  $('problem').hidden = false;
}

presence.addEventListener('tui-presence-error', ({ error }) => complain(error));
presence.addEventListener('tui-presence-state', show);
setInterval(() => {
  if (session) show();
}, 1000);
