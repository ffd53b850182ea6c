"""Instants as an operator types them."""

from datetime import datetime

_DATED = ("%Y-%m-%d %H:%M:%S", "%Y-%m-%d %H:%M", "%Y-%m-%dT%H:%M:%S", "%Y-%m-%dT%H:%M")
_FORMS = (*_DATED, "%Y-%m-%d", *(f"{form}{blank}%z" for form in _DATED for blank in ("", " ")))
_TIMES = ("%H:%M:%S", "%H:%M", "%H:%M:%S %z", "%H:%M %z")


def instant(text: str, beside: datetime) -> datetime | None:
    """The local instant in a text: a date with a time, a date, or a time on the day of `beside`.

    None where it is none. An offset may follow (`+01:00`); without one the first is taken of an hour that
    comes twice, when clocks go back.
    """
    plain = " ".join(text.split())
    for form in _FORMS:
        found = _read(plain, form)
        if found is not None:
            return _local(found)
    for form in _TIMES:
        found = _read(plain, form)
        if found is not None:
            return _local(datetime.combine(beside.astimezone().date(), found.timetz()))
    return None


def _local(found: datetime) -> datetime | None:
    try:
        return found.astimezone()
    except (OverflowError, OSError, ValueError):
        return None


def _read(text: str, form: str) -> datetime | None:
    try:
        return datetime.strptime(text, form)  # noqa: DTZ007 - the operator writes local time
    except ValueError:
        return None
