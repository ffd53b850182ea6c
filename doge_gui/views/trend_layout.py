"""Where everything of a trend's picture lies: lanes over one another, marks above, the time axis beneath."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF

from doge_gui.core.recording.curves import Mark
from doge_gui.core.trends.view import View
from doge_gui.models.trend_picture import TrendPicture

LEFT_PX, RIGHT_PX = 64, 14
MARKS_PX, CAPTION_PX, AXIS_PX = 22, 17, 24
_BETWEEN_PX = 5
_CROWD = 20
"""Curves in a lane that make it twice as high as one of a single curve."""
_APART_PX = 34
"""Marks closer than this become one, with their number."""


@dataclass(frozen=True)
class TrendLayout:
    """The places in a rectangle."""

    box: QRectF
    view: View
    lanes: tuple[QRectF, ...]
    """Where curves are drawn."""

    @property
    def body(self) -> QRectF:
        """Everything between the marks and the time axis, as wide as the curves."""
        top = self.box.top() + MARKS_PX
        return QRectF(
            self.box.left() + LEFT_PX,
            top,
            max(self.box.width() - LEFT_PX - RIGHT_PX, 1.0),
            max(self.box.bottom() - AXIS_PX - top, 1.0),
        )

    def x(self, at: float) -> float:
        """Where an instant lies."""
        body = self.body
        return body.left() + (at - self.view.begin) / self.view.span_s * body.width()

    def at(self, x: float) -> float:
        """The instant at a place."""
        body = self.body
        return self.view.begin + (x - body.left()) / body.width() * self.view.span_s


def laid_out(box: QRectF, view: View, curves: Sequence[int]) -> TrendLayout:
    """The places for lanes with so many curves each: those of many curves are higher."""
    body = TrendLayout(box, view, ()).body
    shares = [1.0 + min(count, _CROWD) / _CROWD for count in curves]
    lanes: list[QRectF] = []
    top = body.top()
    for share in shares:
        height = body.height() * share / sum(shares)
        between = _BETWEEN_PX if len(lanes) < len(shares) - 1 else 0
        inside = max(height - CAPTION_PX - between, 1.0)
        lanes.append(QRectF(body.left(), top + CAPTION_PX, body.width(), inside))
        top += height
    return TrendLayout(box, view, tuple(lanes))


def layout_of(box: QRectF, picture: TrendPicture) -> TrendLayout:
    """The places for a picture."""
    return laid_out(box, picture.view, [len(lane.curves) for lane in picture.lanes])


@dataclass(frozen=True)
class Cluster:
    """Marks too close to be told apart."""

    x: float
    """Where the first of them lies."""
    marks: tuple[Mark, ...]

    @property
    def priority(self) -> int:
        """Of the most important one."""
        return max(mark.priority for mark in self.marks)


def clusters(marks: tuple[Mark, ...], layout: TrendLayout) -> list[Cluster]:
    """The marks in view, rising, at least so far apart that they do not overlap."""
    found: list[Cluster] = []
    gathered: list[Mark] = []
    first = 0.0
    for mark in marks:
        at = mark.at.timestamp()
        if not layout.view.begin <= at <= layout.view.end:
            continue
        x = layout.x(at)
        if gathered and x - first >= _APART_PX:
            found.append(Cluster(first, tuple(gathered)))
            gathered = []
        if not gathered:
            first = x
        gathered.append(mark)
    if gathered:
        found.append(Cluster(first, tuple(gathered)))
    return found
