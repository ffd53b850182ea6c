"""How wide the columns of the fleet table are, and which give way where there is no room for all."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtGui import QFont, QFontMetrics

from doge_gui.core.snapshot import MARBLES
from doge_gui.models.fleet_cells import short_button
from doge_gui.models.fleet_columns import Column, Kind
from doge_gui.models.fleet_table import FleetTable
from doge_gui.models.phrases import grouped
from doge_gui.views.fleet_button import PAD
from doge_gui.views.painted_rows import HEAD_PX
from doge_gui.views.theme import font

_STATE_PX = 220
"""Width in which a state and its usual reasons are read at a glance."""
_READABLE_STATE_PX = 196
"""Width in which the shortest reasons are read whole: columns whose values stand elsewhere too go before."""
_LEAST_STATE_PX = 134
"""Width of a state whose reason is cut short."""
_GIVES_WAY = ("gateway", "multi", "latency")
"""Columns that hide by themselves, in this order, where the window is too narrow for all; the last
disconnection goes before them while there is none, and after them when there is one."""
_THEN = ("age", "beyond")
"""Go next, before the requests without a threshold."""
_MOST_PX = 180
_MOST_MARBLES_PX = 110
"""A circuit's long name is cut short; the counts under it are not as wide."""
_FEW = 100
"""Marbles of a PLC that always have room."""
_LOOKED_AT = 200
"""Rows whose names are measured."""
_SAMPLES = {
    Kind.LATENCY: "1 380 ms",
    Kind.AGE: "12 min",
    Kind.MULTI: "0·1·0",
    Kind.BEYOND: "0·1·0",
    Kind.REQUEST: "1234.5",
    Kind.DISCONNECTION: "08:45  disconnected",
    Kind.FORCE: "Force disconnect",
}


def wanted_px(model: FleetTable, column: Column, chosen: Mapping[str, int]) -> int:
    """The width the operator gave the column, else one that holds what it usually shows."""
    if column.key in chosen:
        return chosen[column.key]
    if column.kind is Kind.STATE:
        return _STATE_PX
    metrics = QFontMetrics(font(weight=QFont.Weight.DemiBold))
    # Room for the mark of a breach stands there before it comes: nothing moves when it does.
    text = f"▲ {column.head}" if column.kind is Kind.REQUEST else column.head
    head = QFontMetrics(font(HEAD_PX, QFont.Weight.Medium)).horizontalAdvance(text) + 2 * PAD + 10
    margin = 4 * PAD if column.kind is Kind.FORCE else 2 * PAD + 4
    value = metrics.horizontalAdvance(_sample(model, column)) + margin
    if column.kind is Kind.MARBLES:
        return max(min(head, _MOST_MARBLES_PX), value)
    return min(max(head, value), _MOST_PX)


@dataclass(frozen=True)
class Fit:
    """The columns that are shown, and how wide."""

    widths: dict[str, int]
    """By column key, px; of hidden columns too."""
    shown: tuple[str, ...]
    gone: int
    """How many columns give way."""


def fit(model: FleetTable, room: int, chosen: Mapping[str, bool], own: Mapping[str, int]) -> Fit:
    """Share out `room` px. `chosen` and `own` are the operator's columns and widths, which stand.

    The least important columns give way until the state's reason is readable and the button stands in the
    room; the state takes what is left.
    """
    widths = {column.key: wanted_px(model, column, own) for column in model.columns}
    shown = [column.key for column in model.columns if chosen.get(column.key, True)]
    everything = len(shown)
    slack = 0 if "state" in own else widths["state"] - _LEAST_STATE_PX
    if sum(widths[one] for one in shown) > room and "force" not in own:
        widths["force"] = compact_force_px()
    for key, spare in _giving_way(model, slack):
        if sum(widths[one] for one in shown) - spare > room and key in shown and key not in chosen:
            shown.remove(key)
    full = {**widths, "force": wanted_px(model, model.columns[-1], own)}
    if sum(full[one] for one in shown) <= room:
        # What gave way left room for the button's long text.
        widths = full
    if "state" not in own:
        rest = sum(widths[key] for key in shown if key != "state")
        widths["state"] = max(_LEAST_STATE_PX, room - rest)
    return Fit(widths, tuple(shown), everything - len(shown))


def _giving_way(model: FleetTable, slack: int) -> list[tuple[str, int]]:
    """Columns in the order they go, each with the px the state's reason is cut by before it goes."""
    answered = bool(model.picture.disconnections)
    last = [("disconnection", slack if answered else 0)]
    rules = model.picture.snapshot.plan.requests
    free = [(f"request:{rule.name}", 0) for rule in reversed(rules) if rule.threshold is None]
    cut = min(slack, _STATE_PX - _READABLE_STATE_PX)
    judged = [(f"request:{rule.name}", cut) for rule in reversed(rules) if rule.threshold is not None]
    first = [(key, 0) for key in _GIVES_WAY]
    order = [*first, *last] if answered else [*last, *first]
    # Judged requests and marbles stand in the figures above as well: they go before the button does.
    marbles = [(column.key, slack) for column in reversed(model.columns) if column.kind is Kind.MARBLES]
    return [*order, *((key, 0) for key in _THEN), *free, *judged, *marbles]


def compact_force_px() -> int:
    """Width of the button with its short text."""
    return QFontMetrics(font(12)).horizontalAdvance(short_button(False)) + 2 * PAD + 14


def _sample(model: FleetTable, column: Column) -> str:
    """The longest text the column usually shows."""
    if column.kind is Kind.MARBLES:
        counts = model.picture.snapshot.counts[:, MARBLES, column.part]
        return grouped(int(counts.max(initial=_FEW)))
    if column.kind not in (Kind.PLC, Kind.GATEWAY):
        return _SAMPLES[column.kind]
    number = model.columns.index(column)
    rows = range(min(_LOOKED_AT, model.rowCount()))
    return max((model.cell(row, number).text for row in rows), key=len, default="API-00")
