"""What would change, as rows of a table."""

import json
from collections.abc import Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import QCoreApplication

from doge_gui.core.config_text import Mistake
from doge_gui.core.differences import Change, ListChanges, OptionChange
from doge_gui.models.phrasebook import told as translated
from doge_gui.models.phrases import NOTHING, grouped, one_line
from doge_gui.models.writing import notation

_tr = QCoreApplication.translate


class Row(NamedTuple):
    """One line of a preview."""

    what: str
    name: str
    before: str
    after: str


def list_rows(changes: ListChanges) -> tuple[Row, ...]:
    """A line for each gateway that changes, then one for each entry left out."""
    words = {
        Change.ADDED: _tr("Differences", "+ Added"),
        Change.REMOVED: _tr("Differences", "− Removed"),
        Change.MOVED: _tr("Differences", "→ Moved"),
    }
    rows = [
        Row(words[one.change], one_line(one.plc), one.before or NOTHING, one.after or NOTHING)
        for one in changes.changes
    ]
    left_out = _tr("Differences", "◆ Left out")
    rows += [
        Row(left_out, translated(one_line(one.entry)), NOTHING, translated(one_line(one.what)))
        for one in changes.left_out
    ]
    return tuple(rows)


def list_summary(changes: ListChanges) -> str:
    """The same in a line."""
    parts = (
        _tr("Differences", "{0} added").format(grouped(changes.count(Change.ADDED))),
        _tr("Differences", "{0} removed").format(grouped(changes.count(Change.REMOVED))),
        _tr("Differences", "{0} moved").format(grouped(changes.count(Change.MOVED))),
        _tr("Differences", "{0} stay as they are").format(grouped(changes.same)),
        _tr("Differences", "{0} left out").format(grouped(len(changes.left_out))),
    )
    return " · ".join(parts)


def option_rows(changes: Sequence[OptionChange]) -> tuple[Row, ...]:
    """A line for each option that differs."""
    return tuple(Row("", one_line(one.path), _value(one.before), _value(one.after)) for one in changes)


def option_summary(changes: Sequence[OptionChange]) -> str:
    """How many differ."""
    if not changes:
        return _tr("Differences", "It says the same as the configuration in force.")
    if len(changes) == 1:
        return _tr("Differences", "One option differs from the configuration in force.")
    return _tr("Differences", "{0} options differ from the configuration in force.").format(len(changes))


def mistake_rows(mistakes: Sequence[Mistake]) -> tuple[Row, ...]:
    """A line for each thing that is wrong."""
    return tuple(
        Row(
            "◆",
            one_line(one.path) or NOTHING,
            translated(one_line(one.what)),
            translated(one_line(one.remedy)),
        )
        for one in mistakes
    )


def _value(value: Any) -> str:
    if value is None:
        return NOTHING
    if isinstance(value, str):
        return one_line(value)
    if isinstance(value, int | float) and not isinstance(value, bool):
        return notation().number(repr(value).removesuffix(".0"))
    return json.dumps(value, ensure_ascii=False)
