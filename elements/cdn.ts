import './define.js';

export * from './index.js';
export { login } from '../src/login.js';
export type { LoginOptions, Session } from '../src/login.js';
