"""A plant of long names, read on paper and on a phone: nothing is cut, and no figure hides who is missing."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from playwright.sync_api import Browser, Page

from doge_gui.core.plan import RequestRule
from doge_gui.core.station_facts import StationFacts
from doge_gui.web.service import WebService
from tests.core.pictures import cycle, good, lost, plan_of
from tests.web.browser import Visit, visit
from tests.web.plant import NOW, done, given, healthy, report_of
from tools.chromium import DESKTOP, NARROW, PHONE, chromium

LONG = "Palettiseur-de-la-ligne-de-tri-numéro-12"
PLCS = (LONG, "API-2", "API-3", "AVERYLONGNAMEWITHOUTANYBREAKATALL")
REQUESTS = (
    RequestRule("pressure", threshold=5.0, label="Pressure of the return pump", unit="bar"),
    RequestRule("level", low_threshold=1.0, label="Level", unit="mm"),
    RequestRule("load", summed=True, threshold=20.0, label="Load of all the motors", unit="kW"),
)
A4_PX = round(190 / 25.4 * 96)
"""The width of a sheet between margins of 10 mm."""
PRINTED = {"width": A4_PX, "height": 1000}
_CELLS_BEYOND = """
(width) => [...document.querySelectorAll("td, th, .chip, .badge")]
  .filter((one) => one.offsetParent && (one.getBoundingClientRect().right > width
    || one.scrollWidth > one.clientWidth + 1))
  .map((one) => one.outerHTML)
"""
_HIDDEN_ON_PAPER = ["#filter", "nav.pages", ".foot nav", "#theme"]
_PALE = """
() => [...document.querySelectorAll(".chip:not([data-severity='normal']), .badge")].filter((one) => {
  const { color, borderTopWidth, backgroundColor } = getComputedStyle(one);
  const dark = color.match(/\\d+/g).slice(0, 3).every((part) => Number(part) < 100);
  return one.offsetParent && !(dark && parseFloat(borderTopWidth) >= 1 && backgroundColor.endsWith(", 0)"));
}).map((one) => one.outerHTML)
"""


def plant(missing: bool) -> StationFacts:
    """All is well; or `LONG` is lost after one good cycle and `API-2` has too much pressure."""
    plan = plan_of(*PLCS, requests=REQUESTS)
    well = [good(plc, (1, 2, 3), 2.5, 3.0, 6.0 / 4, at=NOW - 1) for plc in PLCS]
    before = done(cycle(plan, *well, now=NOW - 1))
    if not missing:
        return replace(healthy(), snapshot=before, alarms=report_of(before))
    replies = [lost(LONG, 3), good("API-2", (1, 2, 3), 9.25, 3.0, 21.0), *well[2:]]
    picture = done(cycle(plan, *replies, last=before, now=NOW - 1))
    return replace(healthy(), snapshot=picture, alarms=report_of(before, picture, picture, picture))


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as browser:
        yield browser


@pytest.fixture(scope="module", params=[True])
def home(request) -> Iterator[str]:
    """The address of the plant's web view; of the one with a gateway missing unless told otherwise."""
    service = WebService(given(plant(missing=request.param)))
    service.start()
    try:
        yield service.url.rstrip("/")
    finally:
        assert service.stop()


def look(guest: Visit, path: str) -> Page:
    """Open a page and wait until it shows the plant."""
    page = guest.open(path)
    guest.until("document.body.dataset.live === 'fresh'")
    return page


def card(page: Page, key: str) -> list[str]:
    """A key figure's name, value and what stands below."""
    parts = page.locator(f'#figures [data-key="{key}"] > *').all_inner_texts()
    return [" ".join(part.split()) for part in parts]


def test_a_highest_value_tells_that_a_gateway_is_missing_from_it(browser, home, tmp_path) -> None:
    """The lost one may be higher still; and a breach is not forgotten over that."""
    with visit(browser, home, tmp_path) as guest:
        page = look(guest, "/")
        _, pressure, below = card(page, "rpressure")
        assert pressure == "▲ ≥ 9.25 bar"
        assert below == "1 gateway out of limits · ◆ incomplete: 3 of 4 · limit 5 bar"
        assert card(page, "rlevel")[1:] == ["≤ 3 mm", "◆ incomplete: 3 of 4 · low limit 1 mm"]


@pytest.mark.parametrize("home", [False], indirect=True)
def test_a_highest_value_of_all_gateways_stands_alone(browser, home, tmp_path) -> None:
    with visit(browser, home, tmp_path) as guest:
        assert card(look(guest, "/"), "rpressure")[1:] == ["2.5 bar", "limit 5 bar"]


def test_titles_of_key_figures_take_two_lines_rather_than_be_cut(browser, home, tmp_path) -> None:
    with visit(browser, home, tmp_path) as guest:
        page = look(guest, "/")
        for screen in (DESKTOP, PHONE):
            page.set_viewport_size({"width": screen[0], "height": screen[1]})
            assert page.evaluate(
                "[...document.querySelectorAll('#figures .name')].every((one) =>"
                " one.scrollWidth <= one.clientWidth && one.scrollHeight <= one.clientHeight + 1)"
            )


@pytest.mark.parametrize("path", ["/fleet", "/alarms"])
def test_a_printed_table_is_whole_and_dark_in_either_theme(browser, home, tmp_path, path) -> None:
    with visit(browser, home, tmp_path, theme="dark") as guest:
        page = look(guest, path)
        page.emulate_media(media="print", color_scheme="dark")
        page.set_viewport_size(PRINTED)
        assert page.evaluate(_CELLS_BEYOND, A4_PX) == []
        assert page.evaluate(_PALE) == []
        assert [one for one in _HIDDEN_ON_PAPER if page.locator(one).is_visible()] == []


@pytest.mark.parametrize("path", ["/fleet", "/alarms"])
def test_a_long_name_is_whole_on_the_smallest_phone(browser, home, tmp_path, path) -> None:
    with visit(browser, home, tmp_path, screen=NARROW) as guest:
        page = look(guest, path)
        cut = "[...document.querySelectorAll('.plc')].filter((one) => one.scrollWidth > one.clientWidth)"
        assert LONG in page.locator(".plc").all_inner_texts()
        assert page.evaluate(f"{cut}.map((one) => one.innerText)") == []
        assert page.evaluate("document.documentElement.scrollWidth") <= NARROW[0]


def test_a_name_of_forty_letters_is_whole_on_a_desk(browser, home, tmp_path) -> None:
    with visit(browser, home, tmp_path) as guest:
        name = look(guest, "/fleet").locator(".plc", has_text=LONG)
        assert len(LONG) == 40
        assert name.evaluate("(cell) => cell.scrollWidth <= cell.clientWidth")
        table = guest.page.locator(".scroll")
        assert table.evaluate("(box) => box.scrollWidth <= box.clientWidth")


def test_a_value_on_a_phone_has_its_unit_beside_it(browser, home, tmp_path) -> None:
    with visit(browser, home, tmp_path, screen=PHONE) as guest:
        cell = look(guest, "/fleet").locator('td[data-label="Pressure of the return pump"]').first
        assert cell.evaluate("(cell) => getComputedStyle(cell, '::after').content") == '"\u202fbar"'
        guest.page.set_viewport_size({"width": DESKTOP[0], "height": DESKTOP[1]})
        assert cell.evaluate("(cell) => getComputedStyle(cell, '::after').content") == "none"


def test_the_journal_is_read_on_a_phone_without_scrolling_sideways(browser, home, tmp_path) -> None:
    with visit(browser, home, tmp_path, screen=NARROW) as guest:
        journal = look(guest, "/alarms").locator(".scroll", has=guest.page.locator("#journal"))
        assert journal.locator("tbody tr").count()
        assert journal.evaluate("(box) => box.scrollWidth <= box.clientWidth")
