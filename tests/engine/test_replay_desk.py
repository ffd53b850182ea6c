"""A recording is shown again: picture by picture, with the alarms as the journal tells them."""

import time
from datetime import timedelta

import numpy as np
import pytest

from doge_gui.core.alarms.book import replay
from doge_gui.core.alarms.rules import Rules
from doge_gui.engine.replay_desk import ReplayDesk
from tests.core.pictures import OWN, good, lost, plan_of
from tests.core.replay.recording import START, InMemory, Recorded, states

PLCS = tuple(f"API-{number}" for number in range(1, 5))


class Clock:
    """Monotonic seconds that only the test moves; or that pass by themselves."""

    def __init__(self) -> None:
        self.now = 50.0

    def __call__(self) -> float:
        return self.now


class Seen:
    """A desk, and everything it told."""

    def __init__(self, recorded: Recorded, clock, qtbot) -> None:
        self.recorded, self.clock, self._qtbot = recorded, clock, qtbot
        self.source = InMemory(recorded)
        self.desk = ReplayDesk(lambda: self.source, recorded.rules, clock)
        self.pictures, self.reports, self.positions, self.pasts = [], [], [], []
        self.marks, self.heard, self.errors, self.ends = [], [], [], []
        self.desk.picture_ready.connect(self.pictures.append)
        self.desk.alarms_ready.connect(self.reports.append)
        self.desk.position_changed.connect(self.positions.append)
        self.desk.past_known.connect(self.pasts.append)
        self.desk.onsets_known.connect(self.marks.append)
        self.desk.heard.connect(self.heard.append)
        self.desk.failed.connect(self.errors.append)
        self.desk.ended.connect(lambda: self.ends.append(True))

    def until(self, fact) -> None:
        self._qtbot.waitUntil(lambda: bool(fact()), timeout=10_000)

    def open(self, cycle: int) -> None:
        at = self.recorded.live[cycle].facts.started_at
        self.desk.open(at + timedelta(seconds=1))
        self.until(lambda: self.pictures and self.settled)

    @property
    def settled(self) -> bool:
        return not self.desk.reading

    @property
    def cycle(self) -> int:
        """Which of the live cycles is shown."""
        starts = [one.facts.started_at for one in self.recorded.live]
        return starts.index(self.pictures[-1].facts.started_at)


def story(marks: str, most_cycles: int = 1000, gap_after: int | None = None) -> Recorded:
    """`.` well, `h` API-1 too high, `l` API-2 lost, `a` well and somebody acknowledges; a letter a cycle."""
    recorded = Recorded(plan_of(*PLCS, requests=[OWN]), most_cycles=most_cycles)
    for number, mark in enumerate(marks):
        replies = {plc: good(plc, (number, 2, 3), 1.0) for plc in PLCS}
        if mark == "h":
            replies["API-1"] = good("API-1", (number, 2, 3), 9.0)
        if mark == "l":
            replies["API-2"] = lost("API-2", 1)
        recorded.cycle(list(replies.values()))
        if mark == "a":
            recorded.acknowledge()
        if number == gap_after:
            recorded.stand_still(3600)
    return recorded


@pytest.fixture
def seen_of(qtbot):
    made = []

    def open_on(recorded: Recorded, clock=None) -> Seen:
        made.append(Seen(recorded, clock or Clock(), qtbot))
        return made[-1]

    yield open_on
    for one in made:
        assert one.desk.stop()


def assert_as_it_was(seen: Seen) -> None:
    """What was told last is what was live in that cycle."""
    live, book = seen.recorded.live[seen.cycle], seen.recorded.books[seen.cycle]
    shown = seen.pictures[-1]
    for name in ("counts", "values", "quality", "breach", "asked"):
        np.testing.assert_array_equal(getattr(shown, name), getattr(live, name))
    np.testing.assert_allclose(shown.lost_since, live.lost_since, rtol=0, atol=1e-3)
    assert (shown.totals, shown.failures) == (live.totals, live.failures)
    assert states(seen.reports[-1].book) == states(book)
    assert seen.reports[-1].book == book


@pytest.mark.parametrize("most_cycles", [1000, 4])
def test_a_recorded_story_is_reproduced_cycle_by_cycle(seen_of, most_cycles: int) -> None:
    """The alarm states are those of the journal, in every single cycle, forth and back."""
    recorded = story("..hh.a.ll.lla..h.ah.", most_cycles)
    seen = seen_of(recorded)
    seen.open(0)
    count = len(recorded.live)
    for number in range(count):
        seen.until(lambda number=number: seen.cycle == number and seen.settled)
        assert_as_it_was(seen)
        until = recorded.live[number + 1].facts.started_at if number + 1 < count else None
        journal = [one for one in recorded.events if until is None or one.at < until]
        assert states(seen.reports[-1].book) == states(replay(journal))
        seen.desk.step(1)
    for number in reversed(range(count - 1)):
        seen.desk.step(-1)
        seen.until(lambda number=number: seen.cycle == number and seen.settled)
        assert_as_it_was(seen)


def test_it_begins_standing_still_at_the_instant(seen_of) -> None:
    seen = seen_of(story(".........."))
    seen.open(6)
    assert seen.cycle == 6
    position = seen.positions[-1]
    assert (position.playing, position.speed) == (False, 1.0)
    assert position.first == START
    assert position.last == seen.recorded.live[-1].facts.started_at


def test_played_at_a_thousand_it_runs_to_the_end_and_stands_still(seen_of, qtbot) -> None:
    seen = seen_of(story("." * 300, most_cycles=70), time.monotonic)
    seen.open(0)
    seen.desk.set_speed(1000.0)
    seen.desk.play()
    seen.until(lambda: bool(seen.ends))
    assert seen.cycle == 299
    assert not seen.positions[-1].playing
    numbers = [one.facts.number for one in seen.pictures]
    assert numbers == sorted(numbers)
    # Three seconds of replay show some ninety pictures, never more than thirty a second.
    assert 30 < len(numbers) < 110


def test_a_gap_is_jumped_over_and_told(seen_of) -> None:
    seen = seen_of(story("......", gap_after=2))
    seen.open(2)
    seen.desk.step(1)
    seen.until(lambda: seen.cycle == 3)
    gap = seen.positions[-1].gap
    assert gap is not None
    assert gap.end - gap.begin > 3600
    seen.desk.step(1)
    assert seen.positions[-1].gap is None


def test_an_instant_within_a_gap_shows_what_came_after_it(seen_of) -> None:
    seen = seen_of(story("......", gap_after=2))
    seen.open(0)
    seen.desk.seek(seen.recorded.live[2].facts.started_at + timedelta(minutes=20))
    seen.until(lambda: seen.cycle == 3)


def test_jumps_from_alarm_to_alarm_across_stretches(seen_of) -> None:
    seen = seen_of(story("...h....a.......l....", most_cycles=3))
    seen.open(0)
    for expected in (3, 16):
        seen.desk.next_alarm()
        seen.until(lambda expected=expected: seen.cycle == expected and seen.settled)
        assert_as_it_was(seen)
    found = []
    seen.desk.nothing_found.connect(found.append)
    seen.desk.next_alarm()
    seen.until(lambda: found == [True])
    assert seen.cycle == 16
    seen.desk.previous_alarm()
    seen.until(lambda: seen.cycle == 3 and seen.settled)
    assert_as_it_was(seen)


def test_the_time_line_knows_the_alarms(seen_of) -> None:
    seen = seen_of(story("..h.....l."))
    seen.open(0)
    seen.until(lambda: bool(seen.marks))
    assert seen.marks[-1][0].id == "high:pressure:API-1"
    assert all("API" in mark.words or "PLC" in mark.words for mark in seen.marks[-1])


def test_the_past_comes_with_it_for_the_graphs(seen_of) -> None:
    seen = seen_of(story("........", most_cycles=3))
    seen.open(4)
    seen.until(lambda: len(seen.pasts[-1].times) >= 8)
    assert seen.pasts[-1].totals[:, 0].tolist() == [4.0 * number for number in range(8)]


def test_no_sound_unless_asked_and_none_while_it_stands_still(seen_of) -> None:
    seen = seen_of(story(".hhh......"))
    seen.open(1)
    seen.desk.play()
    assert seen.heard == []
    seen.desk.set_sound(True)
    assert [call.id for call in seen.heard[-1]] == ["high:pressure:API-1"]
    seen.desk.pause()
    assert seen.heard[-1] == ()
    seen.desk.play()
    assert seen.heard[-1]
    seen.desk.close()
    assert seen.heard[-1] == ()


def test_what_cannot_be_read_is_told_and_tried_again_when_wanted(seen_of) -> None:
    recorded = story("....")
    recorded.broken = True
    seen = seen_of(recorded)
    seen.desk.open(START)
    seen.until(lambda: bool(seen.errors))
    assert seen.errors == ["the disk is gone"]
    recorded.broken = False
    seen.desk.seek(START)
    seen.until(lambda: bool(seen.pictures))


def test_an_empty_history_is_told(seen_of) -> None:
    seen = seen_of(Recorded(plan_of("API-1")))
    seen.desk.open(START)
    seen.until(lambda: seen.errors == ["nothing has been recorded yet"])


def test_what_was_recorded_meanwhile_is_there_when_it_is_played_on(seen_of) -> None:
    recorded = story("...")
    seen = seen_of(recorded)
    seen.open(2)
    recorded.cycle([good(plc, (7, 7, 7), 1.0) for plc in PLCS])
    seen.desk.set_speed(1000.0)
    seen.desk.play()
    seen.until(lambda: len(seen.pasts[-1].times) == 4)
    seen.clock.now += 10.0
    seen.until(lambda: seen.cycle == 3)


def test_slow_reading_is_told_and_of_several_wishes_the_last_is_shown(seen_of) -> None:
    seen = seen_of(story("." * 40, most_cycles=4))
    seen.open(0)
    told, shown = [], len(seen.pictures)
    seen.desk.loading.connect(told.append)
    seen.source.may_read.clear()
    for cycle in (20, 33, 27):
        seen.desk.seek(seen.recorded.live[cycle].facts.started_at)
    seen.until(lambda: told == [True])
    assert len(seen.pictures) == shown, "what was shown stays"
    seen.source.may_read.set()
    seen.until(lambda: seen.cycle == 27 and told == [True, False])
    starts = [one.facts.started_at for one in seen.pictures[shown:]]
    assert seen.recorded.live[33].facts.started_at not in starts


def test_after_it_was_closed_nothing_is_told(seen_of) -> None:
    seen = seen_of(story("......"))
    seen.open(0)
    seen.desk.close()
    told = len(seen.pictures)
    seen.desk.step(1)
    seen.desk.next_alarm()
    seen.desk.use(Rules())
    assert len(seen.pictures) == told


def test_who_goes_elsewhere_meanwhile_is_not_taken_to_an_alarm(seen_of) -> None:
    seen = seen_of(story("." * 30 + "h..", most_cycles=4))
    seen.open(1)
    seen.source.may_read.clear()
    seen.desk.next_alarm()
    seen.desk.step(1)
    seen.source.may_read.set()
    seen.until(lambda: seen.settled)
    assert seen.cycle == 2
