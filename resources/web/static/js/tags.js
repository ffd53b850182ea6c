// What recorded quantities are called, and in which unit they are.
import { word } from "./words.js";

const VECTORS = { compteur_bille: "marbles_tag", multi_possible: "multi_tag", checkplusde3: "check_tag" };

const LONGEST = 60; // Letters.

export class Names {
  constructor() {
    this.circuits = ["0", "1", "2"];
    this.requests = new Map();
    this.known = "";
  }

  /** Takes the names out of the overview's facts; whether there is anything new in them. */
  learn({ figures }) {
    if (!figures) return false;
    const now = JSON.stringify([figures.circuits, figures.requests.map(({ tag, title, unit }) => [tag, title, unit])]);
    if (now === this.known) return false;
    this.known = now;
    this.circuits = figures.circuits;
    this.requests = new Map(figures.requests.map((request) => [request.tag, request]));
    return true;
  }

  /** `API-3:temperature` -> ["API-3", "temperature"]; a fleet's total has no PLC. */
  parts(tag) {
    const colon = tag.lastIndexOf(":");
    return colon < 0 ? ["", tag] : [tag.slice(0, colon), tag.slice(colon + 1)];
  }

  quantity(tag) {
    const [plc, name] = this.parts(tag);
    const [question, circuit] = name.split("/");
    if (VECTORS[question] && circuit !== undefined) return `${word(VECTORS[question])} · ${this.circuits[Number(circuit)] ?? circuit}`;
    if (name === "latency") return word("latency");
    if (name === "connected") return word(plc ? "connected_tag" : "connected_plcs");
    if (name === "cycle") return word("cycle_tag");
    const title = this.requests.get(name)?.title ?? name;
    return plc ? title : word("sum_of", title);
  }

  full(tag) {
    const [plc] = this.parts(tag);
    return `${plc || word("fleet_totals")} · ${this.quantity(tag)}`;
  }

  /** As `full`, cut where a name that was made up would fill the page. */
  short(tag) {
    const letters = [...this.full(tag)];
    return letters.length > LONGEST ? `${letters.slice(0, LONGEST - 1).join("")}…` : letters.join("");
  }

  unit(tag) {
    const [, name] = this.parts(tag);
    return name === "latency" || name === "cycle" ? "s" : (this.requests.get(name)?.unit ?? "");
  }

  /** Curves of one scale share a chart. */
  scale(tag) {
    const [plc, name] = this.parts(tag);
    return `${plc ? "plc" : "fleet"} ${name.split("/")[0]}`;
  }
}
