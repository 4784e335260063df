import { ChatPage } from './chat-page.js';
import { EnginePage } from './engine-page.js';

/** The pages that tests of both sources run on, each with what it connects. */
export const PAGES = [
  ['engine', EnginePage],
  ['chat', ChatPage],
] as const;
