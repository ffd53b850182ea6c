"""Composition root of the window: builds every part, connects the floors, and ends all in order."""

import logging
import os
import sys
from dataclasses import dataclass

from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QApplication, QMessageBox

from doge_gui import paths
from doge_gui.desktop.crash_reports import CrashReports
from doge_gui.desktop.single_instance import Claim
from doge_gui.desktop.stall_watch import StallWatch
from doge_gui.desktop_room import Desktop
from doge_gui.one_window import OneWindow
from doge_gui.station import Options
from doge_gui.steady import awake_clock
from doge_gui.views.app_icon import application_icon
from doge_gui.views.language import LanguageManager

__all__ = ["BAD_CONFIG", "INTERRUPTED", "Desktop", "run"]

BAD_CONFIG, INTERRUPTED, RUNS_ALREADY = 2, 130, 3
_log = logging.getLogger("watchdoge")


def run(options: Options) -> int:
    """Supervise in a window until it is closed. Returns the exit code."""
    QApplication.setAttribute(Qt.ApplicationAttribute.AA_DontShowIconsInMenus)
    application = QApplication(sys.argv[:1])
    application.setApplicationName("WatchDoge Supercharged")
    application.setDesktopFileName("watchdoge")
    application.setWindowIcon(application_icon())
    settings = QSettings(str(paths.settings_file()), QSettings.Format.IniFormat)
    the_one = OneWindow()
    claim = the_one.claim(options)
    if claim is not Claim.FIRST:
        return _leave_to_the_other(claim, LanguageManager(application, settings))
    if the_one.error:
        _log.warning("a second start cannot be told from this one: %s", the_one.error)
    keeping = _Keeping.begin()
    desktop = Desktop(application, settings, options, keeping.reports, the_one)
    the_one.raise_requested.connect(desktop.to_front)
    desktop.begin(options)
    code = application.exec()
    if desktop.session is None and code == 0:
        code = BAD_CONFIG
    ended = desktop.end()
    keeping.end()
    the_one.end()
    if not ended:
        # A thread hangs in a database driver, or nobody reads what is printed; nothing is left to do.
        os._exit(code)
    return code


def _leave_to_the_other(claim: Claim, _languages: LanguageManager) -> int:
    """Another window watches this plant already. It has been raised; or it hangs, which must be told.

    `_languages` has the words translated while it exists.
    """
    if claim is Claim.RAISED:
        return 0
    text = QApplication.translate("App", "WatchDoge is running already, but does not answer.")
    remedy = QApplication.translate("App", "End it by the system's task manager, then start it again.")
    print(f"watchdoge: {text} {remedy}", file=sys.stderr, flush=True)
    box = QMessageBox(QMessageBox.Icon.Warning, "WatchDoge", text)
    box.setInformativeText(remedy)
    box.exec()
    return RUNS_ALREADY


@dataclass(frozen=True)
class _Keeping:
    """What notes defects and standstills from the start to the end."""

    reports: CrashReports
    stalls: StallWatch

    @classmethod
    def begin(cls) -> "_Keeping":
        reports = CrashReports(paths.crash_folder(), _log, awake_clock)
        reports.begin()
        stalls = StallWatch(paths.crash_folder(), _log, awake_clock)
        stalls.begin()
        return cls(reports, stalls)

    def end(self) -> None:
        self.stalls.end()
        self.reports.end()
