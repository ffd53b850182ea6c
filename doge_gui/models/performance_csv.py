"""Alarm performance as rows for a file: the measures, the ten worst, the mix of priorities, the periods."""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from functools import partial

from doge_gui.core.alarms.floods import PERIOD_S
from doge_gui.core.alarms.performance import Performance
from doge_gui.core.alarms.recommended import MIX, Measure
from doge_gui.core.alarms.rules import Rules
from doge_gui.core.alarms.states import Priority
from doge_gui.core.notation import THIN
from doge_gui.export.cells import Cell
from doge_gui.models.performance_rows import row
from doge_gui.models.performance_words import alarm_name
from doge_gui.models.phrases import NOTHING
from doge_gui.models.table_order import RowsOrder

Cells = Sequence[Cell]


def performance_order(path: str, told: Performance, rules: Rules) -> RowsOrder:
    """Tables one below the other, an empty line between them.

    Times are UTC in ISO 8601, shares 0 to 1, durations seconds, without grouping or unit. A text that a
    spreadsheet would take for a formula is quoted; some of them come from the network.
    """
    rows = tuple(_rows(told, rules))
    return RowsOrder(path, partial(iter, rows), len(rows) - 1, "Performance (UTC)")


def _rows(told: Performance, rules: Rules) -> Iterator[Cells]:
    tables = (_span(told), _measures(told), _worst(told, rules), _mix(told), _floods(told), _periods(told))
    for number, table in enumerate(tables):
        if number:
            yield ()
        for cells in table:
            yield [cell.replace(THIN, " ") if isinstance(cell, str) else cell for cell in cells]


def _time(moment: datetime) -> str:
    return moment.isoformat(timespec="seconds")


def _span(told: Performance) -> Iterator[Cells]:
    yield "since", "until", "operators", "alarms"
    yield _time(told.since), _time(told.until), told.operators, told.raised


def _measures(told: Performance) -> Iterator[Cells]:
    yield "measure", "value", "recommended", "verdict", "name", "explanation"
    for figure in told.figures:
        words = row(figure, told)
        value = "" if figure.value is None else figure.value
        if figure.measure is Measure.MIX and figure.value is not None:
            value = " / ".join(f"{count / told.raised:.3f}" for count in told.mix)
        advised = "" if words.recommended == NOTHING else words.recommended
        yield figure.measure.value, value, advised, figure.verdict.value, words.title, words.explanation


def _worst(told: Performance, rules: Rules) -> Iterator[Cells]:
    yield "rank", "alarm", "name", "priority", "alarms", "share", "chattering"
    for rank, one in enumerate(told.worst, 1):
        name, priority = alarm_name(one.first, rules), one.first.priority.name.lower()
        yield rank, one.first.id, name, priority, one.raised, one.share, "yes" if one.chattering else "no"


def _mix(told: Performance) -> Iterator[Cells]:
    yield "priority", "alarms", "recommended share"
    for priority, count, share in zip(Priority, told.mix, MIX, strict=True):
        yield priority.name.lower(), count, share


def _floods(told: Performance) -> Iterator[Cells]:
    yield "flood begins", "ends", "alarms"
    for flood in told.floods:
        yield _time(flood.begin), _time(flood.end), flood.raised


def _periods(told: Performance) -> Iterator[Cells]:
    yield "ten minutes from", "alarms"
    count = len(told.buckets)
    for number, raised in enumerate(told.buckets):
        yield _time(told.until - timedelta(seconds=PERIOD_S * (count - number))), raised
