"""The pages in a real Chromium, of the real program on a simulated plant: what an operator sees there."""

import re
from collections.abc import Iterator
from urllib.parse import unquote

import pytest
from playwright.sync_api import Browser, Page

from doge_gui import paths
from tests.web.browser import Visit, visit
from tests.web.web_station import WebStation, station
from tools.chromium import PHONE, chromium

ICONS = paths.resource("web") / "static" / "icons"
PAGES = ("/", "/fleet", "/plots", "/alarms", "/trend", "/health")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as browser:
        yield browser


@pytest.fixture(scope="module")
def running(tmp_path_factory) -> Iterator[WebStation]:
    with station(tmp_path_factory.mktemp("live")) as plant:
        yield plant


@pytest.fixture
def plant(running) -> WebStation:
    """The plant, to be left as it was found."""
    return running


@pytest.fixture
def trouble(running) -> Iterator[WebStation]:
    """The plant, to be brought into trouble: alarms that are over still wait for somebody to notice."""
    yield running
    running.anew()


@pytest.fixture
def guest(browser, plant, tmp_path) -> Iterator[Visit]:
    with visit(browser, plant.url, tmp_path) as guest:
        yield guest


@pytest.fixture
def witness(browser, trouble, tmp_path) -> Iterator[Visit]:
    """Somebody who looks at a plant in trouble."""
    with visit(browser, trouble.url, tmp_path) as guest:
        yield guest


def severity(page: Page) -> str | None:
    """What the line at the top judges the plant."""
    return page.locator("#badge").get_attribute("data-severity")


def icon(page: Page) -> str:
    """The picture in the browser's tab: it is in the page, for a server that died gives no other."""
    kind, _, picture = (page.locator("#favicon").get_attribute("href") or "").partition(",")
    assert kind.startswith("data:image/svg+xml"), kind
    return unquote(picture)


def cards(page: Page) -> list[str]:
    """The key figures' texts."""
    return [text.replace("\u202f", " ") for text in page.locator("#figures > li").all_inner_texts()]


def test_the_overview_shows_the_plants_own_totals(guest, plant) -> None:
    counted = plant.fleet.plant()["counted"]
    guest.open("/")
    guest.told("All well – 8 gateways answer", *map(str, counted))
    assert severity(guest.page) == "normal"
    assert "≥" not in guest.shown
    assert guest.page.title() == "WatchDoge · Overview"
    shown = plant.ask("/api/v1/snapshot")["totals"]["compteur_bille"]["value"]
    assert shown == counted


def test_a_sum_without_a_silent_gateway_is_not_shown_as_the_total(witness, trouble) -> None:
    guest, plant = witness, trouble
    guest.open("/")
    guest.told("All well")
    plant.silent("API-5")
    guest.told("incomplete: 7 of 8", "API-5", "no answer in 0.4 s")
    facts = plant.ask("/api/v1/snapshot")["totals"]["compteur_bille"]
    assert (facts["value"], facts["over"]) == (None, 7)
    for so_far, total in zip(facts["so_far"], plant.fleet.plant()["counted"], strict=True):
        assert f"≥ {so_far}" in guest.shown
        assert not [card for card in cards(guest.page) if str(total) in card.split()]
    plant.well()
    guest.untold("incomplete", "≥")
    guest.told("Every gateway is well.", *map(str, plant.fleet.plant()["counted"]))


def test_a_breach_turns_every_page_red_until_it_is_over(browser, trouble, tmp_path) -> None:
    with (
        visit(browser, trouble.url, tmp_path) as overview,
        visit(browser, trouble.url, tmp_path) as fleet,
        visit(browser, trouble.url, tmp_path) as alarms,
    ):
        everybody = ((overview, "/"), (fleet, "/fleet"), (alarms, "/alarms"))
        for guest, path in everybody:
            guest.open(path)
            guest.told("All well")
        trouble.hot("API-2")
        for guest, _ in everybody:
            guest.told("HIGH", "above 240 °C")
            guest.until("document.title.startsWith('(1) ')")
            assert severity(guest.page) == "high"
            assert icon(guest.page) == (ICONS / "state-high.svg").read_text(encoding="utf-8")
        assert is_red(colour_of(overview.page, "#badge"))
        fleet.told("999")
        said = alarms.page.locator("#active tbody tr").inner_text()
        assert "High" in said
        alarms.until("document.querySelector('#journal').innerText.includes('Raised')")
        trouble.well()
        fleet.untold("999")
        overview.until("document.querySelectorAll('#figures [data-severity=high]').length === 0")
        alarms.told("Over, unacknowledged")


def colour_of(page: Page, selector: str) -> tuple[float, ...]:
    """The colour behind an element: red, green, blue, 0 to 255."""
    told = page.evaluate("(one) => getComputedStyle(document.querySelector(one)).backgroundColor", selector)
    return tuple(float(part) for part in re.findall(r"[\d.]+", told)[:3])


def is_red(colour: tuple[float, ...]) -> bool:
    """Far more red than anything else."""
    red, green, blue = colour
    return red > 1.5 * max(green, blue)


def test_a_page_tells_that_the_program_died_and_recovers_by_itself(witness, trouble) -> None:
    guest, plant = witness, trouble
    guest.expect_complaints(
        "ERR_CONNECTION_REFUSED", "ERR_INCOMPLETE_CHUNKED", "ERR_CONNECTION_RESET", "ERR_EMPTY"
    )
    page = guest.open("/")
    guest.told("All well")
    page.evaluate("window.neverReloaded = true")
    plant.kill()
    guest.told("Connection to WatchDoge lost", "what is shown is old")
    assert page.title().startswith("(?) ")
    assert page.evaluate("document.body.dataset.live") == "lost"
    assert icon(page) == (ICONS / "state-unknown.svg").read_text(encoding="utf-8")
    plant.silent("API-3")
    plant.start()
    guest.untold("Connection to WatchDoge lost")
    guest.told("API-3", "incomplete: 7 of 8")
    assert page.evaluate("window.neverReloaded")


@pytest.mark.parametrize("path", PAGES)
def test_every_page_lives_without_a_complaint(guest, path) -> None:
    """No error on the console, nothing forbidden by the policy, nothing asked for elsewhere."""
    page = guest.open(path)
    guest.until("document.body.dataset.live === 'fresh'")
    guest.told("Cycle ")
    assert page.locator("h1").count() == 1
    assert page.locator("nav a[aria-current=page]").get_attribute("href") == path
    # A moment later it has been mended by another cycle's facts.
    before = page.locator("#cycle-line").inner_text().split(" · ")[0]
    guest.until("(before) => !document.querySelector('#cycle-line').innerText.startsWith(before)", before)


def test_the_trend_of_a_tag_comes_by_its_address(browser, plant, tmp_path) -> None:
    with visit(browser, plant.url, tmp_path, screen=PHONE) as guest:
        page = guest.open("/trend?tag=API-3:temperature&span=3600")
        guest.told("API-3 · Temperature")
        guest.until("document.querySelector('#plots canvas')?.width > 100")
        legend = page.locator("#legend tbody tr").inner_text().replace("\u202f", " ")
        assert "°C" in legend


def test_the_language_is_chosen_and_kept(guest, plant) -> None:
    page = guest.open("/alarms")
    page.get_by_role("link", name="Français").click()
    page.wait_for_url("**/alarms?lang=fr")
    assert page.evaluate("document.documentElement.lang") == "fr"
    guest.open("/fleet")
    assert page.evaluate("document.documentElement.lang") == "fr"
    page.get_by_role("link", name="English").click()
    page.wait_for_url("**/fleet?lang=en")
    assert page.evaluate("document.documentElement.lang") == "en"


def test_the_theme_is_chosen_and_kept_before_anything_is_painted(guest) -> None:
    page = guest.open("/")
    assert page.evaluate("document.documentElement.dataset.theme") == "light"
    light = colour_of(page, "html")
    page.locator("#theme").select_option("dark")
    guest.until("document.documentElement.dataset.theme === 'dark'")
    assert max(colour_of(page, "html")) < 80 < min(light)
    guest.open("/health")
    assert page.evaluate("document.documentElement.dataset.theme") == "dark"
    page.locator("#theme").select_option("system")
    page.emulate_media(color_scheme="dark")
    guest.until("document.documentElement.dataset.theme === 'dark'")
    page.emulate_media(color_scheme="light")
    guest.until("document.documentElement.dataset.theme === 'light'")
