// What the program says, as it says it; and whether it still does.
import { elapsed, sleeps } from "./elapsed.js";
import { LANGUAGE } from "./words.js";

const SILENT_MS = 25_000; // The program says `alive` every 10 s: two of these were missed.
const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 15_000;

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
    this.source = new EventSource(this.address);
    this.source.addEventListener("open", () => this.heard());
    this.source.addEventListener("alive", () => this.heard());
    this.source.addEventListener("error", () => this.failed());
    this.source.addEventListener(this.topic, (event) => {
      this.heard();
      this.onFacts(JSON.parse(event.data));
    });
  }

  close() {
    clearTimeout(this.again);
    this.again = null;
    this.source?.close();
    this.source = null;
  }

  /** Seconds since the last sign of life. */
  get silent_s() {
    return this.heardAt === null ? null : (elapsed() - this.heardAt) / 1000;
  }

  heard() {
    this.heardAt = elapsed();
    this.wait = FIRST_WAIT_MS;
    if (!this.live) this.tell(true, "");
  }

  failed() {
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

  /** Nothing was heard for too long, although the connection seems to stand; or nobody was awake to hear it. */
  look() {
    const last = Math.max(this.heardAt ?? 0, this.openedAt);
    const slept = sleeps() !== this.sleeps;
    this.sleeps = sleeps();
    if (this.source && (slept || elapsed() - last > SILENT_MS)) {
      this.tell(false, "unreached");
      this.open();
    }
  }

  tell(live, why) {
    if (live === this.live && why === this.why) return;
    this.live = live;
    this.why = why;
    this.onChange();
  }
}
