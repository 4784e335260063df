import { pick } from './random.js';

/** @typedef {import('./world.js').User} User */

/** Given names and family names that belong together; `join` is how the culture writes them. */
const cultures = [
  {
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
    given: ['Ana', 'Ben', 'Olivia', 'Kwame', 'Priya', 'Diego', 'Amara', 'Noah', 'Tane', 'Ines'],
    family: ['Okafor', 'Smith', 'Iyer', 'Fernandez', 'Mensah', 'Walker', 'Ngata', 'Silva', 'Cohen'],
    join: (/** @type {string} */ given, /** @type {string} */ family) => `${given} ${family}`,
  },
  {
    given: ['伟', '芳', '秀英', '子涵', '敏', '晓明', '雨桐', '浩然'],
    family: ['王', '李', '张', '刘', '陈', '欧阳', '黄', '赵'],
    join: (/** @type {string} */ given, /** @type {string} */ family) => family + given,
  },
  {
    given: ['さくら', '太郎', '美咲', '翔太', '陽菜', '健一'],
    family: ['佐藤', '鈴木', '高橋', '田中', '渡辺', '長谷川'],
    join: (/** @type {string} */ given, /** @type {string} */ family) => `${family} ${given}`,
  },
  {
    given: ['민준', '서연', '지우', '하은', '도윤', '수빈'],
    family: ['김', '이', '박', '최', '정', '남궁'],
    join: (/** @type {string} */ given, /** @type {string} */ family) => family + given,
  },
  {
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
  '👩‍👩‍👧‍👦 Family chat 🏳️‍🌈',
];

const customStatuses = [
  '会议中 🎧',
  'In a meeting',
  'Back at 14:00',
  'Déjeuner',
  '점심 먹는 중',
  '外出中です',
  'في اجتماع',
  'On a train, the signal comes and goes, so please write instead of calling',
];

const colors = ['#2457a6', '#8a3b12', '#1f6f4a', '#6a3fa0', '#9b1c4b', '#3d5a66'];

/**
 * @param {string} name
 * @param {string} color
 */
function drawnAvatar(name, color) {
  const initial = [...name][0] ?? '';
  const letter = /\p{Letter}/u.test(initial) ? initial : '#';
  const picture =
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40"><rect width="40" height="40" fill="${color}"/>` +
    `<text x="20" y="27" font-size="20" text-anchor="middle" fill="#fff">${letter}</text></svg>`;
  return `data:image/svg+xml,${encodeURIComponent(picture)}`;
}

/**
 * An avatar for a name: drawn for a quarter of the people, broken for a few, none for most.
 *
 * @param {string} name
 * @param {() => number} random
 */
function makeAvatar(name, random) {
  const kind = random();
  if (kind < 0.25) return drawnAvatar(name, pick(colors, random));
  // A broken picture that costs no request and prints no network error.
  if (kind < 0.29) return 'data:image/png;base64,AAAA';
  return '';
}

/**
 * One invented person. Roughly one in twelve has no nickname, one in twenty-five a difficult one.
 *
 * @param {string} userID
 * @param {() => number} random
 * @returns {User}
 */
export function makePerson(userID, random) {
  const culture = pick(cultures, random);
  const name = culture.join(pick(culture.given, random), pick(culture.family, random));
  const kind = random();
  const nick = kind < 0.08 ? '' : kind < 0.12 ? pick(difficultNames, random) : name;
  return { userID, nick, avatar: makeAvatar(nick || userID, random) };
}

/**
 * A status as it is found in an ordinary hour: a third online, some of them with a word of their own.
 *
 * @param {() => number} random
 * @returns {import('./world.js').UserStatus}
 */
export function makeStatus(random) {
  const kind = random();
  if (kind > 0.35) return { status: kind < 0.55 ? 2 : 3, customStatus: '' };
  return { status: 1, customStatus: random() < 0.2 ? pick(customStatuses, random) : '' };
}
