"""A made-up history: every value follows from its tag and the time, so that any question has an answer."""

import zlib
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime, timedelta

import numpy as np
from numpy.typing import NDArray

from doge_gui.core.addresses import Address
from doge_gui.core.alarms.alarm import Kind, alarm_id
from doge_gui.core.alarms.book import Book
from doge_gui.core.alarms.events import Event, What
from doge_gui.core.alarms.states import AlarmState, Priority
from doge_gui.core.plan import Plan, RequestRule
from doge_gui.core.recording.curves import Curve, Level
from doge_gui.core.recording.cycles import RecordedCycle, Stretch
from doge_gui.core.recording.tags import CONNECTED, ELAPSED, LATENCY, Layout, Tag

NOW = datetime(2026, 1, 31, 8, 25, tzinfo=UTC)
REQUESTS = (
    RequestRule("temperature", summed=True, threshold=240.0, label="Temperature", unit="°C"),
    RequestRule("pressure", threshold=5.0, label="Pressure", unit="bar"),
)
CIRCUITS = ("North loop", "South loop", "Return")
Range = tuple[datetime, datetime]


def plan_of(gateways: int) -> Plan:
    """A plan of so many gateways, with two configured requests."""
    addresses = tuple(
        Address(f"API-{number + 1}", f"10.0.{number // 250}.{number % 250 + 1}", 8000)
        for number in range(gateways)
    )
    return Plan(addresses, REQUESTS, CIRCUITS)


class MadeUpHistory:
    """Answers as a history does that has recorded a cycle every `interval_s` seconds since `begins`."""

    def __init__(
        self,
        gateways: int = 8,
        now: datetime = NOW,
        recorded_s: float = 400 * 86400.0,
        interval_s: float = 5.0,
        gaps: Sequence[Range] = (),
        lost: Sequence[tuple[str, Range]] = (),
        alarms: Sequence[Event] = (),
    ) -> None:
        """`gaps`: nothing was recorded of anything; `lost`: nothing good was read of one PLC."""
        self.layout = Layout(plan_of(gateways))
        self.now, self.begins = now, now - timedelta(seconds=recorded_s)
        self._interval_s, self._gaps, self._lost, self._alarms = interval_s, gaps, lost, alarms
        self.closed = False

    def close(self) -> None:
        """Nothing has to be let go of."""
        self.closed = True

    def span(self) -> Range | None:
        """From the first cycle to the newest one."""
        return self.begins, self.now

    def plan(self) -> Plan | None:
        """The only one."""
        return self.layout.plan

    def tags(self) -> tuple[Tag, ...]:
        """Every tag."""
        return self.layout.tags

    def curves(
        self,
        tags: Sequence[Tag],
        begin: datetime,
        end: datetime,
        points: int,
        told: Callable[[int], bool] | None = None,
        level: Level | None = None,
    ) -> list[Curve]:
        """Raw readings, minutes or hours: the coarsest with enough points."""
        span_s = (end - begin).total_seconds()
        fitting = [level for level in Level if span_s / (level.seconds or self._interval_s) >= points / 2]
        if level is None:
            level = max(fitting, default=Level.RAW)
        done: list[Curve] = []
        for tag in tags:
            done.append(self._curve(tag, level, begin.timestamp(), end.timestamp()))
            if told is not None and not told(len(done)):
                break
        return done

    def _curve(self, tag: Tag, level: Level, begin: float, end: float) -> Curve:
        step = level.seconds or self._interval_s
        first, last = max(begin, self.begins.timestamp()), min(end, self.now.timestamp())
        times = np.arange(np.ceil(first / step) * step, last, step)
        value, wide = _story(tag, times, step)
        gone = [gap for plc, gap in self._lost if plc == tag.plc] + list(self._gaps)
        for since, until in gone:
            value[(times >= since.timestamp()) & (times < until.timestamp())] = np.nan
        wide = wide if level is not Level.RAW else np.zeros(len(times))
        each = step / self._interval_s if level is not Level.RAW else 1.0
        good = np.where(np.isnan(value), 0.0, each)
        return Curve(
            tag, level, times, value - wide, value + wide, value, value, good, np.full(len(times), each)
        )

    def stretch(self, at: datetime, most_cycles: int | None = None) -> Stretch | None:
        """Nothing to replay."""
        return None

    def stretch_beside(self, stretch: Stretch, *, later: bool) -> Stretch | None:
        """Nothing to replay."""
        return None

    def cycles(self, begin: datetime, end: datetime) -> Iterator[tuple[Plan, float, RecordedCycle]]:
        """Nothing to report."""
        return iter(())

    def events(self, begin: datetime, end: datetime) -> Iterator[Event]:
        """The alarms that were given."""
        return (event for event in self._alarms if begin <= event.at < end)

    def book_at(self, at: datetime) -> Book:
        """Nothing stands."""
        return Book()


def _story(
    tag: Tag, times: NDArray[np.float64], step: float
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Values of a tag, and how far a bucket's readings lie around its mean."""
    seed = zlib.crc32(str(tag).encode())
    phase, size = seed % 97, 1 + seed % 7
    slow = np.sin(times / 9000 + phase) + 0.4 * np.sin(times / 1100 + 2 * phase)
    slow += 2.2 * np.sin(times / 2.2e6 + phase / 9)
    noise = np.random.default_rng(seed).normal(size=4096)[(times / step).astype(np.int64) % 4096]
    many = 40 if not tag.plc else 1
    wide = np.abs(noise) + 0.3
    if tag.name == CONNECTED:
        return (np.full(len(times), 1.0 if tag.plc else 8.0), np.zeros(len(times)))
    if tag.name in (LATENCY, ELAPSED):
        return 0.02 + 0.004 * slow + 0.002 * np.abs(noise), 0.003 * wide
    if tag.name == "temperature":
        return (22 + size + 2 * slow + 0.2 * noise) * (8 if not tag.plc else 1), 0.8 * wide * many / 8
    if tag.name == "pressure":
        return 3.2 + size / 9 + 0.2 * slow + 0.02 * noise, 0.08 * wide
    return np.round(many * (30 + 2 * size + 3 * slow + 0.3 * noise)), many * 0.8 * wide


def raised(ago_s: float, plc: str, kind: Kind = Kind.OFFLINE, priority: Priority = Priority.MEDIUM) -> Event:
    """An alarm that came so long ago."""
    key, after = alarm_id(kind, plc=plc), AlarmState.UNACK
    event = Event(NOW - timedelta(seconds=ago_s), What.TRANSITION, key, kind, "", plc)
    return event._replace(after=after, priority=priority, value=2.1, limit=1.0, detail="no answer in 2.0 s")


def ago(begin_s: float, end_s: float) -> Range:
    """From so many seconds before NOW to so many."""
    return NOW - timedelta(seconds=begin_s), NOW - timedelta(seconds=end_s)
