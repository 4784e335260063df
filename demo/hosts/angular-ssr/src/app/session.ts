import { connect, presence } from 'tui-presence';

// What your own server says of its user. The UserSig is made there, never in a page.
const session = { SDKAppID: 1400000001, userID: 'alice', userSig: 'loopback' };

/** The app's own engine, in a chunk of its own: it is larger than all the rest. */
const loadEngine = () => import('@tencentcloud/chat-uikit-engine');

/** Logs in as the official kit does, and lets the elements see what its engine knows. */
export async function logIn(): Promise<void> {
  // `?server=ws://127.0.0.1:8000` is a loopback chat server, which takes any UserSig.
  const proxyServer = new URLSearchParams(location.search).get('server');
  const [engine, { TUILogin }] = await Promise.all([
    loadEngine(),
    import('@tencentcloud/tui-core'),
  ]);
  connect(engine);
  presence.switchUserStatus({ displayOnlineStatus: true });
  await TUILogin.login({ ...session, ...(proxyServer && { proxyServer }) });
  await engine.TUIChatEngine.login({ ...session, chat: TUILogin.getContext().chat });
}

/**
 * Counts who is online in the engine's own store, which the elements share. Calls back now and after
 * every change; returns the stop.
 */
export function watchOnline(listener: (count: number) => void): () => void {
  const tasks = {
    userStatusList: (statuses: Map<string, { statusType: number }>) =>
      listener([...statuses.values()].filter(({ statusType }) => statusType === 1).length),
  };
  const watching = loadEngine().then(({ TUIStore, StoreName }) => {
    TUIStore.watch(StoreName.USER, tasks);
    return () => TUIStore.unwatch(StoreName.USER, tasks);
  });
  return () => void watching.then((stop) => stop());
}
