"""Where instants and alarms stand on a replay's time line, and what it says of itself."""

from datetime import UTC, datetime, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from doge_gui.core.recording.curves import Mark
from doge_gui.core.replay.position import Position
from doge_gui.core.replay.track import Gap
from doge_gui.models.replay_line import LineScale, pin_lines, pins
from doge_gui.models.replay_words import gap_text, speed_text, title

BEGIN = datetime(2026, 11, 12, 0, 0, tzinfo=UTC)
DAY = LineScale(BEGIN, BEGIN + timedelta(days=1), 960.0)


def mark(minutes: float, priority: int = 2, words: str = "API-1 lost") -> Mark:
    return Mark(BEGIN + timedelta(minutes=minutes), f"offline:{minutes}", words, priority)


@given(st.floats(0, 960))
def test_places_and_instants_are_the_same_both_ways(x: float) -> None:
    assert abs(DAY.x(DAY.at(x)) - x) < 1e-3


def test_what_lies_beside_the_line_stands_at_its_end() -> None:
    assert DAY.x(BEGIN - timedelta(days=9)) == 0.0
    assert DAY.x(BEGIN + timedelta(days=9)) == 960.0
    assert DAY.at(-5) == BEGIN
    assert LineScale(BEGIN, BEGIN, 100.0).x(BEGIN) == 0.0


@given(st.integers(20, 90_000), st.integers(160, 2000))
def test_ticks_are_round_and_never_crowd(seconds: int, width: int) -> None:
    scale = LineScale(BEGIN + timedelta(seconds=7), BEGIN + timedelta(seconds=7 + seconds), width)
    places = [x for x, _ in scale.ticks(92)]
    assert all(b - a >= 91.9 for a, b in pairwise(places))
    assert len(places) <= width / 92 + 2


def test_alarms_close_together_are_one_pin_with_the_most_urgent_shape() -> None:
    (first, second) = pins([mark(61, 1), mark(60, 3), mark(300)], DAY, apart_px=7)
    assert (first.severity.name, len(first.marks)) == ("HIGH", 2)
    assert [one.priority for one in first.marks] == [3, 1]
    assert second.x == 200.0


def test_a_pin_of_many_names_some_and_counts_the_rest() -> None:
    (pin,) = pins([mark(60 + number / 100) for number in range(30)], DAY, apart_px=7)
    lines, more = pin_lines(pin)
    assert (len(lines), more) == (8, 22)


def test_words() -> None:
    at = BEGIN.astimezone()
    position = Position(BEGIN, BEGIN, BEGIN, BEGIN, BEGIN, False, 1.0)
    assert title(position) == f"REPLAY – {at.day} {at:%b %Y %H:%M:%S} – not live"
    assert title(None) == "REPLAY – not live"
    assert speed_text(1000.0) == "1000×"
    hour = gap_text(Gap(BEGIN.timestamp(), BEGIN.timestamp() + 7200))
    assert hour.startswith("Nothing recorded from")
    assert "2\u202fh" in hour
