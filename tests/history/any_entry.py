"""Entries of the journal as Hypothesis chooses them: whatever can be told of an alarm."""

from datetime import UTC

from hypothesis import strategies as st

from doge_gui.core.alarms.alarm import Kind
from doge_gui.core.alarms.events import Event, What
from doge_gui.core.alarms.states import AlarmState, Priority

texts = st.text(st.characters(exclude_categories=()), max_size=12) | st.sampled_from(
    ["\ud800", "a\x00b", "\\ud800", "\\", "\\\\u0000", "Süd 3: 23 °C", "'; DROP TABLE alarm_event; --"]
)
instants = st.datetimes(timezones=st.just(UTC))
numbers = st.none() | st.floats(allow_nan=False) | st.sampled_from([5e-324, 1.7976931348623157e308, -0.0])
events = st.builds(
    Event,
    at=instants,
    what=st.sampled_from(What),
    id=texts,
    kind=st.none() | st.sampled_from(Kind),
    subject=texts,
    plc=texts,
    before=st.sampled_from(AlarmState),
    after=st.sampled_from(AlarmState),
    priority=st.sampled_from(Priority),
    value=numbers,
    limit=numbers,
    detail=texts,
    who=texts,
    comment=texts,
    until=st.none() | instants,
    source=texts,
)
