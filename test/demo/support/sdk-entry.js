/** The official packages wired as an app does, within a test's reach: `globalThis.sdk`. */
import TUIChatEngine, {
  StoreName,
  TUIStore,
  TUIUserService,
} from '@tencentcloud/chat-uikit-engine';
import { TUILogin } from '@tencentcloud/tui-core';

globalThis.sdk = {
  TUILogin,
  TUIChatEngine,
  TUIUserService,

  /** Every value of `netStateChange`, in order. */
  netStates: [],

  async login(userID, proxyServer, userSig = 'any') {
    await TUILogin.login({ SDKAppID: 1400000001, userID, userSig, proxyServer });
    const { chat } = TUILogin.getContext();
    await TUIChatEngine.login({ chat, SDKAppID: 1400000001, userID, userSig });
  },

  get: (store, key) => TUIStore.getData(StoreName[store], key),

  statusOf: (userID) => TUIStore.getData(StoreName.USER, 'userStatusList').get(userID),
};

TUIStore.watch(StoreName.USER, {
  netStateChange: (state) => state && globalThis.sdk.netStates.push(state),
});
