/* The app of the kit's own guide: its lists, and the chat beside them. */
import {
  Chat,
  ChatHeader,
  ContactList,
  ContactStore,
  ConversationList,
  LoginStore,
  UIKitProvider,
} from '@tencentcloud/chat-uikit-react';
import { createElement, Fragment } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { ContactStoreRaw } from 'tuikit-atomicx-react/chat';

export * from '@tencentcloud/chat-uikit-engine-lite';
export { TUILogin } from '@tencentcloud/tui-core-lite';
/** What the kit keeps of the contacts, and its `destroy`. */
export { ContactStoreRaw };

/** The kit's login as its hook gives it, from the first drawing on. */
export let session;

function App() {
  session = LoginStore();
  ContactStore();
  if (session.loginStatus !== 'logined') return null;
  return createElement(
    Fragment,
    null,
    createElement(ContactList),
    createElement(ConversationList),
    createElement(Chat, null, createElement(ChatHeader, { enableUserStatus: true })),
  );
}

/** Draws the app; returns what takes it away again. */
export function mountKit() {
  const place = document.createElement('div');
  place.id = 'kit';
  document.body.append(place);
  const root = createRoot(place);
  flushSync(() =>
    root.render(createElement(UIKitProvider, { language: 'en-US' }, createElement(App))),
  );
  return () => root.unmount();
}
