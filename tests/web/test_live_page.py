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


@pytest.mark.parametrize(
    "times",
    [
        "from=1e400&to=NaN",
        "from=abc",
        "to=abc",
        "from=-5&to=100",
        "from=1&to=1e15",
        "from=1&to=253402300800",
        "from=Infinity",
    ],
)
def test_a_time_that_is_none_is_said_to_be_none(guest, times) -> None:
    """The address may have been cut, or written by hand."""
    page = guest.open(f"/trend?tag=cycle&{times}")
    guest.told("This time cannot be shown: choose another.")
    assert not any("/history" in address for address in guest.asked)
    page.locator("#span").select_option("3600")
    guest.untold("This time cannot be shown")
    guest.until("document.querySelector('#plots canvas')?.width > 100")


def test_a_time_that_ends_before_it_begins_is_said_to_do_so(guest) -> None:
    page = guest.open("/trend?tag=cycle&from=1700000000&to=1600000000")
    guest.told("The beginning must lie before the end.")
    assert "history cannot be read" not in guest.shown
    page.locator("#to").fill("2023-11-16T00:00")
    page.get_by_role("button", name="Show").click()
    guest.told("Not recorded in this time: Fleet · Cycle duration")


def test_the_longest_time_there_is_can_be_shown(guest) -> None:
    guest.open("/trend?tag=cycle&from=0&to=253402300799")
    guest.until("document.querySelector('#plots canvas')?.width > 100")
    assert guest.page.locator("#told").inner_text() == ""


def test_a_quantity_that_was_made_up_does_not_take_the_others_away(guest) -> None:
    page = guest.open(f"/trend?tag={'x' * 3000}&tag=none:such&tag=API-3:temperature&tag=&span=3600")
    guest.until("document.querySelector('#plots canvas')?.width > 100")
    told = page.locator("#told").inner_text()
    made_up, _, unknown = told.removeprefix("Not recorded in this time: ").partition("…, ")
    assert (len(made_up), made_up[-40:], unknown) == (59, "x" * 40, "none · such")
    lines = page.locator("#legend tbody tr")
    assert lines.count() == 3
    assert max(len(line.partition("\t")[0]) for line in lines.all_inner_texts()) <= 60
    lines.first.locator("button").click()
    guest.untold("xxx")
    assert "API-3 · Temperature" in guest.shown


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
