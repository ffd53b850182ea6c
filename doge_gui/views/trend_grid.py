"""The table under the curves: what each says at the crosshair; boxes hide, Delete removes."""

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFont, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from doge_gui.core.recording.tags import Tag
from doge_gui.models.trend_rows import HIGHEST, LOWEST, MEAN, QUALITY, TITLE, VALUE, TrendRows
from doge_gui.views.theme import font
from doge_gui.views.trend_pens import SWATCH_PX

_ROW_PX = 25
_WIDTHS = {VALUE: 108, LOWEST: 88, HIGHEST: 88, MEAN: 88}
_QUALITY_PX = 196
_TITLE_PX = 190
"""Where less than this is left for the names, columns give way."""
_GIVE_WAY = (LOWEST, HIGHEST, MEAN)


class TrendGrid(QTableView):
    """One row per curve.

    Signals: `chosen_changed(object)` the Tag of the current row, None without one; `remove_wanted(object)`
    a Tag.
    """

    chosen_changed = Signal(object)
    remove_wanted = Signal(object)

    def __init__(self, rows: TrendRows) -> None:
        super().__init__()
        self.rows = rows
        self.setObjectName("alarms")
        self.setModel(rows)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setFont(font(12))
        self.setIconSize(QSize(*SWATCH_PX))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Values of the curves"))
        self.setToolTip(self.tr("Space hides or shows a curve, Delete removes it"))
        head, numbers = self.horizontalHeader(), self.verticalHeader()
        numbers.hide()
        numbers.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        numbers.setMinimumSectionSize(_ROW_PX)
        numbers.setDefaultSectionSize(_ROW_PX)
        head.setFixedHeight(27)
        head.setFont(font(12, QFont.Weight.Medium))
        head.setHighlightSections(False)
        head.setSectionsClickable(False)
        self.selectionModel().currentRowChanged.connect(self._on_current)
        rows.modelReset.connect(self._on_reset)

    def minimumSizeHint(self) -> QSize:
        return QSize(200, 27 + 2 * _ROW_PX)

    def sizeHint(self) -> QSize:
        return QSize(600, 30 + 7 * _ROW_PX)

    @property
    def wanted_px(self) -> int:
        """The height that shows every row."""
        return 30 + max(self.rows.rowCount(), 2) * _ROW_PX

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        left = self.viewport().width() - _QUALITY_PX - sum(_WIDTHS.values())
        for column, width in _WIDTHS.items():
            self.setColumnWidth(column, width)
        for column in _GIVE_WAY:
            gone = left < _TITLE_PX
            self.setColumnHidden(column, gone)
            left += _WIDTHS[column] if gone else 0
        self.setColumnWidth(QUALITY, _QUALITY_PX)
        self.setColumnWidth(TITLE, max(left, 120))

    @property
    def chosen(self) -> Tag | None:
        """The tag of the current row."""
        index = self.currentIndex()
        return self.rows.tag(index.row()) if index.isValid() else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        tag = self.chosen
        if tag is not None and event.key() == Qt.Key.Key_Space:
            self.rows.hide(tag, tag not in self.rows.hidden)
        elif tag is not None and event.key() == Qt.Key.Key_Delete:
            self.remove_wanted.emit(tag)
        elif event.key() == Qt.Key.Key_Escape and tag is not None:
            self.clearSelection()
            self.setCurrentIndex(QModelIndex())
        else:
            super().keyPressEvent(event)

    @Slot(QModelIndex, QModelIndex)
    def _on_current(self, _now: QModelIndex, _before: QModelIndex) -> None:
        self.chosen_changed.emit(self.chosen)

    @Slot()
    def _on_reset(self) -> None:
        self.chosen_changed.emit(self.chosen)
