export type HanLibrary = typeof import('./pinyin.js');

/** Loads the readings in an app; files for script tags have `elements/cdn-pinyin.ts` in its place. */
export const loadPinyin = (): Promise<HanLibrary> => import('./pinyin.js');
