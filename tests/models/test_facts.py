"""What the banner and the cards say, from the plant's state."""

from dataclasses import replace

import pytest

from doge_gui.core.addresses import Problem
from doge_gui.core.config_text import Mistake
from doge_gui.core.replies import Failure, Reason
from doge_gui.core.snapshot import Phase
from doge_gui.core.statuses import AddressStatus, Schedule
from doge_gui.models.facts import Condition, facts
from doge_gui.models.figures import figures
from doge_gui.models.fleet_picture import FleetPicture
from doge_gui.models.phrases import measure, running_time, span
from doge_gui.models.quiet import hidden_words, quiet
from doge_gui.models.severity import Severity
from tools.stories import GARBLED, LOAD, TEMPERATURE, TIMEOUT, fleet

RUNNING = Schedule(15.0, 2000.0, False, False, 0)
PAUSED = Schedule(15.0, None, False, True, 0)


def picture(story):
    return FleetPicture(story.snapshot, story.now, story.interval_s)


def said(story, **known):
    return [(fact.severity, fact.title) for fact in facts(Condition(picture(story), **known))]


def test_a_healthy_fleet_has_nothing_to_say():
    story = fleet(8)
    assert quiet(picture(story)).line == "Waiting for the first answers of 8 gateways"
    story.cycle()
    assert said(story, schedule=RUNNING) == []
    assert quiet(picture(story)).line == "All well – 8 gateways answer"


def test_the_worst_comes_first_and_every_fact_has_a_remedy():
    story = fleet(8)
    story.cycle()
    condition = Condition(
        picture(story),
        PAUSED,
        AddressStatus("list.json", 8, 1.0, "no such file", 990.0, (Problem("API-9", "listed twice"),)),
        (Mistake("job", "wrong"),),
        "disk full",
    )
    told = facts(condition)
    assert told[0].title == "The configuration has a mistake: job: wrong"
    assert [fact.severity for fact in told] == sorted((fact.severity for fact in told), reverse=True)
    assert all(fact.remedy for fact in told)
    assert {fact.key for fact in told} == {"configuration", "entries", "paused", "log"}


def test_what_is_an_alarm_is_no_fact():
    story = fleet(8)
    story.cycle({"API-5": TIMEOUT, "API-6": GARBLED}, {"API-2": (31.8,)})
    status = AddressStatus("list.json", 8, 1.0, "no such file", 990.0)
    assert said(story, schedule=RUNNING, addresses=status) == []
    told = quiet(picture(story))
    assert (told.word, told.line) == (
        *("NO ALARM", "No alarm, but 3 of 8 gateways are not well: see the fleet"),
    )


def test_hidden_alarms_are_not_called_well():
    assert hidden_words(1).line.startswith("1 active alarm is hidden")
    assert hidden_words(1200).line.startswith("1\u202f200 active alarms are hidden")


def test_a_paused_program_says_so_and_old_news_say_so():
    story = fleet(2)
    story.cycle()
    paused = "Polling is paused – values as of 2\u202fs ago"
    story.now += 2
    assert said(story, schedule=PAUSED)[0][1] == paused
    story.now += 38
    assert said(story, schedule=RUNNING)[0][1].startswith("No news for 40")


def test_a_log_in_trouble_is_a_low_fact():
    story = fleet(2)
    story.cycle()
    assert said(story, log_error="disk\nfull") == [(Severity.LOW, "The log cannot be written: disk full")]


def test_all_is_well_only_where_every_answer_is_new():
    story = fleet(8)
    story.cycle()
    assert quiet(picture(story)).word == "WELL"
    story.now += 31
    told = quiet(picture(story))
    assert (told.word, told.line) == ("WAITING", "Waiting for new answers – values as of 31\u202fs ago")


@pytest.mark.parametrize(("schedule", "wait_s"), [(RUNNING, 31), (PAUSED, 3)])
def test_old_figures_claim_nothing_of_the_present(schedule, wait_s):
    story = fleet(4, (TEMPERATURE, LOAD))
    story.cycle()
    fresh = figures(picture(story), RUNNING)
    assert not any(card.old for card in fresh)
    story.now += wait_s
    cards = figures(picture(story), schedule)
    assert all(card.old for card in cards[:-1])
    assert {card.detail for card in cards[:-1]} == {f"as of {wait_s}\u202fs ago"}
    assert [card.value for card in cards] == [card.value for card in fresh]


def test_after_a_pause_the_totals_stay_old_until_they_are_read_again():
    story = fleet(4)
    story.cycle()
    story.now += 200
    story.cycle({"API-1": TIMEOUT}, phase=Phase.READING)
    assert figures(picture(story), RUNNING)[1].detail.startswith("as of 3\u202fmin")
    story.cycle()
    assert figures(picture(story), RUNNING)[1].detail == "all 4 gateways"


def test_an_old_incomplete_total_still_says_who_is_not_in_it():
    story = fleet(4)
    story.cycle({"API-3": TIMEOUT})
    story.now += 31
    connected, marbles, *_ = figures(picture(story), RUNNING)
    assert connected.detail == "1 lost · as of 31\u202fs ago"
    assert marbles.detail == "◆ 3 of 4 · as of 31\u202fs ago"
    assert marbles.brief[1] == "◆ 3 of 4"


def test_only_new_answers_count_as_connected():
    story = fleet(4)
    story.cycle()
    story.snapshot.good_at.setflags(write=True)
    story.snapshot.good_at[2, :2] -= 60
    assert figures(picture(story), RUNNING)[0].value == "3"
    assert figures(picture(story), RUNNING)[0].detail == "1 without news"
    assert quiet(picture(story)).line == "3 of 4 gateways have answered so far"


def test_the_cycle_tells_its_age_and_what_was_skipped():
    story = fleet(4)
    assert figures(picture(story), RUNNING)[-1].caption == "Cycle"
    story.cycle()
    story.now += 4
    card = figures(picture(story), Schedule(15.0, story.now + 11, False, False, 3))[-1]
    assert card.caption == "Cycle 1 · age 4\u202fs"
    assert card.detail == "next in 11\u202fs · 3 skipped"
    assert card.brief == ("Cycle 1 · 4\u202fs", "3 skipped")
    for _ in range(100):
        story.cycle()
    story.now += 600
    assert figures(picture(story), PAUSED)[-1].brief == ("Cycle 101", "● paused")


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


def test_words_for_numbers():
    assert [span(0.4), span(59), span(61), span(7300), span(200_000)] == [
        *("0\u202fs", "59\u202fs", "1\u202fmin", "2\u202fh", "2\u202fd")
    ]
    assert running_time(12 * 86400 + 4 * 3600 + 7 * 60) == "12\u202fd 4\u202fh 07\u202fmin"
    assert [measure(x) for x in (0.0, 22.04, 1.234, 12345.0, float("nan"))] == [
        *("0.0", "22.0", "1.23", "12\u202f345", "–")
    ]


def test_connected_and_those_that_are_not_add_up():
    story = fleet(50)
    wrong = Failure("multi_possible", Reason.PAYLOAD, "expected 3 counts, got null")
    story.cycle({"API-5": TIMEOUT, "API-6": TIMEOUT, "API-9": wrong})
    card = figures(picture(story), RUNNING)[0]
    assert (card.value, card.part, card.detail) == ("47", "/ 50", "2 lost, 1 answers wrongly")
    story.now += 100
    assert figures(picture(story), RUNNING)[0].detail.startswith("2 lost, 1 answers wrongly · as of")


def test_large_fleets_are_counted_in_groups_of_three():
    story = fleet(1200)
    assert quiet(picture(story)).line == "Waiting for the first answers of 1\u202f200 gateways"


def test_a_sum_is_judged_when_it_is_complete_or_certain():
    sure = replace(LOAD, threshold=50.0, never_negative=True)
    for rule, told in (
        (replace(LOAD, threshold=50.0), "◆ not judged: 3 of 4 · so far "),
        (sure, "above its limit"),
    ):
        story = fleet(4, (rule,))
        story.cycle({"API-3": TIMEOUT})
        card = next(card for card in figures(picture(story), RUNNING) if card.caption == "Sum of Load")
        assert card.detail.startswith(told)
        assert (card.severity is Severity.HIGH) == rule.never_negative
        assert card.value.startswith("≥ ") == rule.never_negative
