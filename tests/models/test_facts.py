"""What the banner and the cards say, from the plant's state."""

import pytest

from doge_gui.core.addresses import Problem
from doge_gui.core.config_text import Mistake
from doge_gui.core.statuses import AddressStatus, Schedule, SoundStatus
from doge_gui.models.facts import Condition, facts, quiet_line
from doge_gui.models.figures import figures
from doge_gui.models.fleet_picture import FleetPicture
from doge_gui.models.marble_history import MarbleHistory
from doge_gui.models.phrases import measure, running_time, span
from doge_gui.models.severity import Severity
from tools.stories import LOAD, TEMPERATURE, TIMEOUT, fleet

RUNNING = Schedule(15.0, 2000.0, False, False, 0)


def picture(story):
    return FleetPicture(story.snapshot, story.now, story.interval_s)


def said(story, **known):
    return [(fact.severity, fact.title) for fact in facts(Condition(picture(story), **known))]


def test_a_healthy_fleet_has_nothing_to_say():
    story = fleet(8)
    assert quiet_line(story.snapshot) == "Waiting for the first answers of 8 gateways"
    story.cycle()
    assert said(story, schedule=RUNNING, sound=SoundStatus(True)) == []
    assert quiet_line(story.snapshot) == "All well – 8 gateways answer"


def test_the_worst_comes_first_and_every_fact_has_a_remedy():
    story = fleet(8)
    story.cycle()
    story.cycle({"API-5": TIMEOUT}, {"API-2": (31.8,)})
    condition = Condition(
        picture(story),
        RUNNING,
        AddressStatus("list.json", 8, 1.0, "no such file", 990.0, (Problem("API-9", "listed twice"),)),
        SoundStatus(False, "no device"),
        (Mistake("job", "wrong"),),
    )
    told = facts(condition)
    assert told[0].title == "API-2 Temp. 31.8 above 30.0 °C"
    assert [fact.severity for fact in told] == sorted((fact.severity for fact in told), reverse=True)
    assert all(fact.remedy for fact in told)
    assert {fact.key for fact in told} == {
        *("breach:temperature", "lost", "configuration", "addresses", "entries", "sound")
    }


@pytest.mark.parametrize(
    ("lost", "expected"),
    [
        (("API-5",), "API-5 lost: no answer in 2.0 s"),
        (("API-1", "API-2", "API-3", "API-4"), "4 gateways lost: API-1, API-2, API-3 and 1 more"),
        (tuple(f"API-{n}" for n in range(1, 9)), "All 8 gateways lost"),
    ],
)
def test_lost_gateways_are_one_fact_however_many(lost, expected):
    story = fleet(8)
    story.cycle(dict.fromkeys(lost, TIMEOUT))
    assert said(story) == [(Severity.MEDIUM, expected)]


def test_a_paused_program_says_so_and_old_news_say_so():
    story = fleet(2)
    story.cycle()
    assert said(story, schedule=Schedule(15.0, None, False, True, 0))[0][1] == "Polling is paused"
    story.now += 40
    assert said(story, schedule=RUNNING)[0][1].startswith("No news for 40")


def test_an_incomplete_sum_is_never_passed_off_as_a_total():
    story = fleet(4, (TEMPERATURE, LOAD))
    cards = figures(picture(story), None)
    assert [card.value for card in cards] == ["0", "–", "–", "–", "–", "–", "–", "–"]
    story.cycle()
    whole = figures(picture(story), RUNNING)
    assert whole[1].value == str(story.snapshot.marbles.value[0])
    story.cycle({"API-3": TIMEOUT})
    part = figures(picture(story), RUNNING)
    assert part[0].value == "3"
    assert part[0].severity is Severity.MEDIUM
    assert part[1].value == f"≥ {story.snapshot.marbles.value[0]}"
    assert part[1].detail == "◆ incomplete: 3 of 4"
    load = next(card for card in part if card.caption == "Sum of Load")
    assert load.value == "–"
    assert "so far" in load.detail


def test_a_breach_is_a_red_card():
    story = fleet(4, (LOAD,))
    story.cycle({}, {"API-1": (2e6,)})
    card = next(card for card in figures(picture(story), RUNNING) if card.caption == "Sum of Load")
    assert card.severity is Severity.HIGH
    assert card.detail.startswith("above its limit of 1\u202f000\u202f000")


def test_the_history_takes_a_cycle_once_and_leaves_gaps():
    story = fleet(3)
    history = MarbleHistory(fleet_depth=10)
    assert history.append(story.cycle())
    assert not history.append(story.snapshot)
    history.append(story.cycle({"API-2": TIMEOUT}))
    assert history.fleet.samples[0].tolist() == pytest.approx(story.snapshot.counts[:, 2].sum(axis=0), abs=9)
    assert (history.fleet.samples[1] != history.fleet.samples[1]).all()
    _, single = history.of_plc("API-2", 0, 1e9)
    assert (single[1] != single[1]).all()
    assert history.of_plc("API-1", 0, 1e9)[1].shape == (2, 3)


def test_the_history_of_a_plc_survives_a_new_plan():
    story = fleet(3)
    history = MarbleHistory(fleet_depth=10)
    history.append(story.cycle())
    before = history.of_plc("API-3", 0, 1e9)[1].tolist()
    story.replan(fleet(5).plan)
    history.append(story.cycle())
    assert history.of_plc("API-3", 0, 1e9)[1][:1].tolist() == before
    assert history.of_plc("API-9", 0, 1e9)[1].shape == (0, 3)


def test_memory_of_a_large_fleet_is_bounded():
    story = fleet(400)
    history = MarbleHistory(plc_bytes=100_000)
    for _ in range(20):
        history.append(story.cycle())
    times, samples = history.of_plc("API-1", 0, 1e9)
    assert len(times) == len(samples) == 100_000 // (400 * 3 * 4 * 2)


def test_words_for_numbers():
    assert [span(0.4), span(59), span(61), span(7300), span(200_000)] == [
        *("0\u202fs", "59\u202fs", "1\u202fmin", "2\u202fh", "2\u202fd")
    ]
    assert running_time(12 * 86400 + 4 * 3600 + 7 * 60) == "12\u202fd 4\u202fh 07\u202fmin"
    assert [measure(x) for x in (0.0, 22.04, 1.234, 12345.0, float("nan"))] == [
        *("0.0", "22.0", "1.23", "12\u202f345", "–")
    ]
