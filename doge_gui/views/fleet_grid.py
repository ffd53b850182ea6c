"""The table itself: fixed rows, widths that fit, selection by PLC, the keyboard."""

from PySide6.QtCore import QItemSelection, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from doge_gui.core.snapshot import MARBLES
from doge_gui.models.fleet_columns import Kind
from doge_gui.models.fleet_table import FleetTable
from doge_gui.models.table_text import as_tsv
from doge_gui.views.column_widths import fit
from doge_gui.views.fleet_rows import FleetRows
from doge_gui.views.row_selection import select_rows, selected_rows
from doge_gui.views.theme import Theme


class FleetGrid(FleetRows):
    """A table view over a FleetTable.

    Signals: `selected(tuple)` PLC names, top down, when the selection changed;
    `force_requested(tuple)` PLC names whose disconnection the operator wants;
    `hidden_changed(int)` how many columns give way to a narrow window.
    """

    selected = Signal(tuple)
    force_requested = Signal(tuple)
    hidden_changed = Signal(int)

    def __init__(self, model: FleetTable, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(model, theme, parent)
        self._chosen: dict[str, bool] = {}
        self._widths: dict[str, int] = {}
        self._keep: frozenset[str] = frozenset()
        self._told: tuple[str, ...] = ()
        self._fitting = False
        self._hidden = 0
        self._fitted_for = (0, False)
        self.setObjectName("fleet")
        self.setAccessibleName(self.tr("Fleet of PLCs"))
        self.setModel(model)
        self._set_up()
        self._connect()

    def _set_up(self) -> None:
        self.set_up_rows()
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        head = self.horizontalHeader()
        head.setSectionsClickable(True)
        head.setSortIndicatorShown(False)

    def _connect(self) -> None:
        self._button.pressed.connect(self._on_button)
        self._model.modelAboutToBeReset.connect(self._on_about_to_reset)
        self._model.modelReset.connect(self._on_reset)
        self.horizontalHeader().sectionClicked.connect(self._on_head_clicked)
        self.horizontalHeader().sectionResized.connect(self._on_section_resized)

    # Selection

    def selected_plcs(self) -> tuple[str, ...]:
        """The selected PLCs, top down."""
        return tuple(self._model.plc(row) for row in selected_rows(self.selectionModel()))

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        self._tell_selection()

    def _tell_selection(self) -> None:
        plcs = self.selected_plcs()
        if plcs != self._told:
            self._told = plcs
            self.selected.emit(plcs)

    @Slot()
    def _on_about_to_reset(self) -> None:
        self._keep = frozenset(self.selected_plcs())

    @Slot()
    def _on_reset(self) -> None:
        if self._keep:
            select_rows(self.selectionModel(), self._model.rows_of(self._keep))
        self._tell_selection()
        self.fit()

    # Acting

    @Slot(str)
    def _on_button(self, plc: str) -> None:
        self.force_requested.emit((plc,))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        on_button = index.isValid() and self._model.columns[index.column()].kind is Kind.FORCE
        if on_button and event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not event.isAutoRepeat():
                self.force_requested.emit((self._model.plc(index.row()),))
            return
        super().keyPressEvent(event)

    @Slot()
    def copy(self) -> None:
        """Put the selected rows (all, when none is) on the clipboard, as a spreadsheet takes them."""
        rows = selected_rows(self.selectionModel())
        columns = [number for number in range(len(self._model.columns)) if not self.isColumnHidden(number)]
        rows = rows or list(range(self._model.rowCount()))
        QGuiApplication.clipboard().setText(as_tsv(self._model, rows, columns))

    @Slot(int)
    def _on_head_clicked(self, section: int) -> None:
        key, descending = self._model.sorting
        same = self._model.columns[section].key == key
        if self._model.columns[section].kind is not Kind.FORCE:
            order = Qt.SortOrder.DescendingOrder if same and not descending else Qt.SortOrder.AscendingOrder
            self._model.sort(section, order)

    @property
    def sorting(self) -> tuple[str, bool]:
        """Key of the column the rows are sorted by, and whether descending."""
        return self._model.sorting

    def sort_by_key(self, key: str, descending: bool) -> None:
        """Sort by a column, by its key; a column that comes with a later plan is waited for."""
        self._model.sort_by_key(key, descending)

    # Columns

    @property
    def layout_choices(self) -> tuple[dict[str, bool], dict[str, int]]:
        """What the operator chose: columns shown or not, and widths in px, both by column key."""
        return dict(self._chosen), dict(self._widths)

    def set_layout_choices(self, chosen: dict[str, bool], widths: dict[str, int]) -> None:
        """Take back what `layout_choices` gave."""
        self._chosen, self._widths = dict(chosen), dict(widths)
        self.fit()

    def show_column(self, key: str, shown: bool) -> None:
        """Show or hide a column by the operator's choice, which then stands at any width."""
        self._chosen[key] = shown
        self.fit()

    @Slot(int, int, int)
    def _on_section_resized(self, section: int, _old: int, new: int) -> None:
        # Qt resizes sections by itself too, when the model resets: only the mouse tells the operator's will.
        by_hand = bool(QGuiApplication.mouseButtons() & Qt.MouseButton.LeftButton)
        if by_hand and not self._fitting and 0 <= section < len(self._model.columns):
            self._widths[self._model.columns[section].key] = new
            self.fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def fit_values(self) -> None:
        """Fit anew when what decides on widths has changed: digits of a count, a first disconnection."""
        picture = self._model.picture
        digits = len(str(int(picture.snapshot.counts[:, MARBLES].max(initial=0))))
        fitted_for = (digits, bool(picture.disconnections))
        if fitted_for != self._fitted_for:
            self._fitted_for = fitted_for
            self.fit()

    def fit(self) -> None:
        """Give every column its width; the state takes what is left, the least important give way."""
        told = fit(self._model, self.viewport().width(), self._chosen, self._widths)
        self._apply(told.widths, told.shown)
        if told.gone != self._hidden:
            self._hidden = told.gone
            self.hidden_changed.emit(told.gone)

    def _apply(self, widths: dict[str, int], shown: tuple[str, ...]) -> None:
        self._fitting = True
        for number, column in enumerate(self._model.columns):
            hidden = column.key not in shown
            if self.isColumnHidden(number) != hidden:
                self.setColumnHidden(number, hidden)
            if not hidden and self.columnWidth(number) != widths[column.key]:
                self.setColumnWidth(number, widths[column.key])
        self._fitting = False
