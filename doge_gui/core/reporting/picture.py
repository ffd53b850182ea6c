"""The marbles over a span as a drawing (SVG): one lane per circuit above a common time axis."""

import math
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from html import escape

import numpy as np
from numpy.typing import NDArray

from doge_gui.core.local_time import round_times
from doge_gui.core.recording.curves import Curve, Level
from doge_gui.core.reporting.document import Picture
from doge_gui.core.reporting.wording import Wording, clean, grouped

WIDTH, LANE, HEAD, FOOT, LEFT, RIGHT = 720, 96, 22, 26, 78, 14
_COLOURS = ("#44607c", "#9e4800", "#4c6b3c")
_TINTS = ("#c6d0da", "#e8cdb4", "#c9d4c3")
_INK, _MUTED, _GRID, _GAP = "#1b2026", "#57616c", "#dde2e8", "#e9ecf0"
_STEPS_S = (60, 300, 600, 1800, 3600, 7200, 10800, 21600, 43200, 86400, 172800, 604800, 2592000, 31536000)
_MOST_TICKS = 9


def marbles_picture(
    curves: Sequence[Curve],
    names: Sequence[str],
    begin: datetime,
    end: datetime,
    report: Wording,
    held_s: float,
) -> Picture:
    """Draw the complete totals of each circuit. `held_s`: how long the last reading holds."""
    height = len(curves) * (LANE + HEAD) + FOOT
    drawn = [f'<rect x="0" y="0" width="{WIDTH}" height="{height}" fill="#ffffff"/>']
    for number, (curve, name) in enumerate(zip(curves, names, strict=True)):
        top = number * (LANE + HEAD) + HEAD
        drawn += _lane(_columns(curve, begin, end, held_s), name, top, number % len(_COLOURS), report)
    drawn += _time_axis(begin, end, report, height)
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" font-family="Inter">'
    return Picture(
        f"{head}{''.join(drawn)}</svg>",
        WIDTH,
        height,
        report.tr("Complete marble totals per circuit over time"),
    )


def _columns(curve: Curve, begin: datetime, end: datetime, held_s: float) -> NDArray[np.float64]:
    """(3, pixels): lowest, highest and last value of each; NaN where nothing holds."""
    edges = np.linspace(begin.timestamp(), end.timestamp(), WIDTH - LEFT - RIGHT + 1)
    table = np.full((3, len(edges) - 1), np.nan)
    if not len(curve.times):
        return table
    first, after = np.searchsorted(curve.times, edges[:-1], "right"), np.searchsorted(curve.times, edges[1:])
    over = curve.times[-1] + max(held_s, curve.level.seconds)
    for column in range(table.shape[1]):
        # What held when the column begins is in it too.
        part = slice(max(int(first[column]) - 1, 0), int(after[column]))
        held = part.start < part.stop and curve.times[part.start] < edges[column + 1]
        if held and edges[column] < over and np.isfinite(curve.last[part]).any():
            table[:, column] = np.nanmin(curve.low[part]), np.nanmax(curve.high[part]), _last(curve, part)
    return table


def _last(curve: Curve, part: slice) -> float:
    values = curve.last[part] if curve.level is Level.RAW else curve.mean[part]
    return float(values[np.isfinite(values)][-1])


def _lane(table: NDArray[np.float64], name: str, top: int, colour: int, report: Wording) -> Iterator[str]:
    has = np.isfinite(table[2])
    right = WIDTH - RIGHT
    yield _text(LEFT, top - 7, name, _INK, "start", 11, bold=True)
    yield f'<rect x="{LEFT}" y="{top}" width="{right - LEFT}" height="{LANE}" fill="{_GAP}"/>'
    for first, after in _runs(has):
        yield f'<rect x="{LEFT + first}" y="{top}" width="{after - first}" height="{LANE}" fill="#ffffff"/>'
    if not has.any():
        yield _text(
            (LEFT + right) / 2, top + LANE / 2 + 4, report.tr("no complete total"), _MUTED, "middle", 11
        )
        return
    low, high, step = _scale(float(np.nanmin(table[0])), float(np.nanmax(table[1])))
    scale = (LANE - 12) / (high - low)
    y = top + LANE - 6 - (table - low) * scale
    for tick in np.arange(math.ceil(low / step), math.floor(high / step) + 1) * step:
        at = top + LANE - 6 - (tick - low) * scale
        yield _line(LEFT, at, right, at, _GRID)
        yield _text(LEFT - 8, at + 4, grouped(round(tick)), _MUTED, "end", 10)
    for first, after in _runs(has):
        yield from _run(y, first, after, colour)


def _run(y: NDArray[np.float64], first: int, after: int, colour: int) -> Iterator[str]:
    x = [float(LEFT + column) for column in range(first, after)]
    if np.any(y[0, first:after] - y[1, first:after] > 0.5):
        outline = [
            *zip(x, y[1, first:after], strict=True),
            *zip(x[::-1], y[0, first:after][::-1], strict=True),
        ]
        yield f'<polygon points="{_points(outline)}" fill="{_TINTS[colour]}"/>'
    path = [*zip(x, y[2, first:after].tolist(), strict=True), (float(LEFT + after), float(y[2, after - 1]))]
    kept = [
        point
        for number, point in enumerate(path)
        if number in (0, len(path) - 1) or not path[number - 1][1] == point[1] == path[number + 1][1]
    ]
    yield (
        f'<polyline points="{_points(kept)}" fill="none" stroke="{_COLOURS[colour]}" stroke-width="1.4" '
        f'stroke-linejoin="round"/>'
    )


def _points(points: Sequence[tuple[float, float]]) -> str:
    return " ".join(f"{x:g},{y:.1f}" for x, y in points)


def _runs(has: NDArray[np.bool_]) -> list[tuple[int, int]]:
    edges = np.flatnonzero(np.diff(np.concatenate(([False], has, [False])).astype(np.int8)))
    return list(zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True))


def _scale(low: float, high: float) -> tuple[float, float, float]:
    """Ends of an axis that holds both, and a step of 1, 2 or 5 times a power of ten; marbles are whole."""
    if high - low < 4:
        middle = math.floor((low + high) / 2)
        low, high = max(middle - 2.0, 0.0), middle + 2.0
    rough = (high - low) / 4
    power = 10 ** math.floor(math.log10(rough))
    step = next(power * factor for factor in (1, 2, 5, 10) if power * factor >= rough)
    return low, high, max(step, 1.0)


def _time_axis(begin: datetime, end: datetime, report: Wording, height: int) -> Iterator[str]:
    span = (end - begin).total_seconds()
    step = next((one for one in _STEPS_S if span / one <= _MOST_TICKS), _STEPS_S[-1])
    for second in round_times(begin.timestamp(), end.timestamp(), step, report.offset_s, step / 2):
        at = datetime.fromtimestamp(second, UTC)
        x = LEFT + (at - begin).total_seconds() / span * (WIDTH - LEFT - RIGHT)
        yield _line(x, height - FOOT, x, height - FOOT + 4, _MUTED)
        yield _text(x, height - 7, report.tick(at), _MUTED, "middle", 10)


def _line(x1: float, y1: float, x2: float, y2: float, colour: str) -> str:
    return (
        f'<line x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}" stroke="{colour}" stroke-width="1"/>'
    )


def _text(x: float, y: float, text: str, colour: str, anchor: str, size: int, *, bold: bool = False) -> str:
    weight = ' font-weight="600"' if bold else ""
    # Characters that XML does not know would make the whole drawing unreadable.
    safe = escape(clean(text))
    place = f'x="{x:.1f}" y="{y:.1f}" fill="{colour}" text-anchor="{anchor}" font-size="{size}"'
    return f"<text {place}{weight}>{safe}</text>"
