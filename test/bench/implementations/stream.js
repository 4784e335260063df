/** Posts a message for each push that is due, from another thread like the socket of the SDK. */
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

/** The rows are compared with the store every so many ms, since this costs a layout. */
const CHECK_EVERY = 500;

/** A stream ends this many ms after its time, even if pushes are still waiting. */
const GRACE = 250;

/**
 * Runs a stream of pushes, each in a task of its own, and checks meanwhile what the frames show. It
 * ends by time: the pushes that a slow list has not taken by then are left out.
 *
 * @param {object} options
 * @param {number} options.rate pushes a second
 * @param {number} options.ms duration
 * @param {() => string} options.push changes one user, and returns the userID
 * @param {(skipped: Set<string>) => number} options.wrong counts the visible rows that show a wrong
 *   status, without those of `skipped` users
 * @param {() => number} options.visible counts the visible rows
 */
export function startStream({ rate, ms, push, wrong, visible }) {
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
    /** Users that have changed since the frame began, which it cannot show yet. */
    const late = new Set();
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      result.checked += visible();
      result.wrong += wrong(late);
    };
    const frame = (time) => {
      if (!running) return;
      // Two frames that are the time of two or more apart: at least one is missing.
      if (before !== undefined)
        result.dropped += Math.max(0, Math.round((time - before) / (1000 / 60)) - 1);
      before = time;
      result.frames++;
      late.clear();
      if (time - checked >= CHECK_EVERY) {
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
