"""The alarms of a replayed cycle are those that the journal tells, cycle by cycle, in any order."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from doge_gui.core.alarms.book import replay
from doge_gui.core.alarms.sounding import heard
from doge_gui.core.replay.reel import reel_of
from tests.core.pictures import OWN, good, lost, plan_of
from tests.core.replay.recording import InMemory, Recorded, states

PLCS = tuple(f"API-{number}" for number in range(1, 7))


def played(marks: str, plcs: tuple[str, ...] = PLCS, most_cycles: int = 1000) -> Recorded:
    """A story in letters, one a cycle: `.` well, `h` API-1 too high, `l` API-2 lost, `L` all lost, `a` well
    and somebody acknowledges."""
    recorded = Recorded(plan_of(*plcs, requests=[OWN]), most_cycles=most_cycles)
    for mark in marks:
        replies = [good(plc, (1, 2, 3), 9.0 if mark == "h" and plc == plcs[0] else 1.0) for plc in plcs]
        if mark in "lL":
            replies = [
                lost(plc, 1) if mark == "L" or plc == plcs[1] else reply
                for plc, reply in zip(plcs, replies, strict=True)
            ]
        recorded.cycle(replies)
        if mark == "a":
            recorded.acknowledge()
    return recorded


def reels(recorded: Recorded) -> list:
    source, made, before = InMemory(recorded), [], None
    for place, stretch in enumerate(recorded.stretches):
        following = recorded.stretches[place + 1 : place + 2]
        until = following[0].cycles[0].at if following else None
        begin = stretch.cycles[0].at
        book = source.book_at(begin)
        made.append(reel_of(stretch, book, tuple(recorded.events), until, before))
        before = made[-1].times.end()
    return made


def reports(recorded: Recorded) -> list:
    return [
        reel.report(index, recorded.rules, reel.picture(index))
        for reel in reels(recorded)
        for index in range(len(reel))
    ]


@pytest.mark.parametrize("most_cycles", [1000, 3])
def test_each_cycle_has_the_alarms_it_had_live(most_cycles: int) -> None:
    recorded = played("..hh.aal.lla.LLLhh..a..", most_cycles=most_cycles)
    for report, live in zip(reports(recorded), recorded.books, strict=True):
        assert report.book == live
        assert list(report.book.alarms) == list(live.alarms), "what calls stands in the order it came"
        assert heard(report.book, recorded.rules) == heard(live, recorded.rules)


@settings(max_examples=60, deadline=None)
@given(st.text(".hlLa", min_size=1, max_size=25), st.data())
def test_so_it_is_in_whatever_order_cycles_are_looked_at(marks: str, data: st.DataObject) -> None:
    recorded = played(marks, PLCS[:3], most_cycles=7)
    made = reels(recorded)
    places = [(reel, index) for reel in made for index in range(len(reel))]
    for number in data.draw(st.permutations(range(len(places)))):
        reel, index = places[number]
        assert states(reel.tape.book(index)) == states(recorded.books[number])


def test_a_long_journal_is_not_applied_from_its_beginning_each_time() -> None:
    recorded = played("h." * 150, PLCS[:2])
    (reel,) = reels(recorded)
    for index in (299, 5, 120, 121, 119, 0):
        assert reel.tape.book(index) == recorded.books[index]


def test_the_journal_and_the_flood_are_those_of_the_instant() -> None:
    recorded = played("." + "h." * 12 + ".")
    told = reports(recorded)
    assert not told[0].flood
    assert told[-1].flood
    assert replay(told[-1].recent) == recorded.books[-1]
    lengths = [len(one.recent) for one in told]
    assert lengths == sorted(lengths)
    assert told[1].raised == 1


def test_values_behind_alarms_are_the_pictures_and_unknown_where_nothing_good_came() -> None:
    recorded = played("hL", PLCS)
    high, all_lost = reports(recorded)
    assert high.book.values["high:pressure:API-1"] == 9.0
    assert "high:pressure:API-1" in all_lost.book.unknown


def test_only_what_was_shown_counts_as_an_onset() -> None:
    recorded = played(".h.")
    (reel,) = reels(recorded)
    assert [event.id for event in reel.tape.onsets()] == ["high:pressure:API-1"]
