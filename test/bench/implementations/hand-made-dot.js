/** What the API asks of a dot, and nothing else: whoever makes it tells it what to show. */

const ONLINE = 'dot online-status online-status-online';
const OFFLINE = 'dot online-status online-status-offline';

const sheet = new CSSStyleSheet();
sheet.replaceSync(`
  :host {
    display: inline-block;
    width: 12px;
    height: 12px;
    border-radius: 50%;
    vertical-align: middle;
  }

  span {
    display: block;
    height: 100%;
    border-radius: 50%;
    background: radial-gradient(closest-side, #0000 calc(100% - 3px), #737d8c calc(100% - 2px));
  }

  .online-status-online {
    background: #0f9150;
  }
`);

export class HandMadeDot extends HTMLElement {
  #span = document.createElement('span');

  constructor() {
    super();
    const root = this.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [sheet];
    root.append(this.#span);
  }

  paint(isOnline) {
    const names = isOnline ? ONLINE : OFFLINE;
    this.#span.className = names;
    this.#span.setAttribute('part', names);
    this.setAttribute('status', isOnline ? 'online' : 'offline');
  }
}

customElements.define('hand-made-dot', HandMadeDot);
