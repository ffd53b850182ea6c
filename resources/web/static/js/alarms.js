// The alarms that stand, those that something hides, and the newest entries of the journal.
import { chip, find, make, mark, patch, rechip, say } from "./dom.js";
import { show } from "./station.js";
import { measure, number, span, time, word } from "./words.js";

const COLUMNS = ["priority", "state", "plc", "alarm", "since_head", "acknowledged_by", "what_to_do"];
const KINDS = ["two", "two end", "plc whole", "wide whole", "time two", "quiet two end", "wide whole aside"];

const tables = { active: find("active"), hidden: find("hidden") };

for (const table of Object.values(tables)) build(table);
show("alarms", render, (_, since) => tick(since));

function build(table) {
  mark(table, "role", "table");
  const cells = COLUMNS.map((name) => make("th", { scope: "col", role: "columnheader", text: word(name) }));
  table.createTHead().append(make("tr", { role: "row" }, ...cells));
  mark(table.tHead, "role", "rowgroup");
  mark(table.createTBody(), "role", "rowgroup");
}

let at = 0;

function render(facts) {
  at = facts.station.at;
  for (const which of ["active", "hidden"]) {
    const [list, count] = [facts[which], facts[`${which}_count`]];
    patch(tables[which].tBodies[0], list, (alarm) => alarm.id, buildRow, mendRow);
    tables[which].hidden = !list.length;
    say(find(`${which}-count`), count ? number(count) : "");
    say(find(`${which}-more`), list.length < count ? word("first_of", number(list.length), number(count)) : count ? "" : word("no_alarms_now"));
  }
  find("hidden-panel").hidden = !facts.hidden_count;
  find("flood").hidden = !facts.flood;
  say(find("flood"), word("flood"));
  entries(facts.entries);
}

function buildRow() {
  const cells = KINDS.map((kind) => make("td", { class: kind || null, role: "cell" }));
  cells[0].append(chip("normal", "", true));
  return make("tr", { role: "row" }, ...cells);
}

function mendRow(element, alarm) {
  const [priority, state, plc, text, since, by, response] = element.cells;
  const loud = alarm.unacknowledged && alarm.active && !maskedBy(alarm);
  mark(priority.firstChild, "class", loud ? "chip full" : "chip");
  rechip(priority.firstChild, alarm.severity, alarm.priority);
  mark(element, "data-tint", loud && alarm.severity !== "low" ? alarm.severity : null);
  say(state, alarm.unknown ? `${alarm.state} · ${word("unknown_now")}` : alarm.state);
  state.classList.toggle("strong", alarm.unacknowledged);
  say(plc, alarm.plc);
  say(text, alarm.now === null || alarm.now === alarm.onset ? alarm.text : `${alarm.text} · ${word("value").toLowerCase()} ${measure(alarm.now)}`);
  text.classList.toggle("strong", loud);
  mark(since, "data-at", alarm.since);
  say(since, sinceText(alarm.since, at));
  say(by, [maskedBy(alarm), alarm.acknowledged_by, alarm.comment].filter(Boolean).join(" · "));
  say(response, alarm.response);
}

function maskedBy(alarm) {
  if (alarm.shelved_until !== null) return word("shelved", alarm.shelved_by, time(alarm.shelved_until, false));
  if (alarm.suppressed_by) return word("suppressed", alarm.suppressed_by);
  return alarm.out_of_service_by === null ? "" : word("out_of_service", alarm.out_of_service_by);
}

const sinceText = (began, now) => `${time(began)} · ${span(Math.max(0, now - began))}`;

function tick(since) {
  for (const cell of document.querySelectorAll("td[data-at]")) say(cell, sinceText(Number(cell.dataset.at), at + since));
}

function entries(list) {
  const { tBodies: [body] } = find("journal");
  patch(body, list, (entry) => entry.key, buildEntry);
  find("journal").hidden = !list.length;
  say(find("journal-told"), list.length ? "" : word("no_entries"));
}

function buildEntry(entry) {
  const what = entry.what === "transition" ? word(`became_${entry.after}`) : word(`did_${entry.what.replaceAll(" ", "_")}`);
  const until = entry.until === null ? "" : word("until", time(entry.until, false));
  const value = (entry.kind === "high" || entry.kind === "low") && entry.value !== null ? measure(entry.value) : "";
  const about = [entry.kind === null ? word("sound") : word(`kind_${entry.kind.replaceAll("-", "_")}`, entry.subject), value, entry.detail];
  const cells = [
    ["time two", time(entry.at)],
    ["plc end", entry.plc],
    ["wide whole", [what, until].filter(Boolean).join(" ")],
    ["wide whole", about.filter(Boolean).join(" · ")],
    ["quiet whole", [entry.by, entry.comment].filter(Boolean).join(": ")],
  ];
  return make("tr", { role: "row" }, ...cells.map(([kind, text]) => make("td", { class: kind, role: "cell", text })));
}
