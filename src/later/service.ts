export { createLogin } from '../login-sequence.js';
export { feedOf } from '../presence-feed.js';
export { engineSource } from '../sources/engine-source.js';
