// The laboratory around the app. What an app itself needs of this is four lines: see pages/.
import { presence } from './dist/cdn/tui-presence.js';
import { Inside } from './inside.js';

const sizes = [5, 50, 250, 1000, 3000, 10_000, 20_000];
const texts = [
  'Are you there?',
  '晚上见 👋',
  'The ring reads better now.',
  'أين أنت؟',
  'See you at ten then',
];

const $ = (id) => document.getElementById(id);
const [app, contacts, conversations] = ['app', 'contacts', 'conversations'].map($);
const worldForm = $('world').elements;
const lookForm = $('look').elements;
const wishes = new URLSearchParams(location.search);

const world = await openWorld(wishes.get('world') ?? document.documentElement.dataset.world);
const inside = new Inside(presence, world);
let turn = Promise.resolve();

async function openWorld(kind) {
  if (kind === 'memory') return new (await import('./memory-world.js')).MemoryWorld();
  return new (await import('./server-world.js')).ServerWorld();
}

/** One order after the other, as they were given. */
function inTurn(task) {
  turn = turn.then(task).catch(offerLogin);
  return turn;
}

async function enter() {
  $('again').hidden = true;
  const userID = worldForm.user.value;
  $('me-name').textContent = nameOf(userID);
  $('me-letter').textContent = nameOf(userID)[0];
  $('me-dot').userId = userID;
  contacts.contacts = world.book;
  await world.enter(userID);
  presence.switchUserStatus({ displayOnlineStatus: $('display').checked });
}

const nameOf = (userID) => userID[0].toUpperCase() + userID.slice(1);

function offerLogin(error) {
  $('again-why').textContent = error.message;
  $('again').hidden = false;
}

// The world

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

const orders = {
  contacts: resize,
  user: enter,
  rate: ({ value }) => world.live(Number(value)),
  delay: ({ value }) => world.delay(Number(value)),
  service: ({ value }) => world.serve(value),
  drop: () => world.drop(),
  refuse: () => world.refuse(5000),
  kick: () => world.kick(),
  write: () => world.write(inside.somebody, texts[Math.floor(Math.random() * texts.length)]),
};

const obey = ({ target }) => {
  const order = orders[target.name];
  if (order) inTurn(() => order(target));
};
$('world').addEventListener('change', obey);
$('world').addEventListener('click', (event) => {
  if (event.target.type === 'button') obey(event);
});
worldForm.contacts.addEventListener('input', () => showSize());
$('login').addEventListener('click', () => inTurn(enter));
$('display').addEventListener('change', ({ target }) =>
  presence.switchUserStatus({ displayOnlineStatus: target.checked }),
);

presence.addEventListener('tui-presence-error', ({ error }) => {
  if (error.reason === 'kicked-offline' || error.reason === 'user-sig-expired') offerLogin(error);
});

// The look

function showLook() {
  const { theme, density, lang, dir, order, group } = lookForm;
  document.documentElement.dataset.theme = theme.value;
  app.dataset.density = density.value;
  // Of the page, for what is said without an element; the laboratory stays as it is written.
  document.documentElement.lang = lang.value;
  app.dir = dir.value || (lang.value === 'ar' ? 'rtl' : 'ltr');
  contacts.order = order.value;
  contacts.groupBy = group.value;
  $('markup').textContent = markup();
}

/** The page as somebody would write it. */
function markup() {
  const { density, lang, dir, order, group } = lookForm;
  const attributes = [
    lang.value !== 'en' && ` lang="${lang.value}"`,
    (dir.value || lang.value === 'ar') && ` dir="${app.dir}"`,
    order.value !== 'name' && ` order="${order.value}"`,
    group.value !== 'none' && ` group-by="${group.value}"`,
    ' searchable',
  ];
  const heights = { cosy: ['52px', '36px'], dense: ['44px', '32px'] }[density.value];
  const style = heights
    ? `<style>\n  tui-contact-list {\n    --tui-row-height: ${heights[0]};\n    --tui-avatar-size: ${heights[1]};\n  }\n</style>\n`
    : '';
  return `${style}<tui-contact-list${attributes.filter(Boolean).join('')}></tui-contact-list>`;
}

$('look').addEventListener('change', showLook);

// Any control may be set from the address: ?contacts=6&lang=ar&theme=dark

for (const field of [...worldForm, ...lookForm]) {
  if (wishes.has(field.name)) field.value = wishes.get(field.name);
}
showLook();

await world.reset();
const now = await world.describe();
if (!wishes.has('contacts')) {
  const nearest = sizes.findIndex((size) => size >= now.contacts);
  worldForm.contacts.value = nearest < 0 ? sizes.length - 1 : nearest;
}
if (!wishes.has('rate')) {
  const rates = [...worldForm.rate.options].map(({ value }) => Number(value));
  worldForm.rate.value = rates.findLast((rate) => rate <= now.rate) ?? 0;
}
showSize(wishes.has('contacts') ? undefined : now.contacts);

inTurn(async () => {
  if (wishes.has('rate')) await world.live(Number(worldForm.rate.value));
  await world.delay(Number(worldForm.delay.value));
  await (wishes.has('contacts') ? resize() : enter());
  if (worldForm.service.value !== 'on') await world.serve(worldForm.service.value);
});
inside.start();

// An app without one of the lists has room for the other.
if (!customElements.get('tui-conversation-list')) conversations.remove();
