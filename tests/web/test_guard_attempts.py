"""Somebody tries tokens: the laws of how often he may, whatever he tries and from wherever."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from doge_gui.web.guard.attempts import KEPT, KNOWN_S, OF_ALL, OF_ONE, WINDOW_S, Attempts, News, address_of

STRANGER, NEIGHBOUR = "192.0.2.1", "192.0.2.2"


def test_five_wrong_tokens_and_one_waits_for_the_rest_of_the_minute() -> None:
    attempts = Attempts()
    for second in range(OF_ONE):
        assert attempts.wait_s(STRANGER, second) == 0
        attempts.wrong(STRANGER, second)
    assert attempts.wait_s(STRANGER, 10.0) == 50.0
    assert attempts.wait_s(STRANGER, 60.0) == 0, "the first one is a minute old"
    assert attempts.wait_s(NEIGHBOUR, 10.0) == 0, "another address is free"


def test_the_log_is_told_of_the_first_and_of_the_hold_and_of_nothing_else() -> None:
    attempts = Attempts()
    told = [attempts.wrong(STRANGER, float(second)) for second in range(OF_ONE)]
    assert told == [News.FIRST, News.NOTHING, News.NOTHING, News.NOTHING, News.HELD]
    assert attempts.wrong(STRANGER, 61.0) is News.NOTHING, "he goes on as he is allowed to"
    assert attempts.wrong(STRANGER, 2000.0) is News.FIRST, "after a long rest he is news again"


def test_who_shares_an_address_with_the_right_token_guesses_no_faster() -> None:
    attempts = Attempts()
    for _ in range(OF_ONE):
        attempts.wrong(STRANGER, 1.0)
        attempts.right(STRANGER, 1.0)
    assert attempts.wait_s(STRANGER, 2.0) > 0


def test_a_crowd_of_guessers_holds_strangers_but_not_who_was_let_in() -> None:
    attempts = Attempts()
    attempts.right(NEIGHBOUR, 0.0)
    told = [attempts.wrong(f"198.51.100.{number}", 1.0) for number in range(OF_ALL)]
    assert told.count(News.ALL_HELD) == 1
    assert attempts.wait_s(STRANGER, 2.0) > 0
    assert attempts.wait_s(NEIGHBOUR, 2.0) == 0
    assert attempts.wait_s(STRANGER, 61.0) == 0


def test_who_was_let_in_long_ago_is_a_stranger_again() -> None:
    attempts = Attempts()
    attempts.right(NEIGHBOUR, 0.0)
    for number in range(OF_ALL):
        attempts.wrong(f"198.51.100.{number}", KNOWN_S)
    assert attempts.wait_s(NEIGHBOUR, KNOWN_S) > 0


def test_many_addresses_fill_no_memory_and_push_nobody_out_of_his_wait() -> None:
    attempts = Attempts()
    for _ in range(OF_ONE):
        attempts.wrong(STRANGER, 0.0)
    for number in range(3 * KEPT):
        attempts.right(f"visitor {number}", 1.0)
        assert len(attempts) <= KEPT
    assert attempts.wait_s(STRANGER, 2.0) > 0


steps = st.lists(
    st.tuples(
        st.integers(0, 30).map(lambda number: f"10.0.0.{number}"),
        st.floats(0, 20, allow_nan=False),
        st.booleans(),
    ),
    max_size=300,
)


@settings(max_examples=60, deadline=None)
@given(steps)
def test_whatever_is_tried_no_minute_sees_more_than_the_limits(tried: list[tuple[str, float, bool]]) -> None:
    attempts, now, guesses = Attempts(), 0.0, list[tuple[float, str, bool]]()
    known: set[str] = set()
    for who, rest, right in tried:
        now += rest
        if attempts.wait_s(who, now) > 0:
            continue
        if right:
            attempts.right(who, now)
            known.add(who)
        else:
            attempts.wrong(who, now)
            guesses.append((now, who, who in known))
    for begin, _, _ in guesses:
        # A hair less than the minute: instants are rounded.
        inside = [one for one in guesses if begin <= one[0] < begin + WINDOW_S - 1e-6]
        assert sum(not let_in for _, _, let_in in inside) <= OF_ALL
        assert all(sum(who == one for _, one, _ in inside) <= OF_ONE for who in {one for _, one, _ in inside})


@settings(max_examples=60, deadline=None)
@given(steps)
def test_after_the_wait_that_is_told_one_may_try(tried: list[tuple[str, float, bool]]) -> None:
    attempts, now = Attempts(), 0.0
    for who, rest, _ in tried:
        now += rest
        wait_s = attempts.wait_s(who, now)
        assert 0 <= wait_s <= WINDOW_S
        assert attempts.wait_s(who, now + wait_s + 1e-6) == 0
        if wait_s == 0:
            attempts.wrong(who, now)


@pytest.mark.parametrize(
    ("remote", "told_as"),
    [
        ("192.0.2.7", "192.0.2.7"),
        ("::ffff:192.0.2.7", "192.0.2.7"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("2001:db8:1:2:ffff::1", "2001:db8:1:2::/64"),
        ("fe80::1%eth0", "fe80::/64"),
        ("evil\nINFO all is well", "an unknown address"),
        ("", "an unknown address"),
        (None, "an unknown address"),
    ],
)
def test_an_address_is_told_without_what_its_owner_chooses(remote: str | None, told_as: str) -> None:
    assert address_of(remote) == told_as
