import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { initialOf, pinyinLetter, surnameLetter } from '../../../src/contacts/alphabet.js';

/** The common surnames of China, each with the letter that it is read with. */
const surnames =
  '王W李L张Z刘L陈C杨Y赵Z黄H周Z吴W徐X孙S胡H朱Z高G林L何H郭G马M罗L梁L宋S郑Z谢X韩H唐T冯F于Y董D萧X程C曹C袁Y邓D许X傅F' +
  '沈S曾Z彭P吕L苏S卢L蒋J蔡C贾J丁D魏W薛X叶Y阎Y余Y潘P杜D戴D夏X钟Z汪W田T任R姜J范F方F石S姚Y谭T廖L邹Z熊X金J陆L郝H孔K' +
  '白B崔C康K毛M邱Q秦Q江J史S顾G侯H邵S孟M龙L万W段D钱Q汤T尹Y黎L易Y常C武W乔Q贺H赖L龚G文W庞P樊F兰L殷Y施S陶T洪H翟Z' +
  '安A颜Y倪N严Y牛N温W芦L季J俞Y章Z鲁L葛G伍W韦W申S尤Y毕B聂N丛C焦J向X柳L邢X路L岳Y齐Q沿Y梅M莫M庄Z辛X管G祝Z左Z涂T' +
  '谷G祁Q时S舒S耿G牟M卜B詹Z关G苗M凌L费F纪J靳J盛S童T欧O甄Z项X曲Q成C游Y阳Y裴P席X卫W查Z屈Q鲍B位W霍H翁W隋S植Z甘G' +
  '景J薄B单S包B司S柏B宁N柯K阮R桂G闵M解X强Q柴C华H车C冉R房F边B辜G吉J饶R刁D瞿Q戚Q丘Q古G米M池C滕T晋J苑Y邬W臧Z畅C' +
  '宫G来L苟G全Q褚C廉L简J娄L盖G符F奚X木M穆M党D燕Y郎L邸D冀J谈T姬J屠T连L郜G晏Y栾L郁Y商S蒙M计J喻Y揭J窦D迟C宇Y敖A糜M' +
  '鄢Y冷L卓Z花H仇Q艾A蓝L都D巩G稽J井J练L仲Z虞Y卞B封F竺Z冼X原Y官G衣Y楚C佟T栗L匡K宗Z应Y台T巫W鞠J僧S桑S荆J谌C银Y' +
  '扬Y明M沙S伏F岑C习X胥X保B和H蔺L区O朴P尉W陳C張Z劉L黃H鄭Z謝X羅L蕭X呂L蘇S葉Y單S區O';

describe('initialOf', () => {
  it('reads the common Chinese surnames as their bearers do', () => {
    const pairs = [...surnames.matchAll(/(.)([A-Z])/gu)];
    assert.ok(pairs.length > 300);
    const wrong = pairs.filter(([, surname, letter]) => initialOf(surname!, 'zh') !== letter);
    assert.deepEqual(wrong, []);
  });

  it('agrees with the order of GB 2312, whose 3,755 common characters go by pinyin', () => {
    // Where each letter begins in that standard.
    const starts = Object.entries({
      ...{ A: 0xb0a1, B: 0xb0c5, C: 0xb2c1, D: 0xb4ee, E: 0xb6ea, F: 0xb7a2, G: 0xb8c1, H: 0xb9fe },
      ...{ J: 0xbbf7, K: 0xbfa6, L: 0xc0ac, M: 0xc2e8, N: 0xc4c3, O: 0xc5b6, P: 0xc5be, Q: 0xc6da },
      ...{ R: 0xc8bb, S: 0xc8f6, T: 0xcbfa, W: 0xcdda, X: 0xcef4, Y: 0xd1b9, Z: 0xd4d1 },
    });
    const decoder = new TextDecoder('gb2312');
    const others: string[] = [];
    for (let code = 0xb0a1; code <= 0xd7f9; code++) {
      if ((code & 0xff) < 0xa1 || (code & 0xff) === 0xff) {
        continue;
      }
      const character = decoder.decode(Uint8Array.of(code >> 8, code & 0xff));
      const [letter] = starts.filter(([, start]) => start <= code).pop()!;
      if (pinyinLetter(character) !== letter) {
        others.push(character);
      }
    }
    // These have two readings, and the standard took the other.
    assert.equal(others.join(''), '辟泊长匙脯蛤槛咯咳埔茄伺厦畜吁曾轧');
  });

  for (const [name, lang, expected] of [
    ['ana', 'en', 'A'],
    ['Émile', 'en', 'E'],
    ['E\u0301mile', 'fr', 'E'],
    ['Ａｎａ', 'en', 'A'],
    ['Øre', 'en', 'O'],
    ['Łukasz', 'en', 'L'],
    ['Łukasz', 'pl', 'Ł'],
    ['Östlund', 'de', 'O'],
    ['Östlund', 'sv', 'Ö'],
    ['O\u0308stlund', 'sv', 'Ö'],
    ['ñandú', 'es', 'Ñ'],
    ['İbrahim', 'en', 'I'],
    ['ßigma', 'de', 'S'],
    ['ﬁn', 'en', 'F'],
    ['あおい', 'ja', 'あ'],
    ['ｶﾞｲ', 'ja', 'か'],
    ['ガイ', 'en', 'か'],
    ['っつ', 'ja', 'た'],
    ['ヴィ', 'ja', 'あ'],
    ['ぽん', 'ja', 'は'],
    ['よし', 'ja', 'や'],
    ['をん', 'ja', 'わ'],
    ['김민수', 'ko', '가'],
    ['까치', 'ko', '가'],
    ['최', 'ko', '차'],
    ['\u1112\u1161\u11ab', 'ko', '하'],
    ['أحمد', 'ar', 'ا'],
    ['إبراهيم', 'ar', 'ا'],
    ['آدم', 'ar', 'ا'],
    ['محمد', 'en', 'م'],
    ['Ёлка', 'ru', 'Е'],
    ['йод', 'ru', 'Й'],
    ['άννα', 'el', 'Α'],
    ['张伟', 'en', 'Z'],
    ['张伟', 'zh-TW', 'Z'],
    ['張偉', undefined, 'Z'],
    ['山田', 'ja', '#'],
    ['山田', 'ja-JP', '#'],
    ['金', 'ko', '#'],
    ['〇', 'zh', 'L'],
    ['山', 'kok', 'S'],
    ['7 Eleven', 'en', '#'],
    ['٧', 'ar', '#'],
    ['🦊 Fox', 'en', '#'],
    ['★', 'en', '#'],
    ['(Ana)', 'en', '#'],
    ['', 'en', '#'],
    ['\ud83d', 'en', '#'],
  ] as const) {
    it(`of ${name || 'nothing'} on a page in ${lang ?? 'no language'} is ${expected}`, () => {
      assert.equal(initialOf(name, lang), expected);
    });
  }

  it('is one letter or # for any text in any language', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' })),
        fc.constantFrom('en', 'zh', 'ja', 'ko', 'tr', 'not a language', undefined),
        (name, lang) => {
          assert.match(initialOf(name, lang), /^(#|\p{L}\p{Ll}?)$/u);
        },
      ),
    );
  });
});

describe('pinyinLetter', () => {
  it('is that of a character inside a word, which may be read otherwise as a surname', () => {
    assert.equal(surnameLetter('曾'), 'Z');
    assert.equal(pinyinLetter('曾'), 'C');
  });
});
