"""What was recorded: which tags there are, and how each went over time."""

import numpy as np
from numpy.typing import NDArray

from doge_gui.core.recording.curves import Curve, Level
from doge_gui.core.recording.points import empty_curve
from doge_gui.core.recording.tags import FLEET, Tag
from doge_gui.web.api import shapes_recorded as shapes
from doge_gui.web.api.asked import AskedHistory, AskedTags
from doge_gui.web.api.journal import span
from doge_gui.web.api.pages import cursor_of, key_of
from doge_gui.web.api.sight import Sight
from doge_gui.web.api.thinning import thinned


def tags(sight: Sight, asked: AskedTags) -> shapes.Tags:
    """A page of everything that was ever recorded, what the newest plan has first. Raises ProblemError."""
    after = key_of(asked.cursor, str, str, int)
    with sight.recordings.opened() as source:
        known = () if source is None else source.tags()
    found = [tag for tag in known if _meant(tag, asked)]
    begin = 0
    if after is not None:
        last, begin = Tag(after[0], after[1]), max(0, after[2])
        # What was recorded since stands before or after it: the tag tells the place, where it is still there.
        begin = begin if found[begin - 1 : begin] == [last] else _place(found, last, begin)
    items = found[begin : begin + asked.limit]
    more = begin + len(items) < len(found)
    return shapes.Tags(
        items=tuple(shapes.Tag(tag=str(tag), plc=tag.plc or None, name=tag.name) for tag in items),
        next=cursor_of((*items[-1], begin + len(items))) if more and items else None,
        total=len(found),
    )


def _place(found: list[Tag], last: Tag, begin: int) -> int:
    return found.index(last) + 1 if last in found else begin


def _meant(tag: Tag, asked: AskedTags) -> bool:
    if asked.plc is not None and tag.plc != asked.plc:
        return False
    return not asked.q or asked.q.casefold() in tag.name.casefold()


def history(sight: Sight, asked: AskedHistory) -> shapes.History:
    """Curves, in the order of the tags. Raises ProblemError."""
    begin, end = span(asked, sight.at)
    wanted = [_tag(text) for text in asked.tag]
    with sight.recordings.opened() as source:
        if source is None:
            curves = [empty_curve(tag, Level.RAW) for tag in wanted]
        else:
            curves = source.curves(wanted, begin, end, asked.points)
    return shapes.History(begin=begin, end=end, curves=tuple(_curve(curve, asked.points) for curve in curves))


def _tag(text: str) -> Tag:
    """`API-3:temperature`; no name of a quantity has a colon, a PLC's may."""
    plc, _, name = text.rpartition(":")
    return Tag(plc or FLEET, name)


def _curve(read: Curve, points: int) -> shapes.Curve:
    curve = thinned(read, points)
    whole = len(curve.times) == len(read.times)
    return shapes.Curve(
        tag=str(curve.tag),
        plc=curve.tag.plc or None,
        name=curve.tag.name,
        recorded=len(curve.times) > 0,
        level=curve.level.name.lower(),
        bucket_s=curve.level.seconds if whole else None,
        times=tuple(curve.times.tolist()),
        low=_nulls(curve.low),
        high=_nulls(curve.high),
        mean=_nulls(curve.mean),
        last=_nulls(curve.last),
        good=tuple(curve.good.astype(np.int64).tolist()),
        count=tuple(curve.count.astype(np.int64).tolist()),
    )


def _nulls(values: NDArray[np.float64]) -> tuple[float | None, ...]:
    told = values.astype(np.object_)
    told[~np.isfinite(values)] = None
    return tuple(told.tolist())
