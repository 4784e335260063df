/** Lets people write to the user now and then, while the page is visible. */
export class TalkTimer {
  #write;
  #seconds = 0;
  #timer;

  /** @param {() => unknown} write lets somebody write */
  constructor(write) {
    this.#write = write;
  }

  /** @param {number} seconds between two messages, about; 0 for none */
  every(seconds) {
    this.#seconds = seconds;
    clearTimeout(this.#timer);
    if (seconds > 0) this.#wait();
  }

  #wait() {
    // People do not write by the clock.
    const ms = this.#seconds * 1000 * (0.7 + Math.random() * 0.6);
    this.#timer = setTimeout(() => {
      if (!document.hidden) this.#write();
      this.#wait();
    }, ms);
  }
}
