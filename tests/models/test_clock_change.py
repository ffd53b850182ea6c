"""Time axes and times where clocks change, as the window of a plant in Paris has them."""

import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from doge_gui.core.local_time import offset_s, round_times
from doge_gui.core.trends.moments import instant
from doge_gui.core.trends.view import View
from doge_gui.models.replay_line import LineScale
from doge_gui.models.trend_ticks import field_text, local, moment_words, time_ticks

SPRING, AUTUMN = datetime(2026, 3, 28, 23, tzinfo=UTC), datetime(2026, 10, 24, 22, tzinfo=UTC)
"""Midnight before each change."""
SPRING_HOURS = ["29 Mar", "01:00", "03:00", "04:00", "05:00", "06:00"]
AUTUMN_HOURS = ["25 Oct", "01:00", "02:00", "02:00", "03:00", "04:00"]


@pytest.fixture(autouse=True)
def paris(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("TZ", "Europe/Paris")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.mark.parametrize(("begin", "words"), [(SPRING, SPRING_HOURS), (AUTUMN, AUTUMN_HOURS)])
def test_every_hour_has_a_tick_and_none_that_does_not_exist(begin: datetime, words: list[str]) -> None:
    at = begin.timestamp()
    ticks = time_ticks(View(at, at + 5 * 3600), 6)
    assert [tick.text for tick in ticks] == words
    assert [tick.at - at for tick in ticks] == [3600 * number for number in range(6)]
    line = LineScale(begin, begin + timedelta(hours=5), 600.0).ticks(100)
    assert [x for x, _ in line] == pytest.approx([120.0 * number for number in range(6)])
    assert [text for _, text in line][1:] == words[1:]


@given(st.integers(-90_000, 90_000), st.sampled_from([1800, 3600, 7200, 10800, 21600, 43200, 86400]))
def test_ticks_are_round_and_apart_on_either_side_of_a_change(shift: int, step: int) -> None:
    for midnight in (SPRING, AUTUMN):
        begin = midnight.timestamp() + shift
        found = list(round_times(begin, begin + 4 * 86400, step, apart_s=step / 2))
        assert all((at + offset_s(at)) % step == 0 for at in found)
        assert all(step / 2 <= after - before <= 2.5 * step for before, after in pairwise(found))
        assert found[0] - begin < 2 * step


def test_of_the_hour_that_comes_twice_the_offset_is_told_and_can_be_typed() -> None:
    first = (AUTUMN + timedelta(hours=2, minutes=30)).timestamp()
    said = [field_text(first + 3600 * number) for number in (-1, 0, 1, 2)]
    assert said == [
        "2026-10-25 01:30:00",
        "2026-10-25 02:30:00 +02:00",
        "2026-10-25 02:30:00 +01:00",
        "2026-10-25 03:30:00",
    ]
    assert moment_words(first, 60.0).endswith("02:30:00 +02:00")
    for number, text in enumerate(said, -1):
        found = instant(text, local(first))
        assert found is not None
        assert found.timestamp() == first + 3600 * number
    second = instant("02:30 +01:00", local(first))
    assert second is not None
    assert second.timestamp() == first + 3600
