import './define/tui-online-dot.js';

export { connect } from '../src/connect.js';
export { login } from './cdn-login.js';
export { PresenceController } from '../src/presence-controller.js';
export { PresenceError } from '../src/presence-error.js';
export { presence } from '../src/shared.js';
export { setStrings } from '../src/i18n/index.js';
export { TuiOnlineDot } from './tui-online-dot.js';
