"""The parts of the trend screen and their places: chooser at the left; tools, curves, values at the right."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QSplitter, QVBoxLayout, QWidget

from doge_gui.models.trend_rows import TrendRows
from doge_gui.paths import resource
from doge_gui.views.theme import Theme
from doge_gui.views.trend_canvas import TrendCanvas
from doge_gui.views.trend_chooser import TrendChooser
from doge_gui.views.trend_grid import TrendGrid
from doge_gui.views.trend_head import TrendHead
from doge_gui.views.trend_sets import TrendSetButton
from doge_gui.views.trend_status import TrendStatus

_CHOOSER_PX = ((900, 160), (1100, 218))
"""Below a width of the screen: so wide is the chooser, until the operator says otherwise."""
_ROOMY_CHOOSER_PX = 262


class TrendFrame(QWidget):
    """Parts, not behaviour."""

    def __init__(self, theme: Theme, sets: TrendSetButton) -> None:
        super().__init__()
        self.head = TrendHead(sets)
        self.status = TrendStatus()
        self.chooser = TrendChooser()
        self.canvas = TrendCanvas(theme)
        self.rows = TrendRows(self)
        self.grid = TrendGrid(self.rows)
        self.parts = QSplitter(Qt.Orientation.Vertical)
        self.sides = QSplitter(Qt.Orientation.Horizontal)
        self._chooser_px = 0
        self._parted_by_hand = False
        self._lay_out()
        self.parts.splitterMoved.connect(self._on_parted)

    def _lay_out(self) -> None:
        panel = QFrame()
        panel.setObjectName("panel")
        above = QVBoxLayout(panel)
        above.setContentsMargins(1, 1, 1, 1)
        above.setSpacing(0)
        above.addWidget(self.head)
        above.addWidget(self.status)
        self.parts.addWidget(self.canvas)
        self.parts.addWidget(self.grid)
        self.parts.setStretchFactor(0, 1)
        self.parts.setCollapsible(0, False)
        above.addWidget(self.parts, 1)
        self.sides.addWidget(self.chooser)
        self.sides.addWidget(panel)
        self.sides.setStretchFactor(1, 1)
        self.sides.setCollapsible(1, False)
        self.sides.setHandleWidth(9)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 10, 12, 10)
        layout.addWidget(self.sides)

    def dress(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        roles = theme.roles
        rules = [
            f'QLineEdit[severity="2"] {{ border: 2px solid {roles["medium"]}; }}',
            f"QTreeView {{ background: {roles['panel']}; border: 2px solid transparent; outline: none; }}",
            f"QTreeView:focus {{ border: 2px solid {roles['accent']}; }}",
            "QTableView#alarms { border: 2px solid transparent; }",
            f"QTableView#alarms:focus {{ border: 2px solid {roles['accent']}; }}",
            "QTreeView::item { padding: 2px 0; }",
            "QTableView::item { padding: 0 8px; }",
            f"QTreeView::item:selected {{ background: {roles['selection']}; color: {roles['text']}; }}",
        ]
        # Fusion draws an empty box darker than its ground: on a dark one it cannot be seen.
        boxes = "QTreeView::indicator, QTableView::indicator"
        checked = "QTreeView::indicator:checked, QTableView::indicator:checked"
        look = f"border: 1px solid {roles['outline']}; border-radius: 3px; background: {roles['field']};"
        rules.append(f"{boxes} {{ {look} width: 14px; height: 14px; }}")
        tick = resource("icons", f"check-{theme.name}.svg").as_posix()
        rules.append(f'{checked} {{ image: url("{tick}"); }}')
        self.setStyleSheet("\n".join(rules))
        self.canvas.set_theme(theme)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        fitting = (px for below, px in _CHOOSER_PX if self.width() < below)
        left = next(fitting, _ROOMY_CHOOSER_PX)
        if left != self._chooser_px:
            self._chooser_px = left
            self.sides.setSizes([left, max(self.width() - left, left)])
        self.part()

    def part(self) -> None:
        """Give the table the room its rows need, at most a third, until the operator says otherwise."""
        height = self.parts.height()
        if not self._parted_by_hand and height > 0:
            table = min(self.grid.wanted_px, max(height // 3, self.grid.minimumSizeHint().height()))
            self.parts.setSizes([height - table, table])

    @Slot(int, int)
    def _on_parted(self, _place: int, _number: int) -> None:
        self._parted_by_hand = True
