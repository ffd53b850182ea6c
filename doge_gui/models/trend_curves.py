"""The curves on the trend screen: which are wanted, what was loaded of them, what is drawn of it."""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime

from doge_gui.core.plan import Plan
from doge_gui.core.recording.curves import Curve, Level, Mark, TrendAnswer, TrendQuestion
from doge_gui.core.recording.tags import Tag
from doge_gui.core.trends.axes import MOST_CURVES
from doge_gui.core.trends.fitted import Fitted, FittedAnswer, fit_answer
from doge_gui.core.trends.values import within
from doge_gui.core.trends.view import View
from doge_gui.models.trend_picture import Scene


def _utc(at: float) -> datetime:
    return datetime.fromtimestamp(at, UTC)


def _common(first: View, second: View) -> View | None:
    """The time in both."""
    begin, end = max(first.begin, second.begin), min(first.end, second.end)
    return View(begin, end) if begin < end else None


class TrendCurves:
    """Tags with their colours, and what the history answered for them."""

    def __init__(self) -> None:
        self.tags: tuple[Tag, ...] = ()
        self.slots: dict[Tag, int] = {}
        self.curves: dict[Tag, Curve] = {}
        self.plan: Plan | None = None
        self.begins: float | None = None
        """The first recorded cycle, seconds since 1970."""
        self._fitted: dict[Tag, Fitted] = {}
        self._marks: tuple[Mark, ...] = ()
        self._known: View | None = None

    def set_tags(self, tags: Sequence[Tag]) -> None:
        """Want these; what is loaded of others is forgotten, and their colours are free again."""
        self.tags = tuple(tags)[:MOST_CURVES]
        kept = set(self.tags)
        self.slots = {tag: slot for tag, slot in self.slots.items() if tag in kept}
        taken = set(self.slots.values())
        free = (slot for slot in range(2 * MOST_CURVES) if slot not in taken)
        for tag in self.tags:
            if tag not in self.slots:
                self.slots[tag] = next(free)
        self.curves = {tag: curve for tag, curve in self.curves.items() if tag in kept}
        self._fitted = {tag: one for tag, one in self._fitted.items() if tag in kept}

    def question(self, view: View, columns: int) -> TrendQuestion:
        """What to ask for a view that is `columns` pixels wide."""
        wide = view.with_margin
        points = max(round(columns * wide.span_s / view.span_s), 2)
        return TrendQuestion(self.tags, _utc(wide.begin), _utc(wide.end), points)

    def take(self, answer: TrendAnswer, now: float) -> None:
        """Take what was loaded; curves that a cancelled answer lacks stay as they are."""
        fitted = answer if isinstance(answer, FittedAnswer) else fit_answer(answer, now)
        loaded = View(answer.question.begin.timestamp(), min(answer.question.end.timestamp(), now))
        told = {curve.tag for curve in answer.curves}
        older = self._known if any(tag in self._fitted and tag not in told for tag in self.tags) else None
        self._known = loaded if older is None else _common(loaded, older)
        for curve, one in zip(fitted.curves, fitted.fitted, strict=True):
            if curve.tag in self.slots:
                self.curves[curve.tag] = curve
                self._fitted[curve.tag] = one

    def take_marks(self, marks: Sequence[Mark]) -> bool:
        """Take the onsets of alarms; False where they are those that are known."""
        fresh = tuple(marks) != self._marks
        self._marks = tuple(marks)
        return fresh

    def scene(self, hidden: frozenset[Tag], chosen: Tag | None) -> Scene:
        """What is to be drawn."""
        return Scene(
            self.tags,
            self.slots,
            self.plan,
            self._fitted,
            hidden,
            chosen,
            self._known,
            self._marks,
            self.begins,
        )

    @property
    def levels(self) -> frozenset[Level]:
        """How fine the loaded curves are."""
        return frozenset(curve.level for curve in self.curves.values() if len(curve.times))

    def newest(self, view: View, now: float) -> float:
        """The instant whose values are told where nobody points at one: the newest in view."""
        if view.end >= now:
            return max(view.begin, min(view.end, now))
        return view.end

    def in_view(
        self, view: View, columns: int, hidden: Iterable[Tag]
    ) -> tuple[TrendQuestion, tuple[Curve, ...]]:
        """What is in view, as it was loaded, without hidden curves."""
        left_out = set(hidden)
        tags = tuple(tag for tag in self.tags if tag in self.curves and tag not in left_out)
        question = TrendQuestion(tags, _utc(max(view.begin, 0.0)), _utc(view.end), columns)
        return question, tuple(within(self.curves[tag], view.begin, view.end) for tag in tags)
