"""The entries of an address list as a table: what is wrong first, then the gateways that can be watched."""

from html import escape

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from doge_gui.core.addresses import AddressBook
from doge_gui.models.phrasebook import told
from doge_gui.models.phrases import one_line

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
_ROOT = QModelIndex()
PLC, GATEWAY, VERDICT = range(3)


class ListedGateways(QAbstractTableModel):
    """Three columns: PLC, gateway, what is wrong. Read only."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.book = AddressBook()
        self._rows: list[tuple[str, str, str]] = []

    def show(self, book: AddressBook) -> None:
        """Take a list."""
        self.beginResetModel()
        self.book = book
        wrong = [(one_line(one.entry), "–", f"◆ {one_line(told(one.what))}") for one in book.problems]
        good = [(one_line(one.plc), one.netloc, "") for one in book.addresses]
        self._rows = wrong + good
        self.endResetModel()

    def wrong(self, row: int) -> bool:
        """The entry of this row is left out."""
        return row < len(self.book.problems)

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else 3

    def data(self, index: Index, role: int = Role.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        text = row[index.column()]
        if role == Role.DisplayRole:
            return text or (self.tr("can be watched") if index.column() == VERDICT else "")
        if role == Role.ToolTipRole and index.column() == VERDICT:
            return escape(text)
        if role == Role.AccessibleTextRole:
            said = row[VERDICT].removeprefix("◆ ")
            what = self.tr("left out: {0}").format(said) if said else self.tr("can be watched")
            return f"{row[PLC]}, {row[GATEWAY]}, {what}"
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> object:
        if orientation != Qt.Orientation.Horizontal or role != Role.DisplayRole:
            return None
        return (self.tr("PLC"), self.tr("Gateway"), self.tr("Verdict"))[section]
