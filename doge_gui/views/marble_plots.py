"""The marbles over time: three plots, one per circuit, that move together."""

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QColor, QPen
from PySide6.QtWidgets import QFrame, QVBoxLayout

from doge_gui.core.questions import CIRCUITS
from doge_gui.core.recording.past import Past
from doge_gui.core.snapshot import Snapshot
from doge_gui.models.facts import total_text
from doge_gui.models.marble_history import MarbleHistory
from doge_gui.models.phrases import grouped, names, one_line
from doge_gui.views.circuit_plot import MOST_CURVES, CircuitPlot, Curve
from doge_gui.views.labels import ElidedLabel
from doge_gui.views.plot_head import PlotHead
from doge_gui.views.plot_legend import PlotLegend
from doge_gui.views.theme import Theme, set_property

_DASHES = (Qt.PenStyle.SolidLine, Qt.PenStyle.DashLine)
_AFTER_TABLE_MS = 45
_YOUNG_S = (120.0, 300.0, 900.0, 1800.0, 7200.0)
"""A young history is shown in steps of these, not as a sliver at the edge of half an hour."""


class MarblePlots(QFrame):
    """Fleet totals per circuit, or the counts of the selected PLCs.

    Signals: `export_wanted(str)` with `png`, `svg` or `csv`.
    """

    export_wanted = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("plotPanel")
        self.history = MarbleHistory()
        self._theme = theme
        self._snapshot: Snapshot | None = None
        self._plcs: tuple[str, ...] = ()
        self._now = 0.0
        self._interval_s = float("inf")
        self._as_of = ""
        self._drawn_at = 0.0
        self._moving = False
        self._later = QTimer(self, singleShot=True, interval=_AFTER_TABLE_MS)
        self.live = True
        self.plots = [CircuitPlot(circuit, theme) for circuit in range(CIRCUITS)]
        self.legend = PlotLegend(MOST_CURVES)
        self.legend.hide()
        self.readout = ElidedLabel(px=12, look="muted")
        self.head = PlotHead()
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2, 2, 2, 6)
        layout.setSpacing(0)
        layout.addWidget(self.head)
        layout.addWidget(self.legend)
        for plot in self.plots:
            rule = QFrame()
            rule.setObjectName("rule")
            rule.setFixedHeight(1)
            layout.addWidget(rule)
            layout.addWidget(plot, 1)
        self.readout.setContentsMargins(12, 0, 12, 0)
        layout.addWidget(self.readout)

    def _connect(self) -> None:
        self._later.timeout.connect(self.draw_fresh)
        for plot in self.plots:
            plot.pointed.connect(self._on_pointed)
            plot.left.connect(self._on_left)
            plot.moved_by_hand.connect(self._on_moved)
            if plot is not self.plots[0]:
                plot.plot.setXLink(self.plots[0].plot)
        self.plots[0].range_changed.connect(self._on_range)
        self.head.live_wanted.connect(self.back_to_live)
        self.head.span_chosen.connect(self.back_to_live)
        self.head.export_wanted.connect(self.export_wanted)
        self.legend.hidden_changed.connect(self._draw)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self._theme = theme
        for plot in self.plots:
            plot.set_theme(theme)
        self._draw()

    def begin_anew(self) -> None:
        """Forget every curve and value: another plant comes."""
        self._later.stop()
        self.history, self._snapshot = MarbleHistory(), None
        self._interval_s = float("inf")
        for plot in self.plots:
            plot.say("", "", "", False)
        set_property(self, "severity", 0)
        self.readout.say("")
        self.show_plcs(())
        self.back_to_live()

    @Slot(object)
    def show_past(self, past: Past) -> None:
        """Begin the curves with what was recorded before the program's start."""
        self.history.begin_with(past)
        self.draw_fresh()

    def set_interval(self, interval_s: float) -> None:
        """Take the seconds between two cycles: they tell where the curves have a gap."""
        self._interval_s = interval_s

    def show_as_of(self, as_of: str) -> None:
        """Say beside the newest values of when they are; an empty text where they tell the present."""
        if as_of != self._as_of:
            self._as_of = as_of
            self._say()

    def show_snapshot(self, snapshot: Snapshot, now: float) -> None:
        """Take a finished cycle into the curves, and the newest values into the heads."""
        self._snapshot, self._now = snapshot, now
        fresh = self.history.append(snapshot, self._interval_s)
        if fresh:
            for plot in self.plots:
                plot.axis.wall_offset_s = self.history.wall_offset_s
        self._say()
        if fresh:
            self._draw_soon()

    @Slot()
    def draw_fresh(self) -> None:
        """Draw what came last; a moment after the table, so that neither makes the window stutter."""
        self._later.stop()
        self._follow()
        self._draw()

    def set_now(self, now: float) -> None:
        """Let the live span run on, whenever that moves the curves by a pixel."""
        self._now = now
        if now - self._drawn_at > self._live_s / max(self.width(), 1):
            self._draw_soon()

    def _draw_soon(self) -> None:
        if not self._later.isActive():
            self._later.start()

    def show_plcs(self, plcs: tuple[str, ...]) -> None:
        """Draw these PLCs; with none, the fleet's totals."""
        self._plcs = plcs[:MOST_CURVES]
        what = one_line(names(plcs)) if plcs else ""
        if len(plcs) > MOST_CURVES:
            what = self.tr("first {0} of {1} selected").format(MOST_CURVES, grouped(len(plcs)))
        self.head.say_what(what)
        self.legend.show_curves(self._plcs, self._pens())
        self._say()
        self._draw()

    @Slot()
    def back_to_live(self) -> None:
        """Follow the newest values again."""
        self.live = True
        self.head.back.setEnabled(False)
        self.draw_fresh()

    @property
    def _live_s(self) -> float:
        """Seconds in view while following: the chosen span, or a shorter one that holds all there is yet."""
        times = self.history.fleet.times
        known = self._now - float(times[0]) if len(times) else 0.0
        span_s = self.head.span_s
        return min(span_s, next((step for step in _YOUNG_S if step >= known), span_s))

    def _follow(self) -> None:
        if self.live:
            self._drawn_at = self._now
            self._moving = True
            self.plots[0].set_span(self._now - self._live_s, self._now)
            self._moving = False

    def _pens(self) -> list[QPen]:
        colours = self._theme.plc_curves
        pens = []
        for number in range(len(self._plcs)):
            pen = QPen(QColor(colours[number % len(colours)]), 1.6, _DASHES[number % 2])
            pen.setCosmetic(True)
            pens.append(pen)
        return pens

    def curves(self, circuit: int) -> list[Curve]:
        """What is drawn for a circuit, in the span in view."""
        start, end = self.plots[0].span
        if self._plcs:
            pens, hidden = self._pens(), self.legend.hidden
            drawn = []
            for number, plc in enumerate(self._plcs):
                if number not in hidden:
                    x, y = self.history.of_plc(plc, start, end)
                    drawn.append(Curve(plc, pens[number], x, y[:, circuit]))
            return drawn
        pen = QPen(QColor(self._theme.total_curve), 1.6)
        pen.setCosmetic(True)
        x, y = self.history.fleet.window(start, end)
        return [Curve("", pen, x, y[:, circuit])]

    @Slot()
    def _draw(self) -> None:
        for plot in self.plots:
            plot.draw(self.curves(plot.circuit))
            plot.mark(self.history.onsets)

    def _say(self) -> None:
        snapshot = self._snapshot
        if snapshot is None:
            return
        breach = snapshot.breached
        set_property(self, "severity", 3 if breach else 0)
        total = snapshot.marbles
        for plot, name in zip(self.plots, snapshot.plan.circuits, strict=True):
            value = total.value[plot.circuit]
            text = total_text(value, total.over, total.complete, grouped(value))
            words = [self.tr("fleet total")] if self._plcs else []
            if not total.complete and total.over:
                words.append(self.tr("incomplete: {0} of {1}").format(grouped(total.over), grouped(total.of)))
            words += [self._as_of] if self._as_of else []
            plot.say(name, text, " · ".join(words), breach, old=bool(self._as_of))

    @Slot(float)
    def _on_pointed(self, position: float) -> None:
        words = [self.plots[0].axis.local(position).strftime("%H:%M:%S")]
        for plot in self.plots:
            plot.point_at(position)
            values = [_nearest(curve, position) for curve in self.curves(plot.circuit)]
            words.append(f"c{plot.circuit} {' / '.join(values)}")
        self.readout.say(" · ".join(words))

    @Slot()
    def _on_left(self) -> None:
        self.readout.say("")
        for plot in self.plots:
            plot.point_at(None)

    @Slot()
    def _on_moved(self) -> None:
        self.live = False
        self.head.back.setEnabled(True)

    @Slot()
    def _on_range(self) -> None:
        if not self._moving:
            self._draw()


def _nearest(curve: Curve, position: float) -> str:
    """The value of the newest sample at or before a position."""
    number = int(curve.x.searchsorted(position, "right")) - 1
    value = float(curve.y[number]) if number >= 0 else float("nan")
    return grouped(int(value)) if value == value else "–"  # noqa: PLR0124
