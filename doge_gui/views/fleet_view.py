"""The fleet: a line of tools over the table."""

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtGui import QAction, QFont, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
)

from doge_gui.models.fleet_columns import Kind
from doge_gui.models.fleet_table import FleetTable
from doge_gui.models.phrases import grouped
from doge_gui.views.filter_field import FilterField
from doge_gui.views.fleet_grid import FleetGrid
from doge_gui.views.labels import ElidedLabel
from doge_gui.views.theme import Theme, font

_EDGE_PX, _GAP_PX = 10, 7
_FILTER_PX = 110
"""The filter where there is no room for its words."""


class FleetView(QFrame):
    """The fleet table with its filter and buttons.

    Signals: `poll_now()`, `pause_toggled()`, `disconnect_wanted(tuple)` PLC names, not confirmed yet,
    `selected(tuple)` PLC names.
    """

    poll_now = Signal()
    pause_toggled = Signal()
    disconnect_wanted = Signal(tuple)
    selected = Signal(tuple)

    def __init__(self, model: FleetTable, theme: Theme, read_only: bool = False) -> None:
        """`read_only`: what would act on gateways is neither shown nor connected."""
        super().__init__()
        self.setObjectName("panel")
        self._model, self._read_only = model, read_only
        # Without a parent until it is laid out: the way of Tab is the order in which parts get theirs.
        self.grid = FleetGrid(model, theme)
        self.columns_menu = QMenu(self.tr("&Columns"), self)
        self.row_menu = QMenu(self)
        self._row_force = self.row_menu.addAction(self.tr("Force &disconnect…"), self.want_disconnect)
        self._row_force.setVisible(not read_only)
        self.row_menu.addAction(self.tr("&Copy"), self.grid.copy)
        self._make_tools()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.setSpacing(0)
        layout.addLayout(self._tools())
        layout.addWidget(self.grid)
        self._connect()
        if read_only:
            self.grid.set_layout_choices(dict.fromkeys(("force", "disconnection"), False), {})
        self._update_count()

    def _make_tools(self) -> None:
        self.filter = FilterField()
        self.filter.setPlaceholderText(self.tr("Filter PLCs…"))
        self.filter.setClearButtonEnabled(True)
        self.filter.setMinimumWidth(_FILTER_PX)
        self.filter.setMaximumWidth(240)
        self.filter.setAccessibleName(self.tr("Filter the fleet"))
        self.filter.setToolTip(self.tr("Words that occur in the name, address, state or reason (Ctrl+F)"))
        self.count = ElidedLabel(look="muted")
        self.poll_button = self._button(self.tr("Poll now"), self.tr("Ask all gateways now (F5)"))
        self.pause_button = self._button(self.tr("Pause"), self.tr("Pause or resume polling (Ctrl+P)"))
        self.force_button = self._button(
            self.tr("Force disconnect…"), self.tr("Disconnect the selected PLCs from the network (Ctrl+D)")
        )
        self.columns_button = QToolButton()
        self.columns_button.setText(self.tr("Columns"))
        self.columns_button.setToolTip(self.tr("Choose the columns of the table"))
        self.columns_button.setAccessibleName(self.tr("Columns"))
        self.columns_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.columns_button.setMenu(self.columns_menu)
        self.columns_button.setFont(font(12, QFont.Weight.Medium))
        self.columns_button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.force_button.setEnabled(False)
        self.columns_button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def _button(self, text: str, tip: str) -> QPushButton:
        button = QPushButton(text)
        button.setFont(font(12, QFont.Weight.Medium))
        button.setToolTip(tip)
        button.setAccessibleName(text)
        button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        return button

    def _tools(self) -> QHBoxLayout:
        tools = QHBoxLayout()
        tools.setContentsMargins(_EDGE_PX, 8, _EDGE_PX, 8)
        tools.setSpacing(_GAP_PX)
        tools.addWidget(self.filter, 2)
        tools.addWidget(self.count, 3)
        for button in (self.force_button, self.poll_button, self.pause_button, self.columns_button):
            tools.addWidget(button)
            if self._read_only and button is not self.columns_button:
                button.hide()
        return tools

    def _connect(self) -> None:
        self.filter.textChanged.connect(self._on_filter)
        self.filter.left.connect(self.grid.setFocus)
        if not self._read_only:
            self.poll_button.clicked.connect(self.poll_now)
            self.pause_button.clicked.connect(self.pause_toggled)
            self.force_button.clicked.connect(self.want_disconnect)
            self.grid.force_requested.connect(self.disconnect_wanted)
        self.grid.selected.connect(self._on_selected)
        self.grid.hidden_changed.connect(self._on_hidden)
        self._model.modelReset.connect(self._update_count)
        self._model.layoutChanged.connect(self._update_count)
        self.columns_menu.aboutToShow.connect(self._fill_columns)
        self.columns_menu.triggered.connect(self._on_column)
        self.grid.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.grid.customContextMenuRequested.connect(self._on_row_menu)
        head = self.grid.horizontalHeader()
        head.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        head.customContextMenuRequested.connect(self._on_head_menu)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_tools()

    def _fit_tools(self) -> None:
        """Let buttons that the menus have too give way where the line is too short for all."""
        if self._read_only:
            return
        buttons = (self.force_button, self.columns_button, self.pause_button, self.poll_button)
        words_px = max(_FILTER_PX, min(self.filter.words_px, self.filter.maximumWidth()))
        room = self.width() - 2 * _EDGE_PX - words_px - _GAP_PX
        for number, button in enumerate(buttons, 1):
            room -= button.sizeHint().width() + _GAP_PX
            button.setVisible(number <= 2 or room >= 0)
            if number == 2:
                self.filter.setMinimumWidth(words_px if room >= 0 else _FILTER_PX)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self.grid.set_theme(theme)

    def begin_anew(self) -> None:
        """Forget the filter and the pause of the fleet before."""
        self.filter.clear()
        self.show_paused(False)

    def show_paused(self, paused: bool) -> None:
        """Say on the button what it would do now."""
        self.pause_button.setText(self.tr("Resume") if paused else self.tr("Pause"))
        self.pause_button.setAccessibleName(self.pause_button.text())

    @Slot()
    def focus_filter(self) -> None:
        """Put the keyboard into the filter."""
        self.filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filter.selectAll()

    @Slot()
    def want_disconnect(self) -> None:
        """Ask for the disconnection of the selected PLCs."""
        plcs = self.grid.selected_plcs()
        if plcs and not self._read_only:
            self.disconnect_wanted.emit(plcs)

    @Slot(str)
    def _on_filter(self, text: str) -> None:
        self._model.filter_by(text)
        self._update_count()

    @Slot(tuple)
    def _on_selected(self, plcs: tuple[str, ...]) -> None:
        self.force_button.setEnabled(bool(plcs))
        self.selected.emit(plcs)

    @Slot()
    def _update_count(self) -> None:
        key, descending = self._model.sorting
        column = next((one for one in self._model.columns if one.key == key), None)
        by = column.head.lower() if column and column.kind is not Kind.PLC else "PLC"
        shown, fleet = self._model.rowCount(), self._model.fleet_size
        of = self.tr("{0} of {1}").format(grouped(shown), grouped(fleet))
        what = grouped(fleet) if shown == fleet else of
        way = " ↓" if descending else ""
        shown_text = self.tr("{0} shown").format(what)
        self.count.say(self.tr("{0} · sorted by {1}{2}").format(shown_text, by, way), shown_text)

    @Slot(int)
    def _on_hidden(self, hidden: int) -> None:
        text = self.tr("Columns · {0} hidden").format(hidden) if hidden else self.tr("Columns")
        self.columns_button.setText(text)
        self._fit_tools()

    @Slot()
    def _fill_columns(self) -> None:
        self.columns_menu.clear()
        for number, column in enumerate(self._model.columns):
            acting = column.kind in (Kind.DISCONNECTION, Kind.FORCE)
            if column.kind not in (Kind.PLC, Kind.STATE) and not (acting and self._read_only):
                action = self.columns_menu.addAction(column.name.replace("&", "&&"))
                action.setCheckable(True)
                action.setChecked(not self.grid.isColumnHidden(number))
                action.setData(column.key)

    @Slot(QAction)
    def _on_column(self, action: QAction) -> None:
        self.grid.show_column(str(action.data()), action.isChecked())

    @Slot(QPoint)
    def _on_head_menu(self, at: QPoint) -> None:
        self.columns_menu.popup(self.grid.horizontalHeader().mapToGlobal(at))

    @Slot(QPoint)
    def _on_row_menu(self, at: QPoint) -> None:
        selected = bool(self.grid.selected_plcs())
        self._row_force.setEnabled(selected)
        # Asked for from the keyboard, the place may be anywhere: it then opens at the current row.
        rect = self.grid.visualRect(self.grid.currentIndex())
        on_a_row = self.grid.selectionModel().isSelected(self.grid.indexAt(at))
        self.row_menu.popup(self.grid.viewport().mapToGlobal(at if on_a_row else rect.bottomLeft()))
