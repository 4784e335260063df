import './define.js';

export * from './index.js';
export { login } from './cdn-login.js';
export type { LoginOptions, LogoutOptions, Session } from '../src/login/login.js';
