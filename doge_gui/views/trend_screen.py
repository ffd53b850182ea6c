"""The trend screen: any recorded values over any time, with what each says at one instant."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QGuiApplication, QShowEvent

from doge_gui.core.alarms.report import AlarmReport
from doge_gui.core.plan import Plan
from doge_gui.core.recording.curves import TrendAnswer
from doge_gui.core.recording.tags import Tag
from doge_gui.core.trends.sets import TrendSet
from doge_gui.models.shown_text import shown_tsv
from doge_gui.models.trend_curves import TrendCurves
from doge_gui.models.trend_titles import Titles
from doge_gui.views.theme import Settings, Theme
from doge_gui.views.trend_drawing import TrendDrawing
from doge_gui.views.trend_sets import TrendSetButton, TrendSetStore

_YOUNG_S = (300.0, 1800.0)


def utc_now() -> datetime:
    """The time of day."""
    return datetime.now(UTC)


class TrendScreen(TrendDrawing):
    """Asks for what is in view, and draws the answers.

    Signals: `question_wanted(object)` TrendQuestion, of several the last counts; `cancel_wanted()`;
    `tags_wanted()` tell which tags there are; `export_wanted(str)` csv, xlsx, png, svg or table.
    """

    question_wanted = Signal(object)
    cancel_wanted = Signal()
    tags_wanted = Signal()
    export_wanted = Signal(str)

    def __init__(self, theme: Theme, settings: Settings, wall: Callable[[], datetime] = utc_now) -> None:
        self._store = TrendSetStore(settings)
        self.sets = TrendSetButton(self._store)
        self._recorded = 0
        last = self._store.last
        super().__init__(theme, self.sets, last.span_s, wall)
        self._connect()
        self._have(last.tags)
        self._show_view()

    def _connect(self) -> None:
        self.asking.question_wanted.connect(self.question_wanted)
        self.asking.cancel_wanted.connect(self.cancel_wanted)
        self.asking.progress_changed.connect(self.status.show_progress)
        self.asking.due.connect(self._ask)
        self.status.cancel_wanted.connect(self.asking.cancel)
        self.status.again_wanted.connect(self._ask)
        self.ways.moved.connect(self._on_moved)
        self.canvas.view_wanted.connect(self.ways.look_at)
        self.canvas.zoom_wanted.connect(self.ways.zoom)
        for part in (self.canvas, self.head):
            part.back_wanted.connect(self.ways.go_back)
            part.live_wanted.connect(self.ways.back_to_live)
        self.head.span_chosen.connect(self.ways.set_span)
        self.head.range_chosen.connect(self.ways.go)
        self.head.mistyped.connect(self.status.warn)
        self.head.export_wanted.connect(self.export_wanted)
        self.sets.loaded.connect(self._on_set)
        self.sets.save_wanted.connect(self._on_save)
        self.chooser.chosen_changed.connect(self._on_chosen)
        self.grid.remove_wanted.connect(self._on_remove)

    # What comes in

    @Slot(object, tuple)
    def show_tags(self, plan: Plan | None, tags: tuple[Tag, ...]) -> None:
        """Offer what was ever recorded."""
        fresh = plan != self.curves.plan
        self.curves.plan = plan
        self.chooser.show_tags(plan, tags)
        if fresh:
            self.titles = Titles(plan)
            self.rows.set_tags(self.curves.tags, self.titles)
            self._draw()
            self._tell_values()

    @Slot(object)
    def show_recorded(self, span: tuple[datetime, datetime] | None) -> None:
        """Tell when the recording begins and where it has got to; None before anything was recorded."""
        known, self.curves.begins = self.curves.begins, span[0].timestamp() if span is not None else None
        if known is None and span is not None and self.navigation.live:
            # A young recording is shown in a step of these, not as a sliver at the edge of hours.
            age_s = self._now - span[0].timestamp()
            fitting = next((step for step in _YOUNG_S if step >= age_s), self.navigation.view.span_s)
            if fitting < self.navigation.view.span_s:
                self.ways.follow(fitting)
                self._show_view()
                self.asking.soon()

    @Slot(object)
    def show_answer(self, answer: TrendAnswer) -> None:
        """Draw what was loaded, if it is what was last asked for."""
        if self.asking.answered(answer.question):
            self.status.fail("")
            self.curves.take(answer, self._now)
            if answer.marks:
                self.curves.take_marks(answer.marks)
            self._draw()
            self._tell_values()

    @Slot(object)
    def show_marks(self, answer: TrendAnswer) -> None:
        """Mark the alarms of an answer that was shown."""
        if self.asking.belongs(answer.question) and self.curves.take_marks(answer.marks):
            self._draw()

    @Slot(int, int)
    def show_progress(self, done: int, of: int) -> None:
        """So many curves of the question are loaded."""
        self.asking.show_progress(done, of)

    @Slot(str)
    def show_failure(self, error: str) -> None:
        """Say why there is no answer; what is known stays."""
        self.asking.failed()
        self.status.fail(error)
        self._draw()

    @Slot(object)
    def take_report(self, report: AlarmReport) -> None:
        """Ask again when another cycle is recorded; alarms change more often."""
        if report.recorded != self._recorded:
            self._recorded = report.recorded
            self.refresh()

    @Slot()
    def refresh(self) -> None:
        """A cycle was recorded: what follows the newest values is asked for again, if somebody looks."""
        if not self.isVisible():
            return
        if self.curves.plan is None:
            self.tags_wanted.emit()
        if self.navigation.live:
            self.asking.refresh()

    def begin_anew(self) -> None:
        """Another plant's history comes."""
        self.curves = TrendCurves()
        self.asking.failed()
        self._have(self._store.last.tags)
        if self.isVisible():
            self.tags_wanted.emit()
            self._ask()

    # What is shown

    def show_set(self, tags: Sequence[Tag], span_s: float | None = None) -> None:
        """Draw these tags; with a span, the newest values of that span."""
        self._have(tuple(tags))
        if span_s is not None:
            self.ways.follow(span_s)
        self._show_view()
        self._ask()

    def _have(self, tags: tuple[Tag, ...]) -> None:
        self.curves.set_tags(tags)
        self.chooser.set_chosen(self.curves.tags)
        self.rows.set_tags(self.curves.tags, self.titles)
        self._show_swatches()
        self.part()
        self._draw()
        self._tell_values()

    @Slot()
    def _ask(self) -> None:
        """Drawn is what comes: to draw what is known first, a step further on, would be work for nothing."""
        self.ways.tick()
        self.head.show_navigation(self.navigation)
        if self.curves.tags and self.isVisible():
            self.asking.ask(self.curves.question(self.navigation.view, self.columns))

    @Slot()
    def _on_moved(self) -> None:
        """Another span: what is loaded of it is drawn at once, the rest is asked for."""
        self._show_view()
        self.asking.soon()

    # What the operator does

    @Slot(tuple)
    def _on_chosen(self, tags: tuple[Tag, ...]) -> None:
        more = bool(set(tags) - set(self.curves.tags))
        self._have(tags)
        self.sets.show_name("")
        self._remember()
        if more:
            self.asking.soon()

    @Slot(object)
    def _on_remove(self, tag: Tag) -> None:
        self.chooser.model.choose(tag, False)

    @Slot(object)
    def _on_set(self, chosen: TrendSet) -> None:
        self.show_set(chosen.tags, chosen.span_s)
        self._remember()

    @Slot(str)
    def _on_save(self, name: str) -> None:
        self.sets.save(TrendSet(name, self.curves.tags, self.navigation.view.span_s))
        self._remember()

    def _remember(self) -> None:
        self._store.remember(TrendSet(self.sets.name, self.curves.tags, self.navigation.view.span_s))

    @Slot()
    def copy(self) -> None:
        """Put the table of values on the clipboard."""
        QGuiApplication.clipboard().setText(shown_tsv(self.rows))

    @Slot()
    def export_table(self) -> None:
        """Have the curves in view written as a table."""
        self.export_wanted.emit("table")

    def focus_filter(self) -> None:
        """Let the operator type what curve to find."""
        self.chooser.focus_filter()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.tags_wanted.emit()
        self.asking.soon()
