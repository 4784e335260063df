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

/** How often what is drawn is compared with what is known, in frames: it costs a layout. */
const EVERY = 30;

/**
 * Runs a stream of pushes, each in a task of its own, to its end, and looks meanwhile at what the
 * frames show.
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
    const result = { pushes: 0, frames: 0, dropped: 0, checked: 0, wrong: 0, longTasks: 0 };
    const observer = new PerformanceObserver((list) => {
      result.longTasks += list.getEntries().length;
    });
    observer.observe({ type: 'longtask' });
    let running = true;
    let before;
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
      if (result.frames % EVERY === 0) port2.postMessage(undefined);
      requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
    thread.onmessage = ({ data }) => {
      if (data !== 'end') {
        result.pushes++;
        late.add(push());
        return;
      }
      running = false;
      thread.terminate();
      URL.revokeObjectURL(url);
      observer.disconnect();
      resolve(result);
    };
    thread.postMessage({ rate, ms });
  });
}
