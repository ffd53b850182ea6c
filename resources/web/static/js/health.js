// The program's own condition: each part with a shape, a word and a figure.
import { chip, find, make, mark, patch, rechip, say } from "./dom.js";
import { show } from "./station.js";
import { bytes, number, span, word } from "./words.js";

let told = null;

show("health", render, (_, since) => told && tick(since));

function render(facts) {
  told = facts;
  patch(find("parts"), facts.parts, (part) => part.key, build, mend);
  say(find("cycles"), number(facts.cycles));
  tick(0);
}

const build = () => make("li", {}, make("div", { class: "top" }, make("h2"), chip("normal", "")), make("span", { class: "value" }), make("span", { class: "below" }), make("ul", { class: "notes" }));

function mend(element, part) {
  const [top, value, below, notes] = element.children;
  mark(element, "data-severity", part.severity);
  say(top.firstChild, part.title);
  rechip(top.lastChild, part.severity, part.word);
  say(value, figure(part, 0));
  say(below, part.text);
  notes.hidden = !part.notes.length;
  patch(notes, part.notes.map((text, place) => ({ text, place })), (note) => note.place, () => make("li"), (line, note) => say(line, note.text));
}

function figure({ form, figure: value }, since) {
  if (value === null || !form) return "";
  if (form === "age") return word("ago", span(value + since));
  if (form === "span") return `${number(value, 2, 2)}\u202fs`;
  return form === "bytes" ? bytes(value) : number(value);
}

function tick(since) {
  say(find("running"), span(told.running_s + since));
  for (const part of told.parts) {
    const value = find("parts").querySelector(`[data-key="${part.key}"] .value`);
    if (value && part.form === "age") say(value, figure(part, since));
  }
}
