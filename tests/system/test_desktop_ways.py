"""Ways out of the program that nobody meant, and ways back to it: tray, wall display, language, autostart."""

import json
import logging
import os
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings

from doge_gui.app import Desktop
from doge_gui.core.program_options import ProgramOptions
from doge_gui.desktop.crash_reports import CrashReports
from doge_gui.simulator.fleet import FleetInThread
from doge_gui.simulator.server import FleetOptions
from doge_gui.station import Options
from doge_gui.views.crash_dialog import CrashDialog
from doge_gui.views.kiosk import Kiosk
from doge_gui.views.language import Choice as Language

pytestmark = pytest.mark.system


@pytest.fixture
def config(tmp_path):
    with FleetInThread(FleetOptions(gateways=2, marble_speed=0.0)) as fleet:
        (tmp_path / "ip_addresses.json").write_text(json.dumps(dict(fleet.addresses)))
        path = tmp_path / "configDoge.json"
        path.write_text(json.dumps({"job": {"interval_minutes": 1 / 60}, "history": {"path": "past.db"}}))
        yield path


@pytest.fixture
def start(qtbot, qapp, tmp_path):
    running: list[Desktop] = []

    def begin(options: Options, reports: CrashReports | None = None) -> Desktop:
        for one in running:
            close(one)
        settings = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
        running[:] = [Desktop(qapp, settings, options, reports)]
        running[0].begin(options)
        qtbot.waitUntil(lambda: running[0].session is not None)
        return running[0]

    yield begin
    for one in running:
        close(one)


def close(desktop: Desktop) -> None:
    assert desktop.end()
    desktop.window.close()
    desktop.window.deleteLater()


def test_the_assistant_is_closed_while_the_watch_goes_on_in_the_tray(start, config, qapp) -> None:
    assert qapp.quitOnLastWindowClosed()
    desktop = start(Options(config=config))
    desktop.window.menus["assistant"].trigger()
    desktop.front.closing.keep()
    desktop.first.window.close()
    # No window is left, and still the program may not end.
    assert not qapp.quitOnLastWindowClosed()
    # A second start shows the supervision, not what was closed.
    desktop.to_front()
    assert desktop.window.isVisible()
    assert not desktop.first.window.isVisible()
    assert desktop.end()
    assert qapp.quitOnLastWindowClosed()


def test_a_wall_display_stays_one_in_another_language_and_is_none_at_the_next_start(start, config) -> None:
    desktop = start(Options(config=config, kiosk=""))
    before = desktop.window
    desktop.window.menus.languages[Language.FRENCH].trigger()
    assert desktop.window is not before
    assert desktop.window.isFullScreen()
    assert not desktop.window.menuBar().isVisible()
    assert not desktop.window.menus["quit"].isEnabled()
    desktop.window.close()
    usual = start(Options(config=config))
    assert not usual.window.isFullScreen()
    assert usual.window.menuBar().isVisible()


def test_a_crash_report_waits_until_somebody_leaves_the_wall_display(start, config, tmp_path) -> None:
    folder = tmp_path / "crashes"
    folder.mkdir()
    (folder / "crash-20261122-1.txt").write_text("Fatal Python error: Segmentation fault")
    reports = CrashReports(folder, logging.getLogger("watchdoge"))
    desktop = start(Options(config=config, kiosk=""), reports)
    desktop.window.menus.languages[Language.FRENCH].trigger()
    assert desktop.window.findChild(CrashDialog) is None
    desktop.window.findChild(Kiosk).leave()
    assert desktop.window.findChild(CrashDialog).isVisible()


def test_the_language_changes_and_the_running_time_counts_on(start, config, qtbot) -> None:
    desktop = start(Options(config=config))
    began = desktop.window._started
    desktop.window.menus.languages[Language.FRENCH].trigger()
    assert desktop.window._started == began


def test_settings_that_are_not_saved_are_not_lost_to_another_language(start, config) -> None:
    desktop = start(Options(config=config))
    desktop.window.menus["settings"].trigger()
    desktop.house.settings.dialog.editor.edit(("gateway", "port"), 8123)
    before = desktop.window
    desktop.window.menus.languages[Language.FRENCH].trigger()
    assert desktop.window is before
    assert desktop.house.settings.unsaved
    assert desktop.window.menus.languages[Language.SYSTEM].isChecked()
    desktop.house.settings.dialog.editor.undo()
    desktop.window.menus.languages[Language.FRENCH].trigger()
    assert desktop.window is not before


def test_what_starts_with_the_session_watches_the_same_plant(start, config) -> None:
    desktop = start(Options(config=config))
    desktop.house.settings.program_changed.emit(ProgramOptions("en", autostart=True))
    entry = Path(os.environ["XDG_CONFIG_HOME"]) / "autostart" / "watchdoge.desktop"
    assert f"--config {config}\n" in entry.read_text()
    desktop.house.settings.program_changed.emit(ProgramOptions("en"))
    assert not entry.exists()


def test_with_the_example_fleet_the_program_itself_has_settings(start, tmp_path, monkeypatch) -> None:
    monkeypatch.chdir(tmp_path)
    desktop = start(Options(demo=2))
    desktop.window.menus["settings"].trigger()
    dialog = desktop.house.settings.dialog
    assert dialog.pages.list.count() == 1
    dialog.editor.edit(("program", "on_close"), "keep")
    dialog.foot.save.click()
    desktop.window.menus["settings"].trigger()
    assert desktop.house.settings.dialog is dialog
    assert not dialog.unsaved
    assert dialog.editor.state.program.on_close == "keep"
    assert not list(tmp_path.glob("*.json"))
