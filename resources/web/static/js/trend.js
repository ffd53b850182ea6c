// The trend: up to six quantities over any stretch of time that is recorded, in an address that can be shared.
import { LAST_S, ask, history } from "./api.js";
import { Chart, extent, joined, swatch } from "./curves.js";
import { find, make, mark, patch, say } from "./dom.js";
import { show } from "./station.js";
import { Names } from "./tags.js";
import { measure, time, word } from "./words.js";

const MOST = 6;
const POINTS = 900;
const AGAIN_S = 15;

const query = new URLSearchParams(location.search);
const names = new Names();
const state = {
  tags: [...new Set(query.getAll("tag"))].filter(Boolean).slice(0, MOST),
  span: query.get("span") ?? (query.has("from") || query.has("to") ? "own" : "3600"),
  from: instant(query.get("from")),
  to: instant(query.get("to")),
};
let curves = [];
let charts = [];
let asking = null;
let askedAt = 0;
let picked = 0;

start();

function start() {
  const choices = [...find("span").options].map((option) => option.value);
  if (!choices.includes(state.span)) state.span = "3600";
  find("span").value = state.span;
  find("span").addEventListener("change", spanChosen);
  find("range").addEventListener("submit", ownRange);
  find("picker").addEventListener("submit", add);
  find("plc").addEventListener("input", plcTyped);
  buildLegend();
  ownShown();
  quantities();
  load();
  show("overview", named, () => state.span !== "own" && performance.now() - askedAt > AGAIN_S * 1000 && !asking && load());
}

function named(facts) {
  const fresh = names.learn(facts);
  if (!fresh) return;
  quantities();
  legend(null);
  draw();
}

/* What can be chosen. */

async function plcTyped() {
  const turn = (picked += 1);
  const typed = find("plc").value.trim();
  if (typed) {
    const found = await ask("/gateways", { q: typed, limit: "20" }).catch(() => ({ items: [] }));
    if (turn !== picked) return;
    patch(find("plcs"), found.items, (item) => item.plc, (item) => make("option", { value: item.plc }));
  }
  quantities();
}

async function quantities() {
  const plc = find("plc").value.trim();
  const found = await ask("/tags", { plc, limit: "200" }).catch(() => ({ items: [] }));
  if (plc !== find("plc").value.trim()) return;
  const select = find("quantity");
  const before = select.value.split(":").pop();
  patch(select, found.items, (item) => item.tag, (item) => make("option", { value: item.tag }), (option, item) => say(option, names.quantity(item.tag)));
  const same = found.items.find((item) => item.name === before);
  if (same) select.value = same.tag;
}

function add(event) {
  event.preventDefault();
  const tag = find("quantity").value;
  if (!tag || state.tags.includes(tag)) return;
  if (state.tags.length >= MOST) return say(find("told"), word("six_at_most"));
  state.tags.push(tag);
  changed();
}

function remove(tag) {
  state.tags = state.tags.filter((one) => one !== tag);
  changed();
}

/* Which time. */

function spanChosen() {
  state.span = find("span").value;
  if (state.span === "own") [state.from, state.to] = lastShown();
  ownShown();
  changed();
}

const lastShown = () => (charts[0]?.range ? charts[0].range.map(Math.round) : [Math.round(Date.now() / 1000) - 3600, Math.round(Date.now() / 1000)]);

function ownShown() {
  find("own").hidden = state.span !== "own";
  if (state.span !== "own") return;
  [find("from").value, find("to").value] = range().map(local);
}

/** Seconds since 1970 out of the address; null where it tells none, NaN where it tells what is no instant. */
function instant(text) {
  return text ? usable(Number(text)) : null;
}

/** Seconds since 1970 where the interface takes them for an instant, else NaN. */
function usable(seconds) {
  return seconds >= 0 && seconds <= LAST_S ? seconds : NaN;
}

/** What is wrong with a stretch of time, in words; empty where nothing is. */
function mistaken([from, to]) {
  if (Number.isNaN(from) || Number.isNaN(to)) return word("no_instant");
  return from < to ? "" : word("wrong_span");
}

/** Seconds since 1970 as a field for a local time takes them; empty where they are no instant. */
function local(seconds) {
  if (Number.isNaN(seconds)) return "";
  const at = new Date(seconds * 1000);
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 19);
}

function ownRange(event) {
  event.preventDefault();
  const wanted = ["from", "to"].map((id) => usable(new Date(find(id).value).getTime() / 1000));
  if (mistaken(wanted)) return say(find("told"), mistaken(wanted));
  [state.from, state.to] = wanted;
  changed();
}

function range() {
  const now = Date.now() / 1000;
  if (state.span !== "own") return [now - Number(state.span), now];
  const to = state.to ?? now;
  return [state.from ?? Math.max(0, to - 3600), to];
}

function changed() {
  const [from, to] = range();
  const own = state.span === "own" ? [["from", from], ["to", to]] : [["span", state.span]];
  const kept = new URLSearchParams([...state.tags.map((tag) => ["tag", tag]), ...own]);
  window.history.replaceState(null, "", `${location.pathname}?${kept}`);
  for (const link of document.querySelectorAll(".foot a[hreflang]")) link.search = `?${kept}&lang=${link.hreflang}`;
  load();
}

/* What is shown. */

async function load() {
  asking?.abort();
  askedAt = performance.now();
  const shown = range();
  const nothing = mistaken(shown) || (state.tags.length ? "" : word("choose"));
  if (nothing) {
    asking = null;
    curves = [];
    say(find("told"), nothing);
    return rebuild();
  }
  const mine = (asking = new AbortController());
  try {
    const found = await history(state.tags, ...shown, POINTS, mine.signal);
    if (mine !== asking) return;
    curves = found;
    say(find("told"), notRecorded());
    rebuild(shown);
  } catch (error) {
    if (error.name !== "AbortError") say(find("told"), word("history_away", error.message));
  } finally {
    if (mine === asking) asking = null;
  }
}

function notRecorded() {
  const missing = curves.filter((curve) => !curve.times.length).map((curve) => names.short(curve.tag));
  return missing.length ? word("not_recorded", missing.join(", ")) : "";
}

/** One chart per unit, so that every curve has room of its own scale. */
function rebuild(shown = range()) {
  const groups = grouped(curves.filter((curve) => curve.times.length));
  const key = [...groups].map(([scale, members]) => `${scale}:${members.map((curve) => curve.tag + curve.bucket_s)}`).join("|");
  if (find("plots").dataset.of !== key) {
    charts.forEach((chart) => chart.destroy());
    find("plots").dataset.of = key;
    charts = [...groups.values()].map(chartOf);
    find("plots").replaceChildren(...charts.map((chart) => chart.box.parentElement));
  }
  [...groups.values()].forEach((members, place) => {
    charts[place].members = members;
    charts[place].set(joined(members, charts[place].options.envelope), shown);
  });
  legend(null);
}

function grouped(list) {
  const groups = new Map();
  for (const curve of list) groups.set(names.scale(curve.tag), [...(groups.get(names.scale(curve.tag)) ?? []), curve]);
  return groups;
}

function chartOf(members) {
  const box = make("div", { class: "drawn" });
  const title = members.map((curve) => names.full(curve.tag)).join(", ");
  make("figure", { class: "plot" }, make("figcaption", { class: "aside", text: title }), box);
  const series = members.map((curve) => ({ place: state.tags.indexOf(curve.tag), stepped: curve.bucket_s === 0 }));
  const envelope = members.some((curve) => curve.bucket_s !== 0);
  const chart = new Chart(box, series, { height: 220, axis: 66, envelope, label: title, onCursor: (index) => cursor(chart, index) });
  return chart;
}

function cursor(chart, index) {
  const at = index === null || index === undefined ? null : chart.data[0][index];
  legend(at ?? null);
}

function draw() {
  delete find("plots").dataset.of;
  rebuild();
}

function buildLegend() {
  const heads = ["curve", "value", "least", "most"].map((name, place) => make("th", { scope: "col", class: place ? "num" : null, text: word(name) }));
  find("legend").createTHead().append(make("tr", {}, ...heads, make("td")));
  find("legend").createTBody();
}

function legend(at) {
  find("legend").hidden = !curves.length;
  say(find("legend-at"), at === null ? word("last_values") : word("at_cursor", time(at)));
  patch(find("legend").tBodies[0], curves, (curve) => `${state.tags.indexOf(curve.tag)} ${curve.tag}`, buildLine, (row, curve) => mendLine(row, curve, at));
}

function buildLine({ tag }) {
  const drop = make("button", { type: "button", class: "drop", text: "×" });
  drop.addEventListener("click", () => remove(tag));
  const name = make("th", { scope: "row" }, swatch(state.tags.indexOf(tag)), make("span"));
  return make("tr", {}, name, ...["", "", ""].map(() => make("td", { class: "num" })), make("td", {}, drop));
}

function mendLine(row, curve, at) {
  const unit = names.unit(curve.tag);
  const { low, high, last } = extent(curve);
  const name = curve.times.length ? names.full(curve.tag) : names.short(curve.tag);
  say(row.cells[0].lastChild, name);
  [at === null ? last : valueAt(curve, at), low, high].forEach((value, place) => say(row.cells[place + 1], measure(value, unit)));
  mark(row.cells[4].firstChild, "aria-label", word("remove", name));
}

/** What a curve was at an instant: its newest point at or before it. */
function valueAt({ times, last, mean, bucket_s: bucket }, at) {
  let [low, high] = [0, times.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (times[middle] <= at) low = middle + 1;
    else high = middle;
  }
  return low ? (bucket === 0 ? last : mean)[low - 1] : null;
}
