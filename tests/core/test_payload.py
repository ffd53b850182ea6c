"""A gateway's answer is a reading or a reason why not: never a crash, never a false count."""

import contextlib
import json
import math
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from doge_gui.core.payload import INT64_MAX, PayloadError, parse
from doge_gui.core.questions import Answer

COUNTS = st.integers(0, INT64_MAX)
FINITE = st.floats(allow_nan=False, allow_infinity=False)


def json_of(leaves):
    """JSON documents over these leaves."""
    return st.recursive(
        leaves,
        lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=6), inner, max_size=4),
        max_leaves=12,
    )


JSON_VALUES = json_of(st.none() | st.booleans() | st.integers() | st.floats() | st.text())
ASKED = st.sampled_from([Answer.VECTOR, Answer.NUMBER, Answer.STATUS])


def reason(answer: Answer, body: bytes) -> str:
    """Why a body is refused; fails the test where it is not."""
    with pytest.raises(PayloadError) as caught:
        parse(answer, body)
    return str(caught.value)


@given(st.tuples(COUNTS, COUNTS, COUNTS))
def test_every_possible_count_is_read_exactly(counts):
    assert parse(Answer.VECTOR, json.dumps(counts).encode()) == counts


@given(FINITE | st.integers(-(10**30), 10**30))
def test_every_finite_number_is_read(value):
    assert parse(Answer.NUMBER, json.dumps({"value": value}).encode()) == float(value)


@given(json_of(st.none() | st.booleans() | st.integers(-(10**30), 10**30) | FINITE | st.text()))
def test_a_status_is_any_json_and_comes_back_the_same(document):
    assert json.loads(str(parse(Answer.STATUS, json.dumps(document).encode()))) == document


@given(ASKED, st.binary(max_size=200) | JSON_VALUES.map(lambda value: json.dumps(value).encode()))
def test_whatever_comes_there_is_a_reading_or_a_reason_on_one_safe_line(asked, body):
    try:
        reading = parse(asked, body)
    except PayloadError as refusal:
        why = str(refusal)
    else:
        why = ""
        assert_possible(asked, reading)
    assert why.isprintable()
    assert len(why) < 200


def assert_possible(asked: Answer, reading: object) -> None:
    """A reading that was let through must be one."""
    if asked is Answer.VECTOR:
        assert isinstance(reading, tuple)
        assert all(type(count) is int and 0 <= count <= INT64_MAX for count in reading)
    if asked is Answer.NUMBER:
        assert isinstance(reading, float)
        assert math.isfinite(reading)


@given(JSON_VALUES)
def test_only_three_counts_are_a_vector(document):
    fits = (
        type(document) is list
        and len(document) == 3
        and all(type(count) is int and 0 <= count <= INT64_MAX for count in document)
    )
    if fits:
        assert parse(Answer.VECTOR, json.dumps(document).encode()) == tuple(document)
    else:
        reason(Answer.VECTOR, json.dumps(document).encode())


@pytest.mark.parametrize("number", ["NaN", "Infinity", "-Infinity", "1e999", "-1e999", "9" * 5000])
def test_a_number_that_is_none_is_refused(number):
    reason(Answer.NUMBER, f'{{"value": {number}}}'.encode())
    reason(Answer.VECTOR, f"[{number}, 1, 2]".encode())
    reason(Answer.STATUS, f'{{"left": {number}}}'.encode())


@pytest.mark.parametrize(
    ("body", "says"),
    [
        (b"[true, 1, 2]", "circuit 0: true is not an integer"),
        (b'[1, "1", 2]', 'circuit 1: "1" is not an integer'),
        (b"[1, 2, 1.5]", "circuit 2: 1.5 is not an integer"),
        (b"[1, 2, 3.0]", "circuit 2: 3.0 is not an integer"),
        (b"[-1, 2, 3]", "circuit 0: -1 is not a possible count"),
        (b"[1, 9223372036854775808, 3]", "circuit 1: 9223372036854775808 is not a possible count"),
        (b"[1, 2]", "expected 3 counts, got [1, 2]"),
        (b"[1, 2, 3, 4]", "expected 3 counts, got [1, 2, 3, 4]"),
        (b"[null, 2, 3]", "circuit 0: null is not an integer"),
        (b"null", "expected 3 counts, got null"),
        (b'{"a": 1}', 'expected 3 counts, got {"a": 1}'),
        (b"", "empty answer"),
        (b"<html>", "not JSON: Expecting value at character 1"),
        (b"[1, 2, 3] [1, 2, 3]", "not JSON: Extra data at character 11"),
    ],
)
def test_the_marbles_are_refused_with_what_is_wrong(body, says):
    assert reason(Answer.VECTOR, body) == says


@pytest.mark.parametrize(
    ("body", "says"),
    [
        (b'{"value": true}', "true is not a number"),
        (b'{"value": "21"}', '"21" is not a number'),
        (b'{"value": null}', "null is not a number"),
        (b'{"val": 21}', 'expected {"value": number}, got {"val": 21}'),
        (b'{"value": 21, "unit": "C"}', 'expected {"value": number}, got {"value": 21, "unit": "C"}'),
        (b"21", 'expected {"value": number}, got 21'),
        (b'{"value": 20, "value": 21}', "a key stands twice"),
        (b'{"value": 20, "\\u0076alue": 21}', "a key stands twice"),
    ],
)
def test_a_request_is_refused_with_what_is_wrong(body, says):
    assert reason(Answer.NUMBER, body) == says


@pytest.mark.parametrize("opening", [b"[", b'{"a":', b'[{"a":'])
def test_thirty_thousand_levels_are_refused(opening):
    for asked in (Answer.VECTOR, Answer.NUMBER, Answer.STATUS):
        assert reason(asked, opening * 30_000) == "nested too deeply"


def test_many_brackets_side_by_side_or_in_a_text_are_no_nesting():
    plcs = [{"plc": name} for name in range(100)]
    assert parse(Answer.STATUS, json.dumps(plcs).encode()) == json.dumps(plcs)
    assert parse(Answer.STATUS, json.dumps('\\"' + "[" * 100).encode())


HOSTILE_KIBIBYTES = 64
HOSTILE = [
    pytest.param(b"[" * 40 + b'"', b'\\"', id="escaped quotes after an open one"),
    pytest.param(b"[" * 40 + b'"', b"\\", id="backslashes in an open text"),
    pytest.param(b"[" * 40, b'"', id="quotes"),
    pytest.param(b"[" * 40, b'"\\', id="quotes and backslashes in turn"),
    pytest.param(b"[" * 40, b'"a\\"', id="texts that run on"),
    pytest.param(b"", b"[{", id="brackets"),
    pytest.param(b"[" * 20, b'{"":', id="empty keys"),
    pytest.param(b'{"value": 0.', b"1", id="digits"),
    pytest.param(b" [ ", b" ", id="blanks"),
]


@pytest.mark.parametrize(("begins", "goes_on"), HOSTILE)
def test_no_body_of_the_largest_size_takes_long_to_refuse(begins, goes_on):
    room = HOSTILE_KIBIBYTES * 1024 - len(begins)
    body = begins + goes_on * (room // len(goes_on))
    began = time.process_time()
    for asked in (Answer.VECTOR, Answer.NUMBER, Answer.STATUS):
        reason(asked, body)
    assert time.process_time() - began < 0.5


FRAGMENTS = st.sampled_from(
    [b'"', b"\\", b'\\"', b"\\\\", b"[", b"]", b"{", b"}", b"a", b",", b'"a":', b"\n"]
)


@given(FRAGMENTS, st.lists(FRAGMENTS, min_size=1, max_size=6), st.integers(0, 60))
def test_quotes_and_backslashes_in_any_pattern_are_judged_at_once(first, pattern, depth):
    body = b"[" * depth + first + b"".join(pattern) * 2000
    began = time.process_time()
    for asked in (Answer.VECTOR, Answer.STATUS):
        with contextlib.suppress(PayloadError):
            parse(asked, body)
    assert time.process_time() - began < 0.5


@given(st.integers(0, 40), st.text('[]{}"\\a', max_size=60))
def test_brackets_in_a_text_never_count_and_others_always_do(depth, text):
    body = ("[" * depth + json.dumps(text) + "]" * depth + " " * 40).encode()
    if depth > 32:
        assert reason(Answer.STATUS, body) == "nested too deeply"
    else:
        assert json.loads(str(parse(Answer.STATUS, body))) == json.loads(body)


def test_bytes_that_are_no_text_are_refused():
    assert reason(Answer.STATUS, b'{"state": "\xff"}') == "not UTF-8 at byte 11"
    assert reason(Answer.STATUS, b'{"state": "\xed\xa0\x80"}') == "not UTF-8 at byte 11"
    assert reason(Answer.STATUS, b'{"state": "\\ud800"}') == "a lone surrogate in a text"
    assert reason(Answer.STATUS, b'{"\\udfff": 1}') == "a lone surrogate in a text"
    assert parse(Answer.STATUS, b'"\\ud83d\\ude00"') == '"\N{GRINNING FACE}"'


@given(st.binary(max_size=50))
def test_the_body_of_a_write_is_free(body):
    assert parse(Answer.FREE, body) == ""
