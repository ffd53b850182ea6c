// What every page shows of the plant: its state in one line, how old that is, whether the program is heard.
import { elapsed } from "./elapsed.js";
import { Live } from "./live.js";
import { MARKS, find, make, mark, patch, say } from "./dom.js";
import { counted, number, span, time, word } from "./words.js";

const PAGE = document.title.split(" · ").pop();
// Held from the start: when the program is gone, so are its files.
const FAVICONS = new Map();
for (const state of Object.keys(MARKS)) {
  fetch(`/static/icons/state-${state}.svg`)
    .then((answer) => (answer.ok ? answer.text() : ""))
    .then((text) => text && FAVICONS.set(state, `data:image/svg+xml,${encodeURIComponent(text)}`))
    .catch(() => {}); // The tab then keeps the icon it has.
}
const SEVERITIES = ["high", "medium", "low"];

/** Shows a topic: `render(facts)` for each message, `tick(age_s)` each second. */
export function show(topic, render, tick = () => {}) {
  const shell = new Shell(topic, render, tick);
  themeSwitch();
  return shell;
}

class Shell {
  constructor(topic, render, tick) {
    this.render = render;
    this.tick = tick;
    this.station = null;
    this.received = 0;
    this.live = new Live(topic, (facts) => this.take(facts), () => this.judge());
    setInterval(() => this.judge(), 1_000);
  }

  take(facts) {
    this.station = facts.station;
    this.received = elapsed();
    this.shown(facts.station);
    this.render(facts);
    this.judge();
  }

  /** Seconds since this message came. */
  get since_s() {
    return (elapsed() - this.received) / 1000;
  }

  /** Seconds since the newest cycle had asked every gateway; null before the first. */
  get age_s() {
    const age = this.station?.age_s;
    return age === null || age === undefined ? null : age + this.since_s;
  }

  get condition() {
    if (!this.live.live) return this.station || this.live.why !== "connecting" ? "lost" : "waiting";
    if (!this.station) return "waiting";
    if (this.station.paused) return "paused";
    return this.old ? "stale" : "fresh";
  }

  /** Whether what is shown no longer tells the present; polling may be paused for longer than that as well. */
  get old() {
    if (!this.station || !this.live.live) return Boolean(this.station);
    // A page that nobody sees is told now and then only: between, its facts count as they came.
    const pause_s = Math.min(this.since_s, this.live.pause_s);
    return this.age_s !== null && this.age_s - pause_s > this.station.allowed_s;
  }

  judge() {
    // What happened to the connection is to be known before what is shown is judged.
    this.live.look();
    const condition = this.condition;
    mark(document.body, "data-live", condition);
    mark(document.body, "data-old", this.old);
    this.notice(condition);
    this.titled(condition);
    if (!this.station) return;
    this.cycleLine();
    const { severity, since, over } = this.station.line;
    // That all was well is no news of now; what was wrong may still be.
    mark(find("badge"), "data-severity", this.old && severity === "normal" ? "unknown" : severity);
    const now = this.station.at + this.since_s;
    say(find("said-since"), since === null ? "" : [over, word("since", time(since), span(Math.max(0, now - since)))].filter(Boolean).join(" "));
    this.tick(this.age_s, this.since_s);
  }

  notice(condition) {
    const notice = find("notice");
    const text = this.noticeText(condition);
    let link = notice.querySelector("a");
    // Announced once, when it begins to be so; then only the seconds count on.
    mark(notice, "aria-live", condition === notice.dataset.of ? "off" : "polite");
    notice.dataset.of = condition;
    if (!text) return notice.replaceChildren();
    if (!notice.firstChild) notice.append("");
    if (notice.firstChild.data !== text) notice.firstChild.data = text;
    const out = condition === "lost" && this.live.why === "signed_out";
    if (out && !link) notice.append(make("a", { href: `/sign-in?next=${encodeURIComponent(location.pathname + location.search)}`, text: word("sign_in") }));
    if (!out) link?.remove();
  }

  noticeText(condition) {
    if (condition === "lost") {
      if (this.live.why === "signed_out") return word("signed_out");
      if (this.live.why === "crowded") return word("crowded");
      return this.live.heardAt === null ? word("unreached") : word("lost", span(this.live.silent_s));
    }
    if (condition === "stale") return word("stale", span(this.age_s));
    if (condition === "paused" && this.age_s !== null) return word("paused", span(this.age_s));
    return "";
  }

  titled(condition) {
    const standing = this.station?.alarms.standing ?? 0;
    const known = !this.old && (condition === "fresh" || condition === "paused");
    const lead = condition === "waiting" ? "" : known ? (standing ? `(${standing}) ` : "") : "(?) ";
    const title = `${lead}WatchDoge · ${PAGE}`;
    if (document.title !== title) document.title = title;
    const state = known && this.station ? this.station.line.severity : "unknown";
    const icon = find("favicon");
    mark(icon, "data-state", state);
    if (FAVICONS.has(state)) mark(icon, "href", FAVICONS.get(state));
  }

  shown({ line, alarms, example }) {
    const badge = find("badge");
    say(badge.querySelector(".mark"), MARKS[line.severity]);
    say(badge.querySelector(".word"), line.word);
    say(find("said"), line.text);
    find("example").hidden = !example;
    const badgeOfPage = find("nav-alarms");
    badgeOfPage.hidden = !alarms.standing;
    mark(badgeOfPage, "data-severity", line.severity);
    say(badgeOfPage, number(alarms.standing));
    say(find("said-response"), line.response);
    this.counts(alarms);
  }

  counts(alarms) {
    const counts = find("counts");
    mark(counts, "title", alarms.standing ? counted("alarm", alarms.standing, number(alarms.unacknowledged)) : null);
    const items = SEVERITIES.filter((one) => alarms[one][1]).map((one) => ({ one, text: `${MARKS[one]} ${alarms[one].map((count) => number(count)).join("/")}` }));
    const told = alarms.standing ? [{ one: "told", text: counted("alarm", alarms.standing, number(alarms.unacknowledged)) }] : [];
    const build = ({ one }) => make("span", one === "told" ? { class: "told" } : { class: `tone-${one}`, "aria-hidden": "true" });
    patch(counts, [...told, ...items], (item) => item.one, build, (element, item) => say(element, item.text));
  }

  cycleLine() {
    const { cycle } = this.station;
    const age = this.age_s;
    say(find("cycle-line"), cycle === null ? "" : word("cycle_n", number(cycle)) + (age === null ? "" : ` · ${word("answers_old", span(age))}`));
  }
}

function themeSwitch() {
  const choice = find("theme");
  try {
    choice.value = localStorage.getItem("theme") ?? "system";
    choice.addEventListener("change", () => {
      localStorage.setItem("theme", choice.value);
      dispatchEvent(new Event("themechosen"));
    });
  } catch {
    choice.disabled = true; // The browser keeps nothing for this site.
  }
}
