"""What the trend's canvas paints: lanes over one time axis, with everything scaled and named."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication

from doge_gui.core.plan import Plan
from doge_gui.core.recording.curves import Mark
from doge_gui.core.recording.tags import Tag
from doge_gui.core.trends.axes import Kind, Lane, lanes
from doge_gui.core.trends.fitted import Fitted, blanks
from doge_gui.core.trends.scales import Range, bounds, roomy
from doge_gui.core.trends.view import View
from doge_gui.models.trend_titles import Titles, axis_title

_tr = QCoreApplication.translate
MOST_BANDS = 8
"""Bands of more curves in one lane hide one another."""


@dataclass(frozen=True)
class DrawnCurve:
    """One curve in its lane."""

    tag: Tag
    fitted: Fitted
    slot: int
    """Which colour and dashes: a curve keeps them as long as it is on the screen."""
    chosen: bool = False
    """Drawn over the others, and thicker."""
    banded: bool = True
    """Its band is drawn, where it has one."""
    scale: Range = (0.0, 1.0)
    """The values at the lane's lower and upper edge, for this curve."""


@dataclass(frozen=True)
class DrawnLane:
    """One value axis and its curves."""

    caption: str
    scale: Range
    """The values at its lower and upper edge; per cent where each curve has a scale of its own."""
    whole: bool
    """Its values are whole numbers."""
    curves: tuple[DrawnCurve, ...]


@dataclass(frozen=True)
class TrendPicture:
    """All of it."""

    view: View
    lanes: tuple[DrawnLane, ...] = ()
    blanks: NDArray[np.float64] = field(default_factory=lambda: np.empty((0, 2)))
    """(n, 2): from when to when nothing good was recorded of any curve shown."""
    marks: tuple[Mark, ...] = ()
    begins: float | None = None
    """The first recorded cycle, seconds since 1970."""
    words: str = ""
    """Stands in the middle where there is no curve."""


@dataclass(frozen=True)
class Scene:
    """What is to be shown, and how the operator wants it."""

    tags: tuple[Tag, ...]
    slots: Mapping[Tag, int]
    plan: Plan | None
    fitted: Mapping[Tag, Fitted]
    hidden: frozenset[Tag] = frozenset()
    chosen: Tag | None = None
    known: View | None = None
    """What was loaded: beyond it, it is not known whether something was recorded."""
    marks: tuple[Mark, ...] = ()
    begins: float | None = None


def compose(scene: Scene, view: View) -> TrendPicture:
    """The picture of a scene in a view."""
    tags = tuple(tag for tag in scene.tags if tag not in scene.hidden)
    drawn = tuple(_lane(lane, tags, scene, view) for lane in lanes(tags, scene.plan))
    return TrendPicture(
        view, drawn, _blanks(tags, scene, view), scene.marks, scene.begins, _words(scene, bool(tags))
    )


def _words(scene: Scene, any_shown: bool) -> str:
    if not scene.tags:
        return _tr("Trend", "No curve is chosen: check some at the left.")
    return "" if any_shown else _tr("Trend", "Every curve is hidden.")


def _blanks(tags: Sequence[Tag], scene: Scene, view: View) -> NDArray[np.float64]:
    shown = tuple(scene.fitted[tag] for tag in tags if tag in scene.fitted)
    if scene.known is None or not shown:
        return np.empty((0, 2))
    begin, end = max(view.begin, scene.known.begin), min(view.end, scene.known.end)
    return blanks(shown, begin, end) if begin < end else np.empty((0, 2))


def _lane(lane: Lane, tags: Sequence[Tag], scene: Scene, view: View) -> DrawnLane:
    members = [tags[number] for number in lane.members]
    fitted = {tag: scene.fitted[tag] for tag in members if tag in scene.fitted}
    whole = lane.measured is not None and lane.measured.kind.whole
    scale = roomy(bounds(fitted.values(), view.begin, view.end), whole)
    banded = len(members) <= MOST_BANDS
    curves = tuple(
        DrawnCurve(
            tag,
            one,
            scene.slots.get(tag, 0),
            tag == scene.chosen,
            banded or tag == scene.chosen,
            scale if lane.measured is not None else roomy(bounds([one], view.begin, view.end), False),
        )
        for tag, one in fitted.items()
    )
    caption = _caption(lane, members, scene.plan)
    if not banded and any(curve.fitted.banded for curve in curves):
        caption = _tr("Trend", "{0} · band of the chosen curve only").format(caption)
    # The chosen one is painted last: nothing lies over it.
    ordered = tuple(sorted(curves, key=lambda curve: curve.chosen))
    return DrawnLane(caption, scale if lane.measured is not None else (-8.0, 108.0), whole, ordered)


def _caption(lane: Lane, members: Sequence[Tag], plan: Plan | None) -> str:
    """What a lane shows: the value's name where all have the same, else what they have in common."""
    titles = Titles(plan)
    names = {titles.name(tag) for tag in members}
    if lane.measured is None or lane.measured.kind is Kind.STATE or len(names) > 1:
        return axis_title(lane.measured)
    unit = titles.unit(members[0])
    return f"{names.pop()} [{unit}]" if unit else names.pop()
