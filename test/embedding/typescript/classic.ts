import 'tui-presence/types/global';

const source = new TuiPresence.MemorySource({ contacts: [{ userID: 'ana' }] });
source.connect();
TuiPresence.presence.observe('ana', (userID, { status }) => [userID, status]);
export const logIn = () => TuiPresence.login({ SDKAppID: 1, userID: 'ana', userSig: '' });
// @ts-expect-error
TuiPresence.logout();
