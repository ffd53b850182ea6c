"""How wide a column of the fleet table wants to be."""

from collections.abc import Mapping

from PySide6.QtGui import QFont, QFontMetrics

from doge_gui.core.snapshot import MARBLES
from doge_gui.models.fleet_columns import Column, Kind
from doge_gui.models.fleet_table import FleetTable
from doge_gui.models.phrases import grouped
from doge_gui.views.fleet_delegates import PAD
from doge_gui.views.theme import font

HEAD_PX = 12
"""Size of the heads' text."""
_STATE_PX = 220
"""Width in which a state and its usual reasons are read at a glance."""
LEAST_STATE_PX = 134
"""Width of a state whose reason is cut short."""
_MOST_PX = 180
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
    head = QFontMetrics(font(HEAD_PX, QFont.Weight.Medium)).horizontalAdvance(column.head) + 2 * PAD + 10
    margin = 4 * PAD if column.kind is Kind.FORCE else 2 * PAD + 4
    return min(max(head, metrics.horizontalAdvance(_sample(model, column)) + margin), _MOST_PX)


def compact_force_px() -> int:
    """Width of the button with its short text."""
    return QFontMetrics(font(12)).horizontalAdvance("Disconnect") + 2 * PAD + 14


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
