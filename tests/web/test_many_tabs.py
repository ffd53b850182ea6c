"""Many tabs of one browser, of which somebody sees one: those behind it take no connection from it."""

import re
import time
from collections.abc import Callable, Iterator
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser, Page

from tests.web.browser import PATIENCE_S, Visit, visit
from tools.chromium import chromium
from tools.web_stage import INTERVAL_S, Scene, Served, served

TABS = 9
"""More than the six connections that a browser has for a site."""
HIDDEN_OR_SEEN = """
window.unseen = false;
window.later_ms = 0;
Object.defineProperty(Document.prototype, "hidden", { get: () => window.unseen });
const awake = performance.now.bind(performance), today = Date.now.bind(Date);
performance.now = () => awake() + window.later_ms;
Date.now = () => today() + window.later_ms;
"""
TURN = """(unseen) => { window.unseen = unseen; document.dispatchEvent(new Event("visibilitychange")); }"""
DUE = """async ([state, seen]) => {
  const { due } = await import("/static/js/live.js");
  return due(state, seen);
}"""


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as browser:
        yield browser


@pytest.fixture
def plant(tmp_path) -> Iterator[Served]:
    with served(tmp_path, Scene(4, cycles=30)) as plant:
        yield plant


@pytest.fixture
def guest(browser, plant, tmp_path) -> Iterator[Visit]:
    with visit(browser, plant.url, tmp_path) as guest:
        guest.context.add_init_script(HIDDEN_OR_SEEN)
        yield guest


def listeners(plant: Served) -> int:
    """How many streams the program serves, as it tells itself."""
    with urlopen(f"{plant.url}/metrics", timeout=PATIENCE_S) as answer:
        told = re.search(rb"^watchdoge_web_clients (\S+)$", answer.read(), re.MULTILINE)
    assert told
    return int(float(told[1]))


def until(page: Page, fact: Callable[[], bool]) -> None:
    """Wait for it while the page lives on."""
    last = time.monotonic() + PATIENCE_S
    while not fact():
        assert time.monotonic() < last
        page.wait_for_timeout(40)


def turn_away(guest: Visit, plant: Served) -> None:
    """Somebody looks at another tab."""
    guest.page.evaluate(TURN, True)
    until(guest.page, lambda: listeners(plant) == 0)


def later(guest: Visit, seconds: float) -> None:
    """So much time goes by for the page, whose machine is awake."""
    guest.page.evaluate("(ms) => { window.later_ms += ms; }", 1000 * seconds)


def test_every_tab_that_somebody_opens_comes_alive(guest, plant) -> None:
    for _ in range(TABS):
        guest.page = guest.context.new_page()
        guest.open("/")
        guest.told("All well – 4 gateways answer")
        guest.page.evaluate(TURN, True)
    until(guest.page, lambda: listeners(plant) == 0)


def test_a_tab_listens_while_somebody_sees_it(guest, plant) -> None:
    guest.open("/")
    guest.told("All well")
    turn_away(guest, plant)
    plant.plant.go_on()
    plant.wake()
    before = guest.page.locator("#cycle-line").inner_text().split(" · ")[0]
    guest.page.evaluate(TURN, False)
    guest.until("(before) => !document.querySelector('#cycle-line').innerText.startsWith(before)", before)
    until(guest.page, lambda: listeners(plant) == 1)
    assert guest.page.evaluate("document.body.dataset.live") == "fresh"


@pytest.mark.parametrize("passed_s", [15, 75], ids=["timers in time", "timers once a minute"])
def test_an_alarm_reaches_the_title_of_a_tab_that_nobody_sees(guest, plant, passed_s) -> None:
    page = guest.open("/")
    guest.told("All well")
    turn_away(guest, plant)
    plant.plant.go_on(values={"API-2": (34.6, 40.0)})
    plant.wake()
    later(guest, passed_s)
    guest.until("document.title.startsWith('(1) ')")
    assert page.locator("#favicon").get_attribute("data-state") == "high"
    until(page, lambda: listeners(plant) == 0)


def test_a_tab_that_nobody_sees_tells_that_the_program_is_gone(guest, plant) -> None:
    guest.expect_complaints("ERR_", "Failed to load resource")
    guest.open("/")
    guest.told("All well")
    turn_away(guest, plant)
    assert not guest.page.title().startswith("(?) ")
    guest.context.set_offline(True)
    later(guest, 15)
    guest.until("document.title.startsWith('(?) ')")


@pytest.mark.parametrize(
    ("state", "seen", "what"),
    [
        ("open", {"hidden": False, "told": True, "quiet": 24_000}, ""),
        ("open", {"hidden": False, "told": True, "quiet": 26_000}, "lost"),
        ("open", {"hidden": True, "told": False, "quiet": 0}, ""),
        ("open", {"hidden": True, "told": True, "quiet": 0}, "rest"),
        ("open", {"hidden": True, "told": True, "quiet": 0, "slept": True}, "lost"),
        ("resting", {"hidden": True, "quiet": 14_000, "rested": 14_000}, ""),
        ("resting", {"hidden": True, "quiet": 15_000, "rested": 15_000}, "open"),
        ("resting", {"hidden": True, "quiet": 75_000, "rested": 75_000}, "open"),
        ("resting", {"hidden": False, "quiet": 1_000, "rested": 1_000}, "open"),
        ("resting", {"hidden": False, "quiet": 600_000, "rested": 600_000}, "lost"),
        ("resting", {"hidden": True, "quiet": 1_000, "rested": 1_000, "slept": True}, "lost"),
        ("retrying", {"hidden": False, "quiet": 600_000, "slept": True}, ""),
    ],
)
def test_what_is_due_with_a_stream(guest, state, seen, what) -> None:
    guest.open("/")
    assert guest.page.evaluate(DUE, [state, {"told": False, "slept": False, "rested": 0, **seen}]) == what


def test_a_tab_that_nobody_sees_does_not_call_its_pause_old(guest, plant) -> None:
    guest.open("/")
    guest.told("All well")
    plant.plant.stand(2 * INTERVAL_S + 5 - 12)
    plant.wake()
    guest.told("answers 1 min old")
    turn_away(guest, plant)
    later(guest, 12)
    # The page judges itself every second: that nothing happens is seen after two of them.
    guest.page.wait_for_timeout(2500)
    assert not guest.page.title().startswith("(?) ")
