import type * as login from '../../src/login/login.js';
import type * as elements from '../index.js';
import type {} from '../define.js';

declare global {
  /** What the classic script `tui-presence.iife.js` has made global. */
  const TuiPresence: typeof elements & typeof login;
}
