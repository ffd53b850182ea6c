"""What people expect of the program from one start to the next, and of a file dropped on it."""

import json
import logging
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QMimeData, QPoint, QPointF, QSettings, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog

from doge_gui.app import Desktop
from doge_gui.core.snapshot import Phase
from doge_gui.desktop.crash_reports import CrashReports
from doge_gui.simulator.fleet import FleetInThread
from doge_gui.simulator.server import FleetOptions
from doge_gui.station import Options
from doge_gui.views.crash_dialog import CrashDialog
from doge_gui.views.language import Choice as Language
from doge_gui.views.theme import Choice as Theme

pytestmark = pytest.mark.system

CRASH = """
    import ctypes, logging, resource, sys
    from pathlib import Path
    from PySide6.QtCore import QCoreApplication
    from doge_gui.desktop.crash_reports import CrashReports
    application = QCoreApplication([])
    CrashReports(Path(sys.argv[1]), logging.getLogger("watchdoge")).begin()
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    ctypes.string_at(0)
"""


@pytest.fixture
def fleet():
    with FleetInThread(FleetOptions(gateways=3, marble_speed=0.0)) as fleet:
        yield fleet


@pytest.fixture
def config(tmp_path, fleet) -> Path:
    (tmp_path / "ip_addresses.json").write_text(json.dumps(dict(fleet.addresses)))
    path = tmp_path / "configDoge.json"
    path.write_text(json.dumps({"job": {"interval_minutes": 1 / 60}, "history": {"path": "past.db"}}))
    return path


@pytest.fixture
def start(qapp, tmp_path):
    """Starts the program; one that was ended is not ended again."""
    running: list[Desktop] = []

    def begin(config: Path, reports: CrashReports | None = None) -> Desktop:
        settings = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
        options = Options(config=config)
        desktop = Desktop(qapp, settings, options, reports)
        running.append(desktop)
        desktop.begin(options)
        return desktop

    def end(desktop: Desktop) -> None:
        running.remove(desktop)
        desktop.window.close()
        assert desktop.end()
        desktop.window.deleteLater()

    begin.end = end
    yield begin
    for one in list(running):
        end(one)


def watching(qtbot, desktop: Desktop, plcs: int = 3) -> None:
    def known() -> bool:
        snapshot = desktop.window.screen_.table.picture.snapshot
        return snapshot.facts.phase is Phase.DONE and len(snapshot.plan) == plcs

    qtbot.waitUntil(known, timeout=10_000)


def test_theme_and_language_are_those_of_the_last_start(start, config, qtbot) -> None:
    first = start(config)
    watching(qtbot, first)
    light = first.window.palette().window().color()
    first.window.menus.themes[Theme.DARK].trigger()
    first.window.menus.languages[Language.FRENCH].trigger()
    start.end(first)
    again = start(config)
    watching(qtbot, again)
    window = again.window
    assert window.menus["quit"].text() == "&Quitter"
    assert window.menus.themes[Theme.DARK].isChecked()
    assert window.menus.languages[Language.FRENCH].isChecked()
    assert window.palette().window().color().lightness() < light.lightness()
    # The tests after this one begin in light English.
    window.menus.themes[Theme.LIGHT].trigger()
    again.window.menus.languages[Language.ENGLISH].trigger()
    assert again.window.menus["quit"].text() == "&Quit"


def test_a_crash_is_offered_at_the_next_start_until_it_is_dismissed(start, config, qtbot, tmp_path) -> None:
    folder = tmp_path / "crashes"
    command = [sys.executable, "-c", textwrap.dedent(CRASH), str(folder)]
    assert subprocess.run(command, capture_output=True, timeout=60, check=False).returncode < 0
    for dismissed in (False, True):
        reports = CrashReports(folder, logging.getLogger("watchdoge"))
        desktop = start(config, reports)
        watching(qtbot, desktop)
        (dialog,) = desktop.window.findChildren(CrashDialog)
        assert dialog.isVisible()
        # Supervision goes on behind it.
        number = desktop.window.screen_.table.picture.snapshot.facts.number
        table = desktop.window.screen_.table
        qtbot.waitUntil(lambda at=number, seen=table: seen.picture.snapshot.facts.number > at, timeout=9000)
        (dialog.dismiss if dismissed else dialog.later).click()
        start.end(desktop)
    assert CrashReports(folder, logging.getLogger("watchdoge")).left_behind() == ()


def test_a_dropped_list_is_previewed_then_watched(start, config, qtbot, tmp_path, fleet) -> None:
    desktop = start(config)
    watching(qtbot, desktop)
    listed = config.with_name("ip_addresses.json")
    before = listed.read_text()
    fewer = tmp_path / "two of three.json"
    fewer.write_text(json.dumps({plc: one for plc, one in dict(fleet.addresses).items() if plc != "API-2"}))
    drop(desktop.window, fewer)
    previews = desktop.front.drops.previews
    qtbot.waitUntil(lambda: previews.preview is not None and previews.preview.isVisible())
    assert previews.preview.table.item(0, 1).text() == "API-2"
    assert listed.read_text() == before
    previews.preview.go.click()
    watching(qtbot, desktop, plcs=2)
    assert json.loads(listed.read_text()) == json.loads(fewer.read_text())
    assert str(listed) in desktop.window.notice.text.whole


def test_the_fleet_is_exported_from_the_menu_while_it_is_watched(
    start, config, qtbot, tmp_path, monkeypatch
) -> None:
    desktop = start(config)
    watching(qtbot, desktop)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "fleet.csv"), ""))
    with qtbot.waitSignal(desktop.front.tables.done, timeout=10_000):
        desktop.window.menus["table"].trigger()
    lines = (tmp_path / "fleet.csv").read_text(encoding="utf-8").splitlines()
    assert [line.split(",")[0] for line in lines] == ["PLC", "API-1", "API-2", "API-3"]


def drop(window, path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    how = Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QCoreApplication.sendEvent(window, QDragEnterEvent(QPoint(9, 9), *how))
    QCoreApplication.sendEvent(window, QDropEvent(QPointF(9, 9), *how))
