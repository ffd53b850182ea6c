"""A history in memory, made up for tests and for looking at: fleets that lose gateways and marbles."""

import math
import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from doge_gui.core.addresses import Address
from doge_gui.core.alarms.alarm import Kind, alarm_id
from doge_gui.core.alarms.book import Book, continued
from doge_gui.core.alarms.events import Event, What
from doge_gui.core.alarms.states import AlarmState, Priority
from doge_gui.core.plan import Plan
from doge_gui.core.questions import COMPTEUR_BILLE
from doge_gui.core.recording.curves import Curve, Level
from doge_gui.core.recording.cycles import CycleTotals, RecordedCycle, Stretch
from doge_gui.core.recording.points import Part, bucket_curve, empty_curve, raw_curve
from doge_gui.core.recording.rollups import rolled_up
from doge_gui.core.recording.tags import CONNECTED, ELAPSED, FLEET, Tag, vector_tag
from doge_gui.core.snapshot import Quality, VectorTotal

BEGAN = datetime(2026, 11, 22, 5, tzinfo=UTC)
INTERVAL_S = 60.0


@dataclass
class MadeHistory:
    """A plant's cycles, each gateway answering or not; implements HistorySource."""

    plcs: tuple[str, ...]
    circuits: tuple[str, str, str] = ("Sorting", "Lift", "Return run")
    at: list[float] = field(default_factory=list)
    """Seconds since 1970, per cycle."""
    answers: list[NDArray[np.bool_]] = field(default_factory=list)
    """(gateways,) per cycle."""
    marbles: list[tuple[int, int, int]] = field(default_factory=list)
    elapsed: list[float] = field(default_factory=list)
    skipped: int = 0
    journal: list[Event] = field(default_factory=list)
    asked: list[tuple[int, datetime, datetime]] = field(default_factory=list)
    """Each call of `curves`: how many tags, from when to when."""

    kept_from: dict[Level, datetime] = field(default_factory=dict)
    """What is older is not kept any more at this level."""

    def cycle(
        self,
        at: datetime,
        lost: Sequence[int] = (),
        marbles: tuple[int, int, int] = (1200, 640, 88),
        elapsed_s: float = 0.4,
        gateways: int | None = None,
    ) -> None:
        """One more cycle; `lost` are rows of gateways that gave no answer.

        `gateways`: only the first ones of the PLCs were in the fleet then.
        """
        answers = np.ones(gateways or len(self.plcs), np.bool_)
        answers[list(lost)] = False
        self.at.append(at.timestamp())
        self.answers.append(answers)
        self.marbles.append(marbles)
        self.elapsed.append(elapsed_s)

    def raised(
        self,
        at: datetime,
        plc: str,
        for_s: float | None = None,
        priority: Priority = Priority.MEDIUM,
        kind: Kind = Kind.OFFLINE,
    ) -> None:
        """One alarm comes, and goes by itself."""
        name = alarm_id(kind, "", plc)
        event = Event(
            *(at, What.TRANSITION, name, kind, "", plc),
            after=AlarmState.UNACK,
            priority=priority,
            detail="no answer in 2.0 s",
        )
        self.journal.append(event)
        if for_s is not None:
            gone = at + timedelta(seconds=for_s)
            self.journal.append(
                event._replace(at=gone, before=AlarmState.UNACK, after=AlarmState.RTN_UNACK, detail="")
            )
        self.journal.sort(key=lambda one: one.at)

    def acknowledged(self, at: datetime, plc: str, who: str, comment: str = "") -> None:
        """Somebody takes notice of a gateway's alarm that stands."""
        name = alarm_id(Kind.OFFLINE, "", plc)
        event = Event(at, What.ACKNOWLEDGED, name, Kind.OFFLINE, "", plc, who=who, comment=comment)
        self.journal.append(event._replace(before=AlarmState.UNACK, after=AlarmState.ACKED))
        self.journal.sort(key=lambda one: one.at)

    def close(self) -> None:
        """Nothing is open."""

    def span(self) -> tuple[datetime, datetime] | None:
        """See HistorySource, also below."""
        if not self.at:
            return None
        first = [self.at[int(np.argmax(self._kept(level)))] for level in (Level.RAW, Level.HOUR)]
        return _utc(min(first)), _utc(self.at[-1])

    def plan(self) -> Plan | None:
        return self._plan(len(self.answers[-1])) if self.at else None

    def _plan(self, gateways: int) -> Plan:
        addresses = tuple(
            Address(plc, f"10.0.{n // 250}.{n % 250 + 1}", 8000) for n, plc in enumerate(self.plcs[:gateways])
        )
        return Plan(addresses, (), self.circuits)

    def tags(self) -> tuple[Tag, ...]:
        totals = [Tag(FLEET, vector_tag(COMPTEUR_BILLE, circuit)) for circuit in range(3)]
        return (*totals, *(Tag(plc, CONNECTED) for plc in self.plcs)) if self.at else ()

    def curves(
        self,
        tags: Sequence[Tag],
        begin: datetime,
        end: datetime,
        points: int,
        told: Callable[[int], bool] | None = None,
        level: Level | None = None,
    ) -> list[Curve]:
        self.asked.append((len(tags), begin, end))
        chosen = level or Level.RAW
        return [self._curve(tag, begin.timestamp(), end.timestamp(), chosen) for tag in tags]

    def _curve(self, tag: Tag, begin: float, end: float, level: Level) -> Curve:
        at = np.array(self.at)
        read = self._readings(tag)
        if read is None:
            return empty_curve(tag, level)
        there = self._kept(level) & (np.isfinite(read[0]) | (read[1] == Quality.BAD))
        at, values, quality = at[there], read[0][there], read[1][there]
        stamps = np.round(at * 1e6).astype(np.int64)
        if level is not Level.RAW:
            return _buckets(tag, level, stamps, values, quality, (begin, end))
        cuts = [0, *(np.flatnonzero(np.diff(at) > 2.5 * INTERVAL_S) + 1).tolist(), len(at)]
        # A database finds the segments in which something lies, no others.
        parts = [
            Part(stamps[a:b], values[a:b], quality[a:b], INTERVAL_S)
            for a, b in pairwise(cuts)
            if a < b and at[b - 1] >= begin and at[a] < end
        ]
        return raw_curve(tag, parts, begin, end) if parts else empty_curve(tag, level)

    def _kept(self, level: Level) -> NDArray[np.bool_]:
        since = self.kept_from.get(level)
        return np.array(self.at) >= (since.timestamp() if since else -math.inf)

    def _readings(self, tag: Tag) -> tuple[NDArray[np.float64], NDArray[np.uint8]] | None:
        """Per cycle; NaN and good where the tag was not in the fleet."""
        if tag.plc in self.plcs and tag.name == CONNECTED:
            row = self.plcs.index(tag.plc)
            known = [one[row] if row < len(one) else math.nan for one in self.answers]
            return np.array(known, np.float64), np.full(len(known), Quality.GOOD, np.uint8)
        if tag == Tag(FLEET, ELAPSED):
            return np.array(self.elapsed), np.full(len(self.elapsed), Quality.GOOD, np.uint8)
        if tag not in self.tags():
            return None
        complete = [one.all() for one in self.answers]
        quality = np.where(complete, Quality.GOOD, Quality.BAD).astype(np.uint8)
        return np.array([one[int(tag.name[-1])] for one in self.marbles], np.float64), quality

    def stretch(self, at: datetime, most_cycles: int | None = None) -> Stretch | None:
        raise NotImplementedError

    def stretch_beside(self, stretch: Stretch, *, later: bool) -> Stretch | None:
        raise NotImplementedError

    def cycles(self, begin: datetime, end: datetime) -> Iterator[tuple[Plan, float, RecordedCycle]]:
        kept = self._kept(Level.RAW)
        plan = self._plan(0)
        for number, at in enumerate(self.at):
            if begin.timestamp() <= at < end.timestamp() and kept[number]:
                over, of = int(self.answers[number].sum()), len(self.answers[number])
                plan = plan if len(plan) == of else self._plan(of)
                totals = VectorTotal((9, 9, 9), over, of), VectorTotal((0, 0, 0), over, of)
                facts = CycleTotals((*totals, VectorTotal(self.marbles[number], over, of)), ())
                cycle = RecordedCycle(
                    number, number + 1, _utc(at), self.elapsed[number], self.skipped, of, facts
                )
                yield plan, INTERVAL_S, cycle

    def events(self, begin: datetime, end: datetime) -> Iterator[Event]:
        return (event for event in self.journal if begin <= event.at < end)

    def book_at(self, at: datetime) -> Book:
        return continued(Book(), (event for event in self.journal if event.at < at))


def _buckets(
    tag: Tag,
    level: Level,
    stamps: NDArray[np.int64],
    values: NDArray[np.float64],
    quality: NDArray[np.uint8],
    span: tuple[float, float],
) -> Curve:
    if not len(stamps):
        return empty_curve(tag, level)
    rollups = rolled_up(stamps, values[:, None], quality[:, None], level.seconds).of(0)
    inside = rollups.within(int(span[0]) - level.seconds + 1, math.ceil(span[1]))
    return bucket_curve(tag, level, inside, INTERVAL_S) if len(inside) else empty_curve(tag, level)


def _utc(seconds: float) -> datetime:
    return datetime.fromtimestamp(seconds, UTC)


def quiet(gateways: int, cycles: int = 480, name: Callable[[int], str] = "API-{}".format) -> MadeHistory:
    """A shift without any trouble."""
    made = MadeHistory(tuple(map(name, range(1, gateways + 1))))
    chance = random.Random(gateways)
    count = [150 * gateways, 80 * gateways, 11 * gateways]
    for number in range(cycles):
        count = [one + chance.choice((-1, 0, 0, 0, 1)) for one in count]
        marbles = (count[0], count[1], count[2])
        made.cycle(
            BEGAN + timedelta(seconds=number * INTERVAL_S),
            (),
            marbles,
            0.3 + chance.random() * gateways / 500,
        )
    return made


def troubled(gateways: int, cycles: int = 480, name: Callable[[int], str] = "API-{}".format) -> MadeHistory:
    """A shift in which gateways are lost, the program stood still for a while, and alarms came in floods."""
    made = MadeHistory(tuple(map(name, range(1, gateways + 1))))
    chance = random.Random(gateways + 1)
    count = [150 * gateways, 80 * gateways, 11 * gateways]
    until: dict[int, int] = {}
    for number in range(cycles):
        count = [max(one + chance.choice((-3, -1, 0, 0, 0, 2)), 0) for one in count]
        at = BEGAN + timedelta(seconds=number * INTERVAL_S)
        storm = 200 <= number < 215
        for row in range(gateways):
            if row not in until and chance.random() < (0.08 if storm else 0.06 / gateways):
                until[row] = number + chance.randrange(1, 40)
                gone_s = (until[row] - number) * INTERVAL_S
                made.raised(at, made.plcs[row], gone_s, chance.choice(list(Priority)))
        until = {row: end for row, end in until.items() if end > number}
        if not 300 <= number < 322:
            marbles = (count[0], count[1], count[2])
            made.cycle(at, sorted(until), marbles, 0.3 + 2.1 * len(until) / gateways)
    made.raised(BEGAN + timedelta(seconds=(cycles - 30) * INTERVAL_S), made.plcs[-1], None, Priority.HIGH)
    return made
