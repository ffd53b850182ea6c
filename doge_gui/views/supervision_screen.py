"""The supervision screen: key figures over the fleet and the graphs."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from doge_gui.core.snapshot import Snapshot
from doge_gui.core.statuses import Schedule
from doge_gui.models.figures import as_of
from doge_gui.models.fleet_table import FleetTable
from doge_gui.models.table_text import fleet_order
from doge_gui.views.fleet_view import FleetView
from doge_gui.views.key_figures import KeyFigures
from doge_gui.views.marble_plots import MarblePlots
from doge_gui.views.row_selection import select_rows
from doge_gui.views.table_exports import ask_path
from doge_gui.views.theme import Theme

_WIDTH_PX = 1560
"""The screen comes this wide; smaller ones share out the same way."""
_SHARES = (70, 30)
"""Width of the fleet and of the graphs, in hundredths."""


class SupervisionScreen(QWidget):
    """The parts of the screen, and the table model they share.

    Signals: `table_wanted(object)` RowsOrder of the fleet that is to become a file.
    """

    table_wanted = Signal(object)

    def __init__(self, theme: Theme, read_only: bool = False) -> None:
        """`read_only`: nothing can be done to the plant from here."""
        super().__init__()
        self.table = FleetTable(self)
        self.figures = KeyFigures()
        self.fleet = FleetView(self.table, theme, read_only)
        self.plots = MarblePlots(theme)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setHandleWidth(11)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(self.fleet)
        self.splitter.addWidget(self.plots)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(13, 11, 13, 11)
        layout.setSpacing(10)
        layout.addWidget(self.figures)
        layout.addWidget(self.splitter, 1)
        self.fleet.selected.connect(self.plots.show_plcs)
        self.set_shares()

    def set_shares(self) -> None:
        """Give the fleet and the graphs the widths they come with."""
        for number, share in enumerate(_SHARES):
            self.splitter.setStretchFactor(number, share)
        width = max(self.width(), _WIDTH_PX)
        self.splitter.setSizes([width * share // 100 for share in _SHARES])

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self.fleet.set_theme(theme)
        self.plots.set_theme(theme)

    def begin_anew(self) -> None:
        """Forget the fleet: another plant comes."""
        self.table.begin_anew()
        self.fleet.begin_anew()
        self.plots.begin_anew()
        self._tell(None)

    def show_schedule(self, schedule: Schedule) -> None:
        """Take the interval, and show when the next cycle is due."""
        self.table.set_interval(schedule.interval_s)
        self.plots.set_interval(schedule.interval_s)
        self.fleet.show_paused(schedule.paused)
        self._tell(schedule)

    def show_snapshot(self, snapshot: Snapshot, now: float, schedule: Schedule | None) -> None:
        """Show a snapshot, seen at `now` (monotonic seconds)."""
        self.show_picture(snapshot, now)
        self._tell(schedule)

    def show_picture(self, snapshot: Snapshot, now: float) -> None:
        """Show a snapshot in the table and the graphs; the figures follow with the next schedule or tick."""
        self.table.show(snapshot, now)
        self.fleet.grid.fit_values()
        self.plots.show_snapshot(snapshot, now)

    def set_now(self, now: float, schedule: Schedule | None) -> None:
        """Let ages, the countdown and the live span run on."""
        self.table.set_now(now)
        self.plots.set_now(now)
        self._tell(schedule)

    def show_plc(self, plc: str) -> bool:
        """Select a PLC's row and bring it in sight; False where the fleet has no such PLC."""
        if not self.table.rows_of(frozenset({plc})):
            self.fleet.filter.clear()
        rows = self.table.rows_of(frozenset({plc}))
        for row in rows:
            grid = self.fleet.grid
            select_rows(grid.selectionModel(), [row])
            flag = grid.selectionModel().SelectionFlag.NoUpdate
            grid.selectionModel().setCurrentIndex(self.table.index(row, 0), flag)
            grid.scrollTo(self.table.index(row, 0))
            grid.setFocus()
        return bool(rows)

    @Slot()
    def copy(self) -> None:
        """Put the selected rows of the fleet (all, when none is) on the clipboard."""
        self.fleet.grid.copy()

    @Slot()
    def export_table(self) -> None:
        """Ask where the fleet's table goes, and order it."""
        path = ask_path(self, self.tr("Export the fleet"), "fleet")
        if path is not None:
            self.table_wanted.emit(fleet_order(self.table, str(path)))

    def _tell(self, schedule: Schedule | None) -> None:
        self.figures.show_fleet(self.table.picture, schedule)
        self.plots.show_as_of(as_of(self.table.picture, schedule))
