"""The whole program on its desktop: another language, settings, a defect, diagnostics, a second start."""

import json
import os
import signal
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QSettings, QTimer, Slot
from PySide6.QtWidgets import QFileDialog

from doge_gui.app import Desktop
from doge_gui.core.program_options import ProgramOptions
from doge_gui.core.snapshot import Phase
from doge_gui.desktop.crash_reports import CrashReports
from doge_gui.desktop.single_instance import Claim
from doge_gui.one_window import OneWindow
from doge_gui.simulator.fleet import FleetInThread
from doge_gui.simulator.server import FleetOptions
from doge_gui.station import Options
from doge_gui.views.language import Choice as Language
from doge_gui.views.settings.dialog import SettingsDialog

pytestmark = pytest.mark.system


@pytest.fixture
def fleet():
    with FleetInThread(FleetOptions(gateways=3, marble_speed=0.0)) as fleet:
        yield fleet


@pytest.fixture
def config(tmp_path, fleet) -> Path:
    (tmp_path / "ip_addresses.json").write_text(json.dumps(dict(fleet.addresses)))
    path = tmp_path / "configDoge.json"
    document = {"job": {"interval_minutes": 1 / 60}, "history": {"path": "past.db"}}
    path.write_text(json.dumps(document))
    return path


@pytest.fixture
def start(qtbot, qapp, tmp_path):
    running: list[Desktop] = []

    def begin(
        options: Options, reports: CrashReports | None = None, the_one: OneWindow | None = None
    ) -> Desktop:
        settings = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
        desktop = Desktop(qapp, settings, options, reports, the_one)
        running.append(desktop)
        desktop.begin(options)
        return desktop

    yield begin
    for one in running:
        assert one.end()
        one.window.close()
        one.window.deleteLater()


def shown(desktop: Desktop):
    return desktop.window.screen_.table.picture.snapshot


def watching(qtbot, desktop: Desktop) -> None:
    qtbot.waitUntil(
        lambda: shown(desktop).facts.number > 0 and shown(desktop).facts.phase is Phase.DONE, timeout=10_000
    )


def test_the_language_changes_under_way_and_the_watch_goes_on(start, config, qtbot) -> None:
    desktop = start(Options(config=config))
    watching(qtbot, desktop)
    session, before, number = desktop.session, desktop.window, shown(desktop).facts.number
    desktop.window.pages.show_page(1)
    desktop.window.menus.languages[Language.FRENCH].trigger()
    assert desktop.window is not before
    assert desktop.window.isVisible()
    assert not before.isVisible()
    assert desktop.session is session
    assert desktop.window.pages.current == 1
    assert desktop.window.menus["quit"].text() == "&Quitter"
    assert desktop.window.menus.languages[Language.FRENCH].isChecked()
    # Nobody waits for the next cycle: what is known is there at once.
    assert list(shown(desktop).plan.row) == ["API-1", "API-2", "API-3"]
    qtbot.waitUntil(lambda: shown(desktop).facts.number > number + 1, timeout=10_000)
    history = desktop.window.screen_.plots.history
    qtbot.waitUntil(lambda: len(history.fleet.times) > 1, timeout=10_000)
    desktop.window.menus.languages[Language.ENGLISH].trigger()
    assert desktop.window.menus["quit"].text() == "&Quit"
    watching(qtbot, desktop)


def test_an_operator_changes_the_configuration_on_the_settings_screen(start, config, qtbot) -> None:
    desktop = start(Options(config=config))
    watching(qtbot, desktop)
    desktop.window.menus["settings"].trigger()
    dialog = desktop.house.settings.dialog
    assert isinstance(dialog, SettingsDialog)
    changed = json.loads(config.read_text()) | {"circuits": ["North", "South", "Depot"]}
    dialog.save_wanted.emit(json.dumps(changed, indent=2))
    assert json.loads(config.read_text())["circuits"] == ["North", "South", "Depot"]
    qtbot.waitUntil(lambda: shown(desktop).plan.circuits == ("North", "South", "Depot"), timeout=10_000)


def test_what_a_person_chose_of_the_program_is_in_force_and_kept(start, config, qtbot) -> None:
    desktop = start(Options(config=config))
    watching(qtbot, desktop)
    desktop.window.menus["settings"].trigger()
    chosen = ProgramOptions(
        "fr", "contrast", autostart=True, on_close="quit", notifications=False, still=True
    )
    desktop.house.settings.program_changed.emit(chosen)
    assert desktop.window.menus["quit"].text() == "&Quitter"
    assert desktop.front.tray.messages_on is False
    assert desktop.window.menus["still"].isChecked()
    entry = Path(os.environ["XDG_CONFIG_HOME"]) / "autostart" / "watchdoge.desktop"
    assert entry.exists()
    desktop.house.settings.program_changed.emit(ProgramOptions("en", "light"))
    assert not entry.exists()
    assert desktop.window.menus["quit"].text() == "&Quit"


class Clumsy(QObject):
    """A slot with a defect."""

    @Slot()
    def stumble(self) -> None:
        raise RuntimeError("the left foot")


@pytest.mark.qt_no_exception_capture
def test_a_defect_in_a_slot_is_told_once_and_the_program_lives(
    start, config, qtbot, tmp_path, capsys, caplog
) -> None:
    """Fault 51."""
    import logging

    reports = CrashReports(tmp_path / "crashes", logging.getLogger("watchdoge"))
    reports.begin()
    try:
        desktop = start(Options(config=config), reports)
        watching(qtbot, desktop)
        clumsy = Clumsy()
        notice, said = desktop.window.notice, list[str]()
        reports.defect_noticed.connect(said.append)
        for _ in range(3):
            QTimer.singleShot(0, clumsy.stumble)
        qtbot.waitUntil(notice.isVisible)
        number = shown(desktop).facts.number
        qtbot.waitUntil(lambda: shown(desktop).facts.number > number, timeout=10_000)
        assert len(said) == 1
        assert "the left foot" in said[0]
    finally:
        reports.end()
    traces = [record for record in caplog.records if "stumble" in record.getMessage()]
    assert traces, "the log holds the trace"
    caplog.clear()
    capsys.readouterr()


def test_diagnostics_are_one_click_and_hold_no_secret(start, config, qtbot, tmp_path, monkeypatch) -> None:
    config.write_text(
        json.dumps({"job": {"interval_minutes": 1 / 60}, "history": {"path": "past.db"}})[:-1]
        + ', "requests": []}'
    )
    desktop = start(Options(config=config))
    watching(qtbot, desktop)
    archive = tmp_path / "for the maker.zip"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(archive), ""))
    desktop.window.menus["diagnostics"].trigger()
    qtbot.waitUntil(archive.exists, timeout=10_000)
    with zipfile.ZipFile(archive) as kept:
        names = kept.namelist()
        assert {"about.txt", "screens.json", "program.json", "history.json"} <= set(names)
        assert "addresses.json" not in names


def test_with_nothing_configured_the_first_start_leads_to_a_watched_fleet(
    start, qtbot, tmp_path, monkeypatch
) -> None:
    monkeypatch.chdir(tmp_path)
    desktop = start(Options())
    assert desktop.first is not None
    assert desktop.first.window.isVisible()
    assert not desktop.window.isVisible()
    desktop.first.example_wanted.emit()
    assert desktop.first is None
    assert desktop.window.isVisible()
    watching(qtbot, desktop)
    assert desktop.session.station.example


def test_a_wall_display_fills_its_screen_and_cannot_be_closed_by_accident(start, config, qtbot) -> None:
    desktop = start(Options(config=config, kiosk=""))
    watching(qtbot, desktop)
    assert desktop.window.isFullScreen()
    assert not desktop.window.menus["quit"].isEnabled()
    assert not desktop.window.menuBar().isVisible()


def test_a_wall_display_says_when_its_screen_is_not_there(start, config, qtbot) -> None:
    desktop = start(Options(config=config, kiosk="99"))
    watching(qtbot, desktop)
    assert desktop.window.isFullScreen()
    assert "99" in desktop.window.notice.text.text()


def test_a_plant_that_another_window_watches_is_not_watched_twice(start, config, qtbot, tmp_path) -> None:
    """However it is opened: the other window is raised, this one goes on with its own plant."""
    other = OneWindow()
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    taken = elsewhere / "configDoge.json"
    taken.write_text(config.read_text())
    assert other.claim(Options(config=taken)) is Claim.FIRST
    mine = OneWindow()
    desktop = start(Options(config=config), None, mine)
    watching(qtbot, desktop)
    desktop.window.open_configuration_requested.emit(str(taken))
    session = desktop.session
    assert "elsewhere" in desktop.window.notice.text.whole
    assert desktop.session is session
    other.end()
    desktop.window.open_configuration_requested.emit(str(taken))
    qtbot.waitUntil(lambda: desktop.session is not session)
    assert OneWindow().claim(Options(config=config)) is Claim.FIRST, "the plant before is given up"
    mine.end()


def program(arguments: list[str], folder: Path) -> subprocess.Popen[str]:
    environment = {
        **os.environ,
        "HOME": str(folder),
        "XDG_RUNTIME_DIR": str(folder),
        "XDG_CONFIG_HOME": str(folder / "config"),
        "WATCHDOGE_PRINT_PAINTED": "1",
    }
    command = [sys.executable, "-m", "doge_gui", *arguments]
    return subprocess.Popen(
        command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )


def painted(process: subprocess.Popen[str]) -> None:
    for line in process.stderr:
        if line.startswith("painted"):
            return
    raise AssertionError("the window never stood")


def test_a_second_start_raises_the_first_window_and_a_killed_one_leaves_nothing_in_the_way(
    config, tmp_path
) -> None:
    """Fault 49, with the program itself."""
    folder = tmp_path / "home"
    folder.mkdir(mode=0o700)
    arguments = ["--config", str(config)]
    first = program(arguments, folder)
    third = None
    try:
        painted(first)
        second = program(arguments, folder)
        _, errors = second.communicate(timeout=30)
        assert second.returncode == 0, errors
        assert first.poll() is None
        first.send_signal(signal.SIGKILL)
        first.wait(10)
        third = program(arguments, folder)
        painted(third)
        third.send_signal(signal.SIGTERM)
        assert third.wait(15) == 130
    finally:
        for one in (first, third):
            if one is not None and one.poll() is None:
                one.kill()
            if one is not None:
                one.communicate()
