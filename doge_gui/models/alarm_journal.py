"""The newest entries of the journal as a Qt table, newest first."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Slot

from doge_gui.core.alarms.events import Event
from doge_gui.core.alarms.rules import Rules
from doge_gui.models.alarm_cells import Cell, Ink
from doge_gui.models.alarm_columns import Part, columns_of
from doge_gui.models.alarm_journal_words import about, what_happened
from doge_gui.models.phrases import NOTHING, one_line
from doge_gui.models.severity import Severity, severity_of
from doge_gui.models.writing import to_the_second

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
_ROOT = QModelIndex()
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class AlarmJournal(QAbstractTableModel):
    """Maps entries to rows. New ones are put in at the top, so that what is read below stays selected."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns = columns_of(None)
        self._rules = Rules()
        self._events: Sequence[Event] = ()
        self._shown: list[Event] = []
        self._filter: list[str] = []
        self._words: dict[object, str] = {}

    def show(self, events: Sequence[Event], rules: Rules) -> None:
        """Take the entries, oldest first."""
        before, self._events = self._events, events
        anew = rules is not self._rules and rules != self._rules
        self._rules = rules
        fresh = _fresh(before, events)
        if anew or fresh is None:
            self._words = {}
            self._begin_anew()
            return
        passing = [event for event in reversed(fresh) if self._passes(event)]
        if passing:
            self.beginInsertRows(_ROOT, 0, len(passing) - 1)
            self._shown[:0] = passing
            self.endInsertRows()
        self._forget(len(events))

    def _forget(self, most: int) -> None:
        """Let go of the oldest: no more is shown than is kept."""
        if len(self._shown) > most:
            self.beginRemoveRows(_ROOT, most, len(self._shown) - 1)
            del self._shown[most:]
            self.endRemoveRows()

    @Slot(str)
    def filter_by(self, text: str) -> None:
        """Show only the entries in which every word occurs."""
        words = text.casefold().split()
        if words != self._filter:
            self._filter = words
            self._begin_anew()

    def _begin_anew(self) -> None:
        self.beginResetModel()
        self._shown = [event for event in reversed(self._events) if self._passes(event)]
        self.endResetModel()

    def _passes(self, event: Event) -> bool:
        if not self._filter:
            return True
        text = " ".join((event.plc, self._usual(event), event.detail, event.who, event.comment)).casefold()
        return all(word in text for word in self._filter)

    def _usual(self, event: Event) -> str:
        """The words that all such entries share, worked out once: a journal is long."""
        key = (event.kind, event.subject, event.what, event.after)
        words = self._words.get(key)
        if words is None:
            words = f"{about(event, self._rules)} {what_happened(event, self._rules)}"
            words = self._words[key] = words.replace(event.plc, "") if event.plc else words
        return words

    def entry(self, row: int) -> Event:
        """The entry in a row."""
        return self._shown[row]

    @property
    def listed(self) -> int:
        """How many entries there are without the filter."""
        return len(self._events)

    def cell(self, row: int, column: int) -> Cell:
        """What is painted in a cell."""
        return entry_cell(self._shown[row], self.columns[column].part, self._rules)

    def severity(self, row: int) -> Severity:
        """How bad the alarm is that an entry is about; NORMAL where it is about none."""
        event = self._shown[row]
        return severity_of(event.priority) if event.id else Severity.NORMAL

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Role.DisplayRole) -> object:
        if not index.isValid():
            return None
        if role in (Role.DisplayRole, Role.ToolTipRole):
            return self.cell(index.row(), index.column()).text
        if role == Role.AccessibleTextRole:
            return f"{self.columns[index.column()].head}: {self.cell(index.row(), index.column()).text}"
        return _LEFT if role == Role.TextAlignmentRole else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> object:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        if role in (Role.DisplayRole, Role.ToolTipRole, Role.AccessibleTextRole):
            return self.columns[section].head
        return _LEFT if role == Role.TextAlignmentRole else None


def _fresh(before: Sequence[Event], events: Sequence[Event]) -> Sequence[Event] | None:
    """The entries that came after those of `before`; None where the two do not go on from one another."""
    if not before:
        return events if not events else None
    newest = before[-1]
    for place in range(len(events) - 1, -1, -1):
        if events[place] is newest:
            return events[place + 1 :]
    return None


def entry_cell(event: Event, part: Part, rules: Rules) -> Cell:
    """What a column shows of an entry."""
    match part:
        case Part.TIME:
            told = Cell(local_time(event.at), Ink.MUTED)
        case Part.PRIORITY:
            told = Cell(severity_of(event.priority).word if event.id else "")
        case Part.PLC:
            told = Cell(one_line(event.plc), Ink.STRONG)
        case Part.NAME:
            told = Cell(about(event, rules))
        case Part.EVENT:
            told = Cell(what_happened(event, rules))
        case Part.WHO:
            told = Cell(one_line(event.who) or NOTHING, Ink.PLAIN if event.who else Ink.MUTED)
        case _:
            told = Cell(one_line(event.comment))
    return told


def local_time(at: datetime) -> str:
    """Day and time of day where the window stands, to the second."""
    return to_the_second(at.astimezone())
