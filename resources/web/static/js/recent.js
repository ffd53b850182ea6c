// Readings as they came in: what continues the curves of the history.

const MOST = 6_000;
const SET_BACK_S = 60;
const SAME_S = 0.5;
const EDGE_S = 0.002; // Beside a gap; `held` puts a point in half of it.

/** What `take` found. */
export const NEWS = { none: "none", more: "more", parted: "parted", setBack: "set back", full: "full" };

export class Recent {
  constructor() {
    this.points = new Map(); // tag -> [[at, value or null], ...]
    this.newest = 0;
    this.allowed_s = 0;
  }

  /**
   * Takes the values of a cycle, [[tag, value or null], ...]. Tells whether it is a new one; whether so much
   * time went by without any that a gap was left (`parted`); whether the time of day was set back, upon which
   * all is forgotten; whether the oldest had to go (`full`).
   */
  take({ read_at: at, phase, allowed_s: allowed }, values) {
    if (at === null || phase === "reading") return NEWS.none;
    const setBack = at < this.newest - SET_BACK_S;
    if (setBack) this.forget();
    if (at < this.newest + SAME_S) return NEWS.none;
    // An interval that was made shorter just now did not hold while this cycle was awaited.
    const parted = this.newest > 0 && at - this.newest > Math.max(allowed, this.allowed_s);
    let full = false;
    for (const [tag, value] of values) full = this.add(tag, at, value, parted) || full;
    this.newest = at;
    this.allowed_s = allowed;
    if (setBack) return NEWS.setBack;
    return parted ? NEWS.parted : full ? NEWS.full : NEWS.more;
  }

  add(tag, at, value, parted) {
    if (!this.points.has(tag)) this.points.set(tag, []);
    const points = this.points.get(tag);
    if (parted && points.length) points.push(...gap(points.at(-1)[0], at));
    points.push([at, value]);
    const full = points.length > MOST;
    if (full) points.splice(0, points.length - MOST);
    return full;
  }

  forget() {
    this.points.clear();
    this.newest = 0;
  }

  /** Forgets what the history has by now. */
  drop(tag, until) {
    const points = this.points.get(tag);
    if (points) this.points.set(tag, points.filter(([at]) => at > until));
  }

  /**
   * `past` ({ times, values }) continued by what came after it. Where that begins more than `apart_s` later,
   * a gap is between them.
   */
  continued(tag, { times, values }, apart_s) {
    const last = times.at(-1) ?? 0;
    const after = (this.points.get(tag) ?? []).filter(([at]) => at > last + SAME_S);
    const parted = times.length && after.length && after[0][0] - last > apart_s;
    const all = parted ? [...gap(last, after[0][0]), ...after] : after;
    return [[...times, ...all.map(([at]) => at)], [...values, ...all.map(([, value]) => value)]];
  }
}

/** Nothing was known between these instants. */
const gap = (begin, end) => [[begin + EDGE_S, null], [end - EDGE_S, null]];
