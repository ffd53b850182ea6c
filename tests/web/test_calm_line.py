"""The line at the top says that all is well only where the desk would: every answer tells the present."""

from dataclasses import replace
from datetime import timedelta

import pytest

from doge_gui.core.alarms.book import Book
from doge_gui.core.config_text import Mistake
from doge_gui.core.station_facts import StationFacts
from doge_gui.web.event_hub import EventHub
from doge_gui.web.service import WebService
from doge_gui.web.tongue import tongues
from doge_gui.web.topics import TOPICS
from tests.web.plant import BEGAN, INTERVAL_S, NOW, broken, given, healthy


def line(facts: StationFacts, now: float = NOW) -> tuple[str, str]:
    """Word and text of the line."""
    known = given(facts, now=lambda: now)
    told = TOPICS["overview"](known, tongues(known.translate)["en"], facts)["station"]["line"]
    return told["word"], told["text"]


def without_alarms(facts: StationFacts) -> StationFacts:
    """The same plant where nothing is configured as an alarm."""
    assert facts.alarms is not None
    quiet = replace(facts.alarms, book=Book())
    return replace(facts, alarms=quiet)


def paused(facts: StationFacts) -> StationFacts:
    """An operator paused polling."""
    assert facts.schedule is not None
    return replace(facts, schedule=replace(facts.schedule, paused=True, next_at=None))


def test_all_is_well_while_every_answer_tells_the_present() -> None:
    assert line(healthy()) == ("Well", "All well – 3 gateways answer")
    assert line(healthy(1)) == ("Well", "All well – the gateway answers")
    assert line(without_alarms(healthy(1000)))[1] == "All well – 1\u202f000 gateways answer"


def test_old_answers_tell_nothing_of_now() -> None:
    assert line(healthy(), NOW + 2 * INTERVAL_S) == ("Well", "All well – 3 gateways answer")
    assert line(healthy(), NOW + 3600) == ("Waiting", "Waiting for new answers")
    assert line(paused(healthy())) == ("Paused", "Polling is paused: nobody asks the gateways")
    assert line(paused(healthy()), NOW + 3600)[0] == "Paused"


def test_what_is_no_alarm_and_not_well_is_told() -> None:
    assert line(without_alarms(broken())) == (
        "No alarm",
        "No alarm, but 2 of 3 gateways are not well: see the fleet",
    )


@pytest.mark.parametrize(
    "trouble",
    [{"log_error": "Permission denied"}, {"mistakes": (Mistake("job", "unknown key"),)}],
)
def test_the_programs_own_trouble_is_told(trouble: dict[str, object]) -> None:
    assert line(replace(healthy(), **trouble))[0] == "No alarm"


def test_alarms_that_are_hidden_are_counted() -> None:
    facts = broken()
    assert facts.alarms is not None
    book = facts.alarms.book
    shelved = {
        key: alarm._replace(out_of_service=(("ann", "being mended", BEGAN + timedelta(minutes=1))))
        for key, alarm in book.alarms.items()
    }
    hidden = replace(facts, alarms=replace(facts.alarms, book=replace(book, alarms=shelved)))
    assert line(hidden) == ("Hidden", "2 active alarms are hidden: shelved, suppressed or out of service")


def test_a_recording_that_fails_is_told_with_its_reason() -> None:
    facts = healthy()
    assert facts.alarms is not None
    failing = replace(facts, alarms=replace(facts.alarms, record_error="disk I/O error"))
    known = given(failing)
    parts = TOPICS["health"](known, tongues(known.translate)["en"], failing)["parts"]
    (history,) = (part for part in parts if part["key"] == "history")
    assert (history["severity"], history["notes"]) == ("medium", ["disk I/O error"])
    assert line(failing)[0] == "No alarm"


def test_a_name_that_is_no_text_blanks_no_page() -> None:
    """Half a surrogate, as a broken address list may hold it."""
    facts = replace(healthy(), log_error="A\ud800: no such file")
    service = WebService(given(facts))
    assert isinstance(service.hub, EventHub)
    for topic in TOPICS:
        assert b"A?: no such file" in service._render(topic, "en") or topic != "health"
