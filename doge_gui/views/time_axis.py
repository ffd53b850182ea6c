"""A time axis: positions are monotonic seconds, labels are local time."""

from collections.abc import Sequence
from datetime import datetime

import pyqtgraph as pg

_STEPS = (1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14400, 21600, 43200, 86400)
_LABEL_PX = 78
"""Room for one label and its surroundings."""


class LocalTimeAxis(pg.AxisItem):  # type: ignore[misc]
    """Ticks on round local times, `HH:MM`, with seconds where they are closer than a minute."""

    def __init__(self) -> None:
        super().__init__(orientation="bottom")
        self.wall_offset_s = 0.0
        """Add to a position to get seconds since 1970."""
        self.enableAutoSIPrefix(False)

    def tickValues(self, low: float, high: float, size: float) -> list[tuple[float, list[float]]]:
        """Positions of the ticks, as pyqtgraph asks for them: (spacing, positions) per level."""
        wanted = max(high - low, 1.0) / max(size / _LABEL_PX, 1.0)
        step = next((step for step in _STEPS if step >= wanted), _STEPS[-1])
        shift = self.wall_offset_s + self._zone_s(low)
        first = int((low + shift) // step + 1) * step
        count = int(max(0.0, high + shift - first) // step) + 1
        return [(float(step), [first + number * step - shift for number in range(count)])]

    def tickStrings(self, values: Sequence[float], _scale: float, spacing: float) -> list[str]:
        """Labels of the ticks."""
        form = "%H:%M" if spacing >= 60 else "%H:%M:%S"
        return [self.local(value).strftime(form) for value in values]

    def local(self, position: float) -> datetime:
        """Local time at a position."""
        return datetime.fromtimestamp(max(position + self.wall_offset_s, 0.0)).astimezone()

    def _zone_s(self, position: float) -> float:
        offset = self.local(position).utcoffset()
        return offset.total_seconds() if offset else 0.0
