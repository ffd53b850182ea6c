"""Alarms over time as bars, with the recommended limit as a line and floods shaded."""

from collections.abc import Sequence

import pyqtgraph as pg
from PySide6.QtCore import QPointF, Qt, Slot
from PySide6.QtGui import QColor, QFont
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from doge_gui.core.alarms.performance import Flood, Performance
from doge_gui.models.performance_rows import Bars, bars
from doge_gui.models.phrases import grouped
from doge_gui.models.writing import day
from doge_gui.views.circuit_plot import Canvas
from doge_gui.views.graph_axes import CountAxis, LocalTimeAxis
from doge_gui.views.labels import ElidedLabel, PlainLabel
from doge_gui.views.theme import Theme, font

LEAST_PX = 190
"""Height below which the bars tell nothing."""
_AXIS_PX = 46
_LABEL_PX = 78
_DAY_S = 86400.0
_DAYS = (1, 2, 3, 5, 7, 14)
_GAP = 0.2
"""Of a bar's width."""
_HEADROOM = 1.16
"""Over bars that are cut, for their figures."""
_EDGE = 0.03
"""Of the width: there a figure stands beside its bar's middle, so as not to be clipped."""
_CLEAR = QColor(0, 0, 0, 0)


class DateAxis(LocalTimeAxis):
    """Local times; over several days, dates. Positions are seconds since 1970."""

    def tickValues(self, low: float, high: float, size: float) -> list[tuple[float, list[float]]]:
        """Positions of the ticks, as pyqtgraph asks for them: (spacing, positions) per level."""
        wanted = (high - low) / max(size / _LABEL_PX, 1.0)
        if wanted <= _DAY_S / 4:
            return super().tickValues(low, high, size)
        step = next((days for days in _DAYS if days * _DAY_S >= wanted), _DAYS[-1])
        day = self.local(low).replace(hour=0, minute=0, second=0, microsecond=0)
        first = day.timestamp()
        count = int((high - first) // (step * _DAY_S)) + 1
        places = [first + number * step * _DAY_S for number in range(count)]
        return [(step * _DAY_S, [place for place in places if place >= low])]

    def tickStrings(self, values: Sequence[float], _scale: float, spacing: float) -> list[str]:
        """Labels of the ticks."""
        if spacing < _DAY_S:
            return super().tickStrings(values, _scale, spacing)
        # Where the clocks change in between, a day's tick lies an hour off its midnight.
        return [day(self.local(value + 2 * 3600)) for value in values]


class PerformanceChart(QFrame):
    """A line of text and the bars. Nothing in it can be moved; the mouse tells a bar's figures."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("panel")
        self._theme = theme
        self._bars: Bars | None = None
        self._floods: tuple[Flood, ...] = ()
        self.title = PlainLabel(self.tr("Alarms"), weight=QFont.Weight.DemiBold)
        self.what = ElidedLabel(look="muted")
        self.readout = ElidedLabel(px=12, look="muted")
        self.axis = DateAxis()
        self.plot = Canvas(axisItems={"bottom": self.axis, "left": CountAxis()}, useOpenGL=False)
        self._usual = pg.BarGraphItem(x=[], height=[], width=1)
        self._over = pg.BarGraphItem(x=[], height=[], width=1)
        self._shade = pg.BarGraphItem(x=[], height=[], width=1)
        self._figures: list[pg.TextItem] = []
        self._limit = pg.InfiniteLine(
            angle=0, movable=False, label="", labelOpts={"position": 0.005, "anchors": [(0, 1), (0, 1)]}
        )
        self._lay_out()
        self._set_up()
        self.set_theme(theme)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(12, 0, 12, 0)
        head.setSpacing(9)
        head.addWidget(self.title)
        head.addWidget(self.what, 1)
        head.addWidget(self.readout)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2, 9, 8, 4)
        layout.setSpacing(4)
        layout.addLayout(head)
        layout.addWidget(self.plot, 1)
        self.setMinimumHeight(LEAST_PX)

    def _set_up(self) -> None:
        item = self.plot.getPlotItem()
        item.hideButtons()
        item.setMenuEnabled(False)
        item.showGrid(x=False, y=True, alpha=0.25)
        item.getViewBox().setMouseEnabled(x=False, y=False)
        item.getViewBox().disableAutoRange()
        item.getAxis("left").setWidth(_AXIS_PX)
        for name in ("left", "bottom"):
            item.getAxis(name).setStyle(tickFont=font(11), tickLength=0)
        for number, part in enumerate((self._shade, self._usual, self._over, self._limit)):
            part.setZValue(number)
            item.addItem(part, ignoreBounds=True)
        self._limit.label.setFont(font(11, QFont.Weight.Medium))
        self.plot.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.plot.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.plot.left.connect(self._on_left)
        self.plot.scene().sigMouseMoved.connect(self._on_mouse)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self._theme = theme
        self.plot.setBackground(theme.colour("panel"))
        item = self.plot.getPlotItem()
        for name in ("left", "bottom"):
            axis = item.getAxis(name)
            axis.setPen(pg.mkPen(_CLEAR) if name == "left" else pg.mkPen(theme.colour("border")))
            axis.setTextPen(theme.colour("muted"))
            axis.setTickPen(pg.mkPen(theme.colour("outline")))
        self._limit.setPen(pg.mkPen(theme.colour("muted"), width=1.2, style=Qt.PenStyle.DashLine))
        self._limit.label.setColor(theme.colour("muted"))
        self._draw()

    def show_performance(self, told: Performance) -> None:
        """Show the alarms of a span."""
        self._bars, self._floods = bars(told), told.floods
        self.what.say(self._words(told, self._bars))
        self.readout.say("")
        self.plot.setAccessibleName(f"{self.title.text()}: {self.what.whole}")
        self._draw()

    def _words(self, told: Performance, drawn: Bars) -> str:
        if not told.judged:
            return self.tr("no journal of this time yet")
        hours = round(drawn.width_s / 3600)
        words = [self.tr("per 10 minutes")]
        if hours == 1:
            words = [self.tr("busiest 10 minutes of each hour")]
        elif hours:
            words = [self.tr("busiest 10 minutes of every {0} hours").format(hours)]
        if (drawn.height > drawn.limit).any():
            words.append(self.tr("◆ coloured above the limit"))
        if drawn.cut:
            words.append(self.tr("the highest cut, their figures above"))
        if told.floods:
            words.append(self.tr("shaded: flood"))
        return " · ".join(words)

    def _draw(self) -> None:
        drawn = self._bars
        if drawn is None:
            return
        top = drawn.top
        end = float(drawn.begin[-1] + drawn.width_s)
        self.plot.setXRange(float(drawn.begin[0]), end, padding=0.003)
        self.plot.setYRange(0, top * _HEADROOM if drawn.cut else top, padding=0)
        height = drawn.height.clip(max=top)
        over = drawn.height > drawn.limit
        for item, chosen, colour in (
            (self._usual, ~over, QColor(self._theme.total_curve)),
            (self._over, over, self._theme.colour("medium")),
        ):
            left = drawn.begin[chosen] + drawn.width_s * _GAP / 2
            item.setOpts(
                x0=left, width=drawn.width_s * (1 - _GAP), height=height[chosen], pen=None, brush=colour
            )
        begins = [flood.begin.timestamp() for flood in self._floods]
        ends = [flood.end.timestamp() for flood in self._floods]
        tint = self._theme.colour("medium_tint")
        self._shade.setOpts(
            x0=begins, x1=ends, width=None, y0=0, height=[top] * len(begins), pen=tint, brush=tint
        )
        self._tell_cut(drawn)
        self._limit.setValue(drawn.limit)
        self._limit.label.setFormat(self.tr("at most {0}").format(grouped(drawn.limit)))

    def _tell_cut(self, drawn: Bars) -> None:
        """Write the figure of a bar that is cut over its end."""
        item = self.plot.getPlotItem()
        for label in self._figures:
            item.removeItem(label)
        self._figures = []
        for number in drawn.cut:
            place = (number + 0.5) / len(drawn.height)
            side = 0.0 if place < _EDGE else 1.0 if place > 1 - _EDGE else 0.5
            label = pg.TextItem(grouped(int(drawn.height[number])), anchor=(side, 0.8))
            label.setColor(self._theme.colour("text"))
            label.setFont(font(11, QFont.Weight.DemiBold))
            label.setPos(float(drawn.begin[number]) + drawn.width_s * side, drawn.top)
            item.addItem(label, ignoreBounds=True)
            self._figures.append(label)

    @Slot(object)
    def _on_mouse(self, at: QPointF) -> None:
        view = self.plot.getPlotItem().getViewBox()
        if self._bars is None or not view.sceneBoundingRect().contains(at):
            self._on_left()
            return
        position = float(view.mapSceneToView(at).x())
        number = int(self._bars.begin.searchsorted(position, "right")) - 1
        if number >= 0:
            self.readout.say(self._bar_words(self._bars, number))

    def _bar_words(self, drawn: Bars, number: int) -> str:
        begin, alarms = float(drawn.begin[number]), int(drawn.height[number])
        first, last = self.axis.local(begin), self.axis.local(begin + drawn.width_s)
        counted = self.tr("1 alarm") if alarms == 1 else self.tr("{0} alarms").format(grouped(alarms))
        return f"{day(first)} {first:%H:%M}–{last:%H:%M} · {counted}"

    @Slot()
    def _on_left(self) -> None:
        self.readout.say("")
