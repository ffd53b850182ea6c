"""The measures of alarm performance, one below the other: value, recommended figure, verdict."""

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from doge_gui.core.alarms.recommended import Verdict
from doge_gui.models.performance_rows import Row
from doge_gui.models.severity import Severity
from doge_gui.views.labels import ElidedLabel, PlainLabel
from doge_gui.views.theme import set_property

ROW_PX = 38
_VALUE_PX, _ADVISED_PX, _VERDICT_PX = 108, 140, 112
_UNMARKED = frozenset({Verdict.NO_DATA, Verdict.NOT_JUDGED})


class MeasureRow(QWidget):
    """One measure."""

    def __init__(self) -> None:
        super().__init__()
        self.title = ElidedLabel(weight=QFont.Weight.Medium)
        self.detail = ElidedLabel(px=12, look="muted")
        self.value = PlainLabel(px=15, weight=QFont.Weight.DemiBold)
        self.advised = PlainLabel(px=12, look="muted")
        self.verdict = PlainLabel(px=12, weight=QFont.Weight.DemiBold)
        name = QVBoxLayout()
        name.setSpacing(0)
        name.addStretch(1)
        name.addWidget(self.title)
        name.addWidget(self.detail)
        name.addStretch(1)
        line = QHBoxLayout(self)
        line.setContentsMargins(12, 0, 12, 0)
        line.setSpacing(18)
        line.addLayout(name, 1)
        for label, width in zip((self.value, self.advised, self.verdict), _WIDTHS, strict=True):
            label.setFixedWidth(width)
            line.addWidget(label)
        self.value.setAlignment(_RIGHT)
        self.setMinimumHeight(ROW_PX)

    def show_row(self, row: Row) -> None:
        """Show a measure; colour only where it is over."""
        self.title.say(row.title)
        self.detail.say(row.detail)
        self.value.say(row.value)
        self.advised.say(row.recommended)
        unmarked = row.verdict in _UNMARKED
        self.verdict.say(row.word if unmarked else f"{row.severity.mark} {row.word}")
        set_property(self.verdict, "severity", int(Severity.MEDIUM) if row.verdict is Verdict.OVER else 0)
        quiet = unmarked or row.verdict is Verdict.GOOD
        set_property(self.verdict, "look", "muted" if quiet else "")
        set_property(self.value, "look", "muted" if row.verdict is Verdict.NO_DATA else "")
        self.setToolTip(escape(row.explanation))
        self.setAccessibleDescription(row.explanation)
        advised = self.tr("Recommended: {0}").format(row.recommended)
        self.setAccessibleName(f"{row.title}: {row.value}. {advised}. {row.word}. {row.detail}")


_WIDTHS = (_VALUE_PX, _ADVISED_PX, _VERDICT_PX)
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class PerformanceTable(QFrame):
    """All measures under one head."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("panel")
        self.rows: list[MeasureRow] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(1, 1, 1, 4)
        self._layout.setSpacing(0)
        self._layout.addWidget(self._head())

    def _head(self) -> QWidget:
        head = QWidget()
        line = QHBoxLayout(head)
        line.setContentsMargins(12, 9, 12, 7)
        line.setSpacing(18)
        line.addWidget(PlainLabel(self.tr("Measures"), weight=QFont.Weight.DemiBold), 1)
        names = (self.tr("Value"), self.tr("Recommended"), self.tr("Verdict"))
        for name, width in zip(names, _WIDTHS, strict=True):
            label = PlainLabel(name, px=12, look="muted")
            label.setFixedWidth(width)
            line.addWidget(label)
            if width == _VALUE_PX:
                label.setAlignment(_RIGHT)
        return head

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show these measures."""
        while len(self.rows) < len(rows):
            rule = QFrame()
            rule.setObjectName("rule")
            rule.setFixedHeight(1)
            self._layout.addWidget(rule)
            self.rows.append(MeasureRow())
            self._layout.addWidget(self.rows[-1], 1)
        for widget, row in zip(self.rows, rows, strict=True):
            widget.show_row(row)
