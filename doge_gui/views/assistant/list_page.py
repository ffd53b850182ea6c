"""Step two by a list: a file or pasted text on the left, what can be made of it on the right."""

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from doge_gui.core.addresses import Address, AddressBook, AddressListError
from doge_gui.core.first_plan import DEFAULT_PORT
from doge_gui.core.pasted_list import read_list
from doge_gui.models.assistant_listed import ListedGateways
from doge_gui.models.phrasebook import told
from doge_gui.models.phrases import grouped, one_line
from doge_gui.views.assistant.gateway_grid import GatewayGrid
from doge_gui.views.labels import ElidedLabel, PlainLabel
from doge_gui.views.theme import Theme, set_property

_SETTLE_MS = 120
"""Typing is read once it pauses."""


class ListPage(QWidget):
    """The text of an address list, and its entries.

    Signals: `file_wanted(str)` path of a file to be read; `changed()` the gateways are others.
    """

    file_wanted = Signal(str)
    changed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.table = ListedGateways(self)
        self.text = QPlainTextEdit()
        self.text.setTabChangesFocus(True)
        self.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.text.setAccessibleName(self.tr("Address list as text"))
        self.text.setPlaceholderText(
            self.tr("Paste the list here, or drop a file on this window.\n\nAPI; RASP_catch\n{0}").format(
                "API-1; 10.0.0.5\nAPI-2; 10.0.0.6:8001"
            )
        )
        self.grid = GatewayGrid(
            self.table, (104, 140), self.tr("Gateways of the list"), self.tr("No entry yet."), theme
        )
        self.choose = QPushButton(self.tr("&Choose a file…"))
        self.choose.setAutoDefault(True)
        self.choose.setToolTip(
            self.tr("A JSON or CSV file with the PLCs' names and their gateways' addresses")
        )
        self.origin = ElidedLabel(look="muted")
        self.said = ElidedLabel(weight=QFont.Weight.Medium)
        self._settled = QTimer(self)
        self._settled.setSingleShot(True)
        self._settled.setInterval(_SETTLE_MS)
        self._settled.timeout.connect(self._read)
        self.text.textChanged.connect(self._settled.start)
        self.choose.clicked.connect(self._on_choose)
        self._lay_out()
        self._tell(AddressBook(), self.tr("Lines with a name and an address become gateways here."), 0)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.choose)
        head.addSpacing(6)
        head.addWidget(self.origin, 1)
        halves = QHBoxLayout()
        halves.setSpacing(12)
        halves.addWidget(self.text, 3)
        halves.addWidget(self.grid, 5)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addWidget(PlainLabel(self.tr("Your list of gateways"), 20, QFont.Weight.DemiBold))
        layout.addLayout(head)
        layout.addLayout(halves, 1)
        layout.addWidget(self.said)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self.grid.set_theme(theme)

    @property
    def gateways(self) -> tuple[Address, ...]:
        """Those that can be watched."""
        return self.table.book.addresses

    def show_text(self, name: str, text: str) -> None:
        """Take the text of a file."""
        self.origin.say(one_line(name))
        self.text.setPlainText(text)
        self._settled.stop()
        self._read()

    def show_unreadable(self, name: str, why: str) -> None:
        """Say why a file cannot be read; what was there stays."""
        self.origin.say("")
        self._say(self.tr("◆ {0}: {1}").format(one_line(name), one_line(told(why))), 2)

    @Slot()
    def _read(self) -> None:
        text = self.text.toPlainText()
        if not text.strip():
            self._tell(AddressBook(), self.tr("Lines with a name and an address become gateways here."), 0)
            return
        try:
            book = read_list(text, DEFAULT_PORT)
        except AddressListError as error:
            self._tell(AddressBook(), f"◆ {one_line(told(str(error)))}", 2)
            return
        self._tell(book, self._summary(book), 2 if book.problems else 0)

    def _summary(self, book: AddressBook) -> str:
        good, wrong = len(book.addresses), len(book.problems)
        many = self.tr("{0} gateways can be watched").format(grouped(good))
        said = self.tr("One gateway can be watched") if good == 1 else many
        if not wrong:
            return said
        left_out = self.tr("{0} entries are left out").format(grouped(wrong))
        return f"◆ {said} · {self.tr('one entry is left out') if wrong == 1 else left_out}"

    def _tell(self, book: AddressBook, words: str, severity: int) -> None:
        self.table.show(book)
        self._say(words, severity)
        self.changed.emit()

    def _say(self, words: str, severity: int) -> None:
        self.said.say(words)
        set_property(self.said, "severity", severity)

    @Slot()
    def _on_choose(self) -> None:
        path, _ = QFileDialog.getOpenFileName(
            self, self.tr("Address list"), "", self.tr("Address lists (*.json *.csv *.txt);;All files (*)")
        )
        if path:
            self.file_wanted.emit(path)
