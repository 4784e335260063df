import { pick } from './random.js';

/** @typedef {import('./world.js').User} User */

/** Given names and family names that belong together; `join` is how the culture writes them. */
const cultures = [
  {
    language: 'en',
    given: ['Zoë', 'Łukasz', 'Inês', 'Jürgen', 'Åsa', 'Željko', 'Chloé', 'Øyvind', 'Mária', 'Búi'],
    family: [
      'Brönnimann',
      'Wójcik',
      'Gonçalves',
      'Müller',
      'Sjögren',
      'Đorđević',
      'Lefèvre',
      'Næss',
    ],
    join: (/** @type {string} */ given, /** @type {string} */ family) => `${given} ${family}`,
  },
  {
    language: 'en',
    given: [
      ...[
        'Ana',
        'Ben',
        'Olivia',
        'Kwame',
        'Priya',
        'Diego',
        'Amara',
        'Noah',
        'Tane',
        'Ines',
        'Sam',
      ],
      ...['Grace', 'Malik', 'Elena', 'Tom', 'Nadia', 'Hugo', 'Leila', 'Marcus', 'Freya', 'Ravi'],
    ],
    family: [
      ...['Okafor', 'Smith', 'Iyer', 'Fernandez', 'Mensah', 'Walker', 'Ngata', 'Silva', 'Cohen'],
      ...['Bauer', 'Rossi', 'Novak', 'Haddad', 'Lindgren', 'Moreau', 'Kapoor', 'Adeyemi', 'Clarke'],
    ],
    join: (/** @type {string} */ given, /** @type {string} */ family) => `${given} ${family}`,
  },
  {
    language: 'zh',
    given: ['伟', '芳', '秀英', '子涵', '敏', '晓明', '雨桐', '浩然'],
    family: ['王', '李', '张', '刘', '陈', '欧阳', '黄', '赵'],
    join: (/** @type {string} */ given, /** @type {string} */ family) => family + given,
  },
  {
    language: 'ja',
    given: ['さくら', '太郎', '美咲', '翔太', '陽菜', '健一'],
    family: ['佐藤', '鈴木', '高橋', '田中', '渡辺', '長谷川'],
    join: (/** @type {string} */ given, /** @type {string} */ family) => `${family} ${given}`,
  },
  {
    language: 'ko',
    given: ['민준', '서연', '지우', '하은', '도윤', '수빈'],
    family: ['김', '이', '박', '최', '정', '남궁'],
    join: (/** @type {string} */ given, /** @type {string} */ family) => family + given,
  },
  {
    language: 'ar',
    given: ['فاطمة', 'محمد', 'ليلى', 'يوسف', 'مريم', 'عمر'],
    family: ['الحسن', 'المصري', 'حداد', 'القحطاني', 'بن علي'],
    join: (/** @type {string} */ given, /** @type {string} */ family) => `${given} ${family}`,
  },
];

/** Names that break careless pages: very long, without a place to wrap, markup, both directions. */
const difficultNames = [
  'Maria Guadalupe Concepción de los Ángeles Hernández y Fernández-Villavicencio de la Torre',
  'Wolfeschlegelsteinhausenbergerdorffwelchevoralternwarengewissenhaftschaferswessenschafe',
  'Robert <b>Tables</b> & "Sons"',
  'Dana دانا Dänä',
  'Family 👩‍👩‍👧‍👦 chat 🏳️‍🌈',
];

/** What people say of themselves, by the language they speak; some of it means busy or away. */
const customStatuses = {
  en: [
    'In a meeting',
    'Back at 14:00',
    'In Lisbon until Friday',
    'Working from home',
    'Be right back',
    'Do not disturb',
    'On a train, the signal comes and goes, so please write instead of calling',
  ],
  zh: ['会议中', '出差，周五回', '居家办公', '请勿打扰'],
  ja: ['会議中', '外出中です', '在宅勤務', 'すぐ戻ります'],
  ko: ['회의 중', '점심 먹는 중', '재택근무', '곧 돌아옵니다'],
  ar: ['في اجتماع', 'أعمل من المنزل', 'سأعود الساعة الثانية', 'في لشبونة حتى الجمعة'],
};

/** Behind the head, and the shirt below it. */
const backgrounds = [
  ['#f6d9c3', '#c65f3c'],
  ['#cfe3f5', '#2457a6'],
  ['#d5ead9', '#1f6f4a'],
  ['#e3d9f3', '#6a3fa0'],
  ['#f5d3de', '#9b1c4b'],
  ['#dfe5e8', '#3d5a66'],
  ['#f8e8b8', '#8a6a12'],
];
const hairs = ['#2b2320', '#4a3226', '#7a4a22', '#b8792f', '#c9c4bd', '#1a1a22'];
const skins = ['#f4cda8', '#e3ac80', '#c98a5c', '#9a6240', '#6f4530', '#fbdcc0'];

/** A head and shoulders. @param {() => number} random */
function drawnAvatar(random) {
  const [background, shirt] = pick(backgrounds, random);
  const [hair, skin] = [pick(hairs, random), pick(skins, random)];
  const tall = random() < 0.5 ? 'M11 26V16a9 9 0 0 1 18 0v10z' : 'M12 17a8 8 0 0 1 16 0z';
  const picture =
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40"><path d="M0 0h40v40H0z" fill="${background}"/>` +
    `<path d="${tall}" fill="${hair}"/><path d="M5 42a15 14 0 0 1 30 0z" fill="${shirt}"/>` +
    `<path d="M17 22h6v7a3 3 0 0 1-6 0z" fill="${skin}"/><ellipse cx="20" cy="18" rx="6.5" ry="8" fill="${skin}"/>` +
    `<path d="M13 16c1-8 13-8 14 0-4 0-6-1-8-3-1 2-3 3-6 3z" fill="${hair}"/></svg>`;
  return `data:image/svg+xml,${encodeURIComponent(picture)}`;
}

/**
 * An avatar: drawn for half of the people, broken for a few, none for the rest.
 *
 * @param {() => number} random
 */
function makeAvatar(random) {
  const kind = random();
  if (kind < 0.5) return drawnAvatar(random);
  // A broken picture that costs no request and prints no network error.
  if (kind < 0.52) return 'data:image/png;base64,AAAA';
  return '';
}

/**
 * One invented person. Roughly one in thirty has no nickname, one in forty a difficult one.
 *
 * @param {string} userID
 * @param {() => number} random
 * @returns {User}
 */
export function makePerson(userID, random) {
  const culture = pick(cultures, random);
  const name = culture.join(pick(culture.given, random), pick(culture.family, random));
  const kind = random();
  const isDifficult = kind >= 0.03 && kind < 0.055;
  const nick = kind < 0.03 ? '' : isDifficult ? pick(difficultNames, random) : name;
  const language = isDifficult ? 'en' : culture.language;
  return { userID, nick, avatar: makeAvatar(random), language };
}

/**
 * A status as it is found in an ordinary hour: a third online, some of them with a word of their own.
 *
 * @param {() => number} random
 * @param {string} [language] that the words are in
 * @returns {import('./world.js').UserStatus}
 */
export function makeStatus(random, language = 'en') {
  const kind = random();
  if (kind > 0.35) return { status: kind < 0.55 ? 2 : 3, customStatus: '' };
  return { status: 1, customStatus: random() < 0.5 ? pick(customStatuses[language], random) : '' };
}
