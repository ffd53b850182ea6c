"""Anything that can happen to a fleet and its alarms in any order, and what must hold after each of it."""

from dataclasses import replace
from datetime import timedelta

from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import initialize, invariant, rule, run_state_machine_as_test

from doge_gui.core.alarms.alarm import Kind
from doge_gui.core.alarms.book import replay
from doge_gui.core.alarms.events import What
from doge_gui.core.alarms.states import Priority
from doge_gui.core.plan import RequestRule
from tests.core.alarms.followed import LATCHED, OWN, PLCS, SUM, Followed
from tests.core.alarms.plants import LOST, WRONG, Answer
from tests.core.alarms.reference import ACTIVE, Delay

EIGHT_HOURS = 8 * 3600.0
EXAMPLES, STEPS_EACH = 125, 50
VALUES = (9.0, 5.0, 4.5, 4.0, 1.0, -9.0, -4.5)
ANSWERS = st.sampled_from((*VALUES, *VALUES, LOST, LOST, WRONG))
FLEETS = st.tuples(*[ANSWERS] * len(PLCS))
PAUSES = st.sampled_from((1.0, 30.0, 60.0, 90.0, 600.0, EIGHT_HOURS))
PICK = st.integers(0, 1000)


class Supervision(Followed):
    """A fleet of five, three requests, an operator, a clock, and the laws of the standard."""

    @initialize()
    def begin(self) -> None:
        self.plant.cycle({})
        self._follow()

    # What happens -----------------------------------------------------------------------------------

    @rule(answers=FLEETS, pause=PAUSES)
    def cycle(self, answers: tuple[Answer, ...], pause: float) -> None:
        """Every gateway answers as it likes."""
        self._cycle(dict(zip(PLCS, answers, strict=True)), pause)

    @rule(answer=ANSWERS, plc=st.sampled_from(PLCS), pause=PAUSES)
    def one_changes(self, answer: Answer, plc: str, pause: float) -> None:
        """One gateway answers otherwise than before, the others as they did."""
        self._cycle({**self.answers, plc: answer}, pause)

    @rule(pause=PAUSES)
    def nothing_changes(self, pause: float) -> None:
        """Every gateway answers as before."""
        self._cycle(self.answers, pause)

    @rule(answer=st.sampled_from((LOST, LOST, WRONG, 9.0, 1.0)))
    def all_alike(self, answer: Answer) -> None:
        """The whole fleet is lost, or comes back."""
        self._cycle(dict.fromkeys(PLCS, answer), 60.0)

    @rule(plc=st.sampled_from(PLCS))
    def leave_or_join(self, plc: str) -> None:
        """The address list names a PLC more or less; one is always there."""
        if len(self.plcs | {plc}) > 1:
            self.plcs ^= {plc}
        self.plcs = self.plcs or {plc}
        self._plan()

    @rule(request=st.sampled_from((OWN, SUM, LATCHED)))
    def drop_or_add(self, request: RequestRule) -> None:
        """The configuration holds a request more or less."""
        kept = [one for one in self.requests if one != request]
        self.requests = kept if request in self.requests else [*kept, request]
        self._plan()

    @rule(name=st.sampled_from(("pressure", "weight", "level")), priority=st.sampled_from(Priority))
    def another_priority(self, name: str, priority: Priority) -> None:
        """The configuration gives a request another priority."""
        changed = replace(self.plant.rules.requests[name], priority=priority)
        self.plant.rules = replace(self.plant.rules, requests={**self.plant.rules.requests, name: changed})

    @rule(pause=PAUSES)
    def time_passes(self, pause: float) -> None:
        self.plant.pass_time(pause)
        self._follow()

    @rule(days=st.sampled_from((-400, -1, 1, 400)))
    def the_clock_is_set(self, days: int) -> None:
        """The wall clock jumps; time itself does not."""
        self.plant.utc += timedelta(days=days)

    @rule()
    def restart(self) -> None:
        self.plant.restart()
        for alarm in self.values.values():
            alarm.delay = Delay()
        self._follow()

    # What the operator does -------------------------------------------------------------------------

    @rule(pick=PICK)
    def acknowledge_one(self, pick: int) -> None:
        for key in self._one(pick):
            self._acknowledged({key}, self.plant.ack(key))

    @rule()
    def acknowledge_all(self) -> None:
        self._acknowledged(set(self.plant.book.alarms), self.plant.ack())

    @rule()
    def reset_all(self) -> None:
        unknown = {key for key, alarm in self.values.items() if self._condition(key) is None}
        for event in self.plant.reset():
            assert event.what is What.RESET
            if event.plc in self.plcs:
                assert event.id not in unknown, "reset, but nobody knows whether it is over"
        self._follow()

    @rule(pick=PICK, hours=st.sampled_from((0.5, 8.0, 500.0)))
    def shelve(self, pick: int, hours: float) -> None:
        self._mask(self.plant.shelve(*self._one(pick), seconds=hours * 3600.0))

    @rule(pick=PICK)
    def unshelve(self, pick: int) -> None:
        self.plant.unshelve(*self._one(pick))
        self._follow()

    @rule(pick=PICK)
    def take_out(self, pick: int) -> None:
        self._mask(self.plant.take_out(*self._one(pick)))

    @rule()
    def put_in(self) -> None:
        self.plant.put_in(*self.plant.book.alarms)
        self._follow()

    @rule()
    def silence(self) -> None:
        before = self._states()
        self.plant.silence()
        assert self._states() == before, "silencing is not acknowledging"
        self.hushed |= self._calling()

    @rule()
    def mute(self) -> None:
        before = self._states()
        self.plant.mute()
        assert self._states() == before
        self._follow()

    @rule()
    def unmute(self) -> None:
        self.plant.unmute()
        self._follow()

    # What must hold ---------------------------------------------------------------------------------

    @invariant()
    def a_step_was_made(self) -> None:
        self.steps[type(self)] += 1

    @invariant()
    def each_alarm_has_the_state_that_the_journal_tells(self) -> None:
        told = {key: state for key, state in self.followed.items() if state != "normal"}
        assert {key: state for key, state in self._states().items() if state != "normal"} == told

    @invariant()
    def each_value_alarm_stands_where_the_standard_puts_it(self) -> None:
        states = self._states()
        for key, alarm in self.values.items():
            assert states.get(key, "normal") == alarm.state, key

    @invariant()
    def what_is_masked_makes_no_sound_and_a_mute_silences_all(self) -> None:
        assert not self.muted or self.plant.heard == ()
        assert not any(self.plant.book.alarms[key].masked for key in self.plant.heard)

    @invariant()
    def what_calls_is_heard_once_until_it_is_silenced(self) -> None:
        heard = self.plant.heard
        assert len(heard) == len(set(heard))
        assert set(heard) == (set() if self.muted else self._calling() - self.hushed)

    @invariant()
    def children_of_a_lost_gateway_are_not_heard(self) -> None:
        for key in self.plant.heard:
            alarm = self.plant.book.alarms[key]
            lost = self.followed.get(f"offline:{alarm.plc}") in ACTIVE
            assert not (lost and alarm.kind in {Kind.HIGH, Kind.LOW, Kind.WRONG}), key

    @invariant()
    def shelving_ends_within_eight_hours(self) -> None:
        book = self.plant.book
        shelved = {key for key, alarm in book.alarms.items() if alarm.shelved}
        assert shelved == set(book.ends_at) - {""}
        assert all(0 < at - self.plant.mono <= EIGHT_HOURS for at in book.ends_at.values())
        assert ("" in book.ends_at) == (book.mute is not None) == self.muted

    @invariant()
    def nothing_is_kept_of_what_is_of_no_account(self) -> None:
        book = self.plant.book
        assert not any(alarm.of_no_account for alarm in book.alarms.values())
        for kept in (book.timers, book.values, book.unknown, book.silenced):
            assert set(kept) <= set(book.alarms)

    @invariant()
    def the_journal_tells_the_book(self) -> None:
        book = replay(self.plant.events)
        assert book == self.plant.book
        assert list(book.alarms) == list(self.plant.book.alarms)

    def teardown(self) -> None:
        """Whatever happened: shelvings and mutes end, and a good plant that was noticed is quiet."""
        plant = self.plant
        plant.pass_time(EIGHT_HOURS)
        assert not plant.book.ends_at
        plant.put_in(*plant.book.alarms)
        for _ in range(14):
            plant.pass_time(100.0)
            plant.cycle(0.0)
            plant.ack()
            plant.reset()
        assert dict(plant.book.alarms) == {}
        assert plant.heard == ()


def run(machine: type[Supervision]) -> int:
    """Run many examples; how many steps they made."""
    run_state_machine_as_test(
        machine,
        settings=settings(
            max_examples=EXAMPLES,
            stateful_step_count=STEPS_EACH,
            deadline=None,
            # Explaining a failure costs minutes and says less than its steps do.
            phases=(Phase.explicit, Phase.reuse, Phase.generate, Phase.shrink),
            suppress_health_check=[HealthCheck.too_slow],
        ),
    )
    return Supervision.steps[machine]
