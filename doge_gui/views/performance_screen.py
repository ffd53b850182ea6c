"""The alarm performance screen: does the alarm system serve the operator, or drown them?"""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QFont, QGuiApplication, QResizeEvent
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from doge_gui.core.alarms.performance import Performance
from doge_gui.core.alarms.rules import Rules
from doge_gui.export.tables import csv_text
from doge_gui.models.performance_csv import performance_order
from doge_gui.models.performance_rows import mix, rows, summary, worst
from doge_gui.models.phrases import grouped
from doge_gui.models.severity import Severity
from doge_gui.models.writing import to_the_minute
from doge_gui.views.labels import ElidedLabel, PlainLabel
from doge_gui.views.performance_chart import PerformanceChart
from doge_gui.views.performance_shares import MixPanel, WorstPanel
from doge_gui.views.performance_table import PerformanceTable
from doge_gui.views.theme import Theme, font, set_property

SPANS_S = (8 * 3600.0, 24 * 3600.0, 7 * 86400.0, 30 * 86400.0)
WIDE_PX = 1080
"""From here on two columns stand side by side."""
_GAP_PX = 9


class PerformanceScreen(QWidget):
    """Measures, bars, the ten worst and the priorities of one span of time.

    Signals: `span_chosen(float)` the seconds up to now that are wanted; `export_wanted()` the shown
    performance as a file.
    """

    span_chosen = Signal(float)
    export_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._told: Performance | None = None
        self._rules = Rules()
        self.verdict = PlainLabel(weight=QFont.Weight.DemiBold)
        self.span_line = ElidedLabel(px=12, look="muted")
        self.span_box = self._spans()
        self.export = QPushButton(self.tr("Export…"))
        self.export.setFont(font(12, QFont.Weight.Medium))
        self.export.setEnabled(False)
        self.chart = PerformanceChart(theme)
        self.table = PerformanceTable()
        self.worst = WorstPanel(theme)
        self.mix = MixPanel(theme)
        self._side = QWidget()
        self._inside = QWidget()
        self._grid = QGridLayout(self._inside)
        self.area = QScrollArea()
        self._wide: bool | None = None
        self._lay_out()
        self.span_box.currentIndexChanged.connect(self._on_span)
        self.export.clicked.connect(self.export_table)

    def _spans(self) -> QComboBox:
        box = QComboBox()
        box.setFont(font(12, QFont.Weight.Medium))
        box.addItems([self.tr("8 h"), self.tr("24 h"), self.tr("7 d"), self.tr("30 d")])
        box.setCurrentIndex(1)
        box.setToolTip(self.tr("Span of time up to now"))
        box.setAccessibleName(self.tr("Span of time up to now"))
        return box

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(_GAP_PX)
        head.addWidget(PlainLabel(self.tr("Alarm performance"), px=15, weight=QFont.Weight.DemiBold))
        head.addWidget(self.verdict)
        head.addWidget(self.span_line, 1)
        head.addWidget(self.span_box)
        head.addWidget(self.export)
        side = QVBoxLayout(self._side)
        side.setContentsMargins(0, 0, 0, 0)
        side.setSpacing(_GAP_PX)
        side.addWidget(self.worst, 1)
        side.addWidget(self.mix)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(_GAP_PX)
        self.area.setWidget(self._inside)
        self.area.setWidgetResizable(True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setAccessibleName(self.tr("Alarm performance"))
        self.area.setObjectName("scroll")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 10, 12, 10)
        layout.setSpacing(_GAP_PX)
        layout.addLayout(head)
        layout.addWidget(self.area, 1)
        self._arrange()

    @property
    def span_s(self) -> float:
        """The chosen span, seconds up to now."""
        return SPANS_S[self.span_box.currentIndex()]

    @property
    def shown(self) -> Performance | None:
        """What is on the screen."""
        return self._told

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self._theme = theme
        self.chart.set_theme(theme)
        self._show_shares()

    def show_performance(self, told: Performance, rules: Rules | None = None) -> None:
        """Show the performance over a span; the rules name the requests."""
        self._told, self._rules = told, rules or self._rules
        severity, words = summary(told)
        # Grey unless a figure is over: performance is never more than a matter for the next working day.
        mark = f"{severity.mark} " if told.judged else ""
        self.verdict.say(f"{mark}{words}")
        set_property(self.verdict, "severity", int(severity) if severity is Severity.MEDIUM else 0)
        self.span_line.say(self._span_words(told), self._span_words(told, brief=True))
        self.export.setEnabled(told.judged)
        self.chart.show_performance(told)
        self.table.show_rows(rows(told))
        self._show_shares()

    def _show_shares(self) -> None:
        if self._told is not None:
            self.worst.show_worst(worst(self._told, self._rules), self._theme)
            self.mix.show_mix(mix(self._told), self._theme)

    def _span_words(self, told: Performance, brief: bool = False) -> str:
        since, until = told.since.astimezone(), told.until.astimezone()
        times = f"{to_the_minute(since)} – {to_the_minute(until)}"
        if brief:
            return times
        people = (
            self.tr("1 operator")
            if told.operators == 1
            else self.tr("{0} operators").format(grouped(told.operators))
        )
        return f"{times} · {people}"

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        wide = self.width() >= WIDE_PX
        if wide is self._wide:
            return
        self._wide = wide
        self._grid.addWidget(self.chart, 0, 0, 1, 2)
        self._grid.addWidget(self.table, 1, 0, 1, 1 if wide else 2)
        self._grid.addWidget(self._side, *((1, 1, 1, 1) if wide else (2, 0, 1, 2)))
        self._grid.setColumnStretch(0, 5)
        self._grid.setColumnStretch(1, 4 if wide else 0)
        self._grid.setRowStretch(0, 1)

    @Slot(int)
    def _on_span(self, _number: int) -> None:
        self.span_chosen.emit(self.span_s)

    @Slot()
    def export_table(self) -> None:
        """Have what is shown written as a file."""
        if self.export.isEnabled():
            self.export_wanted.emit()

    @Slot()
    def copy(self) -> None:
        """Put what is shown on the clipboard."""
        if self._told is not None:
            rows = performance_order("", self._told, self._rules).rows()
            QGuiApplication.clipboard().setText(csv_text(rows, "\t"))
