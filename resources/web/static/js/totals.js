// Totals of the fleet over the last while: what the history has, continued by what comes in live.
import { history } from "./api.js";
import { Chart, held } from "./curves.js";
import { make, mark, patch, say } from "./dom.js";
import { NEWS, Recent } from "./recent.js";
import { measure, number, time, word } from "./words.js";

const POINTS = 600;
const MOVE_S = 5;
// When the history is asked again: after an answer that failed, and where no more points can be kept.
const RETRY_S = 15;
const RENEW_S = 600;

/** The curves of a page: marbles of each circuit, and sums where `withSums`. */
export class Totals {
  constructor(box, { seconds, height, withSums = false, onTold = () => {} }) {
    Object.assign(this, { box, seconds, height, withSums, onTold });
    this.plots = new Map();
    this.asked = null;
    this.askedAt = 0;
    this.failed = false;
    this.recent = new Recent();
    this.past = new Map();
  }

  /** Shows another stretch of time. */
  setSpan(seconds) {
    this.seconds = seconds;
    this.asked = null;
    this.past.clear();
    this.update(this.facts);
  }

  update(facts) {
    this.facts = facts;
    if (!facts?.figures) {
      this.unknown();
      return;
    }
    const plots = wanted(facts.figures, this.withSums);
    patch(this.box, plots, (plot) => plot.tag, (plot) => this.build(plot), (element, plot) => this.captioned(element, plot));
    const { at } = facts.station;
    this.keep(facts.station, plots);
    const tags = plots.map((plot) => plot.tag).join(" ");
    if (plots.length && (tags !== this.asked || (this.failed && at - this.askedAt > RETRY_S))) {
      this.asked = tags;
      this.fetch(plots, at);
    }
    this.draw(at);
  }

  /** Nothing is known now; the curves of the past stay. */
  unknown() {
    for (const caption of this.box.querySelectorAll("figcaption")) {
      say(caption.children[1], "–");
      say(caption.children[2], "");
    }
  }

  async fetch(plots, at) {
    const turn = (this.turn = Symbol());
    this.askedAt = at;
    this.failed = false;
    try {
      const curves = await history(plots.map((plot) => plot.tag), at - this.seconds, at + 1, POINTS);
      if (turn !== this.turn) return;
      plots.forEach((plot, place) => this.remember(plot.tag, curves[place]));
      this.onTold(curves.some((curve) => curve.times.length) ? "" : word("no_history"));
    } catch (error) {
      if (turn !== this.turn) return;
      this.failed = true;
      this.onTold(word("history_away", error.message));
    }
    this.draw(at);
  }

  remember(tag, curve) {
    this.past.set(tag, curve ?? null);
    if (curve?.times.length) this.recent.drop(tag, curve.times.at(-1));
  }

  /** What the page missed is asked of the history; what it had of another time of day is worth nothing. */
  keep(station, plots) {
    const news = this.recent.take(station, plots.map((plot) => [plot.tag, plot.value]));
    if (news === NEWS.setBack) this.past.clear();
    const wanting = news === NEWS.full && station.at - this.askedAt > RENEW_S;
    if (wanting || news === NEWS.setBack || news === NEWS.parted) this.asked = null;
  }

  /** Time goes on, although nothing new came. */
  goOn(at) {
    if (!document.hidden && at - this.drawnAt >= MOVE_S) this.draw(at);
  }

  draw(at) {
    this.drawnAt = at;
    for (const [tag, chart] of this.plots) {
      const data = this.points(tag, at);
      this.untilNow(data, at);
      chart.set(data, [at - this.seconds, at]);
      this.summed(chart, data[1]);
    }
  }

  /** What was recorded, then what came in since; a gap where nothing was known for too long. */
  points(tag, at) {
    const past = this.past.get(tag) ?? { times: [], mean: [], last: [], bucket_s: 0 };
    const known = { times: past.times, values: past.bucket_s === 0 ? past.last : past.mean };
    const [times, values] = this.recent.continued(tag, known, this.recent.allowed_s + lastStep(past));
    // What held at the beginning began before it: its step is drawn from the edge on.
    const begin = at - this.seconds;
    const first = Math.max(0, times.findLastIndex((when) => when <= begin));
    if (times[first] < begin) times[first] = begin;
    return held(times.slice(first), values.slice(first));
  }

  /** The newest reading holds for as long as it counts as fresh. */
  untilNow([times, values], at) {
    const last = values.at(-1);
    if (last === null || last === undefined || at - times.at(-1) > this.facts.station.allowed_s) return;
    times.push(at);
    values.push(last);
  }

  pointed(chart, index) {
    const [times, values] = chart.data;
    chart.pointing = index !== null && index !== undefined && times[index] !== undefined;
    if (!chart.pointing) return this.summed(chart, values);
    say(chart.told, `${time(times[index])} · ${values[index] === null ? word("nothing_recorded") : measure(values[index], chart.unit)}`);
  }

  summed(chart, values) {
    if (chart.pointing) return;
    const good = values.filter((value) => value !== null && value !== undefined);
    if (!good.length) {
      say(chart.told, word("nothing_recorded"));
      return;
    }
    const low = good.reduce((least, value) => Math.min(least, value));
    const high = good.reduce((most, value) => Math.max(most, value));
    say(chart.told, word("summary", measure(low, chart.unit), measure(high, chart.unit), measure(good.at(-1), chart.unit)));
  }

  build(plot) {
    const drawn = make("div", { class: "drawn" });
    const told = make("p", { class: "told" });
    const caption = make("figcaption", {}, make("span", { class: "name" }), make("b", { class: "value" }), make("span", { class: "below" }));
    const figure = make("figure", { class: "plot" }, caption, drawn, told);
    const chart = new Chart(drawn, [{ place: 0, stepped: true }], { height: this.height, label: plot.name, limits: plot.limits, onCursor: (index) => this.pointed(chart, index) });
    chart.told = told;
    chart.unit = plot.unit;
    this.plots.set(plot.tag, chart);
    return figure;
  }

  captioned(element, plot) {
    const [name, value, below] = element.querySelector("figcaption").children;
    say(name, plot.name);
    say(value, plot.shown);
    say(below, plot.below);
    mark(element, "data-severity", plot.severity);
    this.plots.get(plot.tag).options.limits = plot.limits;
  }
}

/** Seconds for which the last point of a curve of the history stands, beside its own instant. */
function lastStep({ times, bucket_s: bucket }) {
  return bucket ?? (times.length > 1 ? times.at(-1) - times.at(-2) : 0);
}

function wanted({ circuits, marbles, requests }, withSums) {
  const plots = circuits.map((circuit, place) => ({
    tag: `compteur_bille/${place}`,
    name: word("marbles_of", circuit),
    value: marbles.complete ? marbles.value[place] : null,
    shown: sumText(marbles.complete, marbles.so_far[place], marbles.over > 0),
    below: marbles.complete ? "" : word("incomplete", number(marbles.over), number(marbles.of)),
    limits: [],
    unit: "",
    severity: "normal",
  }));
  return withSums ? [...plots, ...requests.filter((request) => request.summed).map(sumPlot)] : plots;
}

function sumPlot(request) {
  return {
    tag: request.tag,
    name: word("sum_of", request.title),
    value: request.value,
    shown: sumText(request.complete, request.so_far, request.at_least, request.unit),
    below: [request.complete ? "" : word("incomplete", number(request.over), number(request.of)), limitsText(request)].filter(Boolean).join(" · "),
    limits: [request.threshold, request.low_threshold].filter((limit) => limit !== null),
    unit: request.unit,
    severity: request.breach ? "high" : "normal",
  };
}

/** A sum, never passed off as one where it is not complete. */
export function sumText(complete, soFar, atLeast, unit = "") {
  if (complete) return measure(soFar, unit);
  return atLeast && soFar !== null ? `≥ ${measure(soFar, unit)}` : "–";
}

/** The thresholds of a request, in words. */
export function limitsText({ threshold, low_threshold: low, unit }) {
  if (threshold !== null && low !== null) return word("limits", measure(low), measure(threshold, unit));
  if (threshold !== null) return word("limit", measure(threshold, unit));
  return low === null ? "" : word("low_limit", measure(low, unit));
}
