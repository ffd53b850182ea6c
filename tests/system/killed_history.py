"""What must hold of a history whose supervisions were killed: what was reported is there, whole."""

import itertools
import math
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import numpy as np

from doge_gui.core.alarms.alarm import Alarm
from doge_gui.core.alarms.book import Book, continued, replay
from doge_gui.core.alarms.events import Event, What
from doge_gui.core.alarms.report import AlarmReport
from doge_gui.core.alarms.states import AlarmState
from doge_gui.core.cycle_line import alarm_facts
from doge_gui.core.recording.curves import Level
from doge_gui.core.recording.cycles import CycleTotals, Failures, RecordedCycle, Stretch
from doge_gui.core.recording.rollups import rolled_up
from doge_gui.core.recording.tags import VECTOR_TAGS, Layout, Tag
from doge_gui.core.replies import Failure
from doge_gui.core.snapshot import Quality, RequestTotal, VectorTotal
from doge_gui.history.reader import HistoryReader
from tests.system.killed_plant import Line, Site

BEFORE, AFTER = datetime(1971, 1, 1, tzinfo=UTC), datetime(2999, 1, 1, tzinfo=UTC)
HOUR = timedelta(hours=1)
_OF_THE_MOMENT = ("message", "value", "unknown")
"""What a line tells of an alarm that is not in the journal."""


@dataclass(frozen=True)
class Recorded:
    """All that a site's history holds."""

    stretches: tuple[Stretch, ...]
    events: tuple[Event, ...]
    book: Book

    def cycles(self) -> Iterator[tuple[Stretch, int]]:
        """Every cycle, as a place in its stretch."""
        for stretch in self.stretches:
            for place in range(len(stretch.cycles)):
                yield stretch, place


def recorded(site: Site) -> Recorded:
    """Read it as a program does that looks on."""
    with closing(HistoryReader(site.history, site.plant)) as reader:
        stretches, events = tuple(_stretches(reader)), tuple(reader.events(BEFORE, AFTER))
        return Recorded(stretches, events, reader.book_at(AFTER))


def missing(site: Site, found: Recorded) -> list[Line]:
    """The cycles that were reported as recorded and are not there; all others are there as reported."""
    there = {_key(stretch.cycles[place]): (stretch, place) for stretch, place in found.cycles()}
    assert len(there) == sum(1 for _ in found.cycles()), "a cycle is there twice"
    lost = []
    for run in site.runs:
        assert all(line["recorded"] for line in run)
        for line in run:
            if (line["cycle"], line["started_at"]) not in there:
                lost.append(line)
                continue
            stretch, place = there[line["cycle"], line["started_at"]]
            check_cycle(line, stretch, place)
            # What became of a cycle is recorded with the next one at the latest.
            if line is not run[-1]:
                assert stretch.cycles[place].totals_written is not None
    return lost


def check_cycle(line: Line, stretch: Stretch, place: int) -> None:
    """A cycle is in the history as its line told it."""
    told, totals = stretch.cycles[place], stretch.cycles[place].totals
    assert told.skipped == line["skipped"]
    if told.totals_written is not None:
        assert told.totals_written == line["totals_written"]
        assert abs(told.elapsed_s - line["elapsed_s"]) < 0.0015
    for name, total in zip(("multi_possible", "checkplusde3", "marbles"), totals.totals, strict=True):
        value = list(total.value) if total.complete else None
        assert line[name] == {"total": value, "complete": total.complete}
    assert line["gateways"] == len(stretch.plan)
    rules = [rule.name for rule in stretch.plan.requests]
    assert line["requests"] == {
        name: {"sum": one.value if one.complete else None, "complete": one.complete, "breach": one.breach}
        for name, one in zip(rules, totals.requests, strict=True)
    }
    check_failures(line, stretch, stretch.failures[place])


def check_failures(line: Line, stretch: Stretch, failures: Failures) -> None:
    """Who did not answer, and why; a line also tells whose totals were not taken."""
    read = {stretch.plan.addresses[row].plc: _told(several[0]) for row, several in failures.items()}
    acted = {plc: told for plc, told in line["failures"].items() if plc not in read}
    assert line["failures"] == {**read, **acted}
    assert all(told["question"].startswith("compteur_bille/") for told in acted.values())


def check_readings(stretch: Stretch) -> None:
    """Each tag of the plan has a reading in each cycle, and the totals are the sums of what was read."""
    layout = Layout(stretch.plan)
    assert stretch.values.shape == stretch.quality.shape == (len(stretch.cycles), len(layout))
    assert set(np.unique(stretch.quality)) <= {int(one) for one in Quality}
    never = stretch.quality == Quality.NEVER
    assert (np.isnan(stretch.values) >= never).all()
    assert not np.isnan(stretch.values[stretch.quality == Quality.GOOD]).any()
    shape = len(stretch.cycles), len(stretch.plan) + 1, len(layout.own)
    values, good = stretch.values.reshape(shape), stretch.quality.reshape(shape) == Quality.GOOD
    for place, told in enumerate(stretch.cycles):
        check_sums(told.totals, values[place], good[place])


def check_sums(totals: CycleTotals, values: np.ndarray, good: np.ndarray) -> None:
    """Of one cycle; both arrays have a row for each gateway, and one for the fleet."""
    sums: list[tuple[float, VectorTotal | RequestTotal]] = [
        *((value, total) for total in totals.totals for value in total.value),
        *((total.value, total) for total in totals.requests),
    ]
    assert len(sums) == len(VECTOR_TAGS) + len(totals.requests)
    for column, (value, total) in enumerate(sums):
        counted = good[:-1, column]
        assert (int(counted.sum()), len(counted)) == (total.over, total.of)
        assert math.fsum(values[:-1, column][counted]) == value == values[-1, column]
        assert good[-1, column] == total.complete


def check_order(found: Recorded) -> None:
    """Cycles of a segment follow each other, and so do segments."""
    for stretch in found.stretches:
        cycles = stretch.cycles
        assert cycles
        for before, after in itertools.pairwise(cycles):
            assert after.number == before.number + 1
            assert after.seq == before.seq + 1
            assert after.at > before.at
            assert before.totals_written is not None
        check_readings(stretch)
    seqs = [stretch.cycles[place].seq for stretch, place in found.cycles()]
    assert seqs == sorted(seqs)


def check_alarms(site: Site, found: Recorded) -> None:
    """The journal applied in order is the book, and at each line the alarms stood as the line told them."""
    assert found.book == replay(found.events)
    book, due = Book(), iter(site.recorded)
    line = next(due, None)
    for event in (None, *found.events):
        if event is not None:
            check_goes_on(book.alarms.get(event.id), event)
            book = continued(book, [event])
        stood = _lasting(alarm_facts(AlarmReport(book)))
        while line is not None and _lasting(line["alarms"]) == stood:
            line = next(due, None)
    assert line is None, f"its alarms never stood so: {line}"


def check_goes_on(alarm: Alarm | None, event: Event) -> None:
    """An entry begins where the one before it left its alarm, in whichever run that was."""
    if event.what is What.TRANSITION:
        assert event.before is (AlarmState.NORMAL if alarm is None else alarm.state), event


def check_rollups(site: Site, found: Recorded) -> None:
    """Minutes and hours say what all readings say."""
    columns = _columns(found)
    if not columns:
        return
    begin, end = found.stretches[0].cycles[0].at - HOUR, found.stretches[-1].cycles[-1].at + HOUR
    with closing(HistoryReader(site.history, site.plant)) as reader:
        for level in (Level.MINUTE, Level.HOUR):
            curves = reader.curves(list(columns), begin, end, 100, level=level)
            for (tag, (times, values, quality)), curve in zip(columns.items(), curves, strict=True):
                due = rolled_up(times, values, quality, level.seconds).of(0)
                np.testing.assert_array_equal(curve.times, due.start, str(tag))
                for name in ("low", "high", "last", "good", "count"):
                    np.testing.assert_array_equal(getattr(curve, name), getattr(due, name), str(tag))
                np.testing.assert_allclose(curve.mean, due.mean, rtol=1e-12)


def _columns(found: Recorded) -> dict[Tag, tuple[np.ndarray, np.ndarray, np.ndarray]]:
    """Of each tag times (n,), values and qualities (n, 1) in all cycles that have it."""
    parts: dict[Tag, list[tuple[np.ndarray, np.ndarray, np.ndarray]]] = {}
    for stretch in found.stretches:
        times = np.array([round(cycle.at.timestamp() * 1e6) for cycle in stretch.cycles])
        for column, tag in enumerate(Layout(stretch.plan).tags):
            part = times, stretch.values[:, column], stretch.quality[:, column]
            parts.setdefault(tag, []).append(part)
    joined = {
        tag: [np.concatenate(one) for one in zip(*several, strict=True)] for tag, several in parts.items()
    }
    return {
        tag: (times, values[:, None], quality[:, None]) for tag, (times, values, quality) in joined.items()
    }


def _stretches(reader: HistoryReader) -> Iterator[Stretch]:
    stretch = reader.stretch(BEFORE)
    while stretch is not None:
        yield stretch
        stretch = reader.stretch_beside(stretch, later=True)


def _key(cycle: RecordedCycle) -> tuple[int, str]:
    return cycle.number, cycle.at.isoformat(timespec="milliseconds").replace("+00:00", "Z")


def _told(failure: Failure) -> dict[str, str]:
    return {"question": failure.question, "reason": failure.reason.value, "detail": failure.detail}


def _lasting(alarms: Sequence[Line]) -> dict[str, Line]:
    """What of alarms is in the journal, by id."""
    return {
        alarm["id"]: {name: told for name, told in alarm.items() if name not in _OF_THE_MOMENT}
        for alarm in alarms
    }
