"""Step two by a scan: which addresses to ask, what is going to be asked, and what was found."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from doge_gui.core.addresses import Address
from doge_gui.core.first_plan import DEFAULT_PORT
from doge_gui.core.scan_findings import Ending, Found, ScanEnd
from doge_gui.core.scan_range import ScanOrder, ScanRangeError, parse_order
from doge_gui.models.assistant_found import FoundGateways
from doge_gui.models.assistant_words import announcement, outcome, progress, range_mistake, warning
from doge_gui.models.phrases import grouped
from doge_gui.views.assistant.gateway_grid import GatewayGrid
from doge_gui.views.labels import ElidedLabel, PlainLabel
from doge_gui.views.theme import Theme, set_property

_MOST_NETWORKS = 4


class ScanPage(QWidget):
    """A range, its scan, and the gateways found.

    Signals: `scan_wanted(ScanOrder)`; `scan_cancelled()`; `changed()` the gateways are others.
    """

    scan_wanted = Signal(object)
    scan_cancelled = Signal()
    changed = Signal()

    def __init__(self, networks: Sequence[str], theme: Theme) -> None:
        """`networks` of this machine, `192.168.1.0/24`; the first is filled in."""
        super().__init__()
        self.table = FoundGateways(self)
        self.scanning = False
        self._order: ScanOrder | None = None
        self._scanned = 0
        self.hosts = QLineEdit(networks[0] if networks else "")
        self.hosts.setPlaceholderText(self.tr("192.168.1.0/24 or 192.168.1.10-50"))
        self.hosts.setMaxLength(400)
        self.ports = QLineEdit(str(DEFAULT_PORT))
        self.ports.setMaxLength(60)
        self.go = QPushButton(self.tr("&Look for gateways"))
        self.go.setAutoDefault(True)
        self.go.setObjectName("acknowledge")
        self.cancel = QPushButton(self.tr("Cance&l the scan"))
        self.cancel.setAutoDefault(True)
        self.cancel.hide()
        self.networks = [self._network_button(network) for network in networks[:_MOST_NETWORKS]]
        self.told = PlainLabel()
        self.told.setWordWrap(True)
        self.warned = PlainLabel()
        self.warned.setWordWrap(True)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(6)
        room = self.bar.sizePolicy()
        room.setRetainSizeWhenHidden(True)
        self.bar.setSizePolicy(room)
        self.bar.hide()
        self.bar.setAccessibleName(self.tr("Progress of the scan"))
        self.said = ElidedLabel(look="muted")
        self._make_grid(theme)
        self._lay_out()
        self._connect()
        self._on_range()

    def _network_button(self, network: str) -> QToolButton:
        button = QToolButton()
        button.setObjectName("flat")
        button.setText(network)
        button.setToolTip(self.tr("A network of this machine: fill it in"))
        button.setAccessibleName(self.tr("Fill in {0}, a network of this machine").format(network))
        button.clicked.connect(self._on_network)
        return button

    def _make_grid(self, theme: Theme) -> None:
        self.grid = GatewayGrid(
            self.table,
            (210, 170, 90),
            self.tr("Gateways found"),
            self.tr("Gateways appear here as they answer. A name is changed by a double click, or F2."),
            theme,
        )
        self.all = QPushButton(self.tr("Choose &all"))
        self.none = QPushButton(self.tr("Choose n&one"))
        for button in (self.all, self.none):
            button.setObjectName("slim")
            button.setAutoDefault(True)

    def _connect(self) -> None:
        self.hosts.textChanged.connect(self._on_range)
        self.ports.textChanged.connect(self._on_range)
        self.go.clicked.connect(self.begin)
        self.cancel.clicked.connect(self._on_cancel)
        self.all.clicked.connect(self._on_all)
        self.none.clicked.connect(self._on_none)
        self.table.edited.connect(self._on_edited)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        title = self.tr("Find the gateways on a network")
        layout.addWidget(PlainLabel(title, 20, QFont.Weight.DemiBold))
        layout.addLayout(self._fields())
        layout.addWidget(self.told)
        layout.addWidget(self.warned)
        layout.addWidget(self.bar)
        layout.addWidget(self.grid, 1)
        foot = QHBoxLayout()
        foot.addWidget(self.said, 1)
        foot.addWidget(self.all)
        foot.addWidget(self.none)
        layout.addLayout(foot)

    def _fields(self) -> QGridLayout:
        fields = QGridLayout()
        fields.setHorizontalSpacing(10)
        fields.setVerticalSpacing(4)
        for column, (words, field) in enumerate(
            ((self.tr("Addr&esses"), self.hosts), (self.tr("&Ports"), self.ports))
        ):
            label = QLabel(words)
            label.setBuddy(field)
            fields.addWidget(label, 0, column)
            fields.addWidget(field, 1, column)
        buttons = QHBoxLayout()
        buttons.setSpacing(0)
        buttons.addWidget(self.go)
        buttons.addWidget(self.cancel)
        fields.addLayout(buttons, 1, 2)
        if self.networks:
            own = QHBoxLayout()
            own.setSpacing(4)
            own.addWidget(PlainLabel(self.tr("This machine's networks:"), 12, look="muted"))
            for button in self.networks:
                own.addWidget(button)
            own.addStretch(1)
            fields.addLayout(own, 2, 0, 1, 3)
        fields.setColumnStretch(0, 5)
        fields.setColumnStretch(1, 2)
        return fields

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self.grid.set_theme(theme)

    # What comes in

    def show_found(self, found: Found) -> None:
        """Take a gateway that answered."""
        self.table.add(found)

    def show_progress(self, done: int, questions: int) -> None:
        """Take how far the scan is."""
        self.bar.setRange(0, questions)
        self.bar.setValue(done)
        self._scanned = done
        if self.scanning:
            self._say(progress(done, questions, self.table.rowCount()), False)

    def show_ended(self, end: ScanEnd) -> None:
        """Take how the scan ended."""
        had_focus = self.cancel.hasFocus()
        self._set_scanning(False)
        if had_focus:
            (self.grid if self.table.rowCount() else self.hosts).setFocus()
        if self.table.mistakes():
            self._on_edited()
        else:
            self._say(outcome(end), end.ending in (Ending.OUT_OF_TIME, Ending.DEFECT))
            self.changed.emit()

    @property
    def gateways(self) -> tuple[Address, ...]:
        """The chosen ones; none while a name among them cannot be used."""
        return () if self.table.mistakes() else self.table.gateways()

    # What the operator does

    @Slot()
    def begin(self) -> None:
        """Ask for the scan of the range that is written, where there is one."""
        if self._order is None or self.scanning:
            return
        self._set_scanning(True)
        self.bar.show()
        self.show_progress(0, self._order.questions)
        self.cancel.setFocus()
        self.scan_wanted.emit(self._order)
        self.changed.emit()

    def stop(self) -> None:
        """Cancel a scan under way."""
        if self.scanning:
            self.cancel.setEnabled(False)
            self.scan_cancelled.emit()

    @Slot()
    def _on_cancel(self) -> None:
        self.stop()

    @Slot()
    def _on_network(self) -> None:
        button = self.sender()
        if isinstance(button, QToolButton):
            self.hosts.setText(button.text())
            self.go.setFocus()

    @Slot()
    def _on_range(self) -> None:
        try:
            order = self._order = parse_order(self.hosts.text(), self.ports.text())
        except ScanRangeError as error:
            self._order = None
            empty = not self.hosts.text().strip()
            self.told.say(range_mistake(error) if empty else f"◆ {range_mistake(error)}")
            set_property(self.told, "severity", 0 if empty else 2)
            self.warned.hide()
        else:
            self.told.say(announcement(order))
            set_property(self.told, "severity", 0)
            self.warned.say(warning(order))
            set_property(self.warned, "severity", 2)
            self.warned.setVisible(order.beyond_private)
        self.go.setEnabled(self._order is not None and not self.scanning)

    @Slot()
    def _on_all(self) -> None:
        self.table.choose_all(True)

    @Slot()
    def _on_none(self) -> None:
        self.table.choose_all(False)

    @Slot()
    def _on_edited(self) -> None:
        if not self.scanning:
            wrong = self.table.mistakes()
            chosen = self.tr("{0} of {1} will be watched").format(
                grouped(len(self.table.gateways())), grouped(self.table.rowCount())
            )
            self._say(self.tr("◆ Give each PLC a name of its own") if wrong else chosen, bool(wrong))
        self._offer_choices()
        self.changed.emit()

    def _set_scanning(self, scanning: bool) -> None:
        self.scanning = scanning
        self.cancel.setEnabled(scanning)
        self.cancel.setVisible(scanning)
        self.go.setVisible(not scanning)
        self.go.setEnabled(self._order is not None and not scanning)
        for field in (self.hosts, self.ports, *self.networks):
            field.setEnabled(not scanning)
        self._offer_choices()

    def _offer_choices(self) -> None:
        some = self.table.rowCount() > 0
        self.all.setEnabled(some)
        self.none.setEnabled(some)

    def _say(self, words: str, marked: bool) -> None:
        self.said.say(words)
        set_property(self.said, "severity", 2 if marked else 0)
