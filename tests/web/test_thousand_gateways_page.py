"""A fleet of a thousand gateways in a real Chromium: found, filtered, and mended in place."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.web.browser import Visit, visit
from tools.chromium import chromium
from tools.stories import TIMEOUT
from tools.web_stage import Scene, Served, served


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as browser:
        yield browser


@pytest.fixture(scope="module")
def plant(tmp_path_factory) -> Iterator[Served]:
    with served(tmp_path_factory.mktemp("thousand"), Scene(1000, cycles=3)) as plant:
        yield plant


@pytest.fixture
def guest(browser, plant, tmp_path) -> Iterator[Visit]:
    with visit(browser, plant.url, tmp_path) as guest:
        guest.open("/fleet")
        guest.told("1 000 of 1 000 shown")
        yield guest


def rows(guest: Visit) -> list[str]:
    """The PLCs whose rows are in the page."""
    return guest.page.locator("#fleet tbody tr .plc").all_inner_texts()


def test_a_hundred_rows_at_a_time_are_in_the_page(guest) -> None:
    assert rows(guest) == [f"API-{number}" for number in range(1, 101)]
    guest.page.get_by_role("button", name="Next").click()
    assert rows(guest) == [f"API-{number}" for number in range(101, 201)]


def test_one_gateway_is_found_among_a_thousand(guest) -> None:
    guest.page.locator("#filter").fill("API-777")
    guest.told("1 of 1 000 shown")
    assert rows(guest) == ["API-777"]


def test_a_cycle_mends_the_rows_and_builds_none_anew(guest, plant) -> None:
    """A lost gateway comes to the top; the others' rows stay the elements they were."""
    guest.page.evaluate(
        "document.querySelectorAll('#fleet tbody tr').forEach((row) => { row.wasHere = true; })"
    )
    before = guest.page.locator("#cycle-line").inner_text().split(" · ")[0]
    plant.plant.go_on(failures={"API-640": TIMEOUT})
    plant.wake()
    guest.until("(before) => !document.querySelector('#cycle-line').innerText.startsWith(before)", before)
    guest.told("no answer in 2.0 s")
    assert rows(guest)[:2] == ["API-640", "API-1"]
    kept = guest.page.evaluate(
        "[...document.querySelectorAll('#fleet tbody tr')].filter((row) => row.wasHere).length"
    )
    assert kept == 99


def test_a_cycle_is_shown_before_the_next_one_comes(guest, plant) -> None:
    """The page's own work for a thousand gateways, with all of them changed, lets the reader scroll on."""
    guest.page.evaluate(
        "() => { window.longest = 0; new PerformanceObserver((list) => { for (const one of list.getEntries())"
        " window.longest = Math.max(window.longest, one.duration); }).observe({ type: 'longtask' }); }"
    )
    for _ in range(3):
        before = guest.page.locator("#cycle-line").inner_text().split(" · ")[0]
        plant.plant.go_on()
        plant.wake()
        guest.until("(before) => !document.querySelector('#cycle-line').innerText.startsWith(before)", before)
    assert guest.page.evaluate("window.longest") < 1000
