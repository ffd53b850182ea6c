"""The door, with a browser: somebody who knows the token comes in by keyboard, and the token stays his."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.web.axe import obstacles
from tests.web.browser import Visit, visit
from tests.web.web_station import WebStation, station
from tools.chromium import NARROW, chromium

TOKEN = "the-marbles-roll-quietly"


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as browser:
        yield browser


@pytest.fixture(scope="module")
def plant(tmp_path_factory) -> Iterator[WebStation]:
    with station(tmp_path_factory.mktemp("door"), 2, flask={"token": TOKEN}) as plant:
        yield plant


@pytest.fixture
def guest(browser, plant, tmp_path) -> Iterator[Visit]:
    with visit(browser, plant.url, tmp_path) as guest:
        yield guest


def say(page: Page, token: str) -> None:
    """Type a token where the page expects it, and send it; nothing is pointed at."""
    page.keyboard.press("Control+A")
    page.keyboard.type(token)
    page.keyboard.press("Enter")


def test_whoever_knows_the_token_comes_in_by_keyboard_to_where_he_wanted(guest, plant) -> None:
    page = guest.open("/fleet")
    assert page.url == f"{plant.url}/sign-in?next=/fleet"
    guest.until("document.activeElement?.type === 'password'")
    say(page, TOKEN)
    page.wait_for_url(f"{plant.url}/fleet")
    assert not [address for address in guest.asked if TOKEN in address]
    (cookie,) = [one for one in guest.context.cookies() if one["name"] == "watchdoge"]
    assert (cookie["httpOnly"], cookie["sameSite"]) == (True, "Strict")
    assert TOKEN not in cookie["value"]
    assert "watchdoge" not in page.evaluate("document.cookie")
    stored = page.evaluate("JSON.stringify([{...localStorage}, {...sessionStorage}, history.state])")
    assert TOKEN not in stored


def test_a_wrong_token_is_told_and_the_right_one_may_follow(guest, plant) -> None:
    guest.expect_complaints("status of 401")
    page = guest.open("/")
    said = page.get_by_role("alert")
    say(page, "not-the-token-of-this-plant")
    said.filter(has_text="not the token").wait_for()
    assert page.evaluate("document.activeElement?.type") == "password"
    say(page, TOKEN)
    page.wait_for_url(f"{plant.url}/")


def test_a_link_with_the_token_is_good_once_and_leaves_no_trace(guest, plant) -> None:
    page = guest.open(f"/sign-in?token={TOKEN}")
    assert page.url == f"{plant.url}/"
    assert TOKEN not in page.evaluate("document.referrer + location.href")
    assert page.evaluate("history.length") <= 2


@pytest.mark.parametrize("language", ["en-GB", "fr-FR"])
def test_nothing_at_the_door_stands_in_anybodys_way(browser, plant, tmp_path, language) -> None:
    with visit(browser, plant.url, tmp_path, screen=NARROW, language=language) as guest:
        page = guest.open("/sign-in")
        assert page.evaluate("document.documentElement.lang") == language[:2]
        assert page.evaluate("document.documentElement.scrollWidth") <= NARROW[0]
        assert obstacles(page) == []
        page.emulate_media(color_scheme="dark")
        assert obstacles(page) == []


def test_whoever_is_no_longer_let_in_is_told_and_led_to_the_door(guest, plant) -> None:
    """His pass is gone, and the program has begun again."""
    guest.expect_complaints("status of 401", "ERR_CONNECTION_REFUSED", "ERR_INCOMPLETE_CHUNKED", "ERR_EMPTY")
    page = guest.open("/fleet")
    say(page, TOKEN)
    page.wait_for_url(f"{plant.url}/fleet")
    guest.told("All well")
    plant.kill()
    guest.told("Connection to WatchDoge lost")
    guest.context.clear_cookies()
    plant.start()
    guest.told("This browser is no longer let in")
    page.get_by_role("link", name="Sign in again").click()
    page.wait_for_url("**/sign-in?next=%2Ffleet")
    say(page, TOKEN)
    page.wait_for_url(f"{plant.url}/fleet")
    guest.told("All well")
