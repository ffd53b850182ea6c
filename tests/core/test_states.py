"""A gateway's state in a word: the worst first, and the same for one row as for all."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pictures import OWN, begun, cycle, garbled, good, lost, plan_of

from doge_gui.core.states import State, Verdict, states, verdict

PLAN = plan_of("A", requests=[OWN])
WELL = good("A", (1, 2, 3), 1.0)
OVER = good("A", (1, 2, 3), 5.5)
GARBLED = garbled("A", 1.0)
LOST = lost("A", 1)


@pytest.mark.parametrize(
    ("story", "judged"),
    [
        ([WELL], Verdict(State.CONNECTED, "")),
        ([OVER], Verdict(State.BREACH, "pressure 5.5 > 5")),
        ([GARBLED], Verdict(State.WRONG, "compteur_bille: expected 3 counts, got [1, 2]")),
        ([LOST], Verdict(State.LOST, "no answer in 2.0 s")),
        # An old breach is not what the operator needs to hear about a gateway that is lost.
        ([OVER, LOST], Verdict(State.LOST, "no answer in 2.0 s")),
        # Without a new value the breach stands, and says that it is old.
        ([OVER, garbled("A", None)], Verdict(State.BREACH, "pressure 5.5 > 5 (last known)")),
        ([LOST, OVER], Verdict(State.BREACH, "pressure 5.5 > 5")),
        ([OVER, LOST, WELL], Verdict(State.CONNECTED, "")),
    ],
)
def test_what_happened_last_is_told_in_a_word_with_its_reason(story, judged):
    seen = None
    for number, reply in enumerate(story):
        seen = cycle(PLAN, reply, last=seen, now=60.0 * number)
    assert seen is not None
    assert verdict(seen, 0) == judged
    assert states(seen).tolist() == [judged.state]


def test_a_gateway_waits_before_its_first_question_and_turns_stale_unasked():
    assert verdict(begun(PLAN), 0) == Verdict(State.WAITING, "")
    assert verdict(begun(PLAN, cycle(PLAN, WELL), now=3600.0), 0) == Verdict(State.STALE, "")


def test_the_abnormal_comes_first_when_sorted():
    plan = plan_of("A", "B", "C", "D", requests=[OWN])
    seen = cycle(plan, good("A", (0, 0, 0), 1.0), lost("B", 1), garbled("C", 1.0), good("D", (0, 0, 0), 9.0))
    ordered = sorted("ABCD", key=lambda plc: states(seen)[plan.row[plc]])
    assert ordered == ["D", "B", "C", "A"]


@given(
    st.lists(
        st.lists(st.sampled_from(["well", "over", "garbled", "lost"]), min_size=3, max_size=3), max_size=4
    )
)
def test_one_row_is_judged_as_all_rows_are(cycles):
    plan = plan_of("A", "B", "C", requests=[OWN])
    seen = begun(plan)
    for number, told in enumerate(cycles):
        replies = [
            {
                "well": good(plc, (1, 2, 3), 1.0),
                "over": good(plc, (1, 2, 3), 9.0),
                "garbled": garbled(plc, None),
                "lost": lost(plc, 1),
            }[story]
            for plc, story in zip("ABC", told, strict=True)
        ]
        seen = cycle(plan, *replies, last=seen, now=100.0 * number)
    for picture in (seen, begun(plan, seen, now=150.0 + 100.0 * len(cycles))):
        assert [verdict(picture, row).state for row in range(3)] == states(picture).tolist()
