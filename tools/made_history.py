"""A history in memory, made up for tests and for looking at: fleets that lose gateways and marbles."""

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
from doge_gui.core.recording.points import Part, empty_curve, raw_curve
from doge_gui.core.recording.tags import CONNECTED, FLEET, Tag, vector_tag
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

    def cycle(
        self,
        at: datetime,
        lost: Sequence[int] = (),
        marbles: tuple[int, int, int] = (1200, 640, 88),
        elapsed_s: float = 0.4,
    ) -> None:
        """One more cycle; `lost` are rows of gateways that gave no answer."""
        answers = np.ones(len(self.plcs), np.bool_)
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
        return (_utc(self.at[0]), _utc(self.at[-1])) if self.at else None

    def plan(self) -> Plan | None:
        return self._plan if self.at else None

    @property
    def _plan(self) -> Plan:
        addresses = tuple(
            Address(plc, f"10.0.{n // 250}.{n % 250 + 1}", 8000) for n, plc in enumerate(self.plcs)
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
    ) -> list[Curve]:
        self.asked.append((len(tags), begin, end))
        return [self._curve(tag, begin.timestamp(), end.timestamp()) for tag in tags]

    def _curve(self, tag: Tag, begin: float, end: float) -> Curve:
        at = np.array(self.at)
        if tag.plc in self.plcs:
            values = np.array([one[self.plcs.index(tag.plc)] for one in self.answers], np.float64)
            quality = np.full(len(values), Quality.GOOD, np.uint8)
        elif tag in self.tags():
            values = np.array([one[int(tag.name[-1])] for one in self.marbles], np.float64)
            quality = np.where([one.all() for one in self.answers], Quality.GOOD, Quality.BAD).astype(
                np.uint8
            )
        else:
            return empty_curve(tag, Level.RAW)
        cuts = [0, *(np.flatnonzero(np.diff(at) > 2.5 * INTERVAL_S) + 1).tolist(), len(at)]
        stamps = np.round(at * 1e6).astype(np.int64)
        parts = [Part(stamps[a:b], values[a:b], quality[a:b], INTERVAL_S) for a, b in pairwise(cuts) if a < b]
        return raw_curve(tag, parts, begin, end)

    def stretch(self, at: datetime, most_cycles: int | None = None) -> Stretch | None:
        raise NotImplementedError

    def stretch_beside(self, stretch: Stretch, *, later: bool) -> Stretch | None:
        raise NotImplementedError

    def cycles(self, begin: datetime, end: datetime) -> Iterator[tuple[Plan, float, RecordedCycle]]:
        plan = self._plan
        for number, at in enumerate(self.at):
            if begin.timestamp() <= at < end.timestamp():
                over, of = int(self.answers[number].sum()), len(self.plcs)
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
