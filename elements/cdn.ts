import './define.js';

export * from './index.js';
// In place of the `connect` that has all it needs with it.
export { connect, login } from '../src/later/index.js';
export type { LoginOptions, Session } from '../src/login.js';
