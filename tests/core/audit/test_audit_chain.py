"""Whoever changes the trail is found out, whatever he changes, at the entry that he changed."""

import hashlib
from collections.abc import Sequence

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from doge_gui.core.audit.action import Act
from doge_gui.core.audit.chain import (
    GENESIS,
    START,
    Change,
    Entry,
    Facts,
    Head,
    Resumption,
    digest,
    followed,
    goes_on,
    linked,
    resumed,
)
from doge_gui.core.audit.check import Fault, Unreadable, verify

PLANT = "/plant/configDoge.json"
TEXTS = st.text(max_size=8)
FACTS = st.builds(Facts, st.integers(-(2**62), 2**62), TEXTS, TEXTS, TEXTS, TEXTS)
DAY = linked(START, PLANT, [Facts(n, "Ada", "swept", f"API-{n}", "") for n in range(1, 11)])


@st.composite
def trails(draw: st.DrawFn, least: int = 1) -> tuple[list[Entry], Head]:
    return linked(START, PLANT, draw(st.lists(FACTS, min_size=least, max_size=8)))


def found(entries: Sequence[Entry | Unreadable], head: Head | None) -> tuple[Fault, int]:
    """The break that a check names."""
    broken = verify(entries, PLANT, head).broken
    assert broken is not None
    return broken.fault, broken.number


@given(trails(0), st.data())
def test_what_nobody_touched_is_sound_also_where_the_head_is_behind(trail, data) -> None:
    entries, head = trail
    known = data.draw(st.sampled_from([None, *(Head(one.number, 0, one.hash) for one in entries)]))
    verdict = verify(iter(entries), PLANT, known)
    assert verdict.sound
    assert (verdict.count, verdict.last) == (len(entries), head)
    assert verdict.unconfirmed == len(entries) - (known.number if known else 0)


@given(trails(), st.data())
def test_any_change_of_any_entry_is_found_at_that_entry(trail, data) -> None:
    entries, head = trail
    place = data.draw(st.integers(0, len(entries) - 1))
    was = entries[place]
    becomes = data.draw(
        st.one_of(
            FACTS.map(lambda facts: was._replace(facts=facts)),
            st.sampled_from(Facts._fields[1:]).flatmap(
                lambda name: TEXTS.map(lambda text: was._replace(facts=was.facts._replace(**{name: text})))
            ),
            st.binary(min_size=32, max_size=32).map(lambda other: was._replace(hash=other)),
            st.integers(0, 255).map(
                lambda bit: was._replace(
                    hash=(int.from_bytes(was.hash, "big") ^ 1 << bit).to_bytes(32, "big")
                )
            ),
        )
    )
    assume(becomes != was)
    assert found([*entries[:place], becomes, *entries[place + 1 :]], head) == (Fault.ALTERED, place + 1)


@given(trails(), st.data())
def test_a_deleted_entry_is_missed(trail, data) -> None:
    entries, head = trail
    place = data.draw(st.integers(0, len(entries) - 1))
    fault = Fault.CUT_OFF if place == len(entries) - 1 else Fault.MISSING
    assert found([*entries[:place], *entries[place + 1 :]], head) == (fault, place + 1)


@given(trails(), st.data())
def test_a_cut_off_tail_is_missed(trail, data) -> None:
    entries, head = trail
    kept = data.draw(st.integers(0, len(entries) - 1))
    assert found(entries[:kept], head) == (Fault.CUT_OFF, kept + 1)
    # Nothing else tells it.
    assert verify(entries[:kept], PLANT, None).sound


@given(trails(2), st.data())
def test_entries_in_each_others_place(trail, data) -> None:
    entries, head = trail
    one, other = sorted(data.draw(st.permutations(range(len(entries))))[:2])
    told = list(entries)
    # With their hashes or without them, as somebody edits rows; their numbers stay.
    whole = data.draw(st.booleans())
    for to, source in ((one, entries[other]), (other, entries[one])):
        told[to] = told[to]._replace(facts=source.facts, hash=source.hash if whole else told[to].hash)
    assume(told != entries)
    assert found(told, head) == (Fault.ALTERED, one + 1)
    moved = list(entries)
    moved[one], moved[other] = moved[other], moved[one]
    assert found(moved, head) == (Fault.MISSING, one + 1)


@given(trails(), FACTS, st.binary(min_size=32, max_size=32), st.data())
def test_an_inserted_entry_is_found(trail, facts, forged, data) -> None:
    entries, head = trail
    place = data.draw(st.integers(0, len(entries)))
    number = data.draw(st.sampled_from([place, place + 1]))
    told = [*entries[:place], Entry(number, facts, forged), *entries[place:]]
    assert found(told, head)[1] == number
    # With the numbers after it moved up, so that there is no gap and none twice.
    moved = [one._replace(number=one.number + 1) for one in entries[place:]]
    assert found([*entries[:place], Entry(place + 1, facts, forged), *moved], head) == (
        Fault.ALTERED,
        place + 1,
    )


@given(trails(), st.data())
def test_a_chain_made_anew_is_not_the_one_that_the_head_knows(trail, data) -> None:
    entries, head = trail
    place = data.draw(st.integers(0, len(entries) - 1))
    told = [one.facts for one in entries]
    told[place] = data.draw(FACTS)
    assume(told[place] != entries[place].facts)
    anew, _ = linked(START, PLANT, told)
    assert verify(anew, PLANT, None).sound
    assert found(anew, head) == (Fault.REBUILT, head.number)
    # More entries after it do not hide it.
    longer, _ = linked(START, PLANT, [*told, *told])
    assert found(longer, head) == (Fault.REBUILT, head.number)


def test_the_trail_of_another_plant_does_not_pass_for_this_ones() -> None:
    entries, head = DAY
    verdict = verify(entries, "/elsewhere/configDoge.json", head)
    assert verdict.broken is not None
    assert (verdict.broken.fault, verdict.broken.number) == (Fault.ALTERED, 1)


def test_a_row_that_cannot_be_an_entry_is_named() -> None:
    entries, head = DAY
    assert found([*entries[:4], Unreadable(5, "its time is none"), *entries[5:]], head) == (
        Fault.UNREADABLE,
        5,
    )
    assert found([*entries, Unreadable(None, "its number is none")], head) == (Fault.UNREADABLE, 11)


def test_a_break_says_what_was_sound_before_it_and_when_it_was() -> None:
    entries, head = DAY
    altered = entries[6]._replace(facts=entries[6].facts._replace(who="Bob"))
    verdict = verify([*entries[:6], altered, *entries[7:]], PLANT, head)
    assert (verdict.count, verdict.last.number, verdict.first) == (6, 6, entries[0])
    assert verdict.broken is not None
    assert (verdict.broken.at, verdict.broken.said[:7]) == (7, "altered")
    gone = verify([*entries[:3], *entries[7:]], PLANT, head).broken
    assert gone is not None
    assert gone.said == "missing, with all up to 7"
    cut = verify(entries[:8], PLANT, head).broken
    assert cut is not None
    assert cut.said == "cut off, with all up to 10"


def test_the_hash_is_the_one_that_is_described() -> None:
    """Trails that are recorded are checked by every later program: the encoding never changes."""
    told = (
        b"\0\0\0\0\0\0\0\x17watchdoge audit trail 1"
        b"\0\0\0\0\0\0\0\x20" + bytes(range(32)) + b"\0\0\0\0\0\0\0\x02"
        b"17"
        b"\0\0\0\0\0\0\0\x02-5"
        b"\0\0\0\0\0\0\0\x03Ada"
        b"\0\0\0\0\0\0\0\x05swept"
        b"\0\0\0\0\0\0\0\x06S\xc3\xbcd 3"
        b"\0\0\0\0\0\0\0\0"
        b"\0\0\0\0\0\0\0\x07plant/1"
    )
    facts = Facts(-5, "Ada", "swept", "Süd 3", "")
    assert digest(bytes(range(32)), 17, facts, "plant/1") == hashlib.sha256(told).digest()
    assert GENESIS == b"\0" * 32


def test_what_moves_from_one_field_to_the_next_is_another_entry() -> None:
    ways = [("Ada", "b", "c", "d"), ("Adab", "", "c", "d"), ("Ada", "bc", "", "d"), ("Ada", "b", "", "cd")]
    assert len({digest(GENESIS, 1, Facts(1, *way), PLANT) for way in ways}) == len(ways)
    assert digest(GENESIS, 11, Facts(1, *ways[0]), PLANT) != digest(GENESIS, 1, Facts(11, *ways[0]), PLANT)


def another_file(detail: str = "", act: Act = Act.FILE_CHANGED) -> tuple[list[Entry], Head]:
    """The trail of the day, gone on with in another file."""
    _, head = DAY
    told = Facts(90, "watchdoge", act.value, "history-damaged-1.db", detail or f"{goes_on(head)}; set aside")
    return linked(head, PLANT, [told, *(Facts(n, "Ada", "swept", "", "") for n in range(91, 95))])


def test_a_file_may_begin_where_another_ended_if_it_says_so() -> None:
    entries, head = another_file()
    verdict = verify(entries, PLANT, head)
    assert verdict.sound
    assert (verdict.count, verdict.first, verdict.before) == (5, entries[0], "history-damaged-1.db")
    # The program died before it wrote the new head: the one that stands is that of the file before.
    assert verify(entries, PLANT, DAY[1]).sound


@pytest.mark.parametrize(
    "told", [another_file("lost"), another_file(act=Act.SWEPT), another_file(f"goes on after {'ab' * 31}")]
)
def test_a_trail_that_begins_late_for_no_reason_has_lost_its_beginning(told) -> None:
    entries, head = told
    assert found(entries, head) == (Fault.MISSING, 1)
    assert followed(entries[0]) is START


def test_a_beginning_that_was_forged_does_not_go_on_from_what_the_head_knows() -> None:
    entries, _ = another_file()
    for known in (Head(3, 0, bytes(32)), Head(10, 0, bytes(32)), Head(9, 0, DAY[0][8].hash)):
        assert found(entries, known) == (Fault.REBUILT, 11)
    # The hash that it names is not the one that it follows.
    lied = Facts(90, "watchdoge", Act.FILE_CHANGED.value, "", f"goes on after {'ab' * 32}")
    forged, head = linked(DAY[1], PLANT, [lied])
    assert found(forged, head) == (Fault.ALTERED, 11)


def test_to_begin_late_in_the_middle_hides_nothing() -> None:
    """Who puts such an entry in the place of an older one breaks what follows it."""
    entries, head = DAY
    told = Facts(5, "watchdoge", Act.FILE_CHANGED.value, "", goes_on(Head(4, 4, entries[3].hash)))
    forged, _ = linked(Head(4, 4, entries[3].hash), PLANT, [told])
    assert found([*forged, *entries[5:]], head) == (Fault.ALTERED, 6)


LAST, EARLIER, OTHER = Head(10, 7, b"\x0a" * 32), Head(8, 5, b"\x08" * 32), b"\xff" * 32


@pytest.mark.parametrize(
    ("last", "known", "there", "goes"),
    [
        # The first start of all.
        (START, None, None, Resumption(START)),
        (LAST, LAST, LAST.hash, Resumption(LAST)),
        # Killed between the commit and the head.
        (LAST, EARLIER, EARLIER.hash, Resumption(LAST)),
        (LAST, None, None, Resumption(LAST, Change.HEAD_LOST)),
        # The gap stays, for every later check.
        (EARLIER, LAST, None, Resumption(LAST, Change.CUT_OFF)),
        (START, LAST, None, Resumption(LAST, Change.CUT_OFF)),
        # What follows does not fit what is there, and is not to.
        (LAST, LAST, OTHER, Resumption(LAST, Change.REBUILT)),
        (LAST, EARLIER, OTHER, Resumption(Head(10, 5, EARLIER.hash), Change.REBUILT)),
        (LAST, EARLIER, None, Resumption(Head(10, 5, EARLIER.hash), Change.REBUILT)),
    ],
)
def test_where_recording_goes_on(last, known, there, goes) -> None:
    assert resumed(last, known, there, moved=False) == goes
    # That a file was set aside explains an empty one, and nothing else.
    expected = Resumption(LAST, Change.NEW_FILE) if (last, known) == (START, LAST) else goes
    assert resumed(last, known, there, moved=True) == expected
