// Questions about the past, put to the program's own interface.

/** The answer to a question, as JSON. Throws an Error with the reason in its message. */
export async function ask(path, parameters, signal) {
  const query = new URLSearchParams(parameters);
  const answer = await fetch(`/api/v1${path}?${query}`, { signal, headers: { Accept: "application/json" } });
  if (answer.ok) return answer.json();
  const problem = await answer.json().catch(() => ({}));
  throw new Error(problem.detail || `${answer.status}`);
}

const iso = (seconds) => new Date(seconds * 1000).toISOString();

/** Curves of tags from `begin` to `end` (seconds since 1970), in the order of the tags. */
export async function history(tags, begin, end, points, signal) {
  const parameters = [...tags.map((tag) => ["tag", tag]), ["from", iso(begin)], ["to", iso(end)], ["points", String(points)]];
  return (await ask("/history", parameters, signal)).curves;
}
