"""What is heard first, and what an alarm and an entry of the journal say in one line."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from doge_gui.core.alarms.alarm import Alarm, Kind, alarm_id
from doge_gui.core.alarms.events import Event, What
from doge_gui.core.alarms.rules import AlarmRule, Rules
from doge_gui.core.alarms.sounding import Call, heard
from doge_gui.core.alarms.states import AlarmState, Priority
from doge_gui.core.alarms.words import entry, message
from doge_gui.core.plan import RequestRule
from tests.core.alarms.plants import ID, LOST, OWN, SKIP, WRONG, fleet, one_gateway, tell

UTC_NOW = fleet(1).utc


def test_the_worst_is_heard_first_and_of_equals_the_newest() -> None:
    rules = Rules(
        requests={"pressure": AlarmRule(Priority.HIGH)}, kinds={Kind.WRONG: AlarmRule(Priority.LOW)}
    )
    plant = fleet(4, [OWN], rules)
    plant.cycle({"API-2": 9.0})
    plant.pass_time(60)
    plant.cycle({"API-2": 9.0, "API-3": WRONG, "API-4": LOST})
    # Set back a day: what is newer is newer all the same.
    plant.utc = plant.utc.replace(day=1)
    plant.cycle({"API-1": 9.0, "API-2": 9.0, "API-3": WRONG, "API-4": LOST})
    pressure = "high:pressure:API-"
    assert plant.heard == (f"{pressure}1", f"{pressure}2", "offline:API-4", "wrong:API-3")
    plant.cycle({"API-1": 9.0, "API-3": WRONG, "API-4": LOST})
    plant.cycle({"API-1": 9.0, "API-2": 9.0, "API-3": WRONG, "API-4": LOST})
    assert plant.heard[:2] == (f"{pressure}2", f"{pressure}1")


def test_a_request_is_heard_with_its_own_sound_any_other_with_the_tone_of_its_priority() -> None:
    rules = Rules(requests={"pressure": AlarmRule(Priority.HIGH, sound="sounds/warning.wav")})
    plant = fleet(2, [OWN], rules)
    plant.cycle({"API-1": 9.0, "API-2": LOST})
    assert heard(plant.book, rules) == (
        Call(ID, "sounds/warning.wav", Priority.HIGH),
        Call("offline:API-2", None, Priority.MEDIUM),
    )


def test_the_words_of_an_operators_morning() -> None:
    plant = one_gateway(Rules(requests={"pressure": AlarmRule(Priority.HIGH, title="Pressure", unit="bar")}))
    tell(plant, [(0, 9.25, "", "unack", True), (60, SKIP, "shelve 600", "unack", False)])
    plant.ack(ID, comment="fitter called")
    plant.silence()
    plant.mute(60)
    plant.unmute()
    plant.unshelve(ID)
    plant.silence()
    plant.cycle(4.0)
    assert [entry(event, plant.rules) for event in plant.events] == [
        f"{ID} normal -> unack | API-1 Pressure 9.25 bar above 5 bar",
        f"{ID} shelved until 2026-01-31 08:11:00Z by Ann: known",
        f"{ID} acknowledged (unack -> acked) by Ann: fitter called",
        "sound muted until 2026-01-31 08:02:00Z by Ann",
        "sound unmuted by Ann",
        f"{ID} unshelved (acked -> unack) by Ann",
        "sound silenced by Ann",
        f"{ID} unack -> rtn_unack",
    ]


@pytest.mark.parametrize(
    ("kind", "told", "words"),
    [
        (Kind.HIGH, {"subject": "pressure"}, "API-1 pressure 1234.5 above 1000"),
        (Kind.LOW, {"subject": "pressure"}, "API-1 pressure 1234.5 below 1000"),
        (
            Kind.HIGH,
            {"subject": "weight", "plc": "", "detail": "47 of 50 gateways"},
            "Sum of weight at least 1234.5 above 1000 (47 of 50 gateways)",
        ),
        (Kind.OFFLINE, {"detail": "no answer in 2.0 s"}, "API-1 lost: no answer in 2.0 s"),
        (Kind.FLEET_OFFLINE, {"plc": "", "detail": "43 of 50 gateways"}, "43 of 50 gateways lost"),
        (Kind.FLEET_OFFLINE, {"plc": "", "detail": "all 50 gateways"}, "All 50 gateways lost"),
        (Kind.NOT_CONNECTED, {"plc": ""}, "Only 1,234 of 1,000 PLCs are connected"),
        (Kind.MARBLES, {"plc": "", "detail": "North"}, "North: 1,234 marbles, expected 1,000"),
        (Kind.SOUND, {"plc": "", "detail": "no server"}, "Sound lost: no server"),
    ],
)
def test_an_alarm_says_what_is_so(kind: Kind, told: dict[str, str], words: str) -> None:
    event = Event(UTC_NOW, What.TRANSITION, "x", kind, plc="API-1", value=1234.5, limit=1000.0)
    assert message(event._replace(**told), Rules()) == words


def test_the_configured_words_take_the_place_of_the_programs_own() -> None:
    plant = fleet(1, [OWN, RequestRule("weight", summed=True, threshold=5.0)])
    plant.rules = Rules(
        requests={name: AlarmRule(message="Open the valve") for name in ("pressure", "weight")}
    )
    plant.cycle(9.0)
    said = {key: message(alarm, plant.rules) for key, alarm in plant.book.alarms.items()}
    assert said == {ID: "API-1: Open the valve", "high:weight": "Open the valve"}


TEXT = st.text(max_size=20)
NUMBER = st.none() | st.floats()


@given(st.sampled_from(Kind), TEXT, TEXT, TEXT, NUMBER, NUMBER)
def test_any_alarm_is_one_line(
    kind: Kind, subject: str, plc: str, detail: str, value: float | None, limit: float | None
) -> None:
    alarm = Alarm(
        alarm_id(kind, subject, plc), kind, subject, plc, AlarmState.UNACK, Priority.LOW, UTC_NOW, UTC_NOW
    )
    said = message(alarm._replace(onset=value, limit=limit, detail=detail), Rules())
    assert said.strip()
    assert len(said.splitlines()) == 1


@given(st.sampled_from(What), st.sampled_from(Kind), st.sampled_from(AlarmState), TEXT, TEXT, TEXT)
def test_any_entry_is_one_line(
    what: What, kind: Kind, after: AlarmState, detail: str, who: str, comment: str
) -> None:
    event = Event(UTC_NOW, what, kind.value, kind, after=after, detail=detail, who=who, comment=comment)
    for one in (event, event._replace(id="", kind=None), event._replace(until=UTC_NOW)):
        assert len(entry(one, Rules()).splitlines()) == 1


def test_configured_words_of_several_lines_are_said_in_one() -> None:
    plant = one_gateway(Rules(requests={"pressure": replace(AlarmRule(), message="Open\nthe valve")}))
    plant.cycle(9.0)
    assert message(plant.book.alarms[ID], plant.rules) == "API-1: Open the valve"
