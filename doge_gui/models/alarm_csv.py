"""Alarm lists and the journal as a spreadsheet takes them: tabs for the clipboard, rows for a file."""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from functools import partial

from doge_gui.core.alarms.alarm import Alarm
from doge_gui.core.alarms.events import Event
from doge_gui.core.alarms.rules import Rules
from doge_gui.core.notation import THIN
from doge_gui.export.cells import Cell
from doge_gui.export.tables import csv_text
from doge_gui.models.alarm_cells import Moment, cell
from doge_gui.models.alarm_columns import Column, Part
from doge_gui.models.alarm_journal import entry_cell
from doge_gui.models.phrases import NOTHING
from doge_gui.models.table_order import RowsOrder
from doge_gui.models.writing import for_programs


def list_tsv(alarms: Iterable[Alarm], columns: Sequence[Column], moment: Moment) -> str:
    """The alarms of a list, for the clipboard; times are UTC in ISO 8601, texts those of the screen."""
    return csv_text(_list_rows(alarms, columns, moment), "\t")


def list_order(path: str, alarms: Sequence[Alarm], columns: Sequence[Column], moment: Moment) -> RowsOrder:
    """The same for a file; in XLSX times are times of day in UTC."""
    told = tuple(alarms)
    return RowsOrder(path, partial(_list_rows, told, columns, moment), len(told), "Alarms (UTC)")


def journal_tsv(events: Iterable[Event], columns: Sequence[Column], rules: Rules) -> str:
    """Entries of the journal, for the clipboard."""
    return csv_text(_journal_rows(events, columns, rules), "\t")


def journal_order(path: str, events: Iterable[Event], columns: Sequence[Column], rules: Rules) -> RowsOrder:
    """The same for a file; in XLSX times are times of day in UTC."""
    told = tuple(events)
    return RowsOrder(path, partial(_journal_rows, told, columns, rules), len(told), "Journal (UTC)")


def _list_rows(
    alarms: Iterable[Alarm], columns: Sequence[Column], moment: Moment
) -> Iterator[Sequence[Cell]]:
    yield [column.head for column in columns]
    for alarm in alarms:
        times = {
            Part.SINCE: alarm.began,
            Part.UNTIL: alarm.shelved.until if alarm.shelved else None,
            Part.AWAY_SINCE: alarm.out_of_service.since if alarm.out_of_service else None,
        }
        yield [
            _second(times[one.part]) if one.part in times else _alarm_text(alarm, one.part, moment)
            for one in columns
        ]


def _journal_rows(
    events: Iterable[Event], columns: Sequence[Column], rules: Rules
) -> Iterator[Sequence[Cell]]:
    yield [column.head for column in columns]
    for event in events:
        yield [
            _second(event.at) if one.part is Part.TIME else _entry_text(event, one.part, rules)
            for one in columns
        ]


def _alarm_text(alarm: Alarm, part: Part, moment: Moment) -> str:
    with for_programs():
        return _plain(cell(alarm, part, moment).text)


def _entry_text(event: Event, part: Part, rules: Rules) -> str:
    with for_programs():
        return _plain(entry_cell(event, part, rules).text)


def _second(at: datetime | None) -> datetime | None:
    return at and at.replace(microsecond=0)


def _plain(text: str) -> str:
    """As the screen has it, numbers with a point and without grouping; nothing where it shows a dash."""
    return "" if text == NOTHING else re.sub(rf"(?<=\d){THIN}(?=\d)", "", text).replace(THIN, " ")
