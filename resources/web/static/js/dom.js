// Elements, made and mended in place: what did not change is not touched.

export const MARKS = { normal: "○", low: "●", medium: "◆", high: "▲", unknown: "○" };

export const find = (id) => document.getElementById(id);

/** An element with attributes (`text` its text, `class`, `data-...`) and children. */
export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name === "text") element.textContent = value;
    else if (value !== null && value !== undefined && value !== false) element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children);
  return element;
}

/** Sets a text where it differs. */
export function say(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

/** Sets an attribute where it differs; null takes it away. */
export function mark(element, name, value) {
  if (value === null || value === undefined || value === false) element.removeAttribute(name);
  else if (element.getAttribute(name) !== String(value)) element.setAttribute(name, value);
}

/** A severity's shape with a word. */
export function chip(severity, text, full = false) {
  return make(
    "span",
    { class: full ? "chip full" : "chip", "data-severity": severity },
    make("span", { class: "mark", "aria-hidden": "true", text: MARKS[severity] }),
    make("span", { text }),
  );
}

/** Mends a chip in place. */
export function rechip(element, severity, text) {
  mark(element, "data-severity", severity);
  say(element.firstChild, MARKS[severity]);
  say(element.lastChild, text);
}

/** Brings the children of `parent` in line with `items`: each has a key, is made once and mended after. */
export function patch(parent, items, keyOf, build, mend) {
  const before = new Map([...parent.children].map((child) => [child.dataset.key, child]));
  let place = parent.firstElementChild;
  for (const item of items) {
    const key = String(keyOf(item));
    let child = before.get(key);
    if (child) before.delete(key);
    else {
      child = build(item);
      child.dataset.key = key;
    }
    mend?.(child, item);
    if (child === place) place = place.nextElementSibling;
    else parent.insertBefore(child, place);
  }
  for (const gone of before.values()) gone.remove();
}
