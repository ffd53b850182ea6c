"""axe-core in the page that is looked at: what stands in somebody's way."""

from functools import cache
from importlib.resources import files

from playwright.sync_api import Page

_ASK = """
async () => {
  const told = await axe.run(document, {
    resultTypes: ["violations"],
    runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
  });
  const line = (rule, node) => {
    const [why] = [...node.any, ...node.all, ...node.none];
    return `${rule.impact} ${rule.id}: ${node.html.slice(0, 200)} | ${why?.message}`;
  };
  return told.violations.flatMap((rule) => rule.nodes.map((node) => line(rule, node)));
}
"""


def obstacles(page: Page) -> list[str]:
    """Every violation of WCAG 2.2 AA and of good practice on the page as it stands, one line an element."""
    # By the debugger: the page's Content-Security-Policy is as strict as ever while axe looks at it.
    page.evaluate(_axe())
    told: list[str] = page.evaluate(_ASK)
    return told


@cache
def _axe() -> str:
    return (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")
