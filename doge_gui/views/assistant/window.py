"""The first-start assistant as a window of its own."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from doge_gui.core.first_plan import Place
from doge_gui.core.scan_findings import Found, ScanEnd
from doge_gui.views.assistant.choice_page import ChoicePage
from doge_gui.views.assistant.list_page import ListPage
from doge_gui.views.assistant.scan_page import ScanPage
from doge_gui.views.assistant.steps import Steps
from doge_gui.views.assistant.summary_page import SummaryPage
from doge_gui.views.theme import Theme

_CHOICE, _LIST, _SCAN, _SUMMARY = range(4)
_STEP = {_CHOICE: 0, _LIST: 1, _SCAN: 1, _SUMMARY: 2}
_WIDTH_PX, _HEIGHT_PX = 920, 760


class Assistant(QWidget):
    """Three steps: what to watch, the gateways, the plan. Closing it, or Esc, leaves everything as it was.

    Signals:
        example_wanted(): start the example fleet.
        open_wanted(str): path of an existing configuration.
        list_wanted(str): path of an address list to be read; answered by `show_list` or `show_unreadable`.
        scan_wanted(object): ScanOrder; answered by `show_found`, `show_progress`, `show_scan_ended`.
        scan_cancelled(): end the scan under way.
        place_wanted(str): a folder to be looked at; answered by `show_place`.
        save_wanted(object): FirstPlan to be written; answered by `show_not_saved` where that fails.
    """

    example_wanted = Signal()
    open_wanted = Signal(str)
    list_wanted = Signal(str)
    scan_wanted = Signal(object)
    scan_cancelled = Signal()
    place_wanted = Signal(str)
    save_wanted = Signal(object)

    def __init__(self, theme: Theme, networks: Sequence[str], folder: str) -> None:
        """`networks` of this machine, offered for a scan; `folder` is where the files are offered to go."""
        super().__init__()
        self.setWindowTitle(self.tr("WatchDoge – first start"))
        self.setMinimumSize(760, 560)
        self.resize(1024, 640)
        self.setAcceptDrops(True)
        self.steps = Steps()
        self.choice = ChoicePage(theme)
        self.list = ListPage(theme)
        self.scan = ScanPage(networks, theme)
        self.summary = SummaryPage(folder)
        self._from = _CHOICE
        self.pages = QStackedWidget()
        for page in (self.choice, self.list, self.scan, self.summary):
            self.pages.addWidget(page)
        self._make_buttons()
        self._lay_out()
        self._connect()
        self._go_to(_CHOICE)

    def _make_buttons(self) -> None:
        self.open = QToolButton()
        self.open.setObjectName("flat")
        self.open.setText(self.tr("&Open an existing configuration…"))
        self.open.setToolTip(self.tr("Watch by a configuration file that is there already"))
        self.back = QPushButton(self.tr("&Back"))
        self.next = QPushButton(self.tr("&Next"))
        self.start = QPushButton(self.tr("&Start watching"))
        self.start.setToolTip(self.tr("Write the two files and begin to ask the gateways"))
        for button in (self.back, self.next, self.start):
            button.setAutoDefault(True)
        # The button that Enter presses looks as such in a window that is no dialog, too.
        for button in (self.next, self.start):
            button.setObjectName("acknowledge")

    def _lay_out(self) -> None:
        panel = QFrame()
        panel.setObjectName("panel")
        panel.setMaximumSize(_WIDTH_PX, _HEIGHT_PX)
        inside = QVBoxLayout(panel)
        inside.setContentsMargins(28, 20, 28, 20)
        inside.setSpacing(12)
        inside.addWidget(self.steps)
        inside.addWidget(self.pages, 1)
        buttons = QHBoxLayout()
        buttons.addWidget(self.open)
        buttons.addStretch(1)
        for button in (self.back, self.next, self.start):
            buttons.addWidget(button)
        inside.addLayout(buttons)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(20, 20, 20, 20)
        outer.addStretch(1)
        outer.addWidget(panel, 50)
        outer.addStretch(1)

    def _connect(self) -> None:
        self.choice.example_wanted.connect(self.example_wanted)
        self.choice.list_chosen.connect(self._on_list)
        self.choice.scan_chosen.connect(self._on_scan)
        self.list.file_wanted.connect(self.list_wanted)
        self.scan.scan_wanted.connect(self.scan_wanted)
        self.scan.scan_cancelled.connect(self.scan_cancelled)
        self.summary.place_wanted.connect(self.place_wanted)
        for page in (self.list, self.scan, self.summary):
            page.changed.connect(self._fit_buttons)
        self.open.clicked.connect(self._on_open)
        self.back.clicked.connect(self._on_back)
        self.next.clicked.connect(self._on_next)
        self.start.clicked.connect(self._on_start)

    # What comes in

    @Slot(object)
    def show_found(self, found: Found) -> None:
        """Take a gateway that a scan found."""
        self.scan.show_found(found)

    @Slot(int, int)
    def show_progress(self, done: int, questions: int) -> None:
        """Take how far the scan is."""
        self.scan.show_progress(done, questions)

    @Slot(object)
    def show_scan_ended(self, end: ScanEnd) -> None:
        """Take how the scan ended."""
        self.scan.show_ended(end)

    @Slot(str, str)
    def show_list(self, name: str, text: str) -> None:
        """Take the text of an address list's file."""
        self.scan.stop()
        self._go_to(_LIST)
        self.list.show_text(name, text)

    @Slot(str, str)
    def show_unreadable(self, name: str, why: str) -> None:
        """Say why a list's file cannot be read."""
        self.scan.stop()
        self._go_to(_LIST)
        self.list.show_unreadable(name, why)

    @Slot(object)
    def show_place(self, place: Place) -> None:
        """Take what can be written in the folder that was asked about."""
        self.summary.show_place(place)

    @Slot(str)
    def show_not_saved(self, why: str) -> None:
        """Say why the files could not be written."""
        self.summary.show_not_saved(why)

    @Slot(object)
    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        for page in (self.choice, self.list, self.scan):
            page.set_theme(theme)

    # What the operator does

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            if self.scan.scanning:
                self.scan.stop()
            else:
                self.close()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._press_enter()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.scan.stop()
        super().closeEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls() and event.mimeData().urls()[0].isLocalFile():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self.list_wanted.emit(event.mimeData().urls()[0].toLocalFile())
        event.acceptProposedAction()

    def _press_enter(self) -> None:
        """What Enter means where no button has the focus: look for gateways in its fields, else go on."""
        if self.scan.hosts.hasFocus() or self.scan.ports.hasFocus():
            self.scan.begin()
            return
        for button in (self.next, self.start):
            if button.isVisible():
                button.click()
                return

    @Slot()
    def _on_list(self) -> None:
        self._go_to(_LIST)

    @Slot()
    def _on_scan(self) -> None:
        self._go_to(_SCAN)

    @Slot()
    def _on_back(self) -> None:
        self.scan.stop()
        self._go_to(self._from if self.pages.currentIndex() == _SUMMARY else _CHOICE)

    @Slot()
    def _on_next(self) -> None:
        page = self.pages.currentIndex()
        gateways = self.list.gateways if page == _LIST else self.scan.gateways
        if gateways:
            self.scan.stop()
            self._from = page
            self.summary.show_gateways(gateways)
            self._go_to(_SUMMARY)

    @Slot()
    def _on_start(self) -> None:
        if self.summary.ready:
            self.save_wanted.emit(self.summary.plan)

    @Slot()
    def _on_open(self) -> None:
        path, _ = QFileDialog.getOpenFileName(
            self, self.tr("Open configuration"), "", self.tr("Configuration (*.json);;All files (*)")
        )
        if path:
            self.open_wanted.emit(path)

    def _go_to(self, page: int) -> None:
        self.pages.setCurrentIndex(page)
        self.steps.show_step(_STEP[page])
        self.open.setVisible(page == _CHOICE)
        self.back.setVisible(page != _CHOICE)
        self.next.setVisible(page in (_LIST, _SCAN))
        self.start.setVisible(page == _SUMMARY)
        self._fit_buttons()
        first = {
            _CHOICE: self.choice.example,
            _LIST: self.list.text,
            _SCAN: self.scan.hosts,
            _SUMMARY: self.start,
        }
        first[page].setFocus()

    @Slot()
    def _fit_buttons(self) -> None:
        page = self.pages.currentIndex()
        self.next.setEnabled(bool(self.list.gateways if page == _LIST else self.scan.gateways))
        self.start.setEnabled(self.summary.ready)
