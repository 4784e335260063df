/** Says when a push is due, from a thread of its own, as the socket of the SDK does. */
function worker() {
  globalThis.onmessage = ({ data: { rate, ms } }) => {
    const total = (rate * ms) / 1000;
    const started = performance.now();
    let sent = 0;
    const timer = setInterval(() => {
      const due = Math.min(total, Math.floor(((performance.now() - started) * rate) / 1000));
      while (sent < due) postMessage(sent++);
      if (sent < total) return;
      clearInterval(timer);
      postMessage('end');
    }, 4);
  };
}

/** How often what is drawn is compared with what is known, in ms: it costs a layout. */
const EVERY = 500;

/** So long after its time a stream ends, whatever is still waiting, in ms. */
const GRACE = 250;

/**
 * Runs a stream of pushes, each in a task of its own, and looks meanwhile at what the frames show.
 * It ends by time: a list that falls behind leaves out the pushes that wait for it then.
 *
 * @param {object} options
 * @param {number} options.rate pushes a second
 * @param {number} options.ms how long
 * @param {() => string} options.push changes one user, and says whom
 * @param {(skipped: Set<string>) => number} options.wrong how many rows in sight show something
 *   that is not so, those of `skipped` users left out
 * @param {() => number} options.seen how many rows are in sight
 */
export function startStream({ rate, ms, push, wrong, seen }) {
  return new Promise((resolve) => {
    const url = URL.createObjectURL(new Blob([`(${worker})()`], { type: 'text/javascript' }));
    const thread = new Worker(url);
    const result = { frames: 0, dropped: 0, checked: 0, wrong: 0, longTasks: 0 };
    const observer = new PerformanceObserver((list) => {
      result.longTasks += list.getEntries().length;
    });
    observer.observe({ type: 'longtask' });
    let began;
    let pushes = 0;
    let running = true;
    let before;
    let checked = 0;
    /** Who has changed since the frame began: it cannot show them yet. */
    const late = new Set();
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      result.checked += seen();
      result.wrong += wrong(late);
    };
    const frame = (time) => {
      if (!running) return;
      // Two frames' time and more between two frames: one is missing.
      if (before !== undefined)
        result.dropped += Math.max(0, Math.round((time - before) / (1000 / 60)) - 1);
      before = time;
      result.frames++;
      late.clear();
      if (time - checked >= EVERY) {
        checked = time;
        port2.postMessage(undefined);
      }
      requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
    thread.onmessage = ({ data }) => {
      const now = performance.now();
      began ??= now;
      if (data !== 'end' && now - began < ms + GRACE) {
        pushes++;
        late.add(push());
        return;
      }
      running = false;
      thread.onmessage = null;
      thread.terminate();
      URL.revokeObjectURL(url);
      result.longTasks += observer.takeRecords().length;
      observer.disconnect();
      resolve({ ...result, taken: pushes / ((rate * ms) / 1000), lasted: now - began });
    };
    thread.postMessage({ rate, ms });
  });
}
