/**
 * What went wrong with a login, in a sentence for who set up the application. Codes below 10,000 are
 * the web SDK's own (https://web.sdk.qcloud.com/im/doc/v3/en/tutorial-08-error-code-en.html, and its
 * source, 3.6.6), the others the service's (https://trtc.io/document/34348, and `V2TIMErrorCode.h` of
 * the native SDKs).
 */

const table = 'https://trtc.io/document/34348';
const consoleUrl = 'https://console.trtc.io/';

const network =
  'No response came in time: look at your network, at a proxy or firewall on the way, and at the address of the server.';
const busy = 'The service gets more requests than it takes: wait a minute, then try again.';
const elsewhere =
  'The account has been logged in elsewhere, which ended the login here: log in again to take it back.';
const loggedOut = 'No user is logged in: log in first.';
const broken =
  'The UserSig does not pass the check: copy all of it, without a gap, or make a new one.';

const sentences = new Map([
  // The signature, the user and the application
  [70001, 'The UserSig has expired: make a new one, valid for a day or longer.'],
  [70002, 'The UserSig is empty: paste the one that your server or the console’s tool has made.'],
  [
    70003,
    'The UserSig cannot be read, it may have been cut off: copy all of it, or make a new one.',
  ],
  [70005, broken],
  [
    70009,
    'The UserSig was signed with the key of another application: use the key of this SDKAppID.',
  ],
  [70013, 'The UserSig is of another user: make one for this very userID, capitals included.'],
  [70014, 'The UserSig is of another application: make one for this very SDKAppID.'],
  [70016, 'The application has no key that fits the UserSig: look at the SDKAppID and its region.'],
  [70020, 'There is no application with this SDKAppID: look it up in the console, in your region.'],
  [70050, 'The UserSig was wrong too often: correct it, and try again after a minute.'],
  [70051, 'The account is on the application’s blocklist: take it off there first.'],
  [70052, 'The UserSig is no longer valid: make a new one.'],
  [70107, 'The service does not know this userID: import the account, or log in with another one.'],
  [
    70398,
    'The application has as many accounts as its free plan allows: log in with an account that exists, delete some, or upgrade the plan.',
  ],
  [70402, 'The service takes one of the values for invalid: look at the SDKAppID and the userID.'],
  [6206, 'The UserSig has expired: make a new one, valid for a day or longer.'],
  [3004, 'The UserSig has expired: make a new one, and log in again.'],
  // The application and its plan
  [60006, 'The SDKAppID is not valid: look it up in the console.'],
  [60016, 'The application is disabled: look at it in the console.'],
  [
    60020,
    'The application has no plan in effect, or it has run out: look at the console; what is bought takes effect within five minutes.',
  ],
  [72001, 'User status is switched off: switch on its query and notification in the console.'],
  [3122, 'The plan has no user status: upgrade to Pro, Pro Plus or Enterprise.'],
  [7013, 'The plan does not allow this: upgrade it in the console.'],
  // The network and the service
  ...[2800, 2801, 2805, 9508, 9510, 9520].map((code) => [code, network]),
  ...[2996, 60007, 60011, 60018, 60019, 60022].map((code) => [code, busy]),
  ...[60008, 60014, 70169, 70500].map((code) => [
    code,
    'The service has failed for a moment: try again.',
  ]),
  // The login
  ...[2024, 2999, 3005, 6014, -100000].map((code) => [code, loggedOut]),
  [2025, 'A login is under way already: wait until it has ended.'],
  ...[3002, 3003, 6208].map((code) => [code, elsewhere]),
  [3006, 'The server of the application has ended the login: log in again.'],
]);

/** Codes that are mended in the console. */
const inConsole = new Set([70016, 70020, 70051, 70398, 60006, 60016, 60020, 72001, 3122, 7013]);

/**
 * @param {{ code?: number, reason?: string, message?: string, helpUrl?: string }} error
 * @returns {{ text: string, helpUrl?: string }} where to mend it, or to read on
 */
export function explain({ code = 0, message, helpUrl }) {
  const sentence = sentences.get(code);
  if (sentence) {
    return { text: `${sentence} (${code})`, ...(inConsole.has(code) && { helpUrl: consoleUrl }) };
  }
  if (code) {
    const text = `The service refused with the code ${code}, which this page does not know: look it up in the table of codes.`;
    return { text, helpUrl: table };
  }
  return { text: message || 'Something went wrong: try again.', helpUrl };
}
