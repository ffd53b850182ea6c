// The plots: marbles of the three circuits and the sums, over half an hour or a shift.
import { find, say } from "./dom.js";
import { show } from "./station.js";
import { Totals } from "./totals.js";

const totals = new Totals(find("plots"), { seconds: 1800, height: 210, withSums: true, onTold: (text) => say(find("told"), text) });
let newest = null;

find("span").addEventListener("change", (event) => totals.setSpan(Number(event.target.value)));

show(
  "overview",
  (facts) => {
    newest = facts;
    totals.update(facts);
  },
  (_, since) => newest && totals.goOn(newest.station.at + since),
);
