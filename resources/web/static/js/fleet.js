// The fleet: one row per gateway, those that are not well first; filtered, sorted, a hundred at a time.
import { MARKS, chip, find, make, mark, patch, rechip, say } from "./dom.js";
import { ADDRESS, AGE, BREACH, FIRST_REQUEST, LATENCY, MARBLES, MARBLES_QUALITY, PLC, QUALITY, REASON, STATE, VALUES, notOfNow } from "./rows.js";
import { show } from "./station.js";
import { LANGUAGE, number, span, word } from "./words.js";

const PAGE = 100;

const table = find("fleet");
const head = table.createTHead();
const body = table.createTBody();
const collator = new Intl.Collator(LANGUAGE, { numeric: true, sensitivity: "base" });
let facts = null;
let columns = [];
let shape = "";
let sorted = { key: "state", down: false };
let page = 0;

mark(table, "role", "table");
mark(head, "role", "rowgroup");
mark(body, "role", "rowgroup");
find("filter").addEventListener("input", () => turn(0));
find("before").addEventListener("click", () => turn(page - 1));
find("after").addEventListener("click", () => turn(page + 1));
const shell = show("fleet", render, tick);

function render(told) {
  facts = told;
  const now = JSON.stringify([told.requests, told.circuits]);
  if (now !== shape) {
    shape = now;
    columns = columnsOf(told);
    buildHead();
    body.replaceChildren();
  }
  for (const column of columns) if (column.request !== undefined) column.digits = digits(column.request);
  tally();
  draw();
}

/** Decimals of a column: the same in every row. */
function digits(place) {
  const values = facts.rows.map((row) => row[VALUES][place]).filter((value) => value !== null);
  if (values.every(Number.isInteger)) return 0;
  return values.some((value) => Math.abs(value) >= 100) ? 1 : 2;
}

function columnsOf({ requests, circuits }) {
  return [
    { key: "state", name: word("state"), sort: (row) => row[STATE], kind: "two end" },
    { key: "plc", name: word("plc"), sort: (row) => row[PLC], kind: "plc" },
    { key: "address", name: word("address"), sort: (row) => row[ADDRESS], kind: "quiet whole" },
    { key: "reason", name: word("reason"), sort: (row) => row[REASON] || null, kind: "wide whole" },
    { key: "latency", name: word("latency"), sort: (row) => row[LATENCY], kind: "num" },
    { key: "age", name: word("age"), sort: (row) => row[AGE], kind: "num" },
    ...circuits.map((name, place) => ({ key: `m${place}`, name, sort: (row) => row[MARBLES]?.[place] ?? null, kind: "num", circuit: place })),
    ...requests.map(({ name, title, unit }, place) => ({ key: `r${name}`, name: unit ? `${title} ${unit}` : title, label: title, unit, sort: (row) => row[VALUES][place], kind: "num two", request: place })),
  ];
}

function buildHead() {
  const cells = columns.map((column) => {
    const button = make("button", { type: "button", text: column.name, title: word("sort_by", column.name) });
    button.addEventListener("click", () => sortBy(column));
    const kind = column.request !== undefined ? "num long" : column.kind.includes("num") ? "num" : null;
    return make("th", { scope: "col", role: "columnheader", class: kind, "data-key": column.key }, button);
  });
  head.replaceChildren(make("tr", { role: "row" }, ...cells));
  markSorted();
}

function sortBy({ key }) {
  sorted = { key, down: sorted.key === key ? !sorted.down : false };
  markSorted();
  turn(0);
}

function markSorted() {
  for (const cell of head.rows[0].cells) mark(cell, "aria-sort", cell.dataset.key === sorted.key ? (sorted.down ? "descending" : "ascending") : null);
}

function chosen() {
  const wanted = find("filter").value.trim().toLocaleLowerCase(LANGUAGE);
  const states = facts.states.map((state) => state.word.toLocaleLowerCase(LANGUAGE));
  const fits = (row) => [row[PLC], row[ADDRESS], row[REASON]].some((text) => text.toLocaleLowerCase(LANGUAGE).includes(wanted)) || states[row[STATE]].includes(wanted);
  const rows = wanted ? facts.rows.filter(fits) : [...facts.rows];
  const { sort } = columns.find((column) => column.key === sorted.key) ?? columns[0];
  const way = sorted.down ? -1 : 1;
  return rows.sort((one, other) => way * compare(sort(one), sort(other)) || collator.compare(one[PLC], other[PLC]));
}

/** What is not known stands last, whichever way the rest is sorted. */
function compare(one, other) {
  if (one === null || other === null) return (sorted.down ? -1 : 1) * ((one === null) - (other === null));
  return typeof one === "string" ? collator.compare(one, other) : one - other;
}

function turn(to) {
  page = to;
  if (facts) draw();
}

function draw() {
  const rows = chosen();
  const pages = Math.max(1, Math.ceil(rows.length / PAGE));
  page = Math.min(Math.max(0, page), pages - 1);
  const first = page * PAGE;
  const shown = rows.slice(first, first + PAGE);
  patch(body, shown, (row) => row[PLC], buildRow, mendRow);
  say(find("shown"), word("shown_of", number(rows.length), number(facts.rows.length)));
  find("pager").hidden = pages < 2;
  find("before").disabled = page === 0;
  find("after").disabled = page === pages - 1;
  say(find("page"), word("page_n", number(first + 1), number(first + shown.length), number(rows.length)));
  find("nothing").hidden = shown.length > 0;
  say(find("nothing"), word(facts.rows.length ? "nothing_found" : "no_gateways"));
}

function tally() {
  const items = facts.tally.map((count, state) => ({ ...facts.states[state], state, count })).filter(({ count }) => count);
  const build = (item) => make("li", {}, make("span", { class: `tone-${item.severity}`, "aria-hidden": "true", text: `${MARKS[item.severity]} ` }), make("span"));
  patch(find("tally"), items, (item) => item.state, build, (element, item) => say(element.lastChild, `${item.word} ${number(item.count)}`));
}

function buildRow() {
  const cells = columns.map((column) => make("td", { class: column.kind, role: "cell", "data-label": column.kind.includes("num") ? (column.label ?? column.name) : null }));
  cells[0].append(chip("normal", ""));
  return make("tr", { role: "row" }, ...cells);
}

function mendRow(element, row) {
  const { severity, word: said } = facts.states[row[STATE]];
  mark(element, "data-tint", severity === "high" || severity === "medium" ? severity : null);
  columns.forEach((column, place) => {
    const cell = element.cells[place];
    if (place === 0) return rechip(cell.firstChild, severity, said);
    const told = content(column, row);
    say(cell, told.text);
    mark(cell, "title", told.title ?? null);
    mark(cell, "data-unit", told.text === "–" ? null : column.unit || null);
    cell.classList.toggle("old", Boolean(told.old));
    cell.classList.toggle("beyond", Boolean(told.beyond));
  });
}

function content(column, row) {
  if (column.circuit !== undefined) return reading(row, MARBLES_QUALITY, row[MARBLES]?.[column.circuit] ?? null, (value) => number(value));
  if (column.request !== undefined) {
    const told = reading(row, FIRST_REQUEST + column.request, row[VALUES][column.request], (value) => number(value, column.digits, column.digits));
    return row[BREACH].includes(column.request) ? { ...told, text: `▲ ${told.text}`, beyond: true } : told;
  }
  if (column.key === "latency") return { text: row[LATENCY] === null ? "–" : `${number(row[LATENCY])}\u202fms` };
  if (column.key === "age") return { text: ageText(row), old: notOfNow(row) };
  const text = row[{ plc: PLC, address: ADDRESS, reason: REASON }[column.key]];
  return { text, title: text };
}

/** How old a row's oldest reading is now: what it was when the message came, and what has passed since. */
const ageText = (row) => (row[AGE] === null ? "–" : span(row[AGE] + shell.since_s));

/** Ages go on, although nothing new came. */
function tick() {
  if (!facts || document.hidden) return;
  const rows = new Map(facts.rows.map((row) => [row[PLC], row]));
  const place = columns.findIndex((column) => column.key === "age");
  for (const element of body.rows) {
    const row = rows.get(element.dataset.key);
    // The titles of old readings tell their age as well.
    if (notOfNow(row)) mendRow(element, row);
    else say(element.cells[place], ageText(row));
  }
}

/** A reading: one that is not of now is visibly so, and says why. */
function reading(row, question, value, form) {
  const quality = row[QUALITY][question];
  if (quality === "N" || value === null) return { text: "–", title: word("no_value"), old: true };
  if (quality === "G") return { text: form(value) };
  const why = [word(quality === "B" ? "last_known" : "stale_value"), row[AGE] === null ? "" : ageText(row), row[REASON]].filter(Boolean).join(" · ");
  return { text: form(value), title: why, old: true };
}
