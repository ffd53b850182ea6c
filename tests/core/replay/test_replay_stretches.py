"""However long the history's segments are, a replay reads them in parts and leaves nothing out."""

from datetime import timedelta

import pytest

from doge_gui.core.replay import stretches
from tests.core.pictures import good, plan_of
from tests.core.replay.recording import InMemory, Recorded


@pytest.fixture(params=[7, 12, 1000])
def source(request, monkeypatch) -> InMemory:
    """Thirty cycles in segments of so many; a part may have five."""
    monkeypatch.setattr(stretches, "most_cycles", lambda _source: 5)
    recorded = Recorded(plan_of("API-1"), most_cycles=request.param)
    for number in range(30):
        recorded.cycle([good("API-1", (number, 0, 0))])
    return InMemory(recorded)


def test_forwards_every_cycle_is_read_once(source: InMemory) -> None:
    stretch, seen = stretches.shown_at(source, source.span()[0]), []
    while stretch is not None:
        seen += [cycle.seq for cycle in stretch.cycles]
        assert len(stretch.values) == len(stretch.quality) == len(stretch.failures) == len(stretch.cycles)
        assert stretch.values[:, 6].tolist() == [cycle.number - 1 for cycle in stretch.cycles]
        stretch = stretches.later(source, stretch)
    assert seen == list(range(1, 31))


def test_backwards_too(source: InMemory) -> None:
    stretch, seen = stretches.shown_at(source, source.span()[1]), []
    while stretch is not None:
        assert len(stretch.cycles) <= 5
        seen = [cycle.seq for cycle in stretch.cycles] + seen
        stretch = stretches.earlier(source, stretch)
    assert seen[-30:] == list(range(1, 31))


def test_an_instant_between_two_cycles_is_that_of_the_first(source: InMemory) -> None:
    begin = source.span()[0]
    for number in (0, 6, 7, 12, 29):
        at = begin + timedelta(seconds=10 * number + 4)
        stretch = stretches.shown_at(source, at)
        if number < 29:
            assert any(cycle.number == number + 1 for cycle in stretch.cycles)
