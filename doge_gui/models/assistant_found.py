"""The gateways that a scan found as a table: which of them to watch, and under which names."""

import ipaddress
from bisect import bisect
from collections import Counter
from dataclasses import dataclass

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from doge_gui.core.addresses import Address
from doge_gui.core.scan_findings import Found, offered_name
from doge_gui.models.phrases import milliseconds

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
_ROOT = QModelIndex()
PLC, GATEWAY, ANSWER, VERDICT = range(4)
_LONGEST = 200
"""Characters of a PLC's name."""


@dataclass(slots=True)
class _Row:
    found: Found
    name: str
    watched: bool = True

    @property
    def place(self) -> tuple[int, int]:
        """By which rows are in order: the address as a number, then the port."""
        return int(ipaddress.IPv4Address(self.found.host)), self.found.port


class FoundGateways(QAbstractTableModel):
    """Four columns: the PLC's name with a check box, gateway, answer time, what is wrong.

    Signals: `edited()` after a name or a choice was changed, or a gateway was added.
    """

    edited = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[_Row] = []
        self._times: Counter[str] = Counter()

    def add(self, found: Found) -> None:
        """Take a gateway in its place; one that is there already stays as it is."""
        if any(row.found.netloc == found.netloc for row in self._rows):
            return
        row = _Row(found, offered_name(found.host, found.port, {row.name for row in self._rows}))
        at = bisect([each.place for each in self._rows], row.place)
        self.beginInsertRows(QModelIndex(), at, at)
        self._rows.insert(at, row)
        self._times[row.name] += 1
        self.endInsertRows()
        self.edited.emit()

    def gateways(self) -> tuple[Address, ...]:
        """The chosen ones."""
        return tuple(Address(row.name, row.found.host, row.found.port) for row in self._rows if row.watched)

    def mistakes(self) -> int:
        """How many of the chosen ones have a name that cannot be used."""
        return sum(1 for row in range(len(self._rows)) if self.mistake(row))

    def mistake(self, number: int) -> str:
        """What is wrong with the name in this row; empty where it is not chosen, or good."""
        row = self._rows[number]
        if not row.watched:
            return ""
        if not row.name:
            return self.tr("enter the PLC's name")
        if len(row.name) > _LONGEST:
            return self.tr("longer than {0} characters").format(_LONGEST)
        times = self._times[row.name]
        return self.tr("this name stands {0} times").format(times) if times > 1 else ""

    def choose_all(self, watched: bool) -> None:
        """Choose all gateways, or none."""
        for row in self._rows:
            row.watched = watched
        self._tell()

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else 4

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if index.column() == PLC:
            flags |= Qt.ItemFlag.ItemIsEditable | Qt.ItemFlag.ItemIsUserCheckable
        return flags

    def data(self, index: Index, role: int = Role.DisplayRole) -> object:
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], index.column()
        if role in (Role.DisplayRole, Role.EditRole):
            return self._text(index.row(), column)
        if role == Role.CheckStateRole and column == PLC:
            return Qt.CheckState.Checked if row.watched else Qt.CheckState.Unchecked
        if role == Role.AccessibleTextRole:
            chosen = self.tr("watched") if row.watched else self.tr("left out")
            said = [row.name, row.found.netloc, chosen, self.mistake(index.row())]
            return ", ".join(part for part in said if part)
        return None

    def setData(self, index: Index, value: object, role: int = Role.EditRole) -> bool:
        if not index.isValid() or index.column() != PLC:
            return False
        row = self._rows[index.row()]
        if role == Role.CheckStateRole:
            row.watched = Qt.CheckState(value) is Qt.CheckState.Checked
        elif role == Role.EditRole:
            row.name = str(value).strip()
        else:
            return False
        self._tell()
        return True

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> object:
        if orientation != Qt.Orientation.Horizontal or role != Role.DisplayRole:
            return None
        return (self.tr("PLC"), self.tr("Gateway"), self.tr("Answer"), self.tr("Verdict"))[section]

    def _text(self, number: int, column: int) -> str:
        row = self._rows[number]
        if column == PLC:
            return row.name
        if column == GATEWAY:
            return row.found.netloc
        if column == ANSWER:
            return milliseconds(row.found.latency_s)
        mistake = self.mistake(number)
        if mistake:
            return f"◆ {mistake}"
        return self.tr("will be watched") if row.watched else self.tr("left out")

    def _tell(self) -> None:
        """One name may make another one right: every row is told."""
        self._times = Counter(row.name for row in self._rows if row.watched)
        if self._rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, VERDICT))
        self.edited.emit()
