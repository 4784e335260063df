/** The same on the server and in the browser. */
export const contacts = [
  { userID: 'ana', name: 'Ana' },
  { userID: 'ben', name: 'Ben' },
];
