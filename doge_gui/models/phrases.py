"""Numbers and spans of time as the screen writes them."""

import math

from PySide6.QtCore import QCoreApplication

from doge_gui.core.notation import THIN
from doge_gui.models.writing import notation

NOTHING = "–"
"""Stands where there is no value at all."""
AT_LEAST = "≥"

_MINUTE, _HOUR, _DAY = 60, 3600, 86400


def grouped(number: int) -> str:
    """A whole number with its digits in groups of three."""
    return f"{number:,}".replace(",", THIN)


def measure(value: float) -> str:
    """A measured value with as many decimals as its size deserves."""
    if not math.isfinite(value):
        return NOTHING
    size = abs(value)
    if size >= 1e9 or 0 < size < 1e-3:
        return notation().number(f"{value:.4g}")
    if value == int(value) and size >= 1000:
        return grouped(int(value))
    decimals = 1 if size >= 10 or value == 0 else 2 if size >= 0.1 else 4
    return notation().number(f"{value:,.{decimals}f}".replace(",", THIN))


def exact(value: float) -> str:
    """A number with every digit it has."""
    return notation().number(repr(value))


def milliseconds(seconds: float) -> str:
    """A latency; below ten milliseconds with a decimal."""
    if not math.isfinite(seconds):
        return NOTHING
    few = seconds < 0.00995
    count = notation().number(f"{seconds * 1000:.1f}") if few else grouped(round(seconds * 1000))
    return f"{count}{THIN}ms"


def seconds_of(seconds: float) -> str:
    """The duration of a cycle."""
    return notation().number(f"{seconds:.2f}{THIN}s") if seconds < 100 else span(seconds)


def span(seconds: float) -> str:
    """A span of time in its largest unit: `4 s`, `12 min`, `3 h`, `2 d`."""
    whole = max(0, int(seconds))
    if whole < _MINUTE:
        return f"{whole}{THIN}s"
    if whole < _HOUR:
        return f"{whole // _MINUTE}{THIN}min"
    if whole < 2 * _DAY:
        return f"{whole // _HOUR}{THIN}h"
    return f"{whole // _DAY}{THIN}{notation().day}"


def running_time(seconds: float) -> str:
    """A long span to the minute: `12 d 4 h 07 min`."""
    minutes = max(0, int(seconds)) // _MINUTE
    days, hours = minutes // 1440, minutes // 60 % 24
    if minutes < 60:
        return f"{minutes}{THIN}min"
    start = f"{days}{THIN}{notation().day} {hours}{THIN}h" if days else f"{hours}{THIN}h"
    return f"{start} {minutes % 60:02d}{THIN}min"


def names(plcs: tuple[str, ...], most: int = 3) -> str:
    """PLC names in a line; beyond `most` of them the rest is counted."""
    shown = ", ".join(plcs[:most])
    if len(plcs) <= most:
        return shown
    more = QCoreApplication.translate("Phrases", "and {0} more").format(grouped(len(plcs) - most))
    return f"{shown} {more}"


def one_line(text: str) -> str:
    """Text from the network on one line, without anything that hides: such characters become spaces."""
    return " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())
