/** Reads and draws what goes on inside: state, counts, gauges, log, and the way of a status. */

const INTERVAL = 500;
const logged = 60;

const $ = (id) => document.getElementById(id);
const number = (count) => count.toLocaleString('en');

export class Inside {
  #presence;
  #world;
  /** The listed contacts by ID. */
  #people = new Map();
  /** The last status of each user, in words. */
  #shown = new Map();
  #stop = () => {};
  #news = [];
  #changes = 0;
  #calls = 0;

  constructor(presence, world) {
    this.#presence = presence;
    this.#world = world;
  }

  /** The selected contact, else any of the first twelve. */
  get anyUser() {
    const ids = [...this.#people.keys()];
    return $('contacts').selected || ids[Math.floor(Math.random() * Math.min(ids.length, 12))];
  }

  start() {
    const presence = this.#presence;
    presence.directory.observe(() => this.#observe());
    for (const type of ['tui-presence-state', 'tui-presence-error', 'tui-presence-display']) {
      presence.addEventListener(type, () => this.#showState());
    }
    $('app').addEventListener('tui-contact-select', ({ userID }) => this.#selected(userID));
    $('app').addEventListener('tui-conversation-select', ({ conversation }) =>
      this.#selected(conversation.userID ?? conversation.name),
    );
    this.#showState();
    this.#observe();
    const refresh = async () => {
      if (!document.hidden) await this.#refresh().catch(() => {});
      setTimeout(refresh, INTERVAL);
    };
    refresh();
  }

  /** Observes all listed users, as the list does: a status by query is enough. */
  #observe() {
    const listed = $('contacts').contacts ?? this.#presence.directory.contacts ?? [];
    if (listed === this.listed) return;
    this.listed = listed;
    this.#stop();
    this.#shown.clear();
    this.#people = new Map(listed.map((contact) => [contact.userID, contact]));
    const listener = (userID, presence) => this.#changed(userID, presence);
    this.#stop = this.#presence.observe([...this.#people.keys()], listener, { live: false });
  }

  #changed(userID, { status, customStatus, freshness }) {
    const words = customStatus ? `${status}, “${customStatus}”` : status;
    const before = this.#shown.get(userID);
    this.#shown.set(userID, words);
    // The first status is no change, and one that only became stale is none either.
    if (before === undefined || before === words || freshness === 'none') return;
    this.#changes += 1;
    this.#write(userID, status, words, freshness === 'live' ? 'pushed' : 'queried');
    if (freshness === 'live') travel($('token'), $('news'), 900);
  }

  #selected(userID) {
    const { status, freshness } = this.#presence.presenceOf(userID);
    this.#write(userID, status, 'selected', freshness);
  }

  #write(userID, status, words, how) {
    this.#news.unshift({ userID, status, words, how, at: new Date() });
    this.#news.length = Math.min(this.#news.length, logged);
    if (this.#news.length === 1) requestAnimationFrame(() => this.#showNews());
  }

  #showNews() {
    const items = this.#news.splice(0).map(({ userID, status, words, how, at }) => {
      const item = document.createElement('li');
      const dot = document.createElement('tui-online-dot');
      dot.label = '';
      dot.status = status;
      const { remark, name } = this.#people.get(userID) ?? {};
      item.append(dot, part('b', remark || name || userID), part('span', words));
      item.append(part('em', how), part('time', at.toLocaleTimeString('en-GB')));
      return item;
    });
    const log = $('log');
    log.prepend(...items);
    while (log.childElementCount > logged) log.lastElementChild.remove();
  }

  #showState() {
    const { state, error } = this.#presence;
    $('state').textContent = state;
    $('state').dataset.state = state;
    $('problem').hidden = !error;
    if (error) {
      const code = error.code ? ` (${error.code})` : '';
      $('problem').textContent = `${error.reason}${code}: ${error.message}`;
    }
  }

  async #refresh() {
    this.#observe();
    const counts = { live: 0, snapshot: 0, stale: 0, none: 0 };
    for (const userID of this.#people.keys()) {
      counts[this.#presence.presenceOf(userID).freshness] += 1;
    }
    for (const [freshness, count] of Object.entries(counts)) {
      const where = `[data-freshness="${freshness}"]`;
      $('counts').querySelector(`${where} dd`).textContent = number(count);
      $('shares').querySelector(where).style.flexGrow = count;
    }

    const books = await this.#world.books();
    for (const gauge of document.querySelectorAll('.gauge')) {
      const count = books[gauge.id] ?? 0;
      gauge.querySelector('b').textContent = number(count);
      gauge.style.setProperty('--share', Math.min(1, count / Number(gauge.dataset.of)));
    }

    const { notifications, subscribeCalls, unsubscribeCalls, queryCalls } = this.#presence.stats;
    const calls = subscribeCalls + unsubscribeCalls + queryCalls;
    if (calls > this.#calls) travel($('token-back'), $('interest'), 1300);
    this.#calls = calls;
    $('way-calls').textContent = `${number(books.held)} held`;
    $('way-known').textContent = `${number(this.#people.size - counts.none)} known`;
    $('way-notified').textContent = `${number(notifications)} notified`;
    $('way-seen').textContent =
      `${number(this.#changes)} ${this.#changes === 1 ? 'change' : 'changes'}`;
    $('way-planned').textContent = `${number(calls)} calls`;
  }
}

function part(tag, text) {
  const element = document.createElement(tag);
  element.textContent = text;
  return element;
}

/** Lets a token run along a path; one at a time, and none where motion is not wanted. */
function travel(token, path, duration) {
  if (token.getAnimations().length > 0) return;
  if (matchMedia('(prefers-reduced-motion: reduce)').matches) return;
  const length = path.getTotalLength();
  const frames = Array.from({ length: 25 }, (_, step) => {
    const { x, y } = path.getPointAtLength((length * step) / 24);
    return { transform: `translate(${x}px, ${y}px)`, opacity: step % 24 === 0 ? 0 : 1 };
  });
  token.animate(frames, { duration, easing: 'ease-in-out' });
}
