"""The token and the pass made from it: what opens, and what only looks like it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from doge_gui.web.guard.token import LIFETIME_S, is_token, make_pass, offered_token, pass_holds

TOKEN = "the-marbles-roll-quietly"
NOW_S = 1_800_000_000.0


@given(st.text(max_size=300), st.text(max_size=300))
def test_only_the_token_is_the_token(token: str, offered: str) -> None:
    assert is_token(token, offered) == (token == offered)


def test_a_pass_holds_for_its_time_and_after_a_restart() -> None:
    made = make_pass(TOKEN, NOW_S)
    assert TOKEN not in made
    assert pass_holds(TOKEN, made, NOW_S)
    assert pass_holds(TOKEN, made, NOW_S + LIFETIME_S - 1)
    assert not pass_holds(TOKEN, made, NOW_S + LIFETIME_S)


def test_a_pass_is_void_when_the_token_is_another() -> None:
    assert not pass_holds(f"{TOKEN}!", make_pass(TOKEN, NOW_S), NOW_S)


def test_nobody_prolongs_a_pass() -> None:
    version, expiry, seal = make_pass(TOKEN, NOW_S).split(".")
    assert not pass_holds(TOKEN, f"{version}.{int(expiry) + 1}.{seal}", NOW_S)
    assert not pass_holds(TOKEN, make_pass(TOKEN, NOW_S + 86_400), NOW_S), "made in the future"


@given(st.text(max_size=100) | st.from_regex(r"1\.[0-9]{1,12}\.[0-9a-f]{64}", fullmatch=True))
def test_no_invented_pass_holds(invented: str) -> None:
    assert not pass_holds(TOKEN, invented, NOW_S)


@given(st.integers(0, 75), st.characters())
def test_no_changed_letter_is_overlooked(place: int, letter: str) -> None:
    made = make_pass(TOKEN, NOW_S)
    changed = made[:place] + letter + made[place + 1 :]
    assert pass_holds(TOKEN, changed, NOW_S) == (changed == made)


@pytest.mark.parametrize(
    ("header", "offered"),
    [
        (None, None),
        ("Bearer abc", "abc"),
        ("bearer  abc ", "abc"),
        ("Bearer a=b,c=d", "a=b,c=d"),
        ("Bearer", ""),
        ("Basic YTpi", None),
        ("abc", None),
        ("", None),
    ],
)
def test_a_token_is_read_from_the_header_whatever_its_letters(
    header: str | None, offered: str | None
) -> None:
    assert offered_token(header) == offered
