// The page's words, in its language, and how that language writes numbers, times and spans.

const WORDS = JSON.parse(document.getElementById("words").textContent);
export const LANGUAGE = document.documentElement.lang;
// Days before months, as the window writes them.
const LOCALE = LANGUAGE === "en" ? "en-GB" : LANGUAGE;
const THIN = "\u202f";
const plural = new Intl.PluralRules(LANGUAGE);
const DAY = LANGUAGE === "fr" ? "j" : "d";
const numbers = new Map();

/** A word by its name, its places filled. */
export function word(name, ...filled) {
  return WORDS[name].replace(/\{(\d)\}/g, (_, place) => filled[Number(place)]);
}

/** The word for one or for many: `name_1` or `name_n`; the number fills the first place. */
export function counted(name, count, ...filled) {
  return word(`${name}_${plural.select(count) === "one" ? "1" : "n"}`, number(count), ...filled);
}

/** A number with at most so many decimals, digits grouped by thin spaces; a dash for none. */
export function number(value, most = 0, least = 0) {
  if (value === null || value === undefined) return "–";
  const key = `${most} ${least}`;
  if (!numbers.has(key)) {
    numbers.set(key, new Intl.NumberFormat(LOCALE, { maximumFractionDigits: most, minimumFractionDigits: least }));
  }
  return numbers.get(key).formatToParts(value).map((part) => (part.type === "group" ? THIN : part.value)).join("");
}

/** A measured value: as many decimals as its size makes worth reading. */
export function measure(value, unit = "") {
  if (value === null || value === undefined) return "–";
  const size = Math.abs(value);
  const most = Number.isInteger(value) ? 0 : size >= 1000 ? 0 : size >= 100 ? 1 : size >= 1 ? 2 : 4;
  return unit ? `${number(value, most)}${THIN}${unit}` : number(value, most);
}

/** A span of time in its two greatest units. */
export function span(seconds) {
  if (seconds === null || seconds === undefined) return "–";
  if (seconds < 60) return `${number(Math.floor(seconds))}${THIN}s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes}${THIN}min`;
  const hours = Math.floor(minutes / 60);
  if (hours < 24) return `${hours}${THIN}h ${String(minutes % 60).padStart(2, "0")}`;
  return `${number(Math.floor(hours / 24))}${THIN}${DAY} ${hours % 24}${THIN}h`;
}

const CLOCK = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" };
const clock = new Intl.DateTimeFormat(LOCALE, { ...CLOCK, second: "2-digit" });
const minute = new Intl.DateTimeFormat(LOCALE, CLOCK);
const day = new Intl.DateTimeFormat(LOCALE, { day: "numeric", month: "short" });
const dayOfYear = new Intl.DateTimeFormat(LOCALE, { day: "numeric", month: "short", year: "numeric" });

/** The time of day where the browser is, of seconds since 1970; with its day where that is not today. */
export function time(seconds, withSeconds = true) {
  const at = new Date(seconds * 1000);
  const told = (withSeconds ? clock : minute).format(at);
  const today = new Date();
  if (at.toDateString() === today.toDateString()) return told;
  return `${(at.getFullYear() === today.getFullYear() ? day : dayOfYear).format(at)} ${told}`;
}

/** What stands at a line of a time axis whose lines are `step` seconds apart. */
export function tick(seconds, step) {
  const at = new Date(seconds * 1000);
  const midnight = at.getHours() === 0 && at.getMinutes() === 0 && at.getSeconds() === 0;
  return step >= 86400 || midnight ? day.format(at) : (step < 60 ? clock : minute).format(at);
}

/** Bytes, in the unit that suits them. */
export function bytes(count) {
  const [mega, giga] = LANGUAGE === "fr" ? ["Mo", "Go"] : ["MB", "GB"];
  return count < 1e9 ? `${number(count / 1e6)}${THIN}${mega}` : `${number(count / 1e9, 1)}${THIN}${giga}`;
}
