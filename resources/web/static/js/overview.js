// The overview: key figures, what is not well, the newest alarms, the marbles of the last half hour.
import { chip, find, make, mark, patch, rechip, say } from "./dom.js";
import { AGE, PLC, REASON, STATE, notOfNow } from "./rows.js";
import { show } from "./station.js";
import { Totals, limitsText, sumText } from "./totals.js";
import { counted, measure, number, span, time, word } from "./words.js";

const LISTED = 10;
const HALF_HOUR = 1800;
const totals = new Totals(find("plots"), { seconds: HALF_HOUR, height: 128 });
let newest = null;

show("overview", render, tick);

function render(facts) {
  newest = facts;
  // After a restart nothing is known at first: what was shown before must not stand on.
  if (facts.figures) cards(facts);
  else find("figures").replaceChildren();
  gateways(facts);
  alarms(facts);
  totals.update(facts);
}

function cards({ station, figures }) {
  const { marbles, checkplusde3: check, multi_possible: multi, circuits, requests } = figures;
  const all = [
    connectedCard(station),
    ...circuits.map((circuit, place) => vectorCard(`m${place}`, word("marbles_of", circuit), marbles, place)),
    {
      key: "check",
      name: word("beyond_three"),
      value: vectorText(check),
      below: word("multi", vectorText(multi)),
      severity: "normal",
    },
    ...requests.map(requestCard),
    {
      key: "cycle",
      name: word("cycle_n", number(station.cycle)),
      value: figures.cycle_s === null ? "–" : `${number(figures.cycle_s, 2, 2)}\u202fs`,
      below: cycleBelow(0),
      severity: "normal",
    },
  ];
  patch(find("figures"), all, (card) => card.key, buildCard, mendCard);
}

const connectedCard = ({ gateways, answering }) => ({
  key: "connected",
  name: word("connected_plcs"),
  value: number(answering),
  small: ` / ${number(gateways)}`,
  below: gateways && answering === gateways ? word("all_connected") : counted("not_connected", gateways - answering),
  severity: answering < gateways ? "medium" : "normal",
});

const vectorCard = (key, name, total, place) => ({
  key,
  name,
  value: sumText(total.complete, total.so_far[place], total.over > 0),
  below: total.complete ? word("all_of", number(total.of)) : partText(total, "incomplete"),
  severity: "normal",
});

function vectorText(total) {
  if (!total.over) return "–";
  return (total.complete ? "" : "≥\u00a0") + total.so_far.map((count) => number(count)).join("\u00a0· ");
}

function requestCard(request) {
  const key = `r${request.name}`;
  const severity = request.breach ? "high" : "normal";
  const limits = limitsText(request);
  if (request.summed) {
    // A sum that is beyond its limit although some are missing was judged.
    const below = [partText(request, request.breach ? "incomplete" : "not_judged"), limits].filter(Boolean).join(" · ");
    return { key, name: word("sum_of", request.title), value: sumText(request.complete, request.so_far, request.at_least, request.unit), below, severity };
  }
  const lowOnly = request.threshold === null && request.low_threshold !== null;
  const below = [request.beyond ? counted("beyond", request.beyond) : "", partText(request, "incomplete"), limits].filter(Boolean).join(" · ");
  return { key, name: word(lowOnly ? "lowest" : "highest", request.title), value: extremeText(request, lowOnly), below, severity };
}

/** Over how many gateways a figure is, where that is not all of them. */
const partText = ({ complete, over, of }, how) => (complete ? "" : `◆\u00a0${word(how, number(over), number(of))}`);

/** The highest or lowest value of now: a bound, while a gateway that is missing may be beyond it. */
function extremeText({ complete, highest, lowest, unit }, lowOnly) {
  const value = lowOnly ? lowest : highest;
  if (value === null) return "–";
  return `${complete ? "" : lowOnly ? "≤\u00a0" : "≥\u00a0"}${measure(value, unit)}`;
}

const buildCard = () => make("li", {}, make("span", { class: "name" }), make("span", { class: "value" }, make("span", { class: "mark", "aria-hidden": "true" }), make("span"), make("small")), make("span", { class: "below" }));

function mendCard(element, card) {
  const [name, value, below] = element.children;
  mark(element, "data-severity", card.severity);
  say(name, card.name);
  mark(name, "title", card.name);
  say(value.children[0], card.severity === "high" ? "▲ " : "");
  say(value.children[1], card.value);
  say(value.children[2], card.small ?? "");
  say(below, card.below);
}

const cycleBelow = (since) => {
  const { station, figures } = newest;
  const age = station.age_s === null ? "" : word("answers_old", span(station.age_s + since));
  return [age, word("skipped", number(figures?.skipped ?? 0))].filter(Boolean).join(" · ");
};

function tick(age, since) {
  const card = find("figures").querySelector('[data-key="cycle"] .below');
  if (card && newest) say(card, cycleBelow(since));
  if (!newest) return;
  const rows = new Map(newest.unwell.map((row) => [keyOfRow(row), row]));
  for (const element of find("unwell").children) {
    const row = rows.get(element.dataset.key);
    if (row) say(element.lastChild, ageText(row, since));
  }
  totals.goOn(newest.station.at + since);
}

/** How old a gateway's oldest reading is, where it is not of now. */
const ageText = (row, since) => (row[AGE] === null || !notOfNow(row) ? "" : span(row[AGE] + since));

function gateways({ unwell, states, tally }) {
  const well = [{ plain: word("all_well"), key: "well" }];
  patch(find("unwell"), unwell.length ? unwell : tally.length ? well : [], keyOfRow, buildRow, (element, row) => mendRow(element, row, states));
  const count = tally.slice(0, -1).reduce((sum, many) => sum + many, 0);
  say(find("unwell-more"), count > LISTED ? word("more_unwell", number(count - LISTED)) : "");
}

const keyOfRow = (row) => (row.plain ? row.key : `g${row[PLC]}`);

function buildRow(row) {
  if (row.plain) return make("li", { class: "plain-line", text: row.plain });
  return make("li", {}, chip("normal", ""), make("span", { class: "text" }, make("b"), make("span", { class: "aside" })), make("span", { class: "time" }));
}

function mendRow(element, row, states) {
  if (row.plain) return;
  const { severity, word: said } = states[row[STATE]];
  const [badge, text, when] = element.children;
  rechip(badge, severity, said);
  say(text.children[0], row[PLC]);
  say(text.children[1], row[REASON] ? ` ${row[REASON]}` : "");
  say(when, ageText(row, 0));
  mark(element, "data-tint", severity === "high" || severity === "medium" ? severity : null);
}

function alarms({ newest: list }) {
  const none = [{ plain: word("no_alarms_now"), key: "none" }];
  patch(find("newest"), list.length ? list : none, (alarm) => (alarm.plain ? alarm.key : `a${alarm.id}`), buildAlarm, mendAlarm);
}

function buildAlarm(alarm) {
  if (alarm.plain) return make("li", { class: "plain-line", text: alarm.plain });
  return make("li", {}, chip("normal", "", true), make("span", { class: "text" }), make("span", { class: "time" }));
}

function mendAlarm(element, alarm) {
  if (alarm.plain) return;
  const [badge, text, when] = element.children;
  mark(badge, "class", alarm.unacknowledged && alarm.active ? "chip full" : "chip");
  rechip(badge, alarm.severity, alarm.priority);
  say(text, alarm.active ? alarm.text : `${alarm.text} · ${alarm.state}`);
  mark(element, "title", `${alarm.state}. ${alarm.response}`);
  say(when, time(alarm.since));
}
