"""A program asks what was: journal, tags and curves out of a real history, and what it hears without one."""

import math
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from datetime import timedelta
from pathlib import Path

import numpy as np
import pytest
from flask import Flask
from flask.testing import FlaskClient
from hypothesis import given as drawn
from hypothesis import settings
from hypothesis import strategies as st

from doge_gui.core.recording.curves import Curve, Level
from doge_gui.core.recording.source import HistorySource
from doge_gui.core.recording.tags import Tag
from doge_gui.history.errors import AwayError
from doge_gui.history.reader import HistoryReader
from doge_gui.web.api import api
from doge_gui.web.api.problem import ProblemError
from doge_gui.web.api.recordings import MOST_AT_ONCE, Recordings
from doge_gui.web.api.thinning import thinned
from tests.history.station import PLANT
from tests.web import plant
from tests.web.plant import BEGAN
from tests.web.recorded_plant import BAD_AT, CYCLES, ENTRIES, PLAN, STOOD, recorded
from tests.web.test_api_present import answer, refused

ROOT = "/api/v1"
WHOLE = "from=2026-01-31T08:00:00Z&to=2026-01-31T10:00:00Z"


def asking(open_history: object) -> FlaskClient:
    """Somebody who asks a plant with this history."""
    app = Flask("plant")
    app.register_blueprint(api(plant.given(open_history=open_history)))
    return app.test_client()


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> FlaskClient:
    """Somebody who asks the plant that was recorded."""
    return asking(recorded(tmp_path_factory.mktemp("history") / "history.db"))


def test_a_value_over_time_has_its_gaps(client: FlaskClient) -> None:
    told = answer(client.get(f"{ROOT}/history?tag=API-1:pressure&tag=connected&{WHOLE}"))
    one, fleet = told["curves"]
    assert (one["plc"], one["name"], one["level"], one["bucket_s"]) == ("API-1", "pressure", "raw", 0.0)
    assert (fleet["tag"], fleet["plc"], fleet["recorded"]) == ("connected", None, True)
    began = BEGAN.timestamp()
    by_minute = {round((at - began) / 60): place for place, at in enumerate(one["times"])}
    assert one["last"][by_minute[5]] == 5.0
    # What was read badly is a gap in which the cycle ran; where it stood nothing was recorded at all.
    assert (one["last"][by_minute[BAD_AT]], one["count"][by_minute[BAD_AT]]) == (None, 1)
    assert (one["last"][by_minute[STOOD.start]], one["count"][by_minute[STOOD.start]]) == (None, 0)
    assert STOOD.start + 1 not in by_minute
    assert len({len(one[name]) for name in ("times", "low", "high", "mean", "last", "good", "count")}) == 1


def test_fewer_points_keep_the_extremes(client: FlaskClient) -> None:
    (curve,) = answer(client.get(f"{ROOT}/history?tag=API-2:pressure&points=10&{WHOLE}"))["curves"]
    assert len(curve["times"]) <= 10
    assert curve["bucket_s"] is None
    known = [high for high in curve["high"] if high is not None]
    assert (min(low for low in curve["low"] if low is not None), max(known)) == (0.0, CYCLES - 1)
    assert 0 in curve["count"], "the time at which the program stood is no longer to be seen"


def test_an_unknown_tag_is_empty_and_says_so(client: FlaskClient) -> None:
    (curve,) = answer(client.get(f"{ROOT}/history?tag=API-9:nothing&{WHOLE}"))["curves"]
    assert (curve["tag"], curve["recorded"], curve["times"]) == ("API-9:nothing", False, [])


def test_without_a_range_the_last_hour_is_told(client: FlaskClient) -> None:
    told = answer(client.get(f"{ROOT}/history?tag=cycle"))
    assert (told["begin"], told["end"]) == ("2026-01-31T07:05:00.000000Z", "2026-01-31T08:05:00.000000Z")


def test_every_recorded_tag_comes_once_page_by_page(client: FlaskClient) -> None:
    seen, cursor = [], ""
    for _ in range(100):
        told = answer(client.get(f"{ROOT}/tags?limit=7{cursor}"))
        seen += [one["tag"] for one in told["items"]]
        if told["next"] is None:
            break
        cursor = f"&cursor={told['next']}"
    assert len(seen) == len(set(seen)) == told["total"] == (len(PLAN) + 1) * 12
    own = answer(client.get(f"{ROOT}/tags?plc=API-2&q=compteur"))
    assert [one["tag"] for one in own["items"]] == [f"API-2:compteur_bille/{circuit}" for circuit in range(3)]
    fleet = answer(client.get(f"{ROOT}/tags?plc=&q=cycle"))
    assert [one["tag"] for one in fleet["items"]] == ["cycle"]


@settings(max_examples=12, deadline=None)
@drawn(limit=st.integers(1, 40))
def test_every_entry_of_the_journal_comes_once_in_order(client: FlaskClient, limit: int) -> None:
    seen, cursor = [], ""
    for _ in range(100):
        told = answer(client.get(f"{ROOT}/journal?limit={limit}&{WHOLE}{cursor}"))
        assert len(told["items"]) <= limit
        assert told["end"] == "2026-01-31T10:00:00.000000Z"
        seen += [(one["at"], one["comment"]) for one in told["items"]]
        if told["next"] is None:
            break
        cursor = f"&cursor={told['next']}"
    expected = [(number, half) for number in ENTRIES for half in (f"{number}", f"{number}b")]
    assert seen == [
        ((BEGAN + timedelta(minutes=number)).strftime("%Y-%m-%dT%H:%M:%S.000000Z"), half)
        for number, half in expected
    ]


def test_without_a_history_all_is_empty() -> None:
    client = asking(lambda: None)
    assert answer(client.get(f"{ROOT}/journal"))["items"] == []
    assert answer(client.get(f"{ROOT}/tags"))["items"] == []
    assert answer(client.get(f"{ROOT}/history?tag=cycle"))["curves"][0]["recorded"] is False


def test_a_history_that_cannot_be_read_is_told_and_read_again_when_it_is_back(tmp_path: Path) -> None:
    there = recorded(tmp_path / "history.db")
    away = [True]

    def opened() -> HistorySource:
        if away[0]:
            raise AwayError("server db.example: does not answer")
        return there()

    client = asking(opened)
    response = client.get(f"{ROOT}/tags")
    assert "does not answer" in refused(response, 503)["detail"]
    assert int(response.headers["Retry-After"]) > 0
    away[0] = False
    assert answer(client.get(f"{ROOT}/tags"))["total"] > 0


class _Counted(HistoryReader):
    """A reader of which it is known whether it was closed."""

    open_now = 0

    def __init__(self, *told: object) -> None:
        super().__init__(*told)
        _Counted.open_now += 1

    def close(self) -> None:
        super().close()
        _Counted.open_now -= 1


def test_nothing_stays_open_whoever_asked_and_whatever_went_wrong(tmp_path: Path) -> None:
    path = tmp_path / "history.db"
    recorded(path)
    client = asking(lambda: _Counted(path, PLANT))
    with ThreadPoolExecutor(MOST_AT_ONCE) as threads:
        asked = [threads.submit(client.application.test_client().get, f"{ROOT}/tags") for _ in range(6)]
        assert {one.result().status_code for one in asked} == {200}
    path.write_bytes(b"no database at all" * 4000)
    refused(client.get(f"{ROOT}/tags"), 503)
    assert _Counted.open_now == 0


def test_a_damaged_file_is_a_reason_and_no_failure_of_the_program(tmp_path: Path) -> None:
    there = recorded(tmp_path / "history.db")
    for file in tmp_path.iterdir():
        file.write_bytes(b"no database at all" * 4000)
    refused(asking(there).get(f"{ROOT}/history?tag=cycle&{WHOLE}"), 503)


def test_a_few_read_at_once_and_the_others_are_asked_to_come_back() -> None:
    recordings = Recordings(lambda: None, wait_s=0.01)
    with ExitStack() as held:
        for _ in range(MOST_AT_ONCE):
            held.enter_context(recordings.opened())
        with pytest.raises(ProblemError, match="read by others"), recordings.opened():
            pass
    with recordings.opened() as source:
        assert source is None


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("", "tag: is missing"),
        ("tag=a&from=2026-01-31T09:00:00Z&to=2026-01-31T08:00:00Z", "from must be before to"),
        ("tag=a&from=2026-01-31T09:00:00", "say which offset"),
        ("tag=a&to=0001-01-01T00:00:00Z", "since 1970"),
        ("tag=a&to=9999-12-31T23:59:59-23:00", "since 1970"),
        ("tag=a&from=2999-01-01T00:00:00Z", "lies ahead"),
        ("tag=a&points=5001", "points: "),
        ("&".join(f"tag={number}" for number in range(41)), "tag: "),
        ("points=5000&" + "&".join(f"tag={number}" for number in range(9)), "ask for fewer"),
    ],
)
def test_a_question_about_no_time_or_too_much_is_refused(query: str, said: str) -> None:
    assert said in refused(asking(lambda: None).get(f"{ROOT}/history?{query}"), 400)["detail"]


def test_an_offset_may_be_written_with_a_bare_plus(client: FlaskClient) -> None:
    told = answer(client.get(f"{ROOT}/journal?from=2026-01-31T10:00:00+02:00&to=2026-01-31T08:01:00Z"))
    assert told["begin"] == "2026-01-31T08:00:00.000000Z"
    assert len(told["items"]) == 2


def test_a_forged_cursor_is_refused(client: FlaskClient) -> None:
    for cursor in ("WzEsMiwzXQ", "WzFlOTk5XQ", "W10", "WyIxIl0"):
        refused(client.get(f"{ROOT}/journal?cursor={cursor}"), 400)
    # Numbers that are no instants.
    refused(client.get(f"{ROOT}/journal?cursor=WzEwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMCwxLDEsMV0"), 400)


@drawn(
    values=st.lists(st.floats(-1e6, 1e6) | st.just(math.nan), min_size=1, max_size=200),
    points=st.integers(2, 60),
)
def test_thinned_curves_lose_no_extreme_and_no_reading(values: list[float], points: int) -> None:
    """Properties that hold for any curve."""
    read = np.array(values)
    good = np.isfinite(read).astype(float)
    times, ones = np.arange(len(read)) * 1.0, np.ones(len(read))
    curve = Curve(Tag("", "cycle"), Level.RAW, times, read, read, read, read, good, ones)
    fewer = thinned(curve, points)
    assert len(fewer.times) <= points
    assert (fewer.good.sum(), fewer.count.sum()) == (good.sum(), len(read))
    assert np.all(np.diff(fewer.times) > 0)
    if good.any():
        assert np.nanmin(fewer.low) == np.nanmin(read)
        assert np.nanmax(fewer.high) == np.nanmax(read)
        assert fewer.last[np.isfinite(fewer.last)][-1] == read[np.isfinite(read)][-1]
    assert np.array_equal(np.isfinite(fewer.mean), fewer.good > 0)
