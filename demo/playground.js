// The laboratory around the app. What an app itself needs of this is four lines: see pages/.
import { presence } from './dist/cdn/tui-presence.js';
import { addControls } from './panel-fields.js';
import { startCopyLink } from './copy-link.js';
import { Inside } from './inside.js';
import { offerLanguages } from './languages.js';
import { observeLeader } from './leader.js';
import { LinkState } from './link-state.js';
import { showLook, showMarkup } from './look.js';
import { fillPeopleTab } from './people-tab.js';
import { startTabs } from './tabs.js';
import { TalkTimer } from './talk-timer.js';

const sizes = [5, 50, 250, 1000, 3000, 10_000, 20_000];

addControls();
const $ = (id) => document.getElementById(id);
const [contacts, conversations] = ['contacts', 'conversations'].map($);
const worldForm = $('world').elements;
const lookForm = $('look').elements;
const link = new LinkState();

const kind = link.get('world') ?? document.documentElement.dataset.world;
let world;
let inside;
/** What was asked for, one after the other; a control that is touched early waits for the world. */
let turn = openWorld(kind).then((opened) => {
  world = opened;
  inside = new Inside(presence, world);
});
const talk = new TalkTimer(() => {
  if (presence.state === 'ready') inTurn(() => world.talk());
});

async function openWorld(name) {
  if (name === 'memory') return new (await import('./memory-world.js')).MemoryWorld();
  return new (await import('./server-world.js')).ServerWorld();
}

function inTurn(task) {
  turn = turn.then(task).catch(offerLogin);
  return turn;
}

async function enter() {
  $('again').hidden = true;
  const userID = worldForm.user.value;
  contacts.contacts = world.book;
  await world.enter(userID);
  presence.switchUserStatus({ displayOnlineStatus: $('display').checked });
}

function offerLogin(error) {
  $('again-why').textContent = error.message;
  $('again').hidden = false;
}

// Simulate

async function resize() {
  await world.leave();
  await world.resize(sizes[worldForm.contacts.value]);
  await enter();
}

const showSize = (size = sizes[worldForm.contacts.value]) => {
  const text = size.toLocaleString('en');
  $('count').textContent = text;
  worldForm.contacts.ariaValueText = text;
};

const isPaused = () => worldForm.paused.ariaPressed === 'true';

/** Sets how often the world changes by itself: as the form says, or not at all while it is paused. */
function applyRates() {
  talk.every(isPaused() ? 0 : Number(worldForm.talk.value));
  return world.live(isPaused() ? 0 : Number(worldForm.rate.value));
}

function pause(paused) {
  worldForm.paused.ariaPressed = String(paused);
  return applyRates();
}

const orders = {
  paused: () => pause(!isPaused()),
  contacts: resize,
  user: enter,
  rate: applyRates,
  talk: applyRates,
  delay: ({ value }) => world.delay(Number(value)),
  service: ({ value }) => world.serve(value),
  instances: ({ value }) => world.allow(Number(value)),
  status: ({ value }) => value && world.setStatus(contacts.selected, value),
  drop: () => world.drop(),
  refuse: () => world.refuse(5000),
  kick: () => world.kick(),
  tab: () => void open(`?user=${worldForm.user.value}`),
  write: () => world.talk(inside.anyUser),
};

$('world').addEventListener('change', ({ target }) => {
  link.keep(target);
  inTurn(() => orders[target.name](target));
});
$('world').addEventListener('click', ({ target }) => {
  if (target.type !== 'button') return;
  inTurn(async () => {
    await orders[target.name](target);
    link.set('paused', isPaused() ? 'on' : undefined);
  });
});
worldForm.contacts.addEventListener('input', () => showSize());
$('login').addEventListener('click', () => inTurn(enter));
$('display').addEventListener('change', ({ target }) => {
  link.keep(target);
  presence.switchUserStatus({ displayOnlineStatus: target.checked });
});
// The next visitor finds the service as it was.
addEventListener('pagehide', () => {
  if (isPaused()) world.live(Number(worldForm.rate.value));
});

presence.addEventListener('tui-presence-error', ({ error }) => {
  if (error.reason === 'kicked-offline' || error.reason === 'user-sig-expired') offerLogin(error);
});

// Selected

function showSelected() {
  const userID = contacts.selected;
  worldForm.status.disabled = !userID;
  const { remark, name } = presence.directory.personOf(userID) ?? {};
  $('who').textContent = userID ? remark || name || userID : 'none yet';
}

contacts.addEventListener('tui-contact-select', ({ userID }) => {
  link.set('selected', userID);
  link.set('status', undefined);
  worldForm.status.value = '';
  showSelected();
});
conversations.addEventListener('tui-conversation-select', ({ conversationID }) => {
  link.set('open', conversationID);
  inTurn(() => world.read(conversationID));
});
presence.directory.observe(showSelected);

function restoreSelected() {
  contacts.selected = link.get('selected') ?? '';
  conversations.selected = link.get('open') ?? '';
  if (contacts.selected) contacts.scrollToContact(contacts.selected);
  if (conversations.selected) conversations.scrollToConversation(conversations.selected);
  showSelected();
}

// Tabs of the browser, which share one login; each of them shows which one has it.

worldForm.tab.hidden = kind === 'memory';
worldForm.instances.closest('label').hidden = kind === 'memory';
observeLeader(
  () => presence.userID,
  (isLeader) => {
    $('leader').hidden = isLeader === undefined;
    $('leader').textContent = isLeader
      ? 'This tab is logged in; other tabs follow it.'
      : 'Another tab is logged in; this one follows it.';
  },
);
presence.addEventListener('tui-presence-state', ({ state }) => {
  if (state === 'ready') $('again').hidden = true;
});
presence.addEventListener('tui-presence-display', () => {
  if (presence.userID) $('display').checked = presence.displayOnlineStatus;
});

// Appearance

$('look').addEventListener('change', ({ target }) => {
  link.keep(target);
  void showLook(lookForm);
});
const selectTab = startTabs(document.querySelector('[role=tablist]'), (tab) => {
  const id = tab.getAttribute('aria-controls');
  link.set('tab', id === 'lists' ? undefined : id);
  if (id === 'people') fillPeopleTab($('people'), presence);
  showMarkup(lookForm);
});
startCopyLink();

await turn;

// Any control is set from the address: ?contacts=6&lang=ar&theme=dark

await offerLanguages(lookForm.lang);
for (const field of [...worldForm, ...lookForm, $('display')]) {
  if (field.type !== 'button') link.restore(field);
}
if (link.has('tab')) selectTab(link.get('tab'));
await showLook(lookForm);

await world.reset();
const now = await world.describe();
if (!link.has('contacts')) {
  const nearest = sizes.findIndex((size) => size >= now.contacts);
  worldForm.contacts.value = nearest < 0 ? sizes.length - 1 : nearest;
}
if (!link.has('rate')) {
  const rates = [...worldForm.rate.options].map(({ value }) => Number(value));
  worldForm.rate.value = rates.findLast((rate) => rate <= now.rate) ?? 0;
}
showSize(link.has('contacts') ? undefined : now.contacts);

inTurn(async () => {
  await (link.get('paused') === 'on' ? pause(true) : applyRates());
  await world.delay(Number(worldForm.delay.value));
  if (link.has('instances')) await world.allow(Number(worldForm.instances.value));
  await (link.has('contacts') ? resize() : enter());
  restoreSelected();
  const { service, status } = worldForm;
  if (contacts.selected && status.value) await world.setStatus(contacts.selected, status.value);
  if (service.value !== 'on') await world.serve(service.value);
});
inside.start();

// An app without one of the lists has room for the other.
if (!customElements.get('tui-conversation-list')) conversations.remove();
