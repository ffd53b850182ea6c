"""What the trend screen draws: the loaded curves in the view, and their values at one instant."""

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Slot

from doge_gui.core.recording.curves import Curve, TrendQuestion
from doge_gui.core.recording.tags import Tag
from doge_gui.core.trends.view import Navigation
from doge_gui.models.trend_curves import TrendCurves
from doge_gui.models.trend_picture import compose
from doge_gui.models.trend_ticks import moment_words, span_words
from doge_gui.models.trend_titles import Titles, level_words
from doge_gui.views.theme import Theme
from doge_gui.views.trend_asking import TrendAsking
from doge_gui.views.trend_export import save_trend
from doge_gui.views.trend_frame import TrendFrame
from doge_gui.views.trend_layout import LEFT_PX, RIGHT_PX
from doge_gui.views.trend_pens import swatch
from doge_gui.views.trend_sets import TrendSetButton
from doge_gui.views.trend_ways import TrendWays

_LONGEST_MOMENT_S = 3e7


class TrendDrawing(TrendFrame):
    """Knows what is loaded and what is in view, and brings both together."""

    def __init__(
        self, theme: Theme, sets: TrendSetButton, span_s: float, wall: Callable[[], datetime]
    ) -> None:
        super().__init__(theme, sets)
        self._theme, self._wall = theme, wall
        self.curves = TrendCurves()
        self.titles = Titles()
        self.asking = TrendAsking(self)
        self.ways = TrendWays(span_s, wall, self.asking)
        self.canvas.pointed.connect(self._on_pointed)
        self.canvas.left.connect(self._on_left)
        self.rows.hidden_changed.connect(self._draw)
        self.grid.chosen_changed.connect(self._on_row)
        self.set_theme(theme)

    @property
    def _now(self) -> float:
        return self._wall().timestamp()

    @property
    def navigation(self) -> Navigation:
        """What is in view."""
        return self.ways.navigation

    @property
    def columns(self) -> int:
        """Pixels across the curves."""
        inside = self.canvas.width() - LEFT_PX - RIGHT_PX
        return max(round(inside * self.devicePixelRatioF()), 100)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self._theme = theme
        self.dress(theme)
        self._show_swatches()

    def _show_swatches(self) -> None:
        scale = self.devicePixelRatioF()
        self.rows.set_swatches(
            [swatch(self._theme, self.curves.slots[tag], scale) for tag in self.curves.tags]
        )

    def _show_view(self) -> None:
        self.head.show_navigation(self.navigation)
        self._draw()

    @Slot()
    def _draw(self) -> None:
        view = self.navigation.view
        self.canvas.show_picture(compose(self.curves.scene(self.rows.hidden, self.grid.chosen), view))
        levels = sorted(self.curves.levels)
        words = [span_words(view.span_s), level_words(levels[-1])] if levels else [span_words(view.span_s)]
        if self.curves.begins is not None:
            begins = moment_words(self.curves.begins, _LONGEST_MOMENT_S)
            words.append(self.tr("recorded since {0}").format(begins))
        self.status.say(" · ".join(words))

    def _tell_values(self) -> None:
        """Tell values and extents; the latter go through every point, so not while the view is moved."""
        view, cross = self.navigation.view, self.canvas.cross
        at = cross if cross is not None else self.curves.newest(view, self._now)
        self.rows.show_curves(self.curves.curves, view, at)
        self._tell_instant(at)

    def _tell_instant(self, at: float) -> None:
        words = moment_words(at, min(self.navigation.view.span_s, _LONGEST_MOMENT_S))
        live = self.canvas.cross is None and self.navigation.live
        self.rows.set_caption(self.tr("Newest values") if live else self.tr("Values of {0}").format(words))

    # What the operator looks at

    @Slot(float)
    def _on_pointed(self, at: float) -> None:
        self.ways.cross = at
        self.rows.show_instant(self.curves.curves, at)
        self._tell_instant(at)

    @Slot()
    def _on_left(self) -> None:
        self.ways.cross = None
        at = self.curves.newest(self.navigation.view, self._now)
        self.rows.show_instant(self.curves.curves, at)
        self._tell_instant(at)

    @Slot(object)
    def _on_row(self, _tag: Tag | None) -> None:
        self._draw()

    # What goes out

    def export_curves(self) -> tuple[TrendQuestion, Sequence[Curve]]:
        """What is in view, as it was loaded, without hidden curves."""
        return self.curves.in_view(self.navigation.view, self.columns, self.rows.hidden)

    def save_picture(self, path: Path) -> None:
        """Write what is in view to a `.png` or `.svg`, with a legend. Raises ExportError."""
        view = self.navigation.view
        shown = [tag for tag in self.curves.tags if tag not in self.rows.hidden]
        legend = [(self.curves.slots[tag], self.titles.title(tag)) for tag in shown]
        heading = (
            f"{moment_words(view.begin, _LONGEST_MOMENT_S)} – {moment_words(view.end, _LONGEST_MOMENT_S)}"
        )
        save_trend(path, self.canvas.size(), self.canvas.picture, self._theme, heading, legend)
