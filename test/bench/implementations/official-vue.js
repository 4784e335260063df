import { StoreName, TUIStore } from '@tencentcloud/chat-uikit-engine';
import { ContactList, createApp } from '../vue/node_modules/.bench/contact-list.js';
import style from '../vue/node_modules/.bench/style.css';
import { addStyle } from './style.js';

addStyle(style);

/** A picture that needs no request. */
const PICTURE = 'data:image/gif;base64,R0lGODlhAQABAIAAAAUEBAAAACwAAAAAAQABAAACAkQBADs=';

/** The contact list of the official kit, with its section of friends open. */
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
  // The list closes all sections when it starts to watch for a search.
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
