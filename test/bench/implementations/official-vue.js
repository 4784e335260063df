import { StoreName, TUIStore } from '@tencentcloud/chat-uikit-engine';
import { ContactList, createApp } from '../vue/node_modules/.bench/contact-list.js';
import style from '../vue/node_modules/.bench/style.css';
import { addStyle } from './style.js';

addStyle(style);

/** A picture without a request. */
const PICTURE = 'data:image/gif;base64,R0lGODlhAQABAIAAAAUEBAAAACwAAAAAAQABAAACAkQBADs=';

/** The contact list of the official kit, opened at its friends, as a page of the kit shows it. */
export function mount(container, contacts) {
  const userIDs = new Map(contacts.map(({ name, userID }) => [name, userID]));
  const friends = contacts.map(({ userID, name }) => ({
    userID,
    remark: '',
    profile: { userID, nick: name, avatar: PICTURE },
  }));
  TUIStore.update(StoreName.FRIEND, 'friendList', friends);
  const root = document.createElement('div');
  root.style.height = '100%';
  container.append(root);
  const app = createApp(ContactList);
  app.mount(root);
  // Watching for a search has closed all sections.
  TUIStore.update(StoreName.CUSTOM, 'currentContactListKey', 'friendList');
  return {
    get scroller() {
      return root.querySelector('.tui-contact-list');
    },
    rows: () =>
      [...root.querySelectorAll('.tui-contact-list-card')].map((card) => ({
        userID: userIDs.get(
          card.querySelector('.tui-contact-list-card-main-name').textContent.trim(),
        ),
        element: card,
        isOnline: card.querySelector('.online-status-online') !== null,
      })),
    unmount() {
      app.unmount();
      root.remove();
      TUIStore.update(StoreName.FRIEND, 'friendList', []);
    },
  };
}
