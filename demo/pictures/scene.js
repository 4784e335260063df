import { MemorySource, PresenceController } from '../dist/cdn/tui-presence.js';
import { makePerson } from '../server/people.js';
import { seededRandom } from '../server/random.js';

/** Who is in the picture and what they say, in two languages; statuses and times are the same. */
const TEXTS = {
  en: {
    people: [
      'Ana Nowak',
      'Björn Östlund-Håkansson',
      '张伟',
      'Carla Kim',
      'Dele Mensah',
      'Elena Rossi',
      'محمد العلي',
    ],
    lunch: 'Lunch until one',
    meeting: 'In a meeting',
    away: 'In Lisbon until Friday',
    talks: [
      'See you at ten then',
      'The ring reads better now',
      'Björn: It is out, thanks to all of you!',
      'I will look at it tonight',
      '好的 👍',
      'شكرا جزيلا',
      'The file is in the usual place',
    ],
    group: 'Release crew',
    search: 'an',
    statuses: ['Online', 'Offline', 'Away', 'Unknown', 'Busy', 'Last known'],
  },
  ar: {
    people: [
      'ليلى منصور',
      'عبد الرحمن بن عبد العزيز القحطاني',
      'سارة حداد',
      'ياسر كمال',
      'نورة السالم',
      'عمر الحسن',
      'Carla Kim',
    ],
    lunch: 'في استراحة الغداء',
    meeting: 'في اجتماع',
    away: 'في لشبونة حتى الجمعة',
    talks: [
      'نلتقي إذن في العاشرة',
      'أصبحت الحلقة أوضح الآن',
      'سارة: صدرت، شكرا لكم جميعا!',
      'I will look at it tonight',
      '好的 👍',
      'شكرا جزيلا',
      'الملف في المكان المعتاد',
    ],
    group: 'فريق الإصدار',
    search: 'ال',
    statuses: ['متصل', 'غير متصل', 'بالخارج', 'غير معروف', 'مشغول', 'آخر حالة'],
  },
};

const MINUTE = 60_000;
const DAY = 1440 * MINUTE;

const lang = new URLSearchParams(location.search).get('lang') ?? 'en';
const texts = TEXTS[lang];
document.documentElement.lang = lang;
document.documentElement.dir = lang === 'ar' ? 'rtl' : 'ltr';

const $ = (id) => document.getElementById(id);

/** A controller of its own, since one connection is lost and another refused. */
function present(id, options) {
  const presence = new PresenceController();
  presence.statusOf = (words) =>
    words === texts.meeting ? 'busy' : words === texts.lunch ? 'away' : undefined;
  const source = new MemorySource({ displayOnlineStatus: true, ...options });
  const known = [
    ['online', texts.away],
    ['online'],
    ['online', texts.meeting],
    ['offline'],
    ['not-logged-in'],
    ['online', texts.lunch],
    ['unknown'],
  ];
  known.forEach((status, index) => source.setStatus(`person${index}`, ...status));
  source.connect(presence);
  $(id).presence = presence;
  return source;
}

const random = seededRandom(4);
const faces = Array.from(
  { length: 60 },
  (_, index) => makePerson(`${index}`, random).avatar,
).filter((avatar) => avatar.startsWith('data:image/svg'));
const people = texts.people.map((name, index) => ({
  userID: `person${index}`,
  name,
  avatar: index % 3 === 1 ? faces[index] : '',
}));

present('people', { contacts: people });
$('people').selected = 'person1';
present('searched', { contacts: people });
$('searched').filter = texts.search;
present('long', {
  contacts: [
    { userID: 'person0', name: 'Maria Guadalupe de los Ángeles Hernández' },
    { userID: 'person3', name: '中华人民共和国国家广播电视总局办公厅秘书处' },
    { userID: 'person1', name: 'عبد الرحمن بن عبد العزيز بن محمد القحطاني' },
    { userID: 'person4', name: '대한민국 국립중앙박물관 교육문화교류단 담당자' },
  ],
});
$('long').order = 'given';
present('disabled', { contacts: people }).fail('feature-disabled');
present('empty', { contacts: [] });
present('loading', {});

const lost = present('lost', { contacts: people });
const talk = (index, minutes, more) => ({
  conversationID: `C2Cperson${index}`,
  type: 'c2c',
  userID: `person${index}`,
  name: people[index].name,
  avatar: people[index].avatar,
  lastMessage: texts.talks[index],
  lastMessageTime: Date.now() - minutes * MINUTE,
  unreadCount: 0,
  isPinned: false,
  isMuted: false,
  ...more,
});
present('conversations', {
  conversations: [
    talk(0, 12, { isPinned: true, unreadCount: 3 }),
    talk(1, 4),
    {
      ...talk(2, 61, { isMuted: true, unreadCount: 128 }),
      conversationID: 'GROUPcrew',
      type: 'group',
      name: texts.group,
      avatar: '',
    },
    talk(3, DAY / MINUTE, { draft: texts.talks[3] }),
    talk(5, (3 * DAY) / MINUTE, { unreadCount: 1 }),
    talk(6, (20 * DAY) / MINUTE),
    talk(4, (200 * DAY) / MINUTE),
  ],
});
$('conversations').selected = 'C2Cperson1';

const shown = ['online', 'offline', 'away', 'unknown', 'busy', 'online'];
texts.statuses.forEach((word, index) => {
  const dot = document.createElement('tui-online-dot');
  dot.status = shown[index];
  dot.label = '';
  const row = document.createElement('span');
  row.append(dot, word);
  $('statuses').append(row);
  // What only a lost connection makes.
  if (index === 5) dot.presence = $('lost').presence;
  if (index === 5) dot.userId = 'person1';
});

/** Loses its connection once all users are known. */
const stop = $('lost').presence.observe(
  people.map(({ userID }) => userID),
  () => {
    if (people.some(({ userID }) => $('lost').presence.presenceOf(userID).freshness === 'none')) {
      return;
    }
    stop();
    lost.drop();
  },
  { live: false },
);
