"""The web view beside a supervision: served late, renewed with the configuration, in nobody's way."""

import json
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
import requests

from doge_gui import web_desk
from doge_gui.core.config import FlaskSection
from doge_gui.core.statuses import WebStatus
from doge_gui.engine.newest import Newest
from doge_gui.station import Options, Station
from doge_gui.steady import steady_clock
from doge_gui.web_desk import WebDesk
from tests.web.plant import healthy_picture

pytestmark = pytest.mark.system
SECTION = FlaskSection(port=0)


@pytest.fixture
def newest() -> Newest:
    return Newest(steady_clock, example=False)


@pytest.fixture
def desk(qtbot, newest: Newest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[WebDesk]:
    monkeypatch.setattr(web_desk, "RETRY_MS", 100)
    config = tmp_path / "configDoge.json"
    config.write_text(json.dumps({"addresses": {"path": "ip_addresses.json"}, "history": {"path": "h.db"}}))
    station = Station(Options(config=config))
    serving = WebDesk(newest, station)
    yield serving
    assert serving.stop()
    station.close()


@pytest.fixture
def taken() -> Iterator[socket.socket]:
    """Somebody else's server."""
    with socket.create_server(("127.0.0.1", 0)) as other:
        yield other


def served(qtbot, desk: WebDesk) -> str:
    qtbot.waitUntil(lambda: bool(desk.status.url), timeout=10_000)
    return desk.status.url


def test_it_is_served_once_the_first_cycle_has_ended(qtbot, desk: WebDesk, newest: Newest) -> None:
    desk.use(SECTION)
    assert desk.status == WebStatus()
    newest.take_snapshot(healthy_picture())
    desk.begin()
    answer = requests.get(f"{served(qtbot, desk)}api/v1/snapshot", timeout=5)
    assert answer.json()["gateways"] == 3


def test_it_is_served_also_where_no_cycle_ever_ends(qtbot, desk: WebDesk, monkeypatch) -> None:
    monkeypatch.setattr(web_desk, "LATEST_MS", 10)
    desk.use(SECTION)
    assert requests.get(f"{served(qtbot, desk)}healthz", timeout=5).status_code == 503


def test_null_serves_nothing_and_ends_what_is_served(qtbot, desk: WebDesk) -> None:
    desk.use(None)
    desk.begin()
    desk.use(SECTION)
    url = served(qtbot, desk)
    desk.use(None)
    qtbot.waitUntil(lambda: desk.status == WebStatus(), timeout=10_000)
    with pytest.raises(requests.ConnectionError):
        requests.get(url, timeout=5)


def test_a_port_that_is_taken_is_told_and_taken_when_it_is_free(
    qtbot, desk: WebDesk, taken: socket.socket, caplog
) -> None:
    port = taken.getsockname()[1]
    desk.use(FlaskSection(port=port))
    with qtbot.waitSignal(desk.changed, timeout=10_000) as told:
        desk.begin()
    assert told.args is not None
    assert told.args[0].error == (
        f"port {port} of 127.0.0.1 is taken by another program; it is tried again; or change flask.port"
    )
    assert [record.levelname for record in caplog.records] == ["WARNING"]
    caplog.clear()
    taken.close()
    assert served(qtbot, desk) == f"http://127.0.0.1:{port}/"


@pytest.mark.parametrize(
    ("section", "why"),
    [
        (FlaskSection(host="0.0.0.0", port=0), "token"),
        (FlaskSection(host="192.0.2.1", port=0, token="x" * 16), "192.0.2.1 is no address of this machine"),
    ],
)
def test_an_address_that_cannot_be_served_is_told_with_the_remedy(
    qtbot, desk: WebDesk, section: FlaskSection, why: str, caplog
) -> None:
    desk.use(section)
    desk.begin()
    qtbot.waitUntil(lambda: bool(desk.status.error), timeout=10_000)
    assert why in desk.status.error
    assert "flask." in desk.status.error
    caplog.clear()


def test_another_configuration_is_served_at_its_own_port(qtbot, desk: WebDesk) -> None:
    desk.use(SECTION)
    desk.begin()
    first = served(qtbot, desk)
    with qtbot.waitSignal(desk.changed, timeout=10_000):
        desk.use(FlaskSection(port=0, token="x" * 16))
    second = served(qtbot, desk)
    assert second != first
    assert requests.get(f"{second}api/v1/snapshot", timeout=5).status_code == 401


def test_what_ended_by_a_defect_is_served_anew(qtbot, desk: WebDesk, monkeypatch) -> None:
    monkeypatch.setattr(web_desk, "LOOK_MS", 50)
    desk.use(SECTION)
    desk.begin()
    first = served(qtbot, desk)
    assert desk._service is not None
    desk._service.hub.stop()
    qtbot.waitUntil(lambda: desk.status.url not in {"", first}, timeout=10_000)
    assert requests.get(f"{desk.status.url}healthz", timeout=5).status_code == 503
