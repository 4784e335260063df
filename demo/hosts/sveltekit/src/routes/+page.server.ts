import type { Contact } from 'tui-presence';

/** Contacts of the app's own, which its server knows and sends with the page. */
const colleagues: Contact[] = [
  { userID: 'bob', name: 'Bob' },
  { userID: 'carol', name: 'Carol' },
];

export const load = () => ({ colleagues });
