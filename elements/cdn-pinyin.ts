import type { HanLibrary } from '../src/contacts/load-pinyin.js';
import { loadBeside } from './cdn-files.js';

/** How files for script tags load the readings of Chinese names, see `src/contacts/load-pinyin.ts`. */
export const loadPinyin = async (): Promise<HanLibrary> =>
  (await loadBeside('tui-presence-pinyin.js')) as HanLibrary;
