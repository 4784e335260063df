/**
 * Names and places that begin otherwise than their first character is sorted by `Intl`, each with
 * characters that sound the same and have one reading only: 曾 is Zeng as a surname, and Céng in other
 * words. By the dictionary of surnames of pinyin-pro; 种, 祭, 秘, 郇, 洗 and 单于 by Xiandai Hanyu Cidian.
 */
const homophones = new Map(
  (
    '曾增 单善 單善 解泻 仇秋 区欧 區欧 翟宅 查渣 朴瓢 盖戈 蓋戈 缪妙 繆妙 乐月 樂月 覃秦 召绍 员运 員运 ' +
    '折舌 繁婆 薄博 句勾 乜聂 都督 祭债 种虫 秘必 洗显 郇寻 么腰 钭偷 長昌 长昌 ' +
    '尉迟玉池 尉遲玉池 万俟莫其 萬俟莫其 澹台谈台 澹臺谈台 单于蝉于 單于蝉于 长孙掌孙 長孫掌孙 拓跋托拔 ' +
    '重庆虫庆 重慶虫庆 厦门下门 廈門下门'
  )
    .split(' ')
    .map((pair) => [pair.slice(0, pair.length / 2), pair.slice(pair.length / 2)]),
);

/** A name as it sounds at its beginning: spelled with characters that `Intl` sorts by that sound. */
export function asSurname(name: string): string {
  for (const length of [2, 1]) {
    const known = homophones.get(name.slice(0, length));
    if (known) return known + name.slice(length);
  }
  return name;
}
