// Questions about the past, put to the program's own interface.

/** The answer to a question, as JSON. Throws an Error with the reason in its message. */
export async function ask(path, parameters, signal) {
  const query = new URLSearchParams(parameters);
  const answer = await fetch(`/api/v1${path}?${query}`, { signal, headers: { Accept: "application/json" } });
  if (answer.ok) return answer.json();
  const problem = await answer.json().catch(() => ({}));
  throw new Error(problem.detail || `${answer.status}`);
}

/** The last second that an instant of the interface may lie in: the year 9999 ends with it. */
export const LAST_S = 253_402_300_799;

// What is longer is no recorded quantity, and would make an address that the program refuses as a whole.
const LONGEST_TAG = 400; // Letters.
const LONGEST_WRITTEN = 2_000; // Bytes of an address.
const iso = (seconds) => new Date(seconds * 1000).toISOString();
const askable = (tag) => [...tag].length <= LONGEST_TAG && `${new URLSearchParams({ tag })}`.length <= LONGEST_WRITTEN;
const unrecorded = (tag) => ({ tag, bucket_s: 0, times: [], low: [], high: [], mean: [], last: [] });

/** Curves of tags from `begin` to `end` (seconds since 1970), in the order of the tags; empty ones where nothing is. */
export async function history(tags, begin, end, points, signal) {
  const asked = tags.filter(askable);
  if (!asked.length) return tags.map(unrecorded);
  const parameters = [...asked.map((tag) => ["tag", tag]), ["from", iso(begin)], ["to", iso(end)], ["points", String(points)]];
  const { curves } = await ask("/history", parameters, signal);
  return tags.map((tag) => curves[asked.indexOf(tag)] ?? unrecorded(tag));
}
