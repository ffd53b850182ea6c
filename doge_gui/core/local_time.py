"""Local time around the change of clocks: round times on an axis, and the hour that comes twice."""

import math
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, tzinfo


def offset_s(at: float, zone: tzinfo | None = None) -> float:
    """Seconds by which local time is ahead of UTC. `at`: seconds since 1970; `zone` None: the machine's."""
    offset = datetime.fromtimestamp(max(at, 0.0), UTC).astimezone(zone).utcoffset()
    return offset.total_seconds() if offset else 0.0


def comes_twice(at: datetime, zone: tzinfo | None = None) -> bool:
    """Its local time of day is that of another instant too: only the offset tells them apart."""
    if zone is None:
        # Only a naive time knows the machine's zone, not just its offset at one instant.
        naive = datetime.fromtimestamp(max(at.timestamp(), 0.0))  # noqa: DTZ006
        return naive.replace(fold=1 - naive.fold).timestamp() != naive.timestamp()
    here = at.astimezone(zone)
    return here.replace(fold=1 - here.fold).utcoffset() != here.utcoffset()


def offset_text(at: datetime, zone: tzinfo | None = None) -> str:
    """`+01:00`."""
    text = f"{at.astimezone(zone):%z}"
    return f"{text[:3]}:{text[3:5]}"


def round_times(
    begin: float,
    end: float,
    step_s: float,
    offset: Callable[[float], float] = offset_s,
    apart_s: float = 0.0,
) -> Iterator[float]:
    """Instants from `begin` to `end`, seconds since 1970, whose local times are whole multiples of a step.

    Where clocks change, those that would stand closer than `apart_s` to the one before are left out.
    """
    at = _round_up(begin, step_s, offset(begin))
    if offset(at) != offset(begin):
        change = _change(begin, at, offset)
        at = _round_up(change, step_s, offset(change))
    while at <= end:
        yield at
        at = _next(at, step_s, offset, apart_s)


def _next(at: float, step_s: float, offset: Callable[[float], float], apart_s: float) -> float:
    following = at + step_s
    if offset(following) == offset(at):
        return following
    change = _change(at, following, offset)
    return _round_up(max(change, at + apart_s), step_s, offset(change))


def _round_up(at: float, step_s: float, ahead_s: float) -> float:
    return math.ceil((at + ahead_s) / step_s) * step_s - ahead_s


def _change(before: float, after: float, offset: Callable[[float], float]) -> float:
    """The first whole second of the offset that holds at `after`."""
    low, high, new = math.floor(before), math.ceil(after), offset(after)
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if offset(middle) == new else (middle, high)
    return float(high)


def written(at: datetime, text: str, zone: tzinfo | None = None) -> str:
    """A time as a text, with its offset where the text alone would leave open which one is meant."""
    return f"{text} {offset_text(at, zone)}" if comes_twice(at, zone) else text
