"""Every page for everybody: by axe-core, on a phone, by keyboard, in French; well and in trouble."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.web.axe import obstacles
from tests.web.browser import Visit, visit
from tests.web.page_shape import beyond_the_edge, cut_off, stops, told
from tools.chromium import DESKTOP, NARROW, PHONE, chromium
from tools.web_stage import Scene, Served, served

PAGES = ("/", "/fleet", "/plots", "/alarms", "/trend?tag=API-2:temperature", "/health")
STATES = ("healthy", "broken")
PLANT_WORDS = {
    *("Atelier", "Sorting", "Lift", "Return", "run", "ann", "technician", "called"),
    *("Temp", "Load", "temperature", "load"),
}
"""Of which the scripted plant is made, in whatever language."""
BY_PEOPLE = {"Open the cooling vent, then check the belt motor.", "/var/lib/watchdoge"}


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as browser:
        yield browser


@pytest.fixture(scope="module")
def plants(tmp_path_factory) -> Iterator[dict[str, Served]]:
    """A plant that is well, and one with a silent gateway, a breach and more."""
    folders = [tmp_path_factory.mktemp(state) for state in STATES]
    well, broken = Scene(12, cycles=30), Scene(12, broken=True, cycles=30)
    with served(folders[0], well) as healthy, served(folders[1], broken) as in_trouble:
        yield {"healthy": healthy, "broken": in_trouble}


def look(guest: Visit, path: str) -> Page:
    """Open a page and wait until it has shown the plant."""
    page = guest.open(path)
    guest.until("document.body.dataset.live === 'fresh'")
    return page


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("path", PAGES)
def test_nothing_stands_in_anybodys_way(browser, plants, tmp_path, state, path) -> None:
    """WCAG 2.2 AA and good practice, light and dark, on a desk and on a phone."""
    found: dict[str, list[str]] = {}
    with visit(browser, plants[state].url, tmp_path, reduced_motion="reduce") as guest:
        page = look(guest, path)
        for theme in ("light", "dark"):
            page.emulate_media(color_scheme=theme)
            for screen in (DESKTOP, PHONE):
                page.set_viewport_size({"width": screen[0], "height": screen[1]})
                told = obstacles(page)
                if told:
                    found[f"{theme} {screen[0]}"] = told
    assert found == {}


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("path", PAGES)
def test_nothing_is_beyond_the_edge_of_a_small_screen(browser, plants, tmp_path, path, language) -> None:
    with visit(browser, plants["broken"].url, tmp_path, screen=NARROW, language=language) as guest:
        page = look(guest, path)
        assert page.evaluate("document.documentElement.scrollWidth") <= NARROW[0], beyond_the_edge(page)
        assert beyond_the_edge(page) == []
        assert cut_off(page) == []


@pytest.mark.parametrize("path", PAGES)
def test_a_page_is_walked_by_keyboard_and_the_focus_is_always_seen(browser, plants, tmp_path, path) -> None:
    with visit(browser, plants["broken"].url, tmp_path) as guest:
        found = stops(look(guest, path))
    assert found[0]["name"] == "Skip to the content"
    assert [stop for stop in found if not (stop["ringed"] and stop["seen"] and stop["name"])] == []
    names = [stop["name"] for stop in found]
    assert [
        one for one in ("Overview", "Fleet", "Plots", "Trend", "Health", "English") if one not in names
    ] == []


def test_the_skip_link_leads_to_the_content(browser, plants, tmp_path) -> None:
    with visit(browser, plants["healthy"].url, tmp_path) as guest:
        page = look(guest, "/fleet")
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        assert page.evaluate("document.activeElement.id") == "content"
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.id") == "filter"


def test_the_fleet_is_sorted_and_filtered_by_keyboard(browser, plants, tmp_path) -> None:
    with visit(browser, plants["broken"].url, tmp_path) as guest:
        page = look(guest, "/fleet")
        # Whoever is not well comes first, until somebody wants it otherwise.
        assert plcs(page)[0] == "API-2"
        page.get_by_role("button", name="PLC").focus()
        page.keyboard.press("Enter")
        guest.until("document.querySelector('th[aria-sort=ascending]')?.innerText.includes('PLC')")
        assert plcs(page) == [f"API-{number}" for number in range(1, 13)]
        page.keyboard.press("Enter")
        guest.until("document.querySelector('th[aria-sort=descending]')?.innerText.includes('PLC')")
        assert plcs(page)[0] == "API-12"
        page.locator("#filter").focus()
        page.keyboard.type("no answer")
        guest.told("1 of 12 shown")
        assert plcs(page) == ["API-5"]
        page.keyboard.press("Escape")
        guest.told("12 of 12 shown")


def plcs(page: Page) -> list[str]:
    """The PLCs of the fleet's table, from the top."""
    return page.locator("#fleet tbody tr .plc").all_inner_texts()


@pytest.mark.parametrize("path", PAGES)
def test_a_french_page_has_no_english_left(browser, plants, tmp_path, path) -> None:
    texts = {}
    for language in ("en", "fr"):
        with visit(browser, plants["broken"].url, tmp_path, language=language) as guest:
            page = look(guest, path)
            assert page.evaluate("document.documentElement.lang") == language
            texts[language] = set(told(page))
    assert {text for text in texts["en"] & texts["fr"] if not is_same_in_french(text)} == set()


def is_same_in_french(text: str) -> bool:
    """Numbers, signs, names of this plant and what people wrote; and words that both languages have."""
    if text in BY_PEOPLE:
        return True
    words = set(re.findall(r"[^\W\d_]+", text)) - {"API", "PLC", "h", "min", "s", "ms", "kW", "C", "d", "UTC"}
    return words <= PLANT_WORDS | {
        "English",
        "Français",
        "WatchDoge",
        "Description",
        "Version",
        "Configuration",
        "Cycle",
        "Cycles",
        "Alarme",
        "Journal",
        "Multi",
        "multi",
        "Pages",
        "possible",
    }
