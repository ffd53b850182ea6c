"""A page of what is no longer so: old answers, a long pause, a clock that was set, a machine that slept."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.web.axe import obstacles
from tests.web.browser import Visit, visit
from tools.chromium import chromium
from tools.web_stage import Scene, Served, served

HOUR_S = 3600.0
GREYED = """() => ['main', '.line'].every((part) =>
  getComputedStyle(document.querySelector(part)).filter === 'grayscale(1)')"""
OF_NOW = "document.body.dataset.live === 'fresh' && !document.body.dataset.old"
NOTE_CHANGES = r"""() => {
  window.lives = [];
  window.notices = [];
  new MutationObserver(() => lives.push(document.body.dataset.live))
    .observe(document.body, { attributeFilter: ['data-live'] });
  const notice = document.querySelector('#notice');
  new MutationObserver(() => notices.push(notice.innerText.replace(/\u202f/g, ' ')))
    .observe(notice, { childList: true, characterData: true, subtree: true });
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
        yield guest


def next_cycle(guest: Visit, plant: Served) -> None:
    """Another cycle comes, and is shown."""
    before = guest.page.locator("#cycle-line").inner_text().split(" · ")[0]
    plant.plant.go_on()
    plant.wake()
    guest.until("(before) => !document.querySelector('#cycle-line').innerText.startsWith(before)", before)


def stand(plant: Served, seconds: float, *, paused: bool = False) -> None:
    """Nobody asks for so long, and the program tells."""
    plant.plant.stand(seconds, paused=paused)
    plant.wake()


def is_unknown(guest: Visit) -> bool:
    """What the browser's tab says of the plant."""
    icon = guest.page.locator("#favicon").get_attribute("data-state")
    assert guest.page.title().startswith("(?) ") == (icon == "unknown")
    return icon == "unknown"


def pointed(guest: Visit, fraction: float) -> str:
    """What the first plot says where the pointer rests, so far along its time."""
    over = guest.page.locator(".plot .u-over").first
    box = over.bounding_box()
    assert box is not None
    over.hover(position={"x": fraction * box["width"], "y": box["height"] / 2})
    return guest.page.locator(".plot .told").first.inner_text()


def minutes(told: str) -> int:
    """The time of day in what a plot says, in minutes."""
    found = re.match(r"(?:.* )?(\d\d):(\d\d):\d\d · ", told)
    assert found, told
    return 60 * int(found[1]) + int(found[2])


def test_an_old_picture_is_never_shown_as_the_present(guest, plant) -> None:
    guest.open("/")
    guest.told("All well – 4 gateways answer")
    assert not is_unknown(guest)
    stand(plant, HOUR_S)
    guest.told("No new answers for 1 h 00")
    guest.until(GREYED)
    assert is_unknown(guest)
    assert guest.page.locator("#badge").get_attribute("data-severity") == "unknown"
    style = "getComputedStyle(document.querySelector('{}')).fontStyle"
    assert {guest.page.evaluate(style.format(one)) for one in ("#said", "#figures .value")} == {"italic"}
    assert obstacles(guest.page) == []
    next_cycle(guest, plant)
    guest.until(OF_NOW)
    assert not guest.page.evaluate(GREYED)
    assert not is_unknown(guest)


def test_a_pause_is_known_until_its_values_are_old(guest, plant) -> None:
    guest.open("/")
    guest.told("All well")
    stand(plant, 30, paused=True)
    guest.told("Polling is paused at the desk")
    assert not is_unknown(guest)
    assert not guest.page.evaluate(GREYED)
    stand(plant, HOUR_S, paused=True)
    guest.told("Polling is paused at the desk; values as of 1 h 00 ago")
    guest.until(GREYED)
    assert is_unknown(guest)


def test_the_age_of_a_reading_is_counted_once(guest, plant) -> None:
    guest.open("/fleet")
    guest.told("4 of 4 shown")
    age = guest.page.locator("#fleet tbody tr").first.locator("td").nth(5)
    assert age.inner_text().endswith("\u202fs")
    stand(plant, 60)
    guest.told("1 min")
    assert age.inner_text() == "1\u202fmin"
    assert "old" not in (age.get_attribute("class") or "").split()


def test_no_curve_is_drawn_across_a_time_in_which_nobody_asked(guest, plant) -> None:
    guest.open("/plots")
    guest.until(OF_NOW)
    next_cycle(guest, plant)
    stand(plant, 1200)
    guest.told("No new answers for 20 min")
    asked = sum("/history" in address for address in guest.asked)
    next_cycle(guest, plant)
    # The gap is from 1260 s to 3 s before the right edge, which is now; the plot is of 1800 s.
    for fraction in (0.33, 0.65, 0.95):
        assert pointed(guest, fraction).endswith("nothing recorded in this time")
    assert re.search(r" · \d+$", pointed(guest, 0.2))
    # What the page missed may be in the history.
    assert sum("/history" in address for address in guest.asked) == asked + 1


def test_curves_go_on_when_the_time_of_day_was_set_back(guest, plant) -> None:
    guest.open("/plots")
    guest.until(OF_NOW)
    next_cycle(guest, plant)
    before = minutes(pointed(guest, 0.999))
    plant.plant.set_clock(-HOUR_S)
    next_cycle(guest, plant)
    assert minutes(pointed(guest, 0.999)) - before in (-59, -58, 24 * 60 - 59, 24 * 60 - 58)


def test_a_page_whose_reader_slept_asks_before_it_is_believed(guest) -> None:
    page = guest.open("/")
    guest.told("All well")
    page.evaluate(NOTE_CHANGES)
    streams = sum("/events/" in address for address in guest.asked)
    # Seen from the page, a machine that slept is a time of day that went on without it.
    page.evaluate(
        "() => { const awake = Date.now.bind(Date); window.neverReloaded = true;"
        " Date.now = () => awake() + 3_600_000; }"
    )
    guest.until("window.lives.includes('lost')")
    guest.until(OF_NOW)
    # What stood there was an hour old until the program had answered.
    lives = page.evaluate("window.lives")
    assert (lives[0], lives[-1], lives.count("fresh")) == ("lost", "fresh", 1)
    assert any("lost 1 h 00 ago" in told for told in page.evaluate("window.notices"))
    assert sum("/events/" in address for address in guest.asked) == streams + 1
    assert page.evaluate("window.neverReloaded")


def test_a_page_keeps_so_many_points_and_says_when_they_are_full(guest) -> None:
    """Two seconds apart they are three hours; what is older is then the history's to tell."""
    page = guest.open("/plots")
    told = page.evaluate(
        """async () => {
          const { Recent } = await import('/static/js/recent.js');
          const recent = new Recent();
          const take = (n) => recent.take({ read_at: 2 * n, phase: 'done', allowed_s: 9 }, [['a', n]]);
          const news = Array.from({ length: 6001 }, (_, n) => take(n + 1));
          recent.drop('a', 12_000);
          const kept = recent.continued('a', { times: [11_990, 12_000], values: [1, 2] }, 9);
          return [news[0], news[5999], news[6000], kept];
        }"""
    )
    assert told == ["more", "more", "full", [[11_990, 12_000, 12_002], [1, 2, 6001]]]
