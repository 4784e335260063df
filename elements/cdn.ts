import { setHanLibrary } from '../src/contacts/han-readings.js';
import type { HanLibrary } from '../src/contacts/han-readings.js';
import { loadBeside } from './cdn-files.js';
import './define.js';

setHanLibrary(async () => (await loadBeside('tui-presence-pinyin.js')) as HanLibrary);

export * from './index.js';
export { login } from './cdn-login.js';
