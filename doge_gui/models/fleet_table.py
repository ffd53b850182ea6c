"""The fleet as a Qt table: one row per gateway, sorted and filtered by index arrays."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime

import numpy as np
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Slot

from doge_gui.core.fold import empty
from doge_gui.core.plan import Plan
from doge_gui.core.snapshot import CycleFacts, Phase, Snapshot
from doge_gui.core.statuses import Disconnection
from doge_gui.models.fleet_cells import Cell, cell, tooltip
from doge_gui.models.fleet_columns import NUMERIC, Column, Kind, columns_of
from doge_gui.models.fleet_order import Rows, matching, natural_ranks, same_rows, sorted_rows
from doge_gui.models.fleet_picture import FleetPicture

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
_ROOT = QModelIndex()
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class FleetTable(QAbstractTableModel):
    """Maps a snapshot to rows and columns. Only what is looked at is computed.

    A new snapshot is one `dataChanged`; the layout changes only when the order does, and the model resets
    only when the plan or the set of rows that pass the filter changes.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._picture = _nothing()
        self._columns = columns_of(self._picture.snapshot.plan)
        self._ranks = natural_ranks(())
        self._order: Rows = np.arange(0)
        self._sort = ("state", False)
        self._filter = ""

    @property
    def picture(self) -> FleetPicture:
        """What the table shows now."""
        return self._picture

    @property
    def columns(self) -> tuple[Column, ...]:
        """All columns, in model order."""
        return self._columns

    @property
    def sorting(self) -> tuple[str, bool]:
        """Key of the column it is sorted by, and whether descending."""
        return self._sort

    @property
    def fleet_size(self) -> int:
        """Gateways of the plan, shown or not."""
        return len(self._picture.snapshot.plan)

    def plan_row(self, row: int) -> int:
        """Row of the plan that the table shows in `row`."""
        return int(self._order[row])

    def plc(self, row: int) -> str:
        """Name of the PLC in a row."""
        return self._picture.snapshot.plan.addresses[self.plan_row(row)].plc

    def rows_of(self, plcs: frozenset[str]) -> list[int]:
        """Rows that show these PLCs, top down."""
        wanted = [row for plc, row in self._picture.snapshot.plan.row.items() if plc in plcs]
        return [int(row) for row in np.flatnonzero(np.isin(self._order, wanted))]

    def cell(self, row: int, column: int) -> Cell:
        """What is painted in a cell."""
        return cell(self._picture, self.plan_row(row), self._columns[column])

    # What comes in

    def show(self, snapshot: Snapshot, now: float) -> None:
        """Take a new snapshot, seen at `now` (monotonic seconds)."""
        picture = replace(self._picture, snapshot=snapshot, now=now)
        plan = self._picture.snapshot.plan
        if snapshot.plan is plan or snapshot.plan == plan:
            self._look(picture)
            return
        self._reset(replace(picture, disconnections=_of_plan(picture.disconnections, snapshot.plan)))

    def begin_anew(self) -> None:
        """Forget the fleet and all that became of it; sorting and filter stay."""
        self._reset(_nothing())

    def _reset(self, picture: FleetPicture) -> None:
        plan = picture.snapshot.plan
        self.beginResetModel()
        self._picture = picture
        self._columns = columns_of(plan)
        self._ranks = natural_ranks([address.plc for address in plan.addresses])
        self._order = self._arranged()
        self.endResetModel()

    def set_now(self, now: float) -> None:
        """Let the ages run on to `now` (monotonic seconds)."""
        self._look(replace(self._picture, now=now))

    def set_interval(self, interval_s: float) -> None:
        """Take the seconds between two cycles: they tell what is old."""
        if interval_s != self._picture.interval_s:
            self._look(replace(self._picture, interval_s=interval_s))

    def show_disconnections(self, disconnections: Sequence[Disconnection]) -> None:
        """Take what became of disconnections; each replaces its PLC's last one. Only of PLCs in the plan."""
        known = {**self._picture.disconnections, **{one.plc: one for one in disconnections}}
        known = _of_plan(known, self._picture.snapshot.plan)
        self._look(replace(self._picture, disconnections=known))

    @Slot(str)
    def filter_by(self, text: str) -> None:
        """Show only the gateways in whose names, address, state or failures every word occurs."""
        self._filter = text.strip()
        self._rearrange()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; equal rows stand in natural order of their PLCs."""
        if 0 <= column < len(self._columns):
            self.sort_by_key(self._columns[column].key, order == Qt.SortOrder.DescendingOrder)

    def sort_by_key(self, key: str, descending: bool) -> None:
        """Sort by the column of this key; by state while the plan has no such column."""
        self._sort = (key, descending)
        self._rearrange()

    # How rows are arranged

    def _look(self, picture: FleetPicture) -> None:
        self._picture = picture
        self._rearrange()
        if len(self._order):
            last = self.index(len(self._order) - 1, len(self._columns) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def _rearrange(self) -> None:
        order = self._arranged()
        if np.array_equal(order, self._order):
            return
        if not same_rows(order, self._order):
            self.beginResetModel()
            self._order = order
            self.endResetModel()
            return
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        place = np.empty(self.fleet_size, np.intp)
        place[order] = np.arange(len(order))
        after = [self.index(int(place[self._order[one.row()]]), one.column()) for one in before]
        self._order = order
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()

    def _arranged(self) -> Rows:
        picture = self._picture
        rows: Rows = np.arange(len(picture.snapshot.plan))
        if self._filter:
            rows = rows[matching(picture.haystacks(), self._filter)]
        key, descending = self._sort
        column = next((one for one in self._columns if one.key == key), self._columns[2])
        keys, missing = self._keys(column)
        return sorted_rows(rows, keys, missing, self._ranks, descending)

    def _keys(self, column: Column) -> tuple[np.ndarray, np.ndarray]:
        addresses = self._picture.snapshot.plan.addresses
        if column.kind is Kind.PLC:
            return self._ranks, np.zeros(len(addresses), np.bool_)
        if column.kind is Kind.GATEWAY:
            return natural_ranks([one.netloc for one in addresses]), np.zeros(len(addresses), np.bool_)
        if column.kind is Kind.DISCONNECTION:
            last = self._picture.disconnections
            texts = [last[one.plc].status if one.plc in last else "" for one in addresses]
            return natural_ranks(texts), np.array([one.plc not in last for one in addresses], np.bool_)
        return self._picture.keys(column)

    # What Qt asks

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._order)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: Index, role: int = Role.DisplayRole) -> object:
        if not index.isValid():
            return None
        row, column = self.plan_row(index.row()), self._columns[index.column()]
        if role == Role.DisplayRole:
            return cell(self._picture, row, column).text
        if role == Role.ToolTipRole:
            return tooltip(self._picture, row, column)
        if role == Role.TextAlignmentRole:
            return _RIGHT if column.kind in NUMERIC else _LEFT
        if role == Role.AccessibleTextRole:
            return f"{column.name}: {cell(self._picture, row, column).text}"
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> object:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self._columns):
            return None
        column = self._columns[section]
        if role == Role.DisplayRole:
            return f"▲ {column.head}" if self.sum_breached(column) else column.head
        if role in (Role.ToolTipRole, Role.AccessibleTextRole):
            return column.name
        if role == Role.TextAlignmentRole:
            return _RIGHT if column.kind in NUMERIC else _LEFT
        return None

    def sum_breached(self, column: Column) -> bool:
        """The column's request is summed and its sum exceeds the threshold."""
        snapshot = self._picture.snapshot
        if column.kind is not Kind.REQUEST:
            return False
        return snapshot.plan.requests[column.part].summed and snapshot.request_totals[column.part].breach


def _nothing() -> FleetPicture:
    """The picture before there is any fleet."""
    facts = CycleFacts(0, datetime.fromtimestamp(0, UTC), 0.0, 0.0, Phase.DONE)
    return FleetPicture(empty(Plan(()), facts, 0.0), 0.0, float("inf"))


def _of_plan(disconnections: Mapping[str, Disconnection], plan: Plan) -> dict[str, Disconnection]:
    return {plc: one for plc, one in disconnections.items() if plc in plan.row}
