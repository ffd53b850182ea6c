// What the program says, as it says it; and whether it still does.
import { elapsed, sleeps } from "./elapsed.js";
import { LANGUAGE } from "./words.js";

const SILENT_MS = 25_000; // The program says `alive` every 10 s: two of these were missed.
const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 15_000;
// A browser has six connections for a site, and all its tabs share them: one that nobody sees listens only
// now and then, so that its title and icon still tell when to look.
const REST_MS = 15_000;
const PAUSE_MS = REST_MS + 60_000; // The timers of a tab that nobody sees may go off once a minute.

/**
 * What is to be done about a stream that is "open", "resting" (let go while nobody sees the page) or
 * "retrying": "open" it, let it "rest", take it for "lost" and open it anew, or nothing ("").
 * `told`: whether it gave its newest message; `quiet` and `rested`: milliseconds since the last sign of life
 * (or since it was opened) and since it was let go; `slept`: whether the machine slept.
 */
export function due(state, { hidden, told, slept, quiet, rested }) {
  if (state === "retrying") return "";
  const resting = state === "resting";
  if (slept || quiet > SILENT_MS + (resting ? PAUSE_MS : 0)) return "lost";
  if (resting) return hidden && rested < REST_MS ? "" : "open";
  return hidden && told ? "rest" : "";
}

/**
 * Listens to a topic for as long as the page stands. `onFacts(facts)` for each message, `onChange()` whenever
 * `live`, `why` or `heardAt` changed. `why`: "connecting", "unreached", "crowded" or "signed_out".
 */
export class Live {
  constructor(topic, onFacts, onChange) {
    this.topic = topic;
    this.live = false;
    this.why = "connecting";
    this.heardAt = null; // elapsed() at the last sign of life.
    this.onFacts = onFacts;
    this.onChange = onChange;
    this.wait = FIRST_WAIT_MS;
    this.source = null;
    this.again = null;
    this.restedAt = null; // elapsed() when it was let go, while nobody sees the page.
    this.sleeps = sleeps();
    this.address = `/events/${topic}?lang=${LANGUAGE}`;
    addEventListener("pagehide", () => this.close());
    addEventListener("pageshow", (event) => event.persisted && this.open());
    addEventListener("online", () => this.live || this.open());
    document.addEventListener("visibilitychange", () => this.look());
    setInterval(() => this.look(), 1_000);
    this.open();
  }

  open() {
    this.close();
    this.openedAt = elapsed();
    this.told = false;
    this.source = new EventSource(this.address);
    this.source.addEventListener("open", () => this.heard());
    this.source.addEventListener("alive", () => this.heard());
    this.source.addEventListener("error", () => this.failed());
    this.source.addEventListener(this.topic, (event) => {
      this.heard();
      this.told = true;
      this.onFacts(JSON.parse(event.data));
      this.look();
    });
  }

  close() {
    clearTimeout(this.again);
    this.again = null;
    this.restedAt = null;
    this.source?.close();
    this.source = null;
  }

  rest() {
    this.close();
    this.restedAt = elapsed();
  }

  /** Seconds since the last sign of life. */
  get silent_s() {
    return this.heardAt === null ? null : (elapsed() - this.heardAt) / 1000;
  }

  /** Seconds for which no message may come only because nobody sees the page. */
  get pause_s() {
    return document.hidden ? PAUSE_MS / 1000 : 0;
  }

  heard() {
    this.heardAt = elapsed();
    this.wait = FIRST_WAIT_MS;
    if (!this.live) this.tell(true, "");
  }

  failed() {
    this.told = false;
    this.tell(false, "unreached");
    // A browser tries again by itself, but not after an answer that is no stream.
    if (this.source?.readyState === EventSource.CLOSED) this.diagnose();
  }

  async diagnose() {
    this.close();
    this.retry();
    try {
      const answer = await fetch(this.address, { method: "HEAD", cache: "no-store" });
      if (!this.live) this.tell(false, { 401: "signed_out", 503: "crowded" }[answer.status] ?? "unreached");
    } catch {
      // Nobody answers: that is what is shown already.
    }
  }

  retry() {
    this.again = setTimeout(() => this.open(), this.wait);
    this.wait = Math.min(this.wait * 1.7, LONGEST_WAIT_MS);
  }

  /** Does what is due: also where nothing was heard for too long, or nobody was awake to hear it. */
  look() {
    const now = elapsed();
    const slept = sleeps() !== this.sleeps;
    this.sleeps = sleeps();
    const resting = this.restedAt !== null;
    const step = due(resting ? "resting" : this.source ? "open" : "retrying", {
      hidden: document.hidden,
      told: this.told,
      slept,
      quiet: now - Math.max(this.heardAt ?? 0, this.openedAt),
      rested: resting ? now - this.restedAt : 0,
    });
    if (step === "rest") this.rest();
    else if (step) this.open();
    if (step === "lost") this.tell(false, "unreached");
  }

  tell(live, why) {
    if (live === this.live && why === this.why) return;
    this.live = live;
    this.why = why;
    this.onChange();
  }
}
