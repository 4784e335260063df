import { MemorySource, PresenceController } from '../dist/cdn/tui-presence.js';
import { contactsOf, conversationsOf } from '../people.js';
import { makeWorld } from '../server/world.js';

const $ = (id) => document.getElementById(id);

// `?lang=ar` shows all of it in another language.
const lang = new URLSearchParams(location.search).get('lang');
if (lang) {
  document.documentElement.lang = lang;
  document.documentElement.dir = lang === 'ar' ? 'rtl' : 'ltr';
}

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

const team = names('Ana', 'Ben', 'Chloé', 'Dele', 'Emre');
const known = {
  ana: ['online', 'In Lisbon until Friday'],
  ben: ['online'],
  chloé: ['offline'],
  dele: ['not-logged-in'],
};
show('five', { contacts: team }, known);
show('empty', { contacts: [] });
show('loading', {});
show('no-match', { contacts: team });
show('hidden', { contacts: team.slice(0, 4), displayOnlineStatus: false }, known);
dropWhenKnown(show('stale', { contacts: team }, known), Object.keys(known));
show('disabled', { contacts: team }, known).source.fail('feature-disabled');

show('rows', { contacts: team }, known);
$('rows').renderContact = ({ name }, { status }) => `${name} is ${status}`;

// After a kick no user is logged in, and the error says why.
const kicked = new PresenceController();
const kickedSource = new MemorySource({ userID: '' });
kickedSource.connect(kicked);
kickedSource.fail('kicked-offline');
$('kicked').presence = kicked;

const many = makeWorld({ friends: 20_000, conversations: 500 });
const statuses = ['unknown', 'online', 'offline', 'not-logged-in'];
const allContacts = contactsOf(many, 'alice');
const ofMany = (contacts) =>
  Object.fromEntries(
    contacts.map(({ userID }) => {
      const { status, customStatus } = many.statusOf(userID);
      return [userID, [statuses[status], customStatus]];
    }),
  );
const theirs = ofMany(allContacts);
show('many', { contacts: allContacts }, theirs);
for (const id of ['initials', 'groups', 'searched']) {
  show(id, { contacts: allContacts.slice(0, 200) }, theirs);
}

const MINUTE = 60_000;
const talk = (userID, name, minutes, lastMessage, more) => ({
  conversationID: `C2C${userID}`,
  type: 'c2c',
  userID,
  name,
  lastMessage,
  lastMessageTime: Date.now() - minutes * MINUTE,
  unreadCount: 0,
  isPinned: false,
  isMuted: false,
  ...more,
});
const talks = [
  talk('ana', 'Ana', 9, 'See you at ten then', { isPinned: true, unreadCount: 3 }),
  talk('ben', 'Ben', 2, 'The file is in the usual place'),
  talk('crew', 'Release crew, all offices and everyone who ever asked', 55, 'Ben: It is out!', {
    conversationID: 'GROUPcrew',
    type: 'group',
    unreadCount: 128,
    isMuted: true,
  }),
  talk('chloé', 'Chloé', 3000, 'Thanks', { draft: 'I will look at it as soon as I am back home' }),
  talk('王', people[2].name, 30_000, '好的', { isPinned: true }),
  talk('ar', people[3].name, 900_000, 'شكرا', { unreadCount: 12 }),
];
const partners = { ...known, 王: ['online'], ar: ['online'] };
show('conversations', { conversations: talks }, partners);
dropWhenKnown(show('conversations-stale', { conversations: talks }, partners), ['ana', 'ben']);
show('conversations-disabled', { conversations: talks }, partners).source.fail('feature-disabled');
show('conversations-empty', { conversations: [] });
show('conversations-loading', {});
show('conversations-many', { conversations: conversationsOf(many, 'alice') }, theirs);
