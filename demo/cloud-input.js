/** What people type or paste into the login, made into what they mean. */

/** Spaces, line breaks, and what is copied along unseen: zero-width characters, marks of direction. */
const blank = /[\s\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]+/gu;
/** Quotes of code, of text and of JSON around a value, and the comma after it. */
const quotes = /^["'`“”„‘’‚«»「」『』]+|["'`“”„‘’‚«»「」『』,;，；]+$/gu;

const withoutBlanks = (text) => text.replace(blank, '').replace(quotes, '');

/** A userID may hold spaces inside, as the service allows; none of those around it is meant. */
const trimmed = (text) => {
  const inner = text.replace(new RegExp(`^${blank.source}|${blank.source}$`, 'gu'), '');
  return inner
    .replace(quotes, '')
    .replace(new RegExp(`^${blank.source}|${blank.source}$`, 'gu'), '');
};

/**
 * @param {{ SDKAppID: string, userID: string, userSig: string, proxyServer: string }} typed
 */
export function cleanInput({ SDKAppID, userID, userSig, proxyServer }) {
  return {
    // Digits of full width, as East Asian keyboards type them, are digits.
    SDKAppID: withoutBlanks(SDKAppID.normalize('NFKC')),
    userID: trimmed(userID),
    // Terminals break its lines.
    userSig: withoutBlanks(userSig),
    proxyServer: withoutBlanks(proxyServer),
  };
}

/**
 * What is wrong with each field before anything is sent, in a sentence; empty where nothing is.
 *
 * @param {ReturnType<typeof cleanInput>} given
 */
export function complaintsAbout({ SDKAppID, userID, userSig, proxyServer }) {
  return {
    SDKAppID: /^[1-9]\d{0,14}$/.test(SDKAppID)
      ? ''
      : 'The SDKAppID is a number, such as 1400000001: the console shows it beside your application.',
    // As the service allows: https://trtc.io/document/34348, code 7003.
    userID:
      userID && new TextEncoder().encode(userID).length <= 32
        ? ''
        : 'A userID has 1 to 32 bytes: it is the name under which your server knows the user.',
    userSig: complaintAboutUserSig(userSig),
    proxyServer:
      !proxyServer || /^wss?:\/\/[^/]/.test(proxyServer)
        ? ''
        : 'The address of a server begins with wss:// or ws://.',
  };
}

function complaintAboutUserSig(userSig) {
  if (!userSig)
    return 'A UserSig is needed: your server makes one, and so does the console’s tool.';
  if (/^[0-9a-f]{64}$/i.test(userSig)) {
    return 'This looks like the secret key and not like a UserSig: keep it on your server, and make a UserSig with it there.';
  }
  return '';
}
