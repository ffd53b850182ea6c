"""Single exchanges through a requests.Session: the same limits as for the gateways."""

from collections.abc import Iterator

import pytest
import requests

from doge_gui.gateways.transport import CurlAdapter
from doge_gui.gateways.transport_errors import DeadlineError, RefusedError, TooLargeError
from doge_gui.simulator.fleet import FleetInThread
from doge_gui.simulator.server import FleetOptions


@pytest.fixture
def fleet() -> Iterator[FleetInThread]:
    with FleetInThread(FleetOptions(gateways=2, marble_speed=0.0)) as fleet:
        yield fleet


@pytest.fixture
def session() -> Iterator[requests.Session]:
    with requests.Session() as session:
        session.mount("http://", CurlAdapter(max_bytes=65536, deadline_s=0.3))
        yield session


def url(fleet: FleetInThread, path: str = "multi_possible") -> str:
    return f"http://{fleet.addresses['API-1']['RASP_catch']}/{path}"


def test_an_answer_is_requests_own_response(fleet, session) -> None:
    response = session.get(url(fleet))
    assert response.status_code == 200
    assert response.json() == [1, 1, 1]
    assert response.elapsed.total_seconds() > 0


@pytest.mark.parametrize(
    ("fault", "error"),
    [
        ({"fault": "header_drip"}, DeadlineError),
        ({"fault": "huge_length"}, TooLargeError),
        ({"fault": "endless_chunks", "every_ms": 0}, TooLargeError),
        ({"fault": "refuse"}, RefusedError),
    ],
)
def test_limits_hold_and_speak_requests_vocabulary(fleet, session, fault, error) -> None:
    fleet.set_scenario([{"gateways": ["API-1"], **fault}])
    with pytest.raises(error) as caught:
        session.get(url(fleet))
    assert isinstance(caught.value, requests.RequestException)


def test_a_redirect_is_handed_back_as_it_is(fleet, session) -> None:
    elsewhere = fleet.addresses["API-2"]["RASP_catch"]
    fleet.set_scenario([{"gateways": ["API-1"], "fault": "redirect", "to": f"http://{elsewhere}/"}])
    assert session.get(url(fleet), allow_redirects=False).status_code == 302
    assert fleet.account("API-2")["asked"] == 0


def test_only_get_is_offered(fleet, session) -> None:
    with pytest.raises(requests.ConnectionError):
        session.post(url(fleet), data=b"x")
