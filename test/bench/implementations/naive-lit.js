import { StoreName, TUIStore } from '@tencentcloud/chat-uikit-engine';
import { html, LitElement } from 'lit';
import { classMap } from 'lit/directives/class-map.js';
import rowStyle from './hand-written.css';
import listStyle from './naive-lit.css';
import { addStyle } from './style.js';

addStyle(rowStyle);
addStyle(listStyle);

/** The simplest code: all rows in one template, rendered again after every call of the store. */
class NaiveList extends LitElement {
  static properties = { contacts: { attribute: false } };

  #tasks = {
    userStatusList: (statuses) => {
      this.statuses = statuses;
      this.requestUpdate();
    },
  };

  constructor() {
    super();
    this.contacts = [];
    this.statuses = new Map();
  }

  /** Rows in the light DOM, for the style sheet that they share with the list by hand. */
  createRenderRoot() {
    return this;
  }

  connectedCallback() {
    super.connectedCallback();
    TUIStore.watch(StoreName.USER, this.#tasks);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    TUIStore.unwatch(StoreName.USER, this.#tasks);
  }

  render() {
    return html`<div class="naive-list">
      ${this.contacts.map((contact) => this.#row(contact))}
    </div>`;
  }

  #row({ userID, name }) {
    const isOnline = this.statuses.get(userID)?.statusType === 1;
    const initials = name
      .split(' ')
      .map((word) => word[0])
      .slice(0, 2)
      .join('');
    const dot = classMap({ 'hand-dot': true, 'hand-online': isOnline });
    return html`<div class="naive-row" data-user-id=${userID}>
      <span class="hand-avatar">
        <span class="hand-letters hand-color-${name.length & 7}">${initials}</span>
        <span class=${dot}></span>
      </span>
      <span class="hand-name">${name}</span>
    </div>`;
  }
}

customElements.define('naive-list', NaiveList);

export function mount(container, contacts) {
  const list = new NaiveList();
  list.contacts = contacts;
  container.append(list);
  return {
    get scroller() {
      return list.querySelector('.naive-list');
    },
    rows: () =>
      [...list.querySelectorAll('.naive-row')].map((row) => ({
        userID: row.dataset.userId,
        element: row,
        isOnline: row.querySelector('.hand-online') !== null,
      })),
    unmount: () => list.remove(),
  };
}
