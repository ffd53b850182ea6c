"""Where the time axis of a trend has its ticks, and what they are called: local time, seconds to years."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from doge_gui.core.local_time import round_times, written
from doge_gui.core.trends.view import View
from doge_gui.models.writing import day as day_text
from doge_gui.models.writing import day_of_year, notation, to_the_second
from doge_gui.models.writing import month as month_text

_DAY_S = 86400
_STEPS = (1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 10800, 21600, 43200)
"""Seconds."""
_DAYS = (1, 2, 4, 7, 14)
_MONTHS = (1, 2, 3, 6, 12, 24, 60)


@dataclass(frozen=True, slots=True)
class TimeTick:
    """One tick."""

    at: float
    """Seconds since 1970."""
    text: str
    major: bool
    """A date among times, a year among months."""


def local(at: float) -> datetime:
    """Local time of an instant, seconds since 1970."""
    return datetime.fromtimestamp(max(at, 0.0)).astimezone()


def time_ticks(view: View, most: int) -> list[TimeTick]:
    """At most about `most` ticks on round local times in a view."""
    wanted = view.span_s / max(most, 1)
    step = next((step for step in _STEPS if step >= wanted), 0)
    if step:
        return list(_of_seconds(view, step))
    days = next((days for days in _DAYS if days * _DAY_S >= wanted), 0)
    if days:
        return list(_of_days(view, days))
    months = next((months for months in _MONTHS if months * 30.5 * _DAY_S >= wanted), _MONTHS[-1])
    return list(_of_months(view, months))


def _of_seconds(view: View, step: int) -> Iterator[TimeTick]:
    for at in round_times(view.begin, view.end, step, apart_s=step / 2):
        here = local(at)
        yield TimeTick(at, _time_text(here, step), here.hour == here.minute == here.second == 0)


def _time_text(here: datetime, step: int) -> str:
    if here.hour == here.minute == here.second == 0:
        return day_text(here)
    return f"{here:%H:%M}" if step >= 60 else f"{here:%H:%M:%S}"


def _of_days(view: View, step: int) -> Iterator[TimeTick]:
    day = local(view.begin).replace(hour=0, minute=0, second=0, microsecond=0, tzinfo=None)
    # Counted from a fixed day, so that ticks stay where they are while the view moves.
    day -= timedelta(days=day.toordinal() % step)
    while day.timestamp() <= view.end:
        if day.timestamp() >= view.begin:
            yield TimeTick(day.timestamp(), day_text(day), day.day == 1)
        day += timedelta(days=step)


def _of_months(view: View, step: int) -> Iterator[TimeTick]:
    begin = local(view.begin)
    count = (begin.year * 12 + begin.month - 1) // step * step
    while count < 12 * 9999:
        month = datetime(count // 12, count % 12 + 1, 1)  # noqa: DTZ001 - local midnight
        if month.timestamp() > view.end:
            return
        if month.timestamp() >= view.begin:
            year = month.month == 1
            text = f"{month:%Y}" if year else month_text(month)
            yield TimeTick(month.timestamp(), text, year and step < 12)
        count += step


def moment_words(at: float, span_s: float) -> str:
    """An instant as precisely as a view of this length can tell it."""
    time = local(at)
    if span_s > 400 * _DAY_S:
        return day_of_year(time)
    text = f"{day_of_year(time)} {time:%H:%M}" if span_s > 4 * _DAY_S else to_the_second(time)
    return written(time, text)


def field_text(at: float) -> str:
    """An instant as it stands in a field that can be edited; with its offset in an hour that comes twice."""
    here = local(at)
    return written(here, f"{here:%Y-%m-%d %H:%M:%S}")


_SIZES = (60, 3600, _DAY_S, 365 * _DAY_S)
"""Seconds in a minute, an hour, a day, a year."""


def span_words(span_s: float) -> str:
    """The length of a view in its largest fitting unit: `2 h`, `3.5 d`."""
    size, unit = 1, "s"
    for least, name in zip(_SIZES, ("min", "h", notation().day, notation().year), strict=True):
        if span_s >= least * 0.999:
            size, unit = least, name
    count = span_s / size
    if abs(count - round(count)) < 0.02:
        return f"{count:.0f} {unit}"
    return notation().number(f"{count:.1f} {unit}")
