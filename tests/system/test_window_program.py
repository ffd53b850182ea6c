"""The whole program with its window: an operator disconnects, files break, and it ends in time."""

import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QPushButton

from doge_gui.app import Desktop
from doge_gui.core.snapshot import Phase, Snapshot
from doge_gui.simulator.fleet import FleetInThread, SimulatedFleet
from doge_gui.simulator.server import FleetOptions
from doge_gui.station import Options
from doge_gui.views.disconnecting import ConfirmDisconnect

pytestmark = pytest.mark.system


@pytest.fixture
def fleet() -> Iterator[FleetInThread]:
    with FleetInThread(FleetOptions(gateways=4, marble_speed=0.0)) as fleet:
        yield fleet


@pytest.fixture
def config(tmp_path, fleet) -> Path:
    (tmp_path / "ip_addresses.json").write_text(json.dumps(dict(fleet.addresses)))
    path = tmp_path / "configDoge.json"
    path.write_text(
        json.dumps(
            {
                "job": {"interval_minutes": 1 / 60},
                "gateway": {"deadline_s": 0.5},
                "requests": [{"name": "temperature", "sum": True, "threshold": 240}],
            }
        )
    )
    return path


class Watched:
    """The program's own composition in this process, and every picture that it showed."""

    def __init__(self, qtbot, application: QApplication, folder: Path, options: Options) -> None:
        settings = QSettings(str(folder / "window.ini"), QSettings.Format.IniFormat)
        self.qtbot = qtbot
        self.desktop = Desktop(application, settings, options)
        self.desktop.begin(options)
        self.window = self.desktop.window
        self.snapshots: list[Snapshot] = []

    def listen(self) -> None:
        self.qtbot.waitUntil(lambda: self.desktop.session is not None)
        self.desktop.session.supervision.snapshot_ready.connect(self.snapshots.append)

    def next_cycle(self) -> Snapshot:
        started = len(self.snapshots)
        self.qtbot.waitUntil(
            lambda: any(shot.facts.phase is Phase.DONE for shot in self.snapshots[started:]), timeout=10_000
        )
        return self.snapshots[-1]


@pytest.fixture
def start(qtbot, qapp, tmp_path) -> Iterator:
    running: list[Watched] = []

    def begin(options: Options) -> Watched:
        running.append(Watched(qtbot, qapp, tmp_path, options))
        return running[-1]

    yield begin
    for one in running:
        assert one.desktop.end()
        one.window.close()
        one.window.deleteLater()


def test_an_operator_disconnects_a_plc_and_sees_its_answer(start, config, fleet, qtbot) -> None:
    """Fault 29 through the whole program: however often it is clicked, the PLC is told once."""
    watched = start(Options(config=config))
    watched.listen()
    watched.next_cycle()
    watched.window.screen_.fleet.disconnect_wanted.emit(("API-2",))
    watched.window.screen_.fleet.disconnect_wanted.emit(("API-2",))
    dialogs = [each for each in watched.window.findChildren(ConfirmDisconnect) if each.isVisible()]
    assert len(dialogs) == 1
    buttons = dialogs[0].findChild(QDialogButtonBox).buttons()
    cancel = next(each for each in buttons if isinstance(each, QPushButton) and each.isDefault())
    confirm = next(each for each in buttons if each is not cancel)
    qtbot.mouseClick(confirm, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(confirm, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: fleet.account("API-2")["disconnections"] > 0, timeout=10_000)
    watched.next_cycle()
    watched.next_cycle()
    assert fleet.account("API-2")["disconnections"] == 1
    assert all(fleet.account(plc)["disconnections"] == 0 for plc in ("API-1", "API-3", "API-4"))


def test_a_configuration_broken_while_running_is_shown_and_the_last_good_one_stays(start, config) -> None:
    """Fault 54."""
    watched = start(Options(config=config))
    watched.listen()
    watched.next_cycle()
    good = config.read_text()
    config.write_text('{"job": {"interval_minutes": "soon"}}')
    with watched.qtbot.waitSignal(watched.desktop.session.mistakes_found, timeout=10_000) as told:
        pass
    assert told.args[1][0].path == "job.interval_minutes"
    assert watched.next_cycle().plan.requests[0].name == "temperature"
    with watched.qtbot.waitSignal(watched.desktop.session.config_taken, timeout=10_000):
        config.write_text(good.replace("240", "1"))
    watched.qtbot.waitUntil(lambda: watched.next_cycle().breached, timeout=10_000)


def test_without_a_usable_configuration_the_mistakes_fill_the_screen(start, tmp_path, qtbot) -> None:
    broken = tmp_path / "configDoge.json"
    broken.write_text('{"jobs": {}}')
    watched = start(Options(config=broken))
    screen = watched.desktop.screen
    assert screen is not None
    assert screen.isVisible()
    assert not watched.window.isVisible()
    broken.write_text('{"job": {}}')
    qtbot.mouseClick(screen.retry, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(watched.window.isVisible)
    assert watched.desktop.screen is None


def test_it_ends_within_two_seconds_while_every_gateway_hangs(tmp_path) -> None:
    """Fault 53, the real program in a process of its own."""
    with SimulatedFleet(6) as fleet:
        (tmp_path / "ip_addresses.json").write_text(json.dumps(dict(fleet.addresses)))
        path = tmp_path / "configDoge.json"
        path.write_text('{"gateway": {"deadline_s": 30, "budget_s": 60}}')
        fleet.set_scenario([{"gateways": "all", "fault": "silent"}])
        program = [sys.executable, "-m", "doge_gui", "--config", str(path)]
        with subprocess.Popen(program, env={**os.environ, "HOME": str(tmp_path)}) as process:
            until = time.monotonic() + 30
            while fleet.ledger()["asked"] < 6 and time.monotonic() < until:
                time.sleep(0.05)
            process.send_signal(signal.SIGTERM)
            started = time.monotonic()
            assert process.wait(10) == 130
            assert time.monotonic() - started < 2.0


def test_it_runs_for_a_while_prints_its_cycles_and_leaves_a_picture(tmp_path) -> None:
    picture = tmp_path / "here" / "window.png"
    program = [sys.executable, "-m", "doge_gui", "--demo", "3", "--run-seconds", "4", "--print-cycles"]
    ended = subprocess.run(
        [*program, "--screenshot", str(picture)],
        env={**os.environ, "HOME": str(tmp_path)},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert ended.returncode == 0, ended.stderr
    *cycles, last = ended.stdout.splitlines()
    assert last == f"screenshot: {picture}"
    assert json.loads(cycles[0])["answered"] == 3
    assert picture.read_bytes().startswith(b"\x89PNG")


def test_it_prints_each_cycle_with_the_alarms_that_it_led_to(config, fleet, tmp_path) -> None:
    """As without a window; only here somebody could acknowledge them."""
    # A machine that is mute, busy or full does not change the story.
    off = {what: {"enabled": False} for what in ("sound", "overrun", "disk")}
    requests = [{"name": "temperature", "threshold": 900}]
    config.write_text(json.dumps({"requests": requests, "alarms": off}))
    hot = {"gateways": ["API-2"], "fault": "value", "request": "temperature", "value": 999}
    fleet.set_scenario([hot])
    program = [sys.executable, "-m", "doge_gui", "--config", str(config), "--interval", "0.5"]
    ended = subprocess.run(
        [*program, "--cycles", "2", "--print-cycles"],
        env={**os.environ, "HOME": str(tmp_path)},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert ended.returncode == 0, ended.stderr
    cycles = [json.loads(line) for line in ended.stdout.splitlines()]
    assert [cycle["cycle"] for cycle in cycles] == [1, 2]
    (alarm,) = cycles[0]["alarms"]
    assert (alarm["id"], alarm["state"], alarm["priority"]) == ("high:temperature:API-2", "unack", "high")
    assert alarm["message"] == "API-2 temperature 999 above 900"
    assert cycles[1]["alarms"] == [alarm]


def test_a_wrong_configuration_ends_a_timed_run_with_its_mistakes(tmp_path) -> None:
    broken = tmp_path / "configDoge.json"
    broken.write_text('{"jobs": {}}')
    picture = tmp_path / "screen.png"
    program = [sys.executable, "-m", "doge_gui", "--config", str(broken), "--run-seconds", "2"]
    ended = subprocess.run(
        [*program, "--screenshot", str(picture)], capture_output=True, text=True, timeout=60, check=False
    )
    assert ended.returncode == 2
    assert "did you mean 'job'?" in ended.stderr
    assert picture.exists()


def test_a_picture_that_cannot_be_saved_is_told(tmp_path) -> None:
    program = [sys.executable, "-m", "doge_gui", "--demo", "2", "--cycles", "1"]
    ended = subprocess.run(
        [*program, "--screenshot", str(tmp_path / "picture.txt")],
        env={**os.environ, "HOME": str(tmp_path)},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert ended.returncode == 0
    assert ended.stdout.startswith("no screenshot:")


def test_closing_the_window_ends_it_while_every_gateway_hangs(start, config, fleet, qtbot) -> None:
    """Fault 53 by the window's own way out."""
    watched = start(Options(config=config))
    watched.listen()
    watched.next_cycle()
    fleet.set_scenario([{"gateways": "all", "fault": "silent"}])
    fleet.forget()
    qtbot.waitUntil(lambda: fleet.ledger()["asked"] == 4, timeout=10_000)
    with qtbot.waitSignal(watched.window.closing):
        watched.window.close()
    started = time.monotonic()
    assert watched.desktop.end()
    assert time.monotonic() - started < 2.0
    watched.desktop.session = None


def test_another_configuration_leaves_nothing_behind(start, config, fleet, tmp_path, qtbot) -> None:
    watched = start(Options(config=config))
    watched.listen()
    watched.next_cycle()
    other = tmp_path / "other"
    other.mkdir()
    (other / "ip_addresses.json").write_text(json.dumps({"API-4": fleet.addresses["API-4"]}))
    (other / "configDoge.json").write_text("{}")
    before = watched.desktop.session
    watched.window.open_configuration_requested.emit(str(other / "configDoge.json"))
    qtbot.waitUntil(lambda: watched.desktop.session is not before)
    table = watched.window.screen_.table
    qtbot.waitUntil(lambda: list(table.picture.snapshot.plan.row) == ["API-4"], timeout=10_000)
    qtbot.waitUntil(lambda: table.picture.snapshot.facts.phase is Phase.DONE)
    history = watched.window.screen_.plots.history
    qtbot.waitUntil(lambda: len(history.fleet.times) > 0)
    assert list(history.fleet.times) == [table.picture.snapshot.facts.started_mono]


def test_cycles_go_on_while_the_windows_thread_stands_still(start, config) -> None:
    watched = start(Options(config=config))
    watched.listen()
    watched.next_cycle()
    done = threading.Semaphore(0)
    counted: list[int] = []

    def count(snapshot: Snapshot) -> None:
        """Called in the thread that tells: this one is blocked."""
        if snapshot.facts.phase is Phase.DONE:
            counted.append(snapshot.facts.number)
            done.release()

    watched.desktop.session.supervision.snapshot_ready.connect(count)
    before = watched.snapshots[-1].facts.number
    for _ in range(3):
        assert done.acquire(timeout=10), "no cycle while the window stood still"
    assert counted[:3] == [before + 1, before + 2, before + 3]
    watched.desktop.session.supervision.snapshot_ready.disconnect(count)
