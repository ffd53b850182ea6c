"""One circuit over time: its name and value above, the curves beneath."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFont, QPen, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from doge_gui.core.trend import decimate
from doge_gui.models.marble_history import Onset
from doge_gui.models.phrases import one_line
from doge_gui.views.graph_axes import CountAxis, LocalTimeAxis
from doge_gui.views.labels import ElidedLabel, PlainLabel
from doge_gui.views.theme import Theme, font, set_property

MOST_CURVES = 8
_BUCKETS = 600
_AXIS_PX = 46
_ONSETS = 4
_LABEL = {"position": 0.08}
"""Onsets are told at the foot of their line."""
_LABEL_PX = 66
"""Room of a label."""
_APART = 0.22
"""Of the width in view: onsets nearer to each other than this are told by one label."""
_TO_THE_RIGHT, _TO_THE_LEFT = [(0, 0.5)] * 2, [(1, 0.5)] * 2


@dataclass(frozen=True)
class Curve:
    """One line of a plot."""

    name: str
    pen: QPen
    x: NDArray[np.floating]
    y: NDArray[np.floating]
    """Same shape as `x`; NaN is a gap."""


class Canvas(pg.PlotWidget):  # type: ignore[misc]
    """A plot that tells when the mouse goes away.

    Signals: `left()`.
    """

    left = Signal()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.left.emit()


class CircuitPlot(QWidget):
    """A header and a plot.

    Signals: `pointed(float)` position under the mouse, monotonic seconds; `left()` the mouse went away;
    `moved_by_hand()` the operator panned or zoomed; `range_changed()` another span is in view.
    """

    pointed = Signal(float)
    left = Signal()
    moved_by_hand = Signal()
    range_changed = Signal()

    def __init__(self, circuit: int, theme: Theme) -> None:
        super().__init__()
        self.circuit = circuit
        self._name = ElidedLabel(weight=QFont.Weight.DemiBold)
        self._value = PlainLabel(px=17, weight=QFont.Weight.DemiBold)
        self._detail = ElidedLabel(px=12, look="muted")
        self.axis = LocalTimeAxis()
        self.plot = Canvas(axisItems={"bottom": self.axis, "left": CountAxis()}, useOpenGL=False)
        self._curves = [self._new_curve() for _ in range(MOST_CURVES)]
        self._cross: pg.InfiniteLine | None = None
        self._marks: list[pg.InfiniteLine] = []
        self._onsets: tuple[Onset, ...] = ()
        self._lay_out()
        self._set_up()
        self.set_theme(theme)

    def _new_curve(self) -> pg.PlotCurveItem:
        curve = pg.PlotCurveItem(connect="finite", antialias=True)
        self.plot.addItem(curve)
        return curve

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(12, 0, 12, 0)
        head.setSpacing(9)
        head.addWidget(self._name, 0, Qt.AlignmentFlag.AlignBaseline)
        head.addWidget(self._value, 0, Qt.AlignmentFlag.AlignBaseline)
        head.addWidget(self._detail, 1, Qt.AlignmentFlag.AlignBaseline)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 5, 0, 0)
        layout.setSpacing(1)
        layout.addLayout(head)
        layout.addWidget(self.plot, 1)
        self.plot.setMinimumHeight(70)

    def _set_up(self) -> None:
        item = self.plot.getPlotItem()
        item.hideButtons()
        item.setMenuEnabled(False)
        item.showGrid(x=False, y=True, alpha=0.25)
        view = item.getViewBox()
        view.setMouseEnabled(x=True, y=False)
        view.enableAutoRange(axis="y", enable=True)
        view.setAutoVisible(y=True)
        view.setDefaultPadding(0.08)
        view.setLimits(minYRange=4)
        item.getAxis("left").setWidth(_AXIS_PX)
        item.getAxis("left").enableAutoSIPrefix(False)
        for name in ("left", "bottom"):
            item.getAxis(name).setStyle(tickFont=font(11), tickLength=0)
        self.plot.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.plot.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.plot.left.connect(self.left)
        self.plot.scene().sigMouseMoved.connect(self._on_mouse)
        view.sigRangeChangedManually.connect(self._on_hand)
        view.sigXRangeChanged.connect(self._on_range)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self.plot.setBackground(theme.colour("panel"))
        item = self.plot.getPlotItem()
        for name in ("left", "bottom"):
            axis = item.getAxis(name)
            axis.setPen(pg.mkPen(QColor(0, 0, 0, 0)) if name == "left" else pg.mkPen(theme.colour("border")))
            axis.setTextPen(theme.colour("muted"))
            axis.setTickPen(pg.mkPen(theme.colour("outline")))
        self._cross_pen = pg.mkPen(theme.colour("muted"), width=1)
        self._mark_pen = pg.mkPen(theme.colour("high"), width=1.2, style=Qt.PenStyle.DashLine)
        if self._cross is not None:
            self._cross.setPen(self._cross_pen)
        for line in self._marks:
            line.setPen(self._mark_pen)
            line.label.setColor(self._mark_pen.color())

    def _upright(self, pen: QPen, **label: object) -> pg.InfiniteLine:
        """A line across the plot. Made when first needed: even a hidden one costs time each cycle."""
        line = pg.InfiniteLine(angle=90, movable=False, pen=pen, **label)
        self.plot.getPlotItem().addItem(line, ignoreBounds=True)
        return line

    def say(self, name: str, value: str, detail: str, breach: bool, old: bool = False) -> None:
        """What stands above the plot; a breach turns it red with a shape, an old value is greyed."""
        self._name.say(f"▲ {one_line(name)}" if breach else one_line(name))
        self._value.say(value)
        self._detail.say(detail)
        set_property(self._name, "severity", 3 if breach else 0)
        set_property(self._value, "look", "old" if old else "")
        self.plot.setAccessibleName(f"{one_line(name)}: {value} {detail}")

    @property
    def value_look(self) -> str:
        """How the value above the plot looks: `old`, or empty while it tells the present."""
        return str(self._value.property("look") or "")

    def draw(self, curves: Sequence[Curve]) -> None:
        """Draw these curves, and no others."""
        for number, item in enumerate(self._curves):
            if number < len(curves):
                x, y = decimate(curves[number].x, curves[number].y, _BUCKETS)
                item.setPen(curves[number].pen)
                item.setData(x, y, connect="finite")
            item.setVisible(number < len(curves))
        self.plot.getPlotItem().getViewBox().updateAutoRange()

    def mark(self, onsets: Sequence[Onset]) -> None:
        """Mark the newest instants at which a threshold was first exceeded."""
        newest = self._onsets = tuple(onsets)[-_ONSETS:]
        left, right = self.span
        # One label points to the right, the next may point back to it.
        apart = max(_APART, 2 * _LABEL_PX / max(self.width() - _AXIS_PX, 1))
        told = _told_apart([onset.at for onset in newest], apart * (right - left))
        while len(self._marks) < len(newest):
            self._marks.append(self._upright(self._mark_pen, label="", labelOpts=_LABEL))
            self._marks[-1].label.setColor(self._mark_pen.color())
        for number, line in enumerate(self._marks):
            line.setVisible(number < len(newest))
            if number < len(newest):
                at = newest[number].at
                near_end = at > left + 0.7 * (right - left)
                line.label.anchors = _TO_THE_LEFT if near_end else _TO_THE_RIGHT
                line.label.setFormat(f"▲ {self.axis.local(at):%H:%M}" if at in told else "")
                line.setValue(at)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # Labels that had room beside each other may have none now.
        self.mark(self._onsets)

    def set_span(self, start: float, end: float) -> None:
        """Show [start, end], monotonic seconds."""
        self.plot.setXRange(start, end, padding=0)

    @property
    def span(self) -> tuple[float, float]:
        """What is in view, monotonic seconds."""
        low, high = self.plot.getPlotItem().getViewBox().viewRange()[0]
        return float(low), float(high)

    def point_at(self, position: float | None) -> None:
        """Put the crosshair at a position; None hides it."""
        if self._cross is None:
            if position is None:
                return
            self._cross = self._upright(self._cross_pen)
        self._cross.setVisible(position is not None)
        if position is not None:
            self._cross.setValue(position)

    @Slot(object)
    def _on_mouse(self, at: QPointF) -> None:
        item = self.plot.getPlotItem()
        if item.getViewBox().sceneBoundingRect().contains(at):
            self.pointed.emit(float(item.getViewBox().mapSceneToView(at).x()))
        else:
            self.left.emit()

    @Slot(object)
    def _on_hand(self, _axes: object) -> None:
        self.moved_by_hand.emit()

    @Slot(object, object)
    def _on_range(self, _view: object, _range: object) -> None:
        self.range_changed.emit()


def _told_apart(instants: Sequence[float], apart: float) -> frozenset[float]:
    """Those whose labels do not lie over each other; of near ones the newest. `instants` rise."""
    told: list[float] = []
    for at in reversed(instants):
        if not told or told[-1] - at >= apart:
            told.append(at)
    return frozenset(told)
