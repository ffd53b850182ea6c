"""Alarms and entries of the journal in the words of the screen."""

from datetime import UTC, datetime, timedelta

import pytest

from doge_gui.core.alarms.alarm import Alarm, Kind, alarm_id
from doge_gui.core.alarms.book import Book
from doge_gui.core.alarms.events import Event, What
from doge_gui.core.alarms.rules import AlarmRule, Rules
from doge_gui.core.alarms.states import AlarmState, Priority
from doge_gui.models.alarm_cells import since_text
from doge_gui.models.alarm_journal_words import about, what_happened
from doge_gui.models.alarm_words import (
    explanation,
    message,
    name,
    onset_text,
    response,
    state_words,
    together,
    unnamed,
    value_now,
)

AT = datetime(2026, 1, 31, 8, 0, tzinfo=UTC)
RULES = Rules(requests={"temperature": AlarmRule(title="Temp.", unit="°C", response="Open the vent.")})


def alarm(kind, subject="", plc="", onset=None, limit=None, detail=""):
    key = alarm_id(kind, subject, plc)
    return Alarm(
        *(key, kind, subject, plc, AlarmState.UNACK, Priority.HIGH, AT),
        onset=onset,
        limit=limit,
        detail=detail,
    )


@pytest.mark.parametrize(
    ("told", "words"),
    [
        (alarm(Kind.HIGH, "temperature", "API-2", 31.8, 30.0), "API-2 Temp. 31.8 °C above 30.0 °C"),
        (alarm(Kind.LOW, "temperature", "API-2", 2.0, 5.0), "API-2 Temp. 2.00 °C below 5.00 °C"),
        (alarm(Kind.HIGH, "load", "", 12345.0, 1000.0), "Sum of load 12\u202f345 above 1\u202f000"),
        (
            alarm(Kind.HIGH, "load", "", 1e6, 1000.0, "47 of 50 gateways"),
            "Sum of load ≥\u202f1\u202f000\u202f000 above 1\u202f000 (47 of 50 gateways)",
        ),
        (alarm(Kind.OFFLINE, "", "API-5", detail="no answer in 2.0 s"), "API-5 lost: no answer in 2.0 s"),
        (alarm(Kind.FLEET_OFFLINE, detail="43 of 50 gateways"), "43 of 50 gateways lost"),
        (
            alarm(Kind.SLOW, "", "API-5", 1.38, 1.0),
            "API-5 answers slowly: 1\u202f380\u202fms, more than 1\u202f000\u202fms",
        ),
        (
            alarm(Kind.MARBLES, "1", "", 1480.0, 1500.0, "Ring"),
            "Ring: 1\u202f480 marbles, expected 1\u202f500",
        ),
        (alarm(Kind.NOT_CONNECTED, "", "", 47.0, 50.0), "Only 47 of 50 PLCs are connected"),
        (
            alarm(Kind.CONNECTIONS, "0", "", 5.0, 3.0, "Ring"),
            "Ring: 5 connections beyond the allowed, more than 3",
        ),
        (alarm(Kind.DISK, onset=420.0, detail="/data"), "Disk nearly full: 420\u202fMB left at /data"),
        (alarm(Kind.CLOCK, onset=-3600.0), "The time of day jumped by -3\u202f600\u202fs"),
        (alarm(Kind.SOUND, detail="no device"), "Sound lost: no device"),
    ],
)
def test_an_alarm_says_what_is_so(told, words):
    assert message(told, RULES) == words


def test_every_kind_and_state_has_words():
    for kind in Kind:
        assert message(alarm(kind, "x", "API-1"), RULES)
        assert name(kind, "temperature", RULES)
    assert len({state_words(state) for state in AlarmState}) == len(AlarmState)


def test_the_configured_message_and_response_go_before_the_programs_own():
    rules = Rules(requests={"temperature": AlarmRule(message="furnace\ntoo hot", response="run")})
    hot = alarm(Kind.HIGH, "temperature", "API-2", 31.8, 30.0)
    assert message(hot, rules) == "API-2: furnace too hot"
    assert unnamed(hot, rules) == "furnace too hot"
    assert response(hot, rules) == "run"


def test_beside_its_plc_an_alarm_does_not_name_it_again():
    assert (
        unnamed(alarm(Kind.HIGH, "temperature", "API-2", 31.8, 30.0), RULES) == "Temp. 31.8 °C above 30.0 °C"
    )
    assert unnamed(alarm(Kind.FLEET_OFFLINE, detail="43 of 50 gateways"), RULES) == "43 of 50 gateways lost"


def test_many_of_a_sort_are_one_line():
    assert together(Kind.HIGH, "temperature", 30.0, 512, RULES) == "Temp. above 30.0 °C: 512 PLCs"
    assert together(Kind.OFFLINE, "", None, 1200, RULES) == "Gateway lost: 1\u202f200 PLCs"


def test_a_value_that_cannot_be_told_is_unknown_not_old():
    hot = alarm(Kind.HIGH, "temperature", "API-2", 31.8, 30.0)
    values = {hot.id: 33.0}
    assert value_now(hot, Book(values=values), RULES, known=True) == "33.0 °C"
    assert value_now(hot, Book(values=values), RULES, known=False) == "unknown"
    assert onset_text(hot, RULES) == "31.8 °C"
    assert onset_text(alarm(Kind.OFFLINE, "", "API-5"), RULES) == ""


def test_what_explains_an_alarm_is_told_whether_it_still_stands_or_not():
    lost = alarm(Kind.OFFLINE, "", "API-5", detail="refused")
    assert explanation(lost.id, Book({lost.id: lost}), RULES) == "API-5 lost: refused"
    assert explanation(lost.id, Book(), RULES) == "API-5 · Gateway lost"
    assert explanation("fleet-offline", Book(), RULES) == "Several gateways lost"
    assert explanation("of another version", Book(), RULES) == "of another version"


def entry(what, after=AlarmState.UNACK, **known):
    event = Event(AT, what, "high:temperature:API-2", Kind.HIGH, "temperature", "API-2", after=after)
    return event._replace(**known)


def test_the_journal_says_what_happened():
    raised = entry(What.TRANSITION, value=31.8, limit=30.0)
    assert (about(raised, RULES), what_happened(raised, RULES)) == (
        *("Temp. high", "Raised – Temp. 31.8 °C above 30.0 °C"),
    )
    until = AT + timedelta(hours=1)
    local = f"{until.astimezone():%H:%M:%S}"
    told = {
        what_happened(entry(What.TRANSITION, AlarmState.RTN_UNACK), RULES): "Over, not acknowledged yet",
        what_happened(entry(What.ACKNOWLEDGED, AlarmState.ACKED), RULES): "Acknowledged",
        what_happened(entry(What.SHELVED, until=until), RULES): f"Shelved until {local}",
        what_happened(entry(What.UNSHELVED), RULES): "Shelving ended, unacknowledged again",
        what_happened(entry(What.SUPPRESSED, source="offline:API-2"), RULES): (
            "Suppressed, explained by API-2 · Gateway lost"
        ),
        what_happened(Event(AT, What.MUTED, until=until), RULES): f"Muted until {local}",
    }
    assert list(told) == list(told.values())
    assert about(Event(AT, What.SILENCED), RULES) == "Sound"


def test_every_entry_has_words():
    assert all(what_happened(entry(what), RULES) for what in What)


def test_a_time_of_another_day_names_the_day():
    assert since_text(AT, AT + timedelta(minutes=2)).endswith(":00 · 2\u202fmin")
    assert since_text(AT, AT + timedelta(days=3)).split(" · ")[0].startswith(f"{AT.astimezone().day} Jan ")
