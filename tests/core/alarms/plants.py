"""A small plant with its alarms, told cycle by cycle, and the tables in which an operator's story is told."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from doge_gui.core.alarms import operator
from doge_gui.core.alarms.book import Book, Instant, Outcome, replay, resumed
from doge_gui.core.alarms.events import Event
from doge_gui.core.alarms.rules import Rules
from doge_gui.core.alarms.sounding import heard
from doge_gui.core.alarms.states import AlarmState
from doge_gui.core.alarms.step import step
from doge_gui.core.alarms.watch import Watch, note_disconnections, watch
from doge_gui.core.plan import Plan, RequestRule
from doge_gui.core.replies import Failure, GatewayReply, Reason
from doge_gui.core.snapshot import CycleFacts, Snapshot
from doge_gui.core.statuses import Disconnection
from tests.core.pictures import cycle, good, lost, plan_of

LOST = "lost"
"""A gateway that gives no answer at all."""
WRONG = "wrong"
"""A gateway that answers its vectors, but no request."""
SKIP = "skip"
"""No cycle in this row of a table: the operator acts between two."""
HOUR = 3600.0
OWN = RequestRule("pressure", threshold=5.0)
ID = "high:pressure:API-1"

Answer = str | float | tuple[float | None, ...] | GatewayReply


def reply(plc: str, answer: Answer, requests: int) -> GatewayReply:
    """What a gateway gave: `LOST`, `WRONG`, a number for every request, or one for each (None: wrong)."""
    if isinstance(answer, GatewayReply):
        return replace(answer, plc=plc)
    if answer == LOST:
        return lost(plc, requests)
    if answer == WRONG:
        answer = (None,) * requests
    values = answer if isinstance(answer, tuple) else (float(answer),) * requests
    told = good(plc, (1, 2, 3), *values)
    if None in values:
        failure = Failure("pressure", Reason.PAYLOAD, "expected a number, got 'warm'")
        return replace(told, failures=(failure,))
    return told


class Plant:
    """Gateways, an operator and two clocks; every entry of the journal is kept in `events`."""

    def __init__(self, plan: Plan, rules: Rules | None = None) -> None:
        self.plan, self.rules = plan, rules or Rules()
        self.book, self.watch = Book(), Watch()
        self.last: Snapshot | None = None
        self.mono, self.utc = 1000.0, datetime(2026, 1, 31, 8, tzinfo=UTC)
        self.events: list[Event] = []
        self.newest: tuple[Event, ...] = ()
        """Entries of the last thing that happened."""

    @property
    def instant(self) -> Instant:
        """Both clocks, now."""
        return Instant(self.mono, self.utc)

    def pass_time(self, seconds: float) -> None:
        """Let time go by, and end what ends with it."""
        self.mono += seconds
        self.utc += timedelta(seconds=seconds)
        self._take(operator.let_end(self.book, self.instant))

    def cycle(self, answers: Mapping[str, Answer] | Answer = 1.0, skipped: int = 0) -> tuple[Event, ...]:
        """One cycle: what each PLC's gateway answered; who is not named answered as "" did."""
        told = answers if isinstance(answers, Mapping) else {"": answers}
        rest = told.get("", 1.0)
        plcs = [address.plc for address in self.plan.addresses]
        replies = [reply(plc, told.get(plc, rest), len(self.plan.requests)) for plc in plcs]
        snapshot = cycle(self.plan, *replies, last=self.last, now=self.mono)
        if skipped:
            facts: CycleFacts = replace(snapshot.facts, skipped=skipped)
            snapshot = replace(snapshot, facts=facts)
        self.last = snapshot
        self.watch = watch(self.watch, snapshot)
        return self._take(step(self.book, snapshot, self.watch, self.rules, self.instant))

    def note_disconnections(self, *outcomes: Disconnection) -> None:
        """Disconnections that have ended."""
        self.watch = note_disconnections(self.watch, outcomes, self.mono)

    def judge_again(self, outcome: Outcome) -> tuple[Event, ...]:
        """Take what another judgement led to."""
        return self._take(outcome)

    def restart(self) -> None:
        """End the program and start it again: only its journal is left, and another monotonic clock."""
        self.mono = self.mono % 977.0
        self.watch, self.last = Watch(), None
        self.book = resumed(replay(self.events), self.instant, self.rules.shelve_most_s)
        self._take(operator.let_end(self.book, self.instant))

    def state(self, key: str = ID) -> AlarmState:
        """The base state of an alarm."""
        alarm = self.book.alarms.get(key)
        return AlarmState.NORMAL if alarm is None else alarm.state

    @property
    def heard(self) -> tuple[str, ...]:
        """Ids of what is heard, the worst first."""
        return tuple(call.id for call in heard(self.book, self.rules))

    def ack(self, *ids: str, comment: str = "") -> tuple[Event, ...]:
        """Acknowledge these, or all there are."""
        chosen = ids or tuple(self.book.alarms)
        return self._take(operator.acknowledge(self.book, chosen, "Ann", self.instant, comment))

    def reset(self, *ids: str) -> tuple[Event, ...]:
        """Reset these, or all there are."""
        return self._take(operator.reset(self.book, ids or tuple(self.book.alarms), "Ann", self.instant))

    def shelve(self, *ids: str, seconds: float = HOUR) -> tuple[Event, ...]:
        """Shelve these."""
        most = self.rules.shelve_most_s
        return self._take(operator.shelve(self.book, ids, seconds, "Ann", "known", self.instant, most))

    def unshelve(self, *ids: str) -> tuple[Event, ...]:
        """Show these again."""
        return self._take(operator.unshelve(self.book, ids, "Ann", self.instant))

    def take_out(self, *ids: str) -> tuple[Event, ...]:
        """Take these out of service."""
        return self._take(operator.take_out_of_service(self.book, ids, "Ann", "repair", self.instant))

    def put_in(self, *ids: str) -> tuple[Event, ...]:
        """Put these in service."""
        return self._take(operator.put_in_service(self.book, ids, "Ann", self.instant))

    def silence(self) -> tuple[Event, ...]:
        """Silence what calls."""
        return self._take(operator.silence(self.book, "Ann", self.instant))

    def mute(self, seconds: float = HOUR) -> tuple[Event, ...]:
        """No sound for a time."""
        return self._take(operator.mute(self.book, seconds, "Ann", self.instant, self.rules.shelve_most_s))

    def unmute(self) -> tuple[Event, ...]:
        """Sound again."""
        return self._take(operator.unmute(self.book, "Ann", self.instant))

    def _take(self, outcome: Outcome) -> tuple[Event, ...]:
        self.book = outcome.book
        self.events += outcome.events
        self.newest = outcome.events
        return outcome.events


Row = tuple[float, Answer, str, str, bool]
"""Seconds | answer of API-1 | what the operator does then | state | it is heard."""


def tell(plant: Plant, rows: Sequence[Row], key: str = ID) -> None:
    """Play a table's rows and compare the state of the alarm `key`, and whether it is heard, after each."""
    start = plant.mono
    for number, (at, answer, action, state, sounds) in enumerate(rows, 1):
        plant.pass_time(start + at - plant.mono)
        if answer != SKIP:
            plant.cycle({"API-1": answer})
        _act(plant, action, key)
        seen = (plant.state(key).value, key in plant.heard)
        assert seen == (state, sounds), f"row {number}: {at:g} s, {answer}, {action or '-'}"
        assert replay(plant.events) == plant.book


def _act(plant: Plant, action: str, key: str) -> None:
    word, _, number = action.partition(" ")
    about_one = {
        "ack": plant.ack,
        "reset": plant.reset,
        "unshelve": plant.unshelve,
        "out": plant.take_out,
        "in": plant.put_in,
    }
    about_all = {"silence": plant.silence, "unmute": plant.unmute, "restart": plant.restart}
    if word in about_one:
        about_one[word](key)
    elif word in about_all:
        about_all[word]()
    elif word == "shelve":
        plant.shelve(key, seconds=float(number))
    elif word == "mute":
        plant.mute(float(number))
    else:
        assert not action, f"the operator cannot {action}"


def one_gateway(rules: Rules | None = None) -> Plant:
    """One PLC whose own pressure is judged: too high above 5."""
    return Plant(plan_of("API-1", requests=[OWN]), rules)


def fleet(size: int, requests: Sequence[RequestRule] = (), rules: Rules | None = None) -> Plant:
    """API-1 to API-`size`."""
    return Plant(plan_of(*(f"API-{number}" for number in range(1, size + 1)), requests=requests), rules)
