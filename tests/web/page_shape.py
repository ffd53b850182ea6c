"""What of a page can be seen, and what can be reached by keyboard, as the browser has laid it out."""

from playwright.sync_api import Page

_BEYOND = """
() => {
  const scrolls = (element) => {
    for (let up = element; up && up !== document.body; up = up.parentElement) {
      if (["auto", "scroll"].includes(getComputedStyle(up).overflowX)) return true;
    }
    return false;
  };
  // What is for screen readers only is clipped to a point on purpose.
  const seen = (box) => box.width > 1 && box.height > 1 && box.bottom > 0;
  const told = [];
  for (const element of document.body.querySelectorAll("*")) {
    const box = element.getBoundingClientRect();
    if (seen(box) && (box.right > innerWidth + 0.5 || box.left < -0.5) && !scrolls(element)) {
      told.push(`${element.outerHTML.slice(0, 120)} from ${box.left} to ${box.right}`);
    }
  }
  return told;
}
"""
_CUT_OFF = """
() => {
  const told = [];
  for (const element of document.body.querySelectorAll("*")) {
    const style = getComputedStyle(element);
    const box = element.getBoundingClientRect();
    const forReaders = style.clipPath !== "none" || style.clip !== "auto";
    const foreign = element.matches("svg *, svg, select, input");
    if (box.width <= 1 || box.height <= 1 || forReaders || foreign) continue;
    const hides = ["hidden", "clip"].includes(style.overflowX);
    const full = element.title || element.closest("[title]");
    if (hides && element.scrollWidth > element.clientWidth + 1 && element.innerText && !full) {
      told.push(`${element.outerHTML.slice(0, 120)} shows ${element.clientWidth} of ${element.scrollWidth}`);
    }
  }
  return told;
}
"""
_FOCUS = """
() => {
  const element = document.activeElement;
  if (!element || element === document.body) return null;
  const visible = (style) => (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 1)
    || style.boxShadow !== "none";
  const onScreen = (box) => box.width > 1 && box.height > 1 && box.bottom > 0 && box.top < innerHeight;
  // A radio button may be drawn by what stands beside it in its label.
  const drawn = element.type === "radio" ? [...element.parentElement.children] : [element];
  return {
    name: (element.getAttribute("aria-label") || element.innerText || element.labels?.[0]?.innerText
      || element.placeholder || "").trim(),
    tag: element.localName,
    ringed: drawn.some((one) => visible(getComputedStyle(one))),
    seen: drawn.some((one) => onScreen(one.getBoundingClientRect())),
  };
}
"""
_TOLD = """
() => {
  const told = [document.title];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    if (!walker.currentNode.parentElement.closest("script, noscript")) told.push(walker.currentNode.data);
  }
  for (const element of document.body.querySelectorAll("*")) {
    for (const name of ["aria-label", "title", "placeholder"]) told.push(element.getAttribute(name) ?? "");
  }
  const parts = told.flatMap((text) => text.split(" · "));
  return parts.map((text) => text.replace(/\\s+/g, " ").trim()).filter(Boolean);
}
"""


def told(page: Page) -> list[str]:
    """Every text that is shown or spoken, piece by piece."""
    texts: list[str] = page.evaluate(_TOLD)
    return texts


def beyond_the_edge(page: Page) -> list[str]:
    """Elements that reach beyond the screen's sides, and are in no box that scrolls by itself."""
    told: list[str] = page.evaluate(_BEYOND)
    return told


def cut_off(page: Page) -> list[str]:
    """Texts of which a part is hidden, and nothing tells the whole."""
    told: list[str] = page.evaluate(_CUT_OFF)
    return told


def stops(page: Page, most: int = 60) -> list[dict[str, object]]:
    """Where the Tab key stops, from the page's top, until it leaves the page or comes round.

    Each `name`, `tag`, `ringed` (the focus can be seen) and `seen` (it is on the screen).
    """
    page.evaluate("document.activeElement?.blur()")
    found: list[dict[str, object]] = []
    for _ in range(most):
        page.keyboard.press("Tab")
        stop = page.evaluate(_FOCUS)
        if stop is None or stop in found[:1]:
            break
        found.append(stop)
    return found
