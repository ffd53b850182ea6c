"""Alarm lists and the journal as text that a spreadsheet takes."""

import csv
import io
import re
from collections.abc import Iterable, Sequence
from datetime import datetime

from doge_gui.core.alarms.alarm import Alarm
from doge_gui.core.alarms.events import Event
from doge_gui.core.alarms.rules import Rules
from doge_gui.models.alarm_cells import Moment, cell
from doge_gui.models.alarm_columns import Column, Part
from doge_gui.models.alarm_journal import entry_cell
from doge_gui.models.phrases import NOTHING, THIN
from doge_gui.models.table_text import neutral


def list_csv(alarms: Iterable[Alarm], columns: Sequence[Column], moment: Moment) -> str:
    """The alarms of a list; times are UTC in ISO 8601, texts those of the screen."""
    return _csv([column.head for column in columns], _list_rows(alarms, columns, moment), ",")


def list_tsv(alarms: Iterable[Alarm], columns: Sequence[Column], moment: Moment) -> str:
    """The same with tabs, for the clipboard."""
    return _csv([column.head for column in columns], _list_rows(alarms, columns, moment), "\t")


def journal_csv(events: Iterable[Event], columns: Sequence[Column], rules: Rules) -> str:
    """Entries of the journal."""
    return _csv([column.head for column in columns], _journal_rows(events, columns, rules), ",")


def journal_tsv(events: Iterable[Event], columns: Sequence[Column], rules: Rules) -> str:
    """The same with tabs, for the clipboard."""
    return _csv([column.head for column in columns], _journal_rows(events, columns, rules), "\t")


def _list_rows(alarms: Iterable[Alarm], columns: Sequence[Column], moment: Moment) -> Iterable[Sequence[str]]:
    for alarm in alarms:
        times = {
            Part.SINCE: alarm.began,
            Part.UNTIL: alarm.shelved.until if alarm.shelved else None,
            Part.AWAY_SINCE: alarm.out_of_service.since if alarm.out_of_service else None,
        }
        yield [
            _time(times[one.part]) if one.part in times else cell(alarm, one.part, moment).text
            for one in columns
        ]


def _journal_rows(
    events: Iterable[Event], columns: Sequence[Column], rules: Rules
) -> Iterable[Sequence[str]]:
    for event in events:
        yield [
            _time(event.at) if one.part is Part.TIME else entry_cell(event, one.part, rules).text
            for one in columns
        ]


def _time(at: datetime | None) -> str:
    return "" if at is None else at.isoformat(timespec="seconds")


def _csv(heads: Sequence[str], rows: Iterable[Sequence[str]], delimiter: str) -> str:
    text = io.StringIO()
    writer = csv.writer(text, delimiter=delimiter, lineterminator="\n")
    writer.writerow([neutral(head) for head in heads])
    writer.writerows([_safe(cell_text) for cell_text in row] for row in rows)
    return text.getvalue()


def _safe(text: str) -> str:
    """Numbers without grouping; nothing that a spreadsheet would take for a formula."""
    plain = re.sub(rf"(?<=\d){THIN}(?=\d)", "", "" if text == NOTHING else text)
    return neutral(plain.replace(THIN, " "))
