import './define/tui-online-dot.js';

export { connect, login } from '../src/later/index.js';
export { PresenceController } from '../src/presence-controller.js';
export { PresenceError } from '../src/presence-error.js';
export { presence } from '../src/shared.js';
export { setStrings } from '../src/words/index.js';
export { TuiOnlineDot } from './tui-online-dot.js';
