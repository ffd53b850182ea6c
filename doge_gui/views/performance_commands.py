"""The performance screen kept up to date while it is in sight, and its way out of the window as a file."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

from doge_gui.core.alarms.performance import Performance
from doge_gui.core.alarms.rules import Rules
from doge_gui.models.performance_csv import performance_order
from doge_gui.models.phrasebook import told as translated
from doge_gui.views.disconnecting import NoticeBar
from doge_gui.views.pages import Pages
from doge_gui.views.performance_screen import PerformanceScreen
from doge_gui.views.table_exports import ask_path

_AGAIN_MS = 60_000


class PerformanceCommands(QObject):
    """Asks for the numbers when somebody looks, and once a minute while he does.

    Signals: `wanted(float)` the performance of the last so many seconds; `table_wanted(object)` RowsOrder of
    the numbers that are to become a file.
    """

    wanted = Signal(float)
    table_wanted = Signal(object)

    def __init__(
        self,
        window: QWidget,
        pages: Pages,
        screen: PerformanceScreen,
        notice: NoticeBar,
        rules: Callable[[], Rules],
    ) -> None:
        """`rules` are those in force: they tell the requests' titles."""
        super().__init__(window)
        self._window, self._pages, self._screen, self._notice = window, pages, screen, notice
        self._rules = rules
        self._again = QTimer(self)
        self._again.setInterval(_AGAIN_MS)
        self._again.timeout.connect(self._ask)
        pages.shown.connect(self._on_shown)
        screen.span_chosen.connect(self._on_span_chosen)
        screen.export_wanted.connect(self.export)

    def begin(self) -> None:
        """Ask at once where the screen is in sight already."""
        self._on_shown(self._pages.current)

    @Slot(object)
    def show_performance(self, told: Performance) -> None:
        """Show what was worked out."""
        self._screen.show_performance(told, self._rules())

    @Slot(str)
    def show_failure(self, error: str) -> None:
        """Say why there are no numbers."""
        self._notice.say(self.tr("Alarms cannot be measured: {0}").format(translated(error)), failed=True)

    @Slot()
    def export(self) -> None:
        """Ask where to, and order the numbers."""
        shown = self._screen.shown
        if shown is None:
            return
        path = ask_path(self._window, self.tr("Export alarm performance"), "alarm-performance")
        if path is not None:
            self.table_wanted.emit(performance_order(str(path), shown, self._rules()))

    @Slot(int)
    def _on_shown(self, number: int) -> None:
        if self._pages.pages[number].widget is self._screen:
            self._again.start()
            self._ask()
        else:
            self._again.stop()

    @Slot(float)
    def _on_span_chosen(self, _span_s: float) -> None:
        self._ask()

    @Slot()
    def _ask(self) -> None:
        self.wanted.emit(self._screen.span_s)
