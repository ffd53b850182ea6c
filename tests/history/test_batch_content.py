"""What waits for a database elsewhere is the same when it is sent, days later."""

import math
from dataclasses import replace
from datetime import UTC, datetime

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from doge_gui.core.addresses import Address
from doge_gui.core.alarms.book import Book
from doge_gui.core.audit.action import Act, Action
from doge_gui.core.plan import Plan, RequestRule
from doge_gui.core.recording.batch import Batch
from doge_gui.core.recording.cycles import CycleOutcome, CycleRecord, CycleTotals, Samples
from doge_gui.core.replies import Failure, Reason
from doge_gui.core.snapshot import RequestTotal, VectorTotal
from doge_gui.history.batch_content import (
    NewerBatchError,
    UnreadableBatchError,
    from_content,
    instant_of,
    to_content,
)
from tests.history.any_entry import events, instants, texts
from tests.history.sessions import raised, session

whole = st.integers(0, 10**30)
floats = st.floats(allow_nan=False)
plans = st.builds(
    Plan,
    st.lists(st.builds(Address, texts, texts, st.integers(1, 65535)), max_size=3).map(tuple),
    st.lists(st.builds(RequestRule, texts, st.booleans(), st.none() | floats), max_size=2).map(tuple),
    st.tuples(texts, texts, texts),
)
vectors = st.builds(VectorTotal, st.tuples(whole, whole, whole), st.integers(0, 9), st.integers(0, 9))
sums = st.builds(RequestTotal, st.floats(), st.integers(0, 9), st.integers(0, 9), st.booleans())
totals = st.builds(CycleTotals, st.tuples(vectors, vectors, vectors), st.lists(sums, max_size=2).map(tuple))
failures = st.dictionaries(
    st.integers(0, 9999),
    st.lists(st.builds(Failure, texts, st.sampled_from(Reason), texts), max_size=2).map(tuple),
    max_size=3,
)


@st.composite
def samples(draw: st.DrawFn) -> Samples:
    size = draw(st.integers(0, 20))
    column = draw(st.lists(st.integers(0, 2**32 - 1), min_size=size, max_size=size))
    value = draw(st.lists(st.floats(), min_size=size, max_size=size))
    quality = draw(st.lists(st.integers(0, 255), min_size=size, max_size=size))
    return Samples(np.array(column, np.uint32), np.array(value, np.float64), np.array(quality, np.uint8))


cycles = st.builds(
    CycleRecord,
    number=st.integers(0, 2**40),
    at=instants,
    interval_s=floats,
    plan=plans,
    begins=st.booleans(),
    skipped=st.integers(0, 10**6),
    elapsed_s=floats,
    samples=samples(),
    totals=st.none() | totals,
    failures=failures,
)
actions = st.builds(Action, instants, texts, st.sampled_from(Act), texts, texts)
batches = st.builds(
    Batch,
    st.lists(events, max_size=3).map(tuple),
    st.none() | st.sampled_from([stage.book for stage in session(3, 20)]),
    st.lists(actions, max_size=3).map(tuple),
    st.none() | cycles,
    st.none() | st.builds(CycleOutcome, st.integers(0, 2**40), floats, st.integers(0, 9999)),
)


def same(found: Batch, told: Batch) -> bool:
    """Equal; readings to the last bit."""
    if found.cycle is not None and told.cycle is not None:
        pairs = zip(vars(found.cycle.samples).values(), vars(told.cycle.samples).values(), strict=True)
        if not all(a.dtype == b.dtype and a.tobytes() == b.tobytes() for a, b in pairs):
            return False
        # A sum that is no number is not even equal to itself.
        if repr(found.cycle.totals) != repr(told.cycle.totals):
            return False
        none = told.cycle.samples
        found = replace(found, cycle=replace(found.cycle, samples=none, totals=None))
        told = replace(told, cycle=replace(told.cycle, samples=none, totals=None))
    return found == told


@settings(max_examples=150, deadline=None)
@given(told=batches)
def test_a_batch_comes_back_as_it_was(told: Batch) -> None:
    content = to_content(told)
    assert same(from_content(content), told)
    assert to_content(from_content(content)) == content


def test_a_value_that_is_no_number_stays_none_of_one() -> None:
    (found,) = from_content(to_content(Batch((raised(1)._replace(value=math.nan),)))).events
    assert found.value is not None
    assert math.isnan(found.value)


def test_when_it_was_recorded() -> None:
    action = Action(datetime(2026, 2, 1, tzinfo=UTC), "Ada", Act.STARTED)
    assert instant_of(Batch((raised(5), raised(6)), actions=(action,))) == raised(5).at
    assert instant_of(Batch(actions=(action,))) == action.at
    assert instant_of(Batch(book=Book())) is None


@given(told=batches, at=st.integers(0, 10**6), cut=st.integers(1, 10))
@settings(max_examples=80, deadline=None)
def test_what_is_cut_off_is_no_batch(told: Batch, at: int, cut: int) -> None:
    content = to_content(told)
    with pytest.raises(UnreadableBatchError):
        from_content(content[: -min(cut, len(content))])
    with pytest.raises(UnreadableBatchError):
        from_content(content[: at % len(content)])


def test_what_a_newer_program_wrote_is_told_as_such() -> None:
    content = to_content(Batch((raised(1),)))
    with pytest.raises(NewerBatchError, match="format 2, this program knows 1"):
        from_content(b"\x02" + content[1:])
    for nothing in (b"", b"\x00", b"\x01", b"\x01" + bytes(12), b"\x01" + b"\xff" * 30):
        with pytest.raises(UnreadableBatchError) as refused:
            from_content(nothing)
        assert not isinstance(refused.value, NewerBatchError)
