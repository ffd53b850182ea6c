"""How far gateways could be spoken with, from the recorded `connected` tag."""

from dataclasses import dataclass
from datetime import UTC, datetime

import numpy as np
from numpy.typing import NDArray

from doge_gui.core.recording.curves import Curve, Level


@dataclass(frozen=True, slots=True)
class Outages:
    """The times in which a gateway gave no answer."""

    count: int
    """Outages: cycles without an answer in a row. One that outlasts a pause of the recording is one."""
    longest_s: float
    """Recorded seconds of the longest one: a pause in its midst does not count."""
    longest_from: datetime | None
    """UTC; None where there was none."""
    lasting: bool
    """The last recorded cycle had no answer."""


@dataclass(frozen=True, slots=True)
class Availability:
    """One gateway over a span."""

    plc: str
    known: int
    """Recorded cycles in which it was asked. Time without recording is not known, and is in no share."""
    answered: int
    """Of these, those that it answered."""
    outages: Outages | None
    """None where only minutes or hours are kept: single outages cannot be told any more."""

    @property
    def share(self) -> float | None:
        """Answered cycles, 0 to 1; None where nothing is known."""
        return self.answered / self.known if self.known else None


def availability(curve: Curve, begin: datetime, end: datetime, interval_s: float) -> Availability:
    """Judge one gateway's curve of CONNECTED; the last reading holds for one interval at most."""
    # What was in force before is of another shift; a bucket may begin before what is in it.
    has = np.isfinite(curve.last) & (curve.times > begin.timestamp() - max(curve.level.seconds, 1e-6))
    if curve.level is not Level.RAW:
        known = curve.good[has].sum()
        answered = (curve.mean[has] * curve.good[has]).sum()
        return Availability(curve.tag.plc, round(float(known)), round(float(answered)), None)
    lost = has & (curve.last < 0.5)
    known_cycles, lost_cycles = int(has.sum()), int(lost.sum())
    outages = _outages(curve.times, has, lost, end.timestamp(), interval_s)
    return Availability(curve.tag.plc, known_cycles, known_cycles - lost_cycles, outages)


def _outages(
    times: NDArray[np.float64],
    has: NDArray[np.bool_],
    lost: NDArray[np.bool_],
    end_s: float,
    interval_s: float,
) -> Outages:
    if not lost.any():
        return Outages(0, 0.0, None, False)
    until = np.append(times[1:], min(end_s, float(times[-1]) + interval_s))
    lasted = np.clip(until - times, 0.0, None)[has]
    gone, at = lost[has], times[has]
    begins = np.flatnonzero(gone & ~np.append(False, gone[:-1]))
    seconds = np.add.reduceat(np.where(gone, lasted, 0.0), begins)
    longest = int(np.argmax(seconds))
    since = datetime.fromtimestamp(float(at[begins[longest]]), UTC)
    return Outages(len(begins), float(seconds[longest]), since, bool(gone[-1]))
