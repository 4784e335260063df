import { login, presence } from './dist/cdn/tui-presence.js';
import { explain } from './cloud-errors.js';
import { cleanInput, complaintsAbout } from './cloud-input.js';

const $ = (id) => document.getElementById(id);
const form = $('login');
const fields = [...form.querySelectorAll('input')];
const button = form.querySelector('button');
/** After this time without a login the page says what to check, in ms. */
const patience = 8_000;
/** After this time the page no longer waits, in ms. The SDK gives up after 90 s. */
const longest = 25_000;
/** A logout without a network ends by itself, after some seconds. */
const longestLogout = 8_000;

let session;
/** The login or logout that the page waits for. */
let waiting;

const noAnswer = new Error(
  'No answer within 25 seconds: look at your network, and at the SDKAppID or the address of the server. The SDK goes on trying; if it gets through, you are logged in.',
);

form.addEventListener('submit', (event) => {
  event.preventDefault();
  const typed = Object.fromEntries(fields.map(({ name, value }) => [name, value]));
  const given = cleanInput(typed);
  const complaints = complaintsAbout(given);
  for (const field of fields) {
    field.value = given[field.name];
    field.setCustomValidity(complaints[field.name]);
  }
  // What is hidden cannot be pointed at.
  if (complaints.proxyServer) form.querySelector('details').open = true;
  if (form.reportValidity()) void logIn(given);
});

form.addEventListener('input', ({ target }) => target.setCustomValidity(''));

async function logIn({ SDKAppID, userID, userSig, proxyServer }) {
  const entering = login({
    SDKAppID: Number(SDKAppID),
    userID,
    userSig,
    ...(proxyServer && { proxyServer }),
  });
  // A login that gets through late counts as well.
  entering.then(enter, () => {});
  $('problem').hidden = true;
  $('progress').textContent = 'Logging in…';
  const timer = setTimeout(() => {
    $('progress').textContent =
      'No answer so far. Look at the network and the address; the page waits some seconds more.';
  }, patience);
  try {
    await wait(entering, longest, noAnswer);
  } catch (error) {
    // Of a login that another one has replaced, nothing is left to say.
    if (!session && error.reason !== 'superseded') complain(error);
  } finally {
    clearTimeout(timer);
  }
}

function enter(entered) {
  // Sessions are counted: one of two for the same user ends without a logout.
  if (session) void entered.logout();
  else session = entered;
  // The login is done: the UserSig must not stay readable in the page.
  form.elements.userSig.value = '';
  $('me').userId = session.userID;
  $('name').textContent = session.userID;
  $('problem').hidden = true;
  show();
}

$('logout').addEventListener('click', async () => {
  const { logout } = session;
  session = undefined;
  await wait(logout(), longestLogout).catch(complain);
  show();
});

/**
 * Waits, with the buttons disabled, but never for ever.
 *
 * @param {Promise<unknown>} promise
 * @param {number} ms
 * @param {Error} [late] what it rejects with when the time is over
 */
async function wait(promise, ms, late) {
  const stop = new AbortController();
  waiting?.abort();
  waiting = stop;
  setDisabled(true);
  try {
    await new Promise((resolve, reject) => {
      promise.then(resolve, reject);
      const timer = setTimeout(() => (late ? reject(late) : resolve()), ms);
      stop.signal.addEventListener('abort', () => {
        clearTimeout(timer);
        resolve();
      });
    });
  } finally {
    stop.abort();
    if (waiting === stop) {
      setDisabled(false);
      $('progress').textContent = '';
    }
  }
}

function setDisabled(isDisabled) {
  button.disabled = isDisabled;
  $('logout').disabled = isDisabled;
}

// A page that the browser has kept is shown again as it was left, and its timers may be over.
addEventListener('pageshow', ({ persisted }) => {
  if (persisted) waiting?.abort();
});

function show() {
  form.hidden = session !== undefined;
  $('in').hidden = session === undefined;
  // What is said stands with what can be done.
  const place = session ? $('in') : $('outcome');
  if ($('problem').parentElement !== place) place.append($('problem'));
  const { live, snapshot, held } = presence.stats;
  $('state').textContent =
    `${presence.state}: ${live} live, ${snapshot} queried, ${held} subscribed`;
}

function complain(error) {
  const { text, helpUrl } = explain(error);
  $('problem').textContent = text;
  if (helpUrl) {
    const link = document.createElement('a');
    link.href = helpUrl;
    link.textContent = helpUrl;
    $('problem').append(' ', link);
  }
  $('problem').hidden = false;
}

presence.addEventListener('tui-presence-error', ({ error }) => {
  complain(error);
  // The login has ended elsewhere: the way back is the form.
  if (['kicked-offline', 'user-sig-expired'].includes(error.reason) && session) {
    void session.logout();
    session = undefined;
    show();
  }
});
presence.addEventListener('tui-presence-state', ({ state }) => {
  if (state === 'ready') $('problem').hidden = true;
  show();
});
setInterval(() => {
  if (session) show();
}, 1000);
