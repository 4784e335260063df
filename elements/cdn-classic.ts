import './define.js';

// A classic script has everything with it but the official packages: where there are no modules, as in
// a page that is opened as a file, there is nothing to fetch the rest with.
export * from './index.js';
export { login } from '../src/login.js';
export type { LoginOptions, Session } from '../src/login.js';
