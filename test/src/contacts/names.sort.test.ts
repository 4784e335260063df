import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { groupByInitial } from '../../../src/contacts/group.js';
import { sortByName } from '../../../src/contacts/order.js';

/** Names in the order of a language, under their headings, as its readers look them up. */
const LISTS: Readonly<Record<string, string>> = {
  en: 'A Ana 安琪 | B Bo | C Carla 陈静 陳明 | M 万俟卨 | S Sam 单伟 | Y 尉迟恭 | Z Zoe 曾敏 翟伟 张伟 | # 7',
  'zh-CN': 'A 安琪 Ana | C 陈静 Carla | O 区志航 Olga | X 冼星海 解晓东 | Z 查良镛 张伟 Zoe',
  'zh-TW': 'L 李娜 | S 單田芳 | Z 曾志偉 張偉',
  ja: 'A Ana | あ あおい | か ガイ かな | さ さくら | # 山田',
  ko: '가 강 김민준 까치 | 나 남궁 | 바 박 | 아 이서연 | A Ana',
  tr: 'C Can | Ç Çağla | I ılık Irmak | İ ilk İpek | S Sena | Ş Şener',
  vi: 'A An Ánh | Ă Ăn | Â Ân Ấn | D Dũng | Đ Đạt | O Oanh | Ô Ông | U Uyên | Ư Ưng',
  sv: 'A Ana | O Olsson | Z Zoe | Å Åsa | Ä Ägir | Ö Östlund',
  da: 'A Ana | Z Zoe | Æ Æbel | Ø Øre | Å Åse Aase',
  de: 'A Ägir Ana | O Östlund Otto | S ßigma Stein | U Ünal',
  pl: 'L Lena | Ł Łukasz | S Sara | Ś Śliwa | Z Zoe | Ź Źrebak | Ż Żaneta',
  cs: 'C Cyril | Č Čapek | D Dana | H Hana | Ch Chalupa | I Ivan | Z Zora | Ž Žižka',
  sk: 'H Hana | Ch Chalupa | I Ivan',
  hu: 'C Cecil | Cs Csaba | S Sára | Sz Szabó | Z Zita | Zs Zsolt',
  hr: 'D Dana | Dž Džana | Đ Đorđe | L Lana | Lj Ljubo | N Nina | Nj Njego',
  es: 'N Nunez | Ñ Ñandú | O Óscar',
  fr: 'A Âgé | E Émile | O Œuvre Olga',
  ru: 'Е Егор Ёлка | И Иван | Й Йод',
  el: 'Α Άννα | Γ Γιώργος',
  ar: 'ا آدم إبراهيم أحمد | ب باسم | ي يوسف | A Ana',
  he: 'א אבי | ד דוד | ש שרה',
  th: 'ก กานต์ เกียรติ แก้ว | ข ขวัญ | พ พร ไพลิน',
  hi: 'अ अनिल | आ आशा | क कमल क्षितिज | ज ज़ोया',
  ka: 'ა ანა | ნ ნინო',
};

const listed = (names: readonly string[], lang: string): string => {
  const contacts = names.map((name) => ({ userID: name, name }));
  return groupByInitial(sortByName(contacts, lang), lang)
    .map((group) => [group.key, ...group.contacts.map(({ name }) => name)].join(' '))
    .join(' | ');
};

describe('names', () => {
  for (const [lang, list] of Object.entries(LISTS)) {
    it(`are in the order of ${new Intl.DisplayNames('en', { type: 'language' }).of(lang)}`, () => {
      const names = list.split(' | ').flatMap((group) => group.split(' ').slice(1));
      assert.equal(listed(names, lang), list);
      assert.equal(listed(names.toReversed(), lang), list);
    });
  }
});
