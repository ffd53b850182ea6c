"""Numbers and times as a report writes them."""

from datetime import datetime, tzinfo

from doge_gui.core.local_time import offset_s, offset_text, written
from doge_gui.core.notation import ENGLISH, THIN, Notation
from doge_gui.core.reporting.tongue import Tongue

NOTHING = "–"


class Wording:
    """Writes a report in one language: its words, numbers, and instants in one time zone.

    An instant has its date only where the span of the report has several.
    """

    def __init__(
        self, zone: tzinfo | None, begin: datetime, end: datetime, tongue: Tongue | None = None
    ) -> None:
        """`zone` None is the machine's; English without a `tongue`."""
        self._zone = zone
        self.tongue = tongue or Tongue()
        self._begin, self._end = begin, end
        self._one_day = self._local(begin).date() == self._local(end).date()
        self._one_year = self._local(begin).year == self._local(end).year

    def tr(self, text: str) -> str:
        """A text of the report in its language."""
        return self.tongue.translate("report", text)

    def percent(self, share: float | None) -> str:
        """A share of 0 to 1."""
        return percent(share, self.tongue.notation)

    def lasted(self, seconds: float) -> str:
        """A duration."""
        return lasted(seconds, self.tongue.notation)

    @staticmethod
    def many(number: int, one: str, more: str) -> str:
        """`1 cycle`, `2 cycles`."""
        return f"{grouped(number)} {one if number == 1 else more}"

    def _local(self, at: datetime) -> datetime:
        return at.astimezone(self._zone)

    def time(self, at: datetime | None) -> str:
        """An instant; one beyond the span has its date, one in an hour that comes twice its offset."""
        return NOTHING if at is None else written(at, self._time(at), self._zone)

    def _time(self, at: datetime) -> str:
        here = self._local(at)
        if self._one_day and here.date() == self._local(self._begin).date():
            return f"{here:%H:%M:%S}"
        year = "" if self._one_year and here.year == self._local(self._begin).year else f" {here.year}"
        return f"{here.day} {self.tongue.notation.months[here.month - 1]}{year} {here:%H:%M:%S}"

    def full(self, at: datetime) -> str:
        """Day, date, time and offset."""
        here = self._local(at)
        return f"{self.day(at)} {here:%H:%M} ({self.offset(at)})"

    def day(self, at: datetime) -> str:
        """`Sun 22 Nov 2026`."""
        here = self._local(at)
        notation = self.tongue.notation
        return f"{notation.days[here.weekday()]} {here.day} {notation.months[here.month - 1]} {here.year}"

    def offset(self, at: datetime) -> str:
        """`UTC+01:00`."""
        text = offset_text(at, self._zone)
        return "UTC" if text in ("+00:00", "-00:00") else f"UTC{text}"

    def span(self) -> str:
        """From when to when, with the offset."""
        first, last = self._local(self._begin), self._local(self._end)
        if first.utcoffset() != last.utcoffset():
            return self.tongue.translate("report", "{0} to {1}").format(
                self.full(self._begin), self.full(self._end)
            )
        till = f"{last:%H:%M}" if self._one_day else f"{self.day(self._end)} {last:%H:%M}"
        begin = f"{self.day(self._begin)} {first:%H:%M}"
        return self.tongue.translate("report", "{0} to {1}").format(
            begin, f"{till} ({self.offset(self._begin)})"
        )

    def tick(self, at: datetime) -> str:
        """A mark of the time axis."""
        here = self._local(at)
        midnight = here.hour == 0 and here.minute == 0
        if midnight and not self._one_day:
            return f"{here.day} {self.tongue.notation.months[here.month - 1]}"
        return f"{here:%H:%M}" if here.second == 0 else f"{here:%H:%M:%S}"

    def offset_s(self, at: float) -> float:
        """Seconds by which local time is ahead of UTC. `at`: seconds since 1970."""
        return offset_s(at, self._zone)


def grouped(number: int) -> str:
    """A whole number with its digits in groups of three, its minus sign a true one."""
    return f"{number:,}".replace(",", THIN).replace("-", "\u2212")


def change(number: int | None) -> str:
    """A difference with its sign."""
    return NOTHING if number is None else f"+{grouped(number)}" if number > 0 else grouped(number)


def count_of(number: int | None) -> str:
    """A count that may be missing."""
    return NOTHING if number is None else grouped(number)


def percent(share: float | None, notation: Notation = ENGLISH) -> str:
    """A share cut to a tenth of a percent: only what is whole says 100 %, only what is none says 0 %."""
    if share is None:
        return NOTHING
    if 0 < share < 0.001:
        return notation.number(f"<{THIN}0.1{THIN}%")
    tenths = int(share * 1000 + 1e-9)
    if tenths % 10 or 0 < tenths < 1000:
        return notation.number(f"{tenths / 10:.1f}{THIN}%")
    return f"{tenths // 10}{THIN}%"


def lasted(seconds: float, notation: Notation = ENGLISH) -> str:
    """A duration to the second below an hour, to the minute above: `4 min 05 s`, `2 h 05 min`."""
    whole = max(0, round(seconds))
    if whole < 60:
        return notation.number(f"{seconds:.1f}{THIN}s") if 0 < seconds < 9.95 else f"{whole}{THIN}s"
    if whole < 3600:
        rest = f" {whole % 60:02d}{THIN}s" if whole % 60 else ""
        return f"{whole // 60}{THIN}min{rest}"
    days, hours, minutes = whole // 86400, whole % 86400 // 3600, whole % 3600 // 60
    start = f"{days}{THIN}{notation.day} {hours}{THIN}h" if days else f"{hours}{THIN}h"
    return f"{start} {minutes:02d}{THIN}min" if minutes else start


def clean(text: str) -> str:
    """A text as it may be drawn: signs that cannot be seen, or that act on others, become spaces."""
    return "".join(sign if sign.isprintable() or sign == THIN else " " for sign in text)
