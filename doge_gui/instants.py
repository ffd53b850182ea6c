"""Instants as people write them on a command line."""

import re
from datetime import UTC, datetime, timedelta

_SPAN = re.compile(r"(\d{1,9}(?:\.\d{1,6})?)\s*([smhdw])")
_UNITS = {"s": "seconds", "m": "minutes", "h": "hours", "d": "days", "w": "weeks"}
_SPANS_SAID = "90s, 15m, 2h, 3d, 1w"


def instant_of(text: str, now: datetime) -> datetime:
    """A span before `now` (`90s`, `15m`, `2h`, `3d`, `1w`), or a date and time, local without an offset.

    Raises ValueError with what may be written.
    """
    try:
        if _SPAN.fullmatch(text.strip()) is not None:
            return now - span_of(text)
        return datetime.fromisoformat(text.strip()).astimezone(UTC)
    except (ValueError, OverflowError, OSError):
        said = f"a date and time such as 2026-01-31T08:00, or a span such as {_SPANS_SAID}"
        raise ValueError(f"{text!r} is no instant; write {said}") from None


def span_of(text: str) -> timedelta:
    """A span such as `90s` or `8h`. Raises ValueError with what may be written."""
    span = _SPAN.fullmatch(text.strip())
    try:
        if span is not None:
            return timedelta(**{_UNITS[span[2]]: float(span[1])})
    except (ValueError, OverflowError):
        pass
    raise ValueError(f"{text!r} is no span; write one such as {_SPANS_SAID}")
