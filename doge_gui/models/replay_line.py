"""The time line of a replay: instants and places, ticks, and the alarms that stand on it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from doge_gui.core.local_time import round_times
from doge_gui.core.recording.curves import Mark
from doge_gui.core.replay.tape import utc
from doge_gui.models.replay_words import line_text
from doge_gui.models.severity import Severity

_STEPS_S = (10, 30, 60, 300, 600, 1800, 3600, 7200, 10_800, 21_600, 43_200, 86_400)
_MOST_SHOWN = 8
"""Alarms that are told by name in a tooltip."""


@dataclass(frozen=True, slots=True)
class Pin:
    """Alarms that came so close together that they stand in one place."""

    x: float
    severity: Severity
    """Of the most urgent."""
    marks: tuple[Mark, ...]
    """In the order of time."""


@dataclass(frozen=True, slots=True)
class LineScale:
    """Where an instant stands on a line of `width` px."""

    begin: datetime
    end: datetime
    width: float

    @property
    def seconds(self) -> float:
        """Length of the line; never nothing."""
        return max((self.end - self.begin).total_seconds(), 1.0)

    def x(self, at: datetime) -> float:
        """Px from the left, held on the line."""
        share = (at - self.begin).total_seconds() / self.seconds
        return min(max(share, 0.0), 1.0) * self.width

    def at(self, x: float) -> datetime:
        """The instant at a place, held on the line."""
        share = min(max(x / max(self.width, 1.0), 0.0), 1.0)
        return self.begin + timedelta(seconds=share * self.seconds)

    def ticks(self, apart_px: float) -> list[tuple[float, str]]:
        """Places and words of round times, so far apart or more, where the window stands."""
        wanted_s = self.seconds * apart_px / max(self.width, 1.0)
        step = next((step for step in _STEPS_S if step >= wanted_s), _STEPS_S[-1])
        told = []
        for second in round_times(self.begin.timestamp(), self.end.timestamp(), step, apart_s=wanted_s):
            at = utc(second)
            told.append((self.x(at), line_text(at, self.begin, self.end)))
        return told


def pins(marks: Sequence[Mark], scale: LineScale, apart_px: float) -> list[Pin]:
    """The alarms on a line; those closer than `apart_px` to the first of a group stand with it."""
    found: list[Pin] = []
    group: list[Mark] = []
    for mark in sorted(marks, key=lambda one: one.at):
        if group and scale.x(mark.at) - scale.x(group[0].at) >= apart_px:
            found.append(_pin(group, scale))
            group = []
        group.append(mark)
    if group:
        found.append(_pin(group, scale))
    return found


def _pin(group: list[Mark], scale: LineScale) -> Pin:
    worst = max(mark.priority for mark in group)
    return Pin(scale.x(group[0].at), Severity(worst), tuple(group))


def pin_lines(pin: Pin) -> tuple[list[str], int]:
    """The alarms of a pin, a line each, and how many more there are. Plain text, names from the network."""
    lines = [f"{mark.at.astimezone():%H:%M:%S}  {mark.words}" for mark in pin.marks[:_MOST_SHOWN]]
    return lines, len(pin.marks) - len(lines)
