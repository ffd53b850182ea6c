"""What serves a person around the watch: settings, diagnostics, defects, crash reports, the wall display."""

import contextlib
import os

from PySide6.QtCore import QObject, QSettings, Slot
from PySide6.QtGui import QGuiApplication

from doge_gui.core.program_options import ProgramOptions
from doge_gui.desktop import run_file
from doge_gui.desktop.crash_reports import CrashReports
from doge_gui.desktop.diagnostics import DiagnosticsError, write_order
from doge_gui.desktop.redaction import secrets_of
from doge_gui.desktop.screen_saver import ScreenSaver
from doge_gui.diagnosing import parts_of
from doge_gui.engine.writing_desk import WritingDesk
from doge_gui.front import Front
from doge_gui.personal import NOT_OFFERED, Personal
from doge_gui.session import Session
from doge_gui.settings_desk import SettingsDesk
from doge_gui.station import Options, Station, own_command, start_words
from doge_gui.views.crash_dialog import CrashDialog, CrashReport
from doge_gui.views.kiosk import Kiosk, screen_of
from doge_gui.views.language import LanguageManager
from doge_gui.views.theme import ThemeManager

_LEADING_OUT = ("quit", "full", "open", "assistant", "settings", "reset")


class Housekeeping(QObject):
    """Serves one window at a time, and one session."""

    def __init__(
        self,
        settings: QSettings,
        themes: ThemeManager,
        languages: LanguageManager,
        reports: CrashReports | None,
        parent: QObject | None = None,
    ) -> None:
        """`reports` tells of defects and of earlier crashes; None where nobody notes them."""
        super().__init__(parent)
        self._themes, self._languages, self._reports = themes, languages, reports
        self._front: Front
        self._session: Session | None = None
        self._kiosk: Kiosk | None = None
        self._crashed = reports.left_behind() if reports is not None else ()
        self.settings = SettingsDesk(self)
        self.settings.program_changed.connect(self._on_program_changed)
        self.settings.refused.connect(self._on_failure)
        themes.changed.connect(self.settings.set_theme)
        self._personal = Personal(settings, themes, languages, own_command(), self)
        self._personal.failed.connect(self._on_failure)
        self._archives = WritingDesk(write_order, (DiagnosticsError,), self)
        self._archives.done.connect(self._on_archived)
        self._archives.failed.connect(self._on_failure)
        if reports is not None:
            reports.defect_noticed.connect(self._on_defect)

    def serve(self, front: Front) -> None:
        """This is the window now."""
        self._front = front
        front.window.settings_requested.connect(self._on_settings)
        front.window.diagnostics_requested.connect(self._on_diagnostics)

    def leave(self, _front: Front) -> str | None:
        """The window goes: so does what stands over it. The screen that it filled, None where it did not."""
        self.settings.close()
        kiosk, self._kiosk = self._kiosk, None
        if kiosk is None or not kiosk.active:
            return None
        kiosk.leave()
        return kiosk.wanted

    def follow(self, session: Session, options: Options) -> None:
        """This is the session now."""
        self._session = session
        self._personal.start_by(start_words(options, session.station.config_path))
        session.config_taken.connect(self._on_file_changed)
        session.mistakes_found.connect(self._on_file_wrong)
        self._hide_secrets(session.station)
        # Nothing stands in front of a wall display: there it waits until somebody leaves that.
        if self._crashed and not options.unattended and self._kiosk is None:
            self._offer_crashes()

    def enter_kiosk(self, front: Front, screen: str) -> None:
        """Fill a screen with the window."""
        menus = front.window.menus
        out = [menus[name] for name in _LEADING_OUT]
        others = [action for action in menus.all() if action not in out]
        self._kiosk = Kiosk(front.window, screen, out, others)
        saver = ScreenSaver("WatchDoge", self._kiosk)
        self._kiosk.entered.connect(saver.inhibit)
        self._kiosk.left.connect(saver.release)
        self._kiosk.left.connect(self._on_wall_left)
        self._kiosk.enter()
        if screen and screen_of(screen, QGuiApplication.screens()) is None:
            words = self.tr("There is no screen {0}: the first one is used until it comes")
            front.window.notice.say(words.format(screen), failed=True)

    def end(self) -> None:
        """Close what is open; an archive that is being written is waited for a moment."""
        self.settings.close()
        self._archives.stop()

    def _hide_secrets(self, station: Station) -> None:
        path = station.config_path
        if self._reports is None or path is None:
            return
        with contextlib.suppress(OSError):
            text = path.read_text(encoding="utf-8", errors="replace")
            self._reports.hide(secrets_of(text, os.environ))

    def _offer_crashes(self) -> None:
        found, self._crashed = self._crashed, ()
        self._offered = found
        shown = [CrashReport(path.name, run_file.read(path)) for path in found]
        dialog = CrashDialog(shown, self._front.window)
        dialog.dismissed.connect(self._on_crashes_dismissed)
        dialog.diagnostics_wanted.connect(self._front.window.save_diagnostics)
        dialog.show()

    @Slot()
    def _on_wall_left(self) -> None:
        if self._kiosk is not None and self._session is not None and self._crashed:
            self._offer_crashes()

    @Slot()
    def _on_crashes_dismissed(self) -> None:
        if self._reports is not None:
            self._reports.put_away(self._offered)

    @Slot()
    def _on_settings(self) -> None:
        session = self._session
        if session is None:
            return
        path = session.station.config_path
        if path is None:
            # What concerns the program itself can be set all the same.
            words = self.tr("The example fleet has no configuration of its own: set up gateways first")
            self._front.window.notice.say(words, failed=False)
        options = self._personal.options(self._front)
        self.settings.open(path, options, self._themes.theme, self._front.window, NOT_OFFERED)

    @Slot(object)
    def _on_program_changed(self, wanted: ProgramOptions) -> None:
        self._personal.apply(wanted, self._front)

    @Slot(str)
    def _on_file_changed(self, _path: str) -> None:
        self.settings.look_again()
        if self._session is not None:
            station = self._session.station
            self._front.use(station.config, station.config_path)
            self._hide_secrets(station)

    @Slot(str, tuple)
    def _on_file_wrong(self, _path: str, _mistakes: object) -> None:
        self.settings.look_again()

    @Slot(str)
    def _on_diagnostics(self, path: str) -> None:
        if self._session is not None:
            facts = {"theme": self._themes.theme.name, "language": self._languages.language}
            facts["gateways"] = str(len(self._front.window.plc_names()))
            self._archives.order(parts_of(path, self._session, facts))

    @Slot(str)
    def _on_archived(self, path: str) -> None:
        self._front.window.notice.say(self.tr("Diagnostics written to {0}").format(path), failed=False)

    @Slot(str)
    def _on_failure(self, why: str) -> None:
        self._front.window.notice.say(why, failed=True)

    @Slot(str)
    def _on_defect(self, what: str) -> None:
        words = self.tr("A defect of the program was noted in the log; supervision goes on: {0}")
        self._front.window.notice.say(words.format(what), failed=True)
