// Time that goes on while the reader's machine sleeps, which a browser's own monotonic clock may not.

const SLEPT_MS = 5_000; // The time of day may be corrected by less than this.

let lost = 0;
let ahead = Date.now() - performance.now();
let times = 0;

/** Milliseconds since the page was opened, with those that the machine slept. */
export function elapsed() {
  const now = Date.now() - performance.now();
  if (now - ahead > SLEPT_MS) {
    lost += now - ahead;
    times += 1;
  }
  ahead = now;
  return performance.now() + lost;
}

/** How often the machine slept, or its time of day was set forward: the page cannot tell these apart. */
export function sleeps() {
  elapsed();
  return times;
}
