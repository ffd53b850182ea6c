"""What is said of a disconnection: never more than is known."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from doge_gui.core.statuses import Disconnection, DisconnectionState
from doge_gui.models.disconnection_words import answer, in_full, summary

AT = datetime(2026, 1, 31, 8, 0, tzinfo=UTC)


def failed(plc, why):
    return Disconnection(plc, DisconnectionState.FAILED, why, AT, True)


def not_sent(plc, why):
    return Disconnection(plc, DisconnectionState.NOT_SENT, why, AT, True)


def done(plc, status):
    return Disconnection(plc, DisconnectionState.DONE, status, AT, True)


@pytest.mark.parametrize(
    ("status", "told"),
    [
        ('{"status": "disconnected", "API": "API-2"}', "disconnected"),
        # A status that is no text, or none at all: the answer is told whole.
        ('{"status": 1}', '{"status": 1}'),
        ('{"status": ""}', '{"status": ""}'),
        ('["status"]', '["status"]'),
        ("bye", "bye"),
        ("", ""),
        ('{"status": "a\\nb"}', "a b"),
        ("[" * 30000, "[" * 30000),
    ],
)
def test_an_answer_is_told_by_its_status_where_it_has_one(status, told):
    assert answer(done("API-2", status)) == told


@given(st.text())
def test_no_answer_breaks_the_line(status):
    assert "\n" not in answer(done("API-2", status))
    assert summary([done("API-2", status)])[0].startswith("API-2")


@pytest.mark.parametrize(
    ("outcomes", "line"),
    [
        ([done("API-2", "")], "API-2: disconnected"),
        ([done("API-2", '"bye"')], 'API-2 disconnected: "bye"'),
        # Nothing reached the PLC.
        ([not_sent("API-2", "connection refused")], "API-2 not sent: connection refused"),
        ([not_sent("API-2", "the host's name is not known")], "API-2 not sent: the host's name is not known"),
        (
            [not_sent("API-2", "no longer in the address list")],
            "API-2 not sent: no longer in the address list",
        ),
        # It may have.
        (
            [failed("API-2", "no answer in 2.0 s")],
            "API-2 not confirmed: no answer in 2.0 s – it may have been disconnected",
        ),
        (
            [failed("API-2", "status 500"), done("API-3", "bye"), failed("API-4", "status 500")],
            "1 of 3 disconnected; API-2, API-4 not confirmed: status 500 – they may have been disconnected",
        ),
    ],
)
def test_a_summary_tells_certain_failures_from_lost_answers(outcomes, line):
    text, bad = summary(outcomes)
    assert text == line
    assert bad == any(one.state is not DisconnectionState.DONE for one in outcomes)


def test_the_tooltip_keeps_the_whole_answer():
    whole = '{"status": "disconnected", "API": "API-2"}'
    assert in_full(done("API-2", whole))[-1] == whole
    assert len(in_full(done("API-2", "bye"))) == 1
