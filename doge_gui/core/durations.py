"""Durations as a person says them."""

import math

_MINUTE = 60
_HOUR = 60 * _MINUTE
_DAY = 24 * _HOUR


def spoken(seconds: float) -> str:
    """`3 s`, `4 min`, `2 h 05 min` or `12 d 4 h 07 min`: whole units that have passed, cut and not rounded.

    A negative duration counts as none; one that is not finite is `unknown`.
    """
    if not math.isfinite(seconds):
        return "unknown"
    whole = max(0, int(seconds))
    if whole < _MINUTE:
        return f"{whole} s"
    if whole < _HOUR:
        return f"{whole // _MINUTE} min"
    hours = f"{whole % _DAY // _HOUR} h {whole % _HOUR // _MINUTE:02d} min"
    return hours if whole < _DAY else f"{whole // _DAY} d {hours}"
