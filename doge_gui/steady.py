"""Clocks that no change of the time of day moves: one goes on while the machine sleeps, one stands still."""

import sys
import time


def steady_clock() -> float:
    """Seconds that count on while the machine sleeps.

    Linux: CLOCK_BOOTTIME. macOS: CLOCK_MONOTONIC, which there counts sleep. Windows and others: Python's
    monotonic clock, which on Windows counts sleep as well.
    """
    return time.monotonic() if _COUNTS_SLEEP is None else time.clock_gettime(_COUNTS_SLEEP)


def awake_clock() -> float:
    """Seconds that stand still while the machine sleeps.

    Linux: CLOCK_MONOTONIC. macOS: CLOCK_UPTIME_RAW. Elsewhere the same as `steady_clock`.
    """
    return time.monotonic() if _STANDS_STILL is None else time.clock_gettime(_STANDS_STILL)


def _clock(linux: str, mac: str) -> int | None:
    name = {"linux": linux, "darwin": mac}.get(sys.platform, "")
    number: int | None = getattr(time, name, None) if name else None
    return number


_COUNTS_SLEEP = _clock("CLOCK_BOOTTIME", "CLOCK_MONOTONIC")
_STANDS_STILL = _clock("CLOCK_MONOTONIC", "CLOCK_UPTIME_RAW")
