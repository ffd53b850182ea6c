"""One list of alarms as a Qt table: sorted, filtered, grouped in a flood. Only what is looked at is told."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Slot

from doge_gui.core.alarms.alarm import Alarm
from doge_gui.core.alarms.states import AlarmState
from doge_gui.models.alarm_cells import Cell, Group, Moment, arranged, cell, tooltip
from doge_gui.models.alarm_columns import RIGHT, Column, Part, columns_of
from doge_gui.models.alarm_digest import AlarmDigest, Place
from doge_gui.models.alarm_words import name, state_words
from doge_gui.models.fleet_order import matching
from doge_gui.models.phrasebook import told as translated
from doge_gui.models.severity import Severity, severity_of

Index = QModelIndex | QPersistentModelIndex
Row = Alarm | Group
Role = Qt.ItemDataRole
_ROOT = QModelIndex()
_SIDES = {True: Qt.AlignmentFlag.AlignRight, False: Qt.AlignmentFlag.AlignLeft}


class AlarmTable(QAbstractTableModel):
    """Maps one list of a digest to rows and columns.

    A digest with the same rows is one `dataChanged`; the model resets when the rows are others, or stand in
    another order.
    """

    def __init__(self, place: Place, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.place = place
        self.columns: tuple[Column, ...] = columns_of(place)
        nothing = AlarmDigest()
        self._digest = nothing
        self._moment = Moment(nothing.report, nothing.report.at.utc)
        self._rows: list[Row] = []
        self._keys: list[object] = []
        self._opened: frozenset[object] = frozenset()
        self._filter = ""
        self._words: dict[object, str] = {}

    # What comes in

    def show(self, digest: AlarmDigest, moment: Moment) -> None:
        """Take a report's alarms, looked at in this moment."""
        flood = digest.flood and self.place is Place.ACTIVE
        same = digest.lists[self.place] is self._digest.lists[self.place] and flood == self.flood
        if digest.report.rules is not self._digest.report.rules:
            self._words = {}
        self._digest, self._moment = digest, moment
        if same:
            self._tell_all()
        else:
            self._arrange()

    @property
    def flood(self) -> bool:
        """The rows are grouped."""
        return self._digest.flood and self.place is Place.ACTIVE

    def set_moment(self, moment: Moment) -> None:
        """Let the ages run on."""
        self._moment = moment
        self._tell_all()

    @Slot(str)
    def filter_by(self, text: str) -> None:
        """Show only the alarms in whose PLC, message or state every word occurs."""
        if text.strip() != self._filter:
            self._filter = text.strip()
            self._arrange()

    def toggle(self, row: int) -> None:
        """Open a group's row, or close it."""
        shown = self._rows[row] if 0 <= row < len(self._rows) else None
        if isinstance(shown, Group):
            self._opened ^= {shown.key}
            self._arrange()

    def _tell_all(self) -> None:
        if self._rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, len(self.columns) - 1))

    def _arrange(self) -> None:
        rows = arranged(self._passing(), self.flood, self._opened)
        keys: list[object] = [row.id if isinstance(row, Alarm) else row.key for row in rows]
        if keys == self._keys:
            self._rows = rows
            self._tell_all()
            return
        self.beginResetModel()
        self._rows, self._keys = rows, keys
        self.endResetModel()

    def _passing(self) -> Sequence[Alarm]:
        alarms = self._digest.lists[self.place]
        if not self._filter:
            return alarms
        fits = matching(map(self._haystack, alarms), self._filter)
        return [alarm for alarm, fit in zip(alarms, fits.tolist(), strict=True) if fit]

    def _haystack(self, alarm: Alarm) -> str:
        """What a filter looks into. The words that all such alarms share are worked out once."""
        key = (alarm.kind, alarm.subject, alarm.state, alarm.priority)
        words = self._words.get(key)
        if words is None:
            rules = self._moment.report.rules
            same = (name(alarm.kind, alarm.subject, rules), rules.of_alarm(alarm).message)
            words = " ".join((*same, state_words(alarm.state), severity_of(alarm.priority).word)).casefold()
            self._words[key] = words
        detail = f"{alarm.detail} {translated(alarm.detail)}"
        return f"{alarm.plc} {detail} {alarm.acked_by} {alarm.comment} ".casefold() + words

    # What views ask

    def row(self, number: int) -> Row:
        """The alarm or the group in a row."""
        return self._rows[number]

    def key(self, number: int) -> object:
        """What tells a row from the others, from one report to the next."""
        return self._keys[number]

    def rows_of(self, keys: frozenset[object]) -> list[int]:
        """Rows with these keys, top down."""
        return [number for number, key in enumerate(self._keys) if key in keys]

    def opened(self, row: Row) -> bool:
        """The group's members stand below it."""
        return isinstance(row, Group) and row.key in self._opened

    def nested(self, number: int) -> bool:
        """The row is a member of an open group above it."""
        row = self._rows[number]
        if not self.flood or isinstance(row, Group):
            return False
        return (row.kind.value, row.subject, row.state is AlarmState.PENDING) in self._opened

    def alarms(self, rows: Sequence[int]) -> list[Alarm]:
        """The alarms of these rows, each once; a group stands for its members."""
        found: dict[str, Alarm] = {}
        for number in rows:
            row = self._rows[number]
            members = row.members if isinstance(row, Group) else (row,)
            found.update((alarm.id, alarm) for alarm in members)
        return list(found.values())

    def everything(self) -> list[Alarm]:
        """All alarms that pass the filter, in closed groups too."""
        return self.alarms(range(len(self._rows)))

    @property
    def listed(self) -> int:
        """How many alarms the list has without the filter."""
        return len(self._digest.lists[self.place])

    @property
    def moment(self) -> Moment:
        """What the cells are told by."""
        return self._moment

    def cell(self, row: int, column: int) -> Cell:
        """What is painted in a cell."""
        return cell(self._rows[row], self.columns[column].part, self._moment)

    def severity(self, row: int) -> Severity:
        """How bad a row is."""
        return severity_of(self._rows[row].priority)

    def loud(self, row: int) -> bool:
        """A row waits to be acknowledged."""
        shown = self._rows[row]
        if isinstance(shown, Group):
            return bool(shown.unacknowledged)
        return shown.state.unacknowledged and not shown.masked

    def pending(self, row: int) -> bool:
        """A row is no alarm yet, or none any more."""
        shown = self._rows[row]
        first = shown.members[0] if isinstance(shown, Group) else shown
        return first.state in (AlarmState.PENDING, AlarmState.NORMAL)

    # What Qt asks

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Role.DisplayRole) -> object:
        if not index.isValid():
            return None
        column = self.columns[index.column()]
        if role == Role.DisplayRole:
            return self.cell(index.row(), index.column()).text
        if role == Role.ToolTipRole:
            return tooltip(self._rows[index.row()], self._moment)
        if role == Role.AccessibleTextRole:
            return f"{column.head}: {self.cell(index.row(), index.column()).text}"
        if role == Role.TextAlignmentRole:
            return _SIDES[column.part in RIGHT] | Qt.AlignmentFlag.AlignVCenter
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> object:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        column = self.columns[section]
        if role in (Role.DisplayRole, Role.ToolTipRole, Role.AccessibleTextRole):
            return column.head
        if role == Role.TextAlignmentRole:
            return _SIDES[column.part in RIGHT] | Qt.AlignmentFlag.AlignVCenter
        return None

    def column(self, part: Part) -> int:
        """Number of a column."""
        return next(number for number, column in enumerate(self.columns) if column.part is part)
