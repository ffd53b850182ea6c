"""A fleet whose alarms are followed entry by entry, next to what the standard says of each."""

from collections import Counter
from dataclasses import replace
from typing import ClassVar

from hypothesis.stateful import RuleBasedStateMachine

from doge_gui.core.alarms.alarm import OF_A_VALUE, Kind
from doge_gui.core.alarms.events import Event, What
from doge_gui.core.alarms.inhibition import GROUP
from doge_gui.core.alarms.rules import AlarmRule, Rules
from doge_gui.core.alarms.states import Priority
from doge_gui.core.plan import RequestRule
from tests.core.alarms.plants import Answer, Plant
from tests.core.alarms.reference import (
    ACTIVE,
    CALLING,
    OF_THE_GROUP,
    OF_WHAT_IS_GONE,
    Behaviour,
    OneAlarm,
    allowed,
)
from tests.core.pictures import plan_of

PLCS = ("API-1", "API-2", "API-3", "API-4", "API-5")
OWN = RequestRule("pressure", threshold=5.0, low_threshold=-5.0)
SUM = RequestRule("weight", summed=True, threshold=30.0)
LATCHED = RequestRule("level", threshold=5.0)
RULES = Rules(
    requests={
        "pressure": AlarmRule(Priority.MEDIUM, deadband=1.0, on_delay_s=90.0, off_delay_s=90.0),
        "weight": AlarmRule(Priority.HIGH, deadband=5.0),
        "level": AlarmRule(Priority.LOW, deadband=1.0, latching=True),
    },
    kinds={Kind.SLOW: AlarmRule(enabled=False)},
)
BEHAVIOUR = {
    "pressure": Behaviour(90.0, 90.0),
    "weight": Behaviour(),
    "level": Behaviour(latching=True),
}


class Followed(RuleBasedStateMachine):
    """A fleet of five, three requests, an operator, a clock, and the laws of the standard."""

    group_above = 3
    steps: ClassVar[Counter[type]] = Counter()
    """Made over all examples, per class."""

    def __init__(self) -> None:
        super().__init__()
        self.plant = Plant(
            plan_of(*PLCS, requests=(OWN, SUM, LATCHED)), replace(RULES, group_above=self.group_above)
        )
        self.plcs, self.requests = set(PLCS), [OWN, SUM, LATCHED]
        self.followed: dict[str, str] = {}
        self.values: dict[str, OneAlarm] = {}
        self.hushed: set[str] = set()
        self.muted = False
        self.answers: dict[str, Answer] = {}

    def _cycle(self, answers: dict[str, Answer], pause: float) -> None:
        self.plant.pass_time(pause)
        self._follow()
        self.answers = answers
        hidden = {key for key, alarm in self.plant.book.alarms.items() if alarm.suppressed_by}
        events = self.plant.cycle(answers)
        lost = {
            alarm.plc
            for alarm in self.plant.book.alarms.values()
            if alarm.kind is Kind.OFFLINE and alarm.state.active
        }
        moved = {event.id for event in events if event.what is What.TRANSITION}
        for key in self._judged():
            alarm = self.values.setdefault(key, OneAlarm())
            condition = self._condition(key)
            plc = key.split(":")[2] if key.count(":") == 2 else ""
            if plc in lost and condition != "gone":
                condition = None
            before = alarm.state
            alarm.read(condition, self.plant.mono, BEHAVIOUR[key.split(":")[1]], decide=key in hidden)
            assert (key in moved) == (alarm.state != before), key
            if condition is None or (condition == "within" and before != "pending"):
                assert key not in moved, "raised or cleared by nothing, or chatters inside its deadband"
        together = [key for key in moved if key.startswith("offline") and key in self.plant.heard]
        assert len(together) <= self.plant.rules.group_above, "many lost gateways are one sound"
        self._follow()

    def _follow(self) -> None:
        """Take the newest entries: each must be a step that the standard knows, from where the alarm was."""
        for event in self.plant.newest:
            if not event.id:
                self.muted = event.what is What.MUTED or (self.muted and event.what is not What.UNMUTED)
                continue
            before, after = event.before.value, event.after.value
            assert before == self.followed.get(event.id, "normal"), event
            assert allowed(event.what.value, before, after) or self._exceptional(event), event
            self.followed[event.id] = after
            if event.id in self.values and event.what is not What.TRANSITION:
                self._moved_otherwise(event)
            self._hear(event)
        self.plant.newest = ()

    def _moved_otherwise(self, event: Event) -> None:
        alarm = self.values[event.id]
        if event.before is not event.after:
            alarm.state = event.after.value

    def _exceptional(self, event: Event) -> bool:
        pair = (event.before.value, event.after.value)
        if event.what is not What.TRANSITION:
            return False
        if event.id == GROUP:
            return pair in OF_THE_GROUP
        return pair in OF_WHAT_IS_GONE and self._condition(event.id) == "gone"

    def _hear(self, event: Event) -> None:
        """What ends a silence: it came, it was bared while active, its priority rose to a call."""
        if event.after.value != "unack":
            if event.after.value == "normal" and event.id not in self.plant.book.alarms:
                self.hushed.discard(event.id)
            return
        known = self._priority.get(event.id, event.priority)
        if event.what is What.PRIORITY and event.priority <= known:
            return
        if event.what in (What.SHELVED, What.SUPPRESSED, What.OUT_OF_SERVICE):
            return
        self.hushed.discard(event.id)

    @property
    def _priority(self) -> dict[str, Priority]:
        """Id -> priority before the newest entries."""
        told = self.plant.events[: len(self.plant.events) - len(self.plant.newest)]
        return {event.id: event.priority for event in told}

    def _acknowledged(self, asked: set[str], events: tuple[Event, ...]) -> None:
        for event in events:
            if event.what is What.ACKNOWLEDGED:
                member = event.kind is Kind.OFFLINE and GROUP in asked
                assert event.id in asked or member
                assert (event.before.value in ACTIVE) == (event.after.value in ACTIVE), "the condition stays"
            else:
                assert event.what is What.UNSUPPRESSED
        self._follow()

    def _mask(self, events: tuple[Event, ...]) -> None:
        assert all(event.before is event.after for event in events)
        self._follow()

    def _plan(self) -> None:
        self.plant.plan = plan_of(*sorted(self.plcs), requests=self.requests)

    def _one(self, pick: int) -> tuple[str, ...]:
        keys = sorted(self.plant.book.alarms)
        return (keys[pick % len(keys)],) if keys else ()

    def _states(self) -> dict[str, str]:
        return {key: alarm.state.value for key, alarm in self.plant.book.alarms.items()}

    def _calling(self) -> set[str]:
        return {
            key
            for key, alarm in self.plant.book.alarms.items()
            if self.followed.get(key) in CALLING and not alarm.masked
        }

    def _judged(self) -> set[str]:
        """Every value alarm there could be, and every one there was."""
        own = {
            f"{kind}:{request.name}:{plc}"
            for request in self.requests
            if not request.summed
            for kind in ("high", "low")
            if kind == "high" or request.low_threshold is not None
            for plc in self.plcs
        }
        return own | ({"high:weight"} if SUM in self.requests else set()) | self.values.keys()

    def _condition(self, key: str) -> str | None:
        """What the gateways' last answers say of a value alarm."""
        kind, _, rest = key.partition(":")
        name, _, plc = rest.partition(":")
        if kind not in {one.value for one in OF_A_VALUE}:
            return "gone" if plc and plc not in self.plcs else None
        request = next((one for one in self.requests if one.name == name), None)
        if request is None or (plc and plc not in self.plcs):
            return "gone"
        plcs = [plc] if plc else sorted(self.plcs)
        told = [self.answers.get(one, 1.0) for one in plcs]
        numbers = [answer for answer in told if isinstance(answer, float)]
        if len(numbers) < len(told):
            return None
        return _against(kind, sum(numbers), name)


def _against(kind: str, value: float, name: str) -> str:
    limit, deadband = (30.0, 5.0) if name == "weight" else (5.0, 1.0)
    over = value if kind == "high" else -value
    return "true" if over > limit else "clear" if over <= limit - deadband else "within"
