import { MemorySource, PresenceController } from '../dist/cdn/tui-presence.js';
import { contactsOf, conversationsOf } from '../people.js';
import { makeWorld } from '../server/world.js';

const $ = (id) => document.getElementById(id);

/** A world of its own for each list: a controller, and a source driven by hand. */
function world(options, statuses = {}) {
  const presence = new PresenceController();
  const source = new MemorySource({ displayOnlineStatus: true, ...options });
  source.connect(presence);
  for (const [userID, status] of Object.entries(statuses)) source.setStatus(userID, ...status);
  return { presence, source };
}

function show(id, options, statuses) {
  const { presence, source } = world(options, statuses);
  $(id).presence = presence;
  return { presence, source };
}

/** Loses the connection once all of these are known. */
function dropWhenKnown({ presence, source }, userIDs) {
  const stop = presence.observe(
    userIDs,
    () => {
      if (userIDs.some((userID) => presence.presenceOf(userID).freshness === 'none')) return;
      stop();
      source.drop();
    },
    { live: false },
  );
}

// Every status, known live and left over from a connection that is lost.
const words = { away: 'lunch', busy: 'meeting' };
const all = ['online', 'offline', 'not-logged-in', 'unknown', 'away', 'busy'];
const columns = [world({}), world({})];
for (const { presence } of columns) {
  presence.statusOf = (text) => all.find((status) => words[status] === text);
}
for (const status of all) {
  const row = $('statuses').insertRow();
  row.insertCell().textContent = status;
  for (const { presence, source } of columns) {
    const dot = document.createElement('tui-online-dot');
    dot.presence = presence;
    dot.userId = status;
    row.insertCell().append(dot);
    source.setStatus(status, words[status] ? 'online' : status, words[status]);
  }
}
dropWhenKnown(columns[1], all);

const people = [
  { userID: 'maria', name: 'Maria Guadalupe de los Ángeles Hernández y Fernández-Villavicencio' },
  { userID: 'wolfe', name: 'Wolfeschlegelsteinhausenbergerdorffwelchevoralternwarengewissenhaft' },
  { userID: '王', name: '中华人民共和国国家广播电视总局办公厅秘书处值班员王小明同志' },
  { userID: 'ar', name: 'عبد الرحمن بن عبد العزيز بن محمد بن عبد الله القحطاني' },
  { userID: 'broken', name: 'A broken picture', avatar: 'data:image/png;base64,AAAA' },
  { userID: 'markup', name: '<b>Not</b> bold & "quoted"' },
  { userID: 'a-user-without-a-name-whose-id-is-shown-in-its-place' },
];
show(
  'long',
  { contacts: people },
  {
    maria: ['online', 'On a train, the signal comes and goes, so please write instead of calling'],
    王: ['online', '正在参加一个非常长的会议，请稍后再联系我，谢谢'],
    ar: ['online', 'في اجتماع طويل جدا، يرجى الكتابة بدلا من الاتصال'],
    wolfe: ['offline'],
  },
);

const names = (...list) => list.map((name) => ({ userID: name.toLowerCase(), name }));
const own = show(
  'own',
  { contacts: names('Online', 'Away', 'Busy', 'Offline') },
  {
    online: ['online'],
    away: ['online', 'lunch'],
    busy: ['online', 'meeting'],
    offline: ['offline'],
  },
);
own.presence.statusOf = (text) => all.find((status) => words[status] === text);

show('loading', {});
show('conversations-loading', {});
show('empty', { contacts: [] });
show('nobody', { contacts: names('Ana', 'Ben') });

const team = names('Ana', 'Ben', 'Chloé', 'Dele');
const known = { ana: ['online', 'In Lisbon until Friday'], ben: ['online'], chloé: ['offline'] };
const lost = show('stale', { contacts: team }, known);
dropWhenKnown(lost, ['ana', 'ben', 'chloé']);
show('disabled', { contacts: team }, known).source.fail('feature-disabled');
show('hidden', { contacts: team, displayOnlineStatus: false }, known);

const many = makeWorld({ friends: 20_000, conversations: 20 });
const statuses = ['unknown', 'online', 'offline', 'not-logged-in'];
const everybody = contactsOf(many, 'alice');
const ofMany = (contacts) =>
  Object.fromEntries(
    contacts.map(({ userID }) => {
      const { status, customStatus } = many.statusOf(userID);
      return [userID, [statuses[status], customStatus]];
    }),
  );
show('many', { contacts: everybody }, ofMany(everybody));
show(
  'conversations',
  { conversations: conversationsOf(many, 'alice') },
  ofMany(everybody.slice(0, 100)),
);
