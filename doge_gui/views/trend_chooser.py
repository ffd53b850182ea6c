"""Which curves are drawn: a tree of every recorded tag, with a filter over it."""

from PySide6.QtCore import QModelIndex, QTimer, Signal, Slot
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHBoxLayout, QTreeView, QVBoxLayout

from doge_gui.core.plan import Plan
from doge_gui.core.recording.tags import Tag
from doge_gui.core.trends.axes import MOST_CURVES
from doge_gui.models.phrases import grouped
from doge_gui.models.trend_tags import TrendTags
from doge_gui.views.filter_field import FilterField
from doge_gui.views.labels import ElidedLabel, PlainLabel
from doge_gui.views.theme import font

_OPENED = 12
"""So many PLCs are opened by a filter: beyond it nobody reads them."""
_FILTER_MS = 90
LEAST_PX = 150


class TrendChooser(QFrame):
    """Title with the number of curves, filter, tree. Enter and Space check a tag; Enter opens a PLC.

    Signals: `chosen_changed(tuple)` the checked tags.
    """

    chosen_changed = Signal(tuple)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("panel")
        self.model = TrendTags(self)
        self.tree = QTreeView()
        self.filter = FilterField()
        self.count = PlainLabel(px=12, look="muted")
        self.count.setToolTip(self.tr("Curves shown, of as many as can be"))
        self.note = ElidedLabel(px=12, look="muted")
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_FILTER_MS)
        self._set_up()
        self._lay_out()
        self._later.timeout.connect(self._on_filter)
        self.filter.textChanged.connect(self._on_typed)
        self.filter.left.connect(self.tree.setFocus)
        self.filter.returnPressed.connect(self._on_entered)
        self.tree.activated.connect(self._on_activated)
        self.model.chosen_changed.connect(self._on_chosen)
        self.model.refused.connect(self._on_refused)

    def _set_up(self) -> None:
        self.tree.setModel(self.model)
        self.tree.setHeaderHidden(True)
        self.tree.setUniformRowHeights(True)
        self.tree.setFont(font(12))
        self.tree.setIndentation(14)
        self.tree.setFrameShape(QFrame.Shape.NoFrame)
        self.tree.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.tree.setAccessibleName(self.tr("Recorded values by PLC"))
        self.filter.setPlaceholderText(self.tr("Find a curve…"))
        self.filter.setClearButtonEnabled(True)
        self.filter.setAccessibleName(self.tr("Find a curve"))
        self.filter.setToolTip(
            self.tr("Words that occur in the PLC or the value; Enter goes to the tree (Ctrl+F)")
        )
        self.setMinimumWidth(LEAST_PX)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(PlainLabel(self.tr("Curves"), weight=QFont.Weight.DemiBold))
        head.addStretch(1)
        head.addWidget(self.count)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(9, 9, 9, 7)
        layout.setSpacing(7)
        layout.addLayout(head)
        layout.addWidget(self.filter)
        layout.addWidget(self.tree, 1)
        layout.addWidget(self.note)
        self._say()

    def show_tags(self, plan: Plan | None, tags: tuple[Tag, ...]) -> None:
        """Offer what was ever recorded."""
        open_ = {str(self._name(row)) for row in range(self.model.rowCount()) if self._open(row)}
        first = self.model.rowCount() == 0
        self.model.show_tags(plan, tags)
        for row in range(self.model.rowCount()):
            if (first and row == 0) or str(self._name(row)) in open_:
                self.tree.expand(self.model.index(row, 0))
        self._say()

    def _open(self, row: int) -> bool:
        return self.tree.isExpanded(self.model.index(row, 0))

    def _name(self, row: int) -> Tag | None:
        tag = self.model.tag(self.model.index(0, 0, self.model.index(row, 0)))
        return Tag(tag.plc, "") if tag is not None else None

    def set_chosen(self, tags: tuple[Tag, ...]) -> None:
        """Check these; tells nobody."""
        self.model.set_chosen(tags)
        self._say()

    def focus_filter(self) -> None:
        """Let the operator type."""
        self.filter.setFocus()
        self.filter.selectAll()

    def _say(self, note: str = "") -> None:
        chosen = len(self.model.chosen)
        self.count.say(self.tr("{0} of {1}").format(chosen, MOST_CURVES))
        if not note and self.filter.text().strip():
            note = self.tr("{0} found").format(grouped(self.model.found))
        elif not note and not self.model.rowCount():
            note = self.tr("Nothing was recorded yet.")
        self.note.say(note)
        self.note.setVisible(bool(note))

    @Slot()
    def _on_typed(self) -> None:
        self._later.start()

    @Slot()
    def _on_filter(self) -> None:
        self._later.stop()
        self.model.set_filter(self.filter.text())
        rows = self.model.rowCount()
        opened = _OPENED if self.filter.text().strip() else 1
        for row in range(min(rows, opened)):
            self.tree.expand(self.model.index(row, 0))
        self._say()

    @Slot()
    def _on_entered(self) -> None:
        self._on_filter()
        parent = self.model.index(0, 0)
        self.tree.setCurrentIndex(self.model.index(0, 0, parent) if parent.isValid() else parent)
        self.tree.setFocus()

    @Slot(QModelIndex)
    def _on_activated(self, index: QModelIndex) -> None:
        tag = self.model.tag(index)
        if tag is None:
            self.tree.setExpanded(index, not self.tree.isExpanded(index))
        else:
            self.model.choose(tag, tag not in self.model.chosen)

    @Slot(tuple)
    def _on_chosen(self, tags: tuple[Tag, ...]) -> None:
        self._say()
        self.chosen_changed.emit(tags)

    @Slot()
    def _on_refused(self) -> None:
        self._say(self.tr("◆ At most {0} curves: uncheck one first.").format(MOST_CURVES))
