import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { pinyin } from 'pinyin-pro';
import { surnameLetter } from '../../../src/contacts/alphabet.js';
import { sortByName } from '../../../src/contacts/order.js';

/** Surnames whose bearers read them otherwise than the same characters are read in other words. */
const RARE: Readonly<Record<string, string>> = {
  ...{ 曾: 'zeng', 单: 'shan', 解: 'xie', 仇: 'qiu', 区: 'ou', 翟: 'zhai', 查: 'zha', 朴: 'piao' },
  ...{ 任: 'ren', 盖: 'ge', 缪: 'miao', 乐: 'yue', 尹: 'yin', 冼: 'xian', 覃: 'qin', 召: 'shao' },
  ...{ 繁: 'po', 薄: 'bo', 句: 'gou', 乜: 'nie', 都: 'du', 折: 'she', 钭: 'tou', 谌: 'chen' },
  ...{ 尉迟: 'yu chi', 万俟: 'mo qi', 澹台: 'tan tai', 长孙: 'zhang sun', 拓跋: 'tuo ba' },
  ...{ 那: 'na', 宁: 'ning', 葛: 'ge', 费: 'fei', 纪: 'ji', 华: 'hua', 燕: 'yan', 应: 'ying' },
};

/** Those that pinyin-pro reads otherwise than the dictionary Xiandai Hanyu Cidian. */
const BY_DICTIONARY: Readonly<Record<string, string>> = {
  ...{ 种: 'chong', 祭: 'zhai', 秘: 'bi', 员: 'yun', 郇: 'xun', 洗: 'xian', 单于: 'chan yu' },
  // Places, which are names of groups and firms.
  ...{ 重庆: 'chong qing', 长沙: 'chang sha', 厦门: 'xia men' },
};

const TRADITIONAL = {
  單: '单',
  區: '区',
  蓋: '盖',
  繆: '缪',
  樂: '乐',
  尉遲: '尉迟',
  萬俟: '万俟',
};

const named = (names: readonly string[]) => names.map((name) => ({ userID: name, name }));
const sorted = (names: readonly string[], lang: string) =>
  sortByName(named(names), lang).map(({ name }) => name);

describe('a surname', () => {
  it('is read as pinyin-pro reads it', () => {
    const readings = Object.keys(RARE).map((surname) => [
      surname,
      pinyin(`${surname}伟`, { mode: 'surname', toneType: 'none' }).replace(/ wei$/, ''),
    ]);
    assert.deepEqual(Object.fromEntries(readings), RARE);
  });

  for (const [surname, reading] of Object.entries({ ...RARE, ...BY_DICTIONARY })) {
    it(`${surname} stands among those that are read ${reading}`, () => {
      assert.equal(surnameLetter(surname), reading[0]!.toUpperCase());
      // A name in Latin letters for each syllable before and after it shows the place.
      const [before, after] = neighboursOf(reading.split(' ')[0]!);
      assert.deepEqual(sorted([after, surname, before], 'zh-CN'), [before, surname, after]);
    });
  }

  for (const [traditional, simplified] of Object.entries(TRADITIONAL)) {
    it(`${traditional} is read as ${simplified}`, () => {
      assert.equal(surnameLetter(traditional), surnameLetter(simplified));
    });
  }
});

/** Characters of one reading only, of each syllable, in the order of pinyin. */
const SYLLABLES = (
  'an安 bai白 bei北 bi必 bian边 bo波 bu布 cai才 cao草 chan蝉 chang昌 che撤 chen陈 cheng诚 chi吃 chong虫 chou抽 ' +
  'di低 dou抖 du读 duan短 fan帆 fei飞 fen分 gao高 ge戈 gen跟 gou沟 gu姑 hu湖 hua花 huai怀 ji机 jia佳 jing京 ' +
  'mian棉 miao苗 min民 mo莫 mou谋 na拿 nai奶 nian年 nie聂 ning宁 niu牛 ou欧 pa爬 pian偏 piao飘 pin拼 po坡 pou剖 ' +
  'qin秦 qing青 qiong穷 qiu秋 qu渠 ran燃 ren人 reng扔 sen森 sha沙 shan山 shang伤 shao烧 she舌 shen伸 ' +
  'tai台 tan谈 tang唐 tong通 tou偷 tu图 tui推 tuo托 wa挖 xi西 xia虾 xian仙 xiang香 xiao消 xie写 xin新 xue雪 xun寻 ya鸭 ' +
  'yan烟 yang阳 yi一 yin音 ying英 yong拥 yu鱼 yuan元 yue月 yun云 za砸 zen怎 zeng增 zha闸 zhai宅 zhan沾 zhang章 zhao招'
).split(' ');

function neighboursOf(reading: string): [string, string] {
  const index = SYLLABLES.findIndex((each) => each.replace(/\P{ASCII}/gu, '') === reading);
  assert.ok(index > 0, reading);
  return [SYLLABLES[index - 1]!, SYLLABLES[index + 1] ?? 'zu租'].map((each) =>
    each.replace(/[a-z]/g, ''),
  ) as [string, string];
}
