"""The program at work: one window, one session of supervision behind it, and what belongs to both."""

import os
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSettings, QTimer, Slot
from PySide6.QtGui import QSessionManager
from PySide6.QtWidgets import QApplication, QWidget

from doge_gui import paths
from doge_gui.core.config_text import ConfigError
from doge_gui.desktop.crash_reports import CrashReports
from doge_gui.desktop.single_instance import Claim
from doge_gui.engine.collector import Collector
from doge_gui.engine.cycle_lines import CycleLines
from doge_gui.engine.interrupts import Interrupts
from doge_gui.front import Front
from doge_gui.housekeeping import Housekeeping
from doge_gui.last_facts import LastFacts
from doge_gui.line_printer import LinePrinter
from doge_gui.log_file import one_line
from doge_gui.one_window import OneWindow
from doge_gui.session import Session
from doge_gui.station import Options, Station, config_path
from doge_gui.views.config_screen import ConfigScreen
from doge_gui.views.language import Choice as Language
from doge_gui.views.language import LanguageManager
from doge_gui.views.main_window import MainWindow
from doge_gui.views.theme import ThemeManager
from doge_gui.window_pictures import PaintWatch, photograph

if TYPE_CHECKING:
    from doge_gui.first_start import FirstStart

_EXAMPLE_GATEWAYS = 8
INTERRUPTED = 130


class Desktop(QObject):
    """Holds the window and, once there is a usable configuration, one session of supervision."""

    def __init__(
        self,
        application: QApplication,
        settings: QSettings,
        options: Options,
        reports: CrashReports | None = None,
        the_one: OneWindow | None = None,
    ) -> None:
        """`reports` tells of defects; None where nobody notes them.

        `the_one` holds the claim on the plant that is shown; None where there may be others.
        """
        super().__init__()
        self._application, self._settings, self._options = application, settings, options
        self._collector = Collector(self)
        self._the_one = the_one
        self._theme = ThemeManager(application, settings)
        self._languages = LanguageManager(application, settings)
        self.session: Session | None = None
        self.screen: ConfigScreen | None = None
        self.first: FirstStart | None = None
        self._facts: LastFacts | None = None
        self._unended: list[QObject] = []
        self._printer = LinePrinter(sys.stdout)
        self._cycles_left = options.cycles
        self._interrupts = Interrupts(self)
        self._interrupts.interrupted.connect(self._on_interrupted)
        self.house = Housekeeping(settings, self._theme, self._languages, reports, self)
        self._show_front(Front(settings, self._theme, self._languages))
        self._languages.changed.connect(self._on_language_changed)
        application.commitDataRequest.connect(self._on_session_ends)
        if options.run_seconds > 0:
            QTimer.singleShot(int(options.run_seconds * 1000), self, self._on_time_over)

    @property
    def window(self) -> MainWindow:
        """The window of now: in another language it is another one."""
        return self.front.window

    @Slot()
    def to_front(self) -> None:
        """Bring to the front what the operator works with."""
        if self.session is not None:
            self.window.to_front()
        standing = self._standing()
        if standing is not None:
            standing.show()
            standing.raise_()
            standing.activateWindow()
        elif self.session is None:
            self.window.to_front()

    def begin(self, options: Options) -> None:
        """Supervise by these options, or show why that cannot be; help where nothing is configured yet."""
        nothing = options.config is None and options.demo is None and not paths.default_config().exists()
        if self.session is None and nothing:
            self._options = options
            self._begin_assistant()
            return
        try:
            station = Station(options)
        except ConfigError as error:
            self._show_mistakes(options, error)
            return
        if self._the_one is not None and self._the_one.claim(options) is not Claim.FIRST:
            self._leave_it_to_the_other(options)
            return
        self._options = options
        if os.environ.get("WATCHDOGE_PRINT_PAINTED"):
            PaintWatch(self.window).setParent(self)
        self.window.show()
        # Whoever left the wall display, or opens another plant on it, has it as it is.
        if options.kiosk is not None and self.session is None:
            self.house.enter_kiosk(self.front, options.kiosk)
        self._leave_screens()
        # The window is painted before the engine is built, so that it stands at once.
        self._station = station
        QTimer.singleShot(0, self, self._begin_session)

    def _leave_it_to_the_other(self, options: Options) -> None:
        """Another window watches this plant: two would write its totals twice."""
        words = self.tr("Another window watches {0} already: it was brought to the front where it answers")
        text = words.format(config_path(options))
        print(f"watchdoge: {one_line(text)}", file=sys.stderr, flush=True)
        if self.session is not None:
            self.window.notice.say(text, failed=True)
        else:
            self._application.exit(0)

    def end(self) -> bool:
        """End screens, engine, sound, log and example fleet, in this order. False where a thread hangs."""
        self.house.end()
        self._leave_screens()
        if self.window.isVisible():
            # Ended by a signal or with the desktop's session: nobody closed it.
            self.window.remember_layout()
        ended = self.session.end() if self.session is not None else True
        self._interrupts.stop()
        ended = self.front.end() and ended
        self._languages.end()
        self._collector.stop()
        self._application.setQuitOnLastWindowClosed(True)
        self._settings.sync()
        return self._printer.close() and ended and not self._unended

    # The window

    def _show_front(self, front: Front) -> None:
        self.front = front
        window = front.window
        window.open_configuration_requested.connect(self._on_open_configuration)
        window.assistant_requested.connect(self._on_assistant)
        window.language_chosen.connect(self._on_language_chosen)
        window.closing.connect(self._application.quit)
        self.house.serve(front)

    @Slot(str)
    def _on_language_chosen(self, language: str) -> None:
        if self.house.settings.unsaved:
            # They would be lost: in another language every screen is another one.
            self.house.settings.to_front()
            self.window.menus.languages[self._languages.choice].setChecked(True)
            self.window.notice.say(self.tr("Save the settings or discard the changes first"), failed=False)
            return
        self._languages.choose(Language(language))

    @Slot()
    def _on_language_changed(self) -> None:
        """Build everything anew that shows words. The watch goes on behind it."""
        old, shown = self.front, self.front.window.isVisible()
        old.window.remember_layout()
        wall = self.house.leave(old)
        if self.session is not None:
            self.session.replay.close()
        front = Front(self._settings, self._theme, self._languages)
        self._show_front(front)
        front.go_on_after(old)
        if self.session is not None and self._facts is not None:
            front.follow(self.session, self._facts)
            self.session.past.again()
        if shown:
            front.window.show()
        if wall is not None:
            self.house.enter_kiosk(front, wall)
        if self.first is not None and self.first.window.isVisible():
            self._begin_assistant()
        ended = old.end()
        old.window.hide()
        if ended:
            old.window.deleteLater()
            old.deleteLater()
        else:
            # Deleting it would wait for its thread that hangs.
            self._unended.append(old)

    # The session

    @Slot()
    def _begin_session(self) -> None:
        if self.session is not None:
            self._leave_session(self.session)
        # From now on only the supervision's window ends the program: another one may be closed while that
        # one is hidden in the tray.
        self._application.setQuitOnLastWindowClosed(False)
        session = self.session = Session(self._station, self)
        self._facts = LastFacts(session)
        self.front.follow(session, self._facts)
        lines = CycleLines(session)
        session.supervision.snapshot_ready.connect(lines.take_snapshot)
        session.alarms.changed.connect(lines.take_report)
        lines.ready.connect(self._on_line_ready)
        self.house.follow(session, self._options)
        session.begin()

    def _leave_session(self, session: Session) -> None:
        """End the supervision of another plant, of which nothing shall be left on the screen."""
        session.fall_silent()
        ended = session.end()
        # What the watch told before it ended still waits for the window.
        for listener in (self.window, self.front, self.front.tray):
            QApplication.sendPostedEvents(listener, QEvent.Type.MetaCall.value)
        self.front.begin_anew()
        if ended:
            session.deleteLater()
        else:
            # Deleting it would wait for its thread that hangs.
            self._unended.append(session)

    # Without a configuration

    def _show_mistakes(self, options: Options, error: ConfigError) -> None:
        path = str(config_path(options))
        for mistake in error.mistakes:
            print(one_line(str(mistake)), file=sys.stderr, flush=True)
        if self.session is not None:
            self.window.show_refused(path, error.mistakes)
            return
        self._options = options
        if self.screen is None:
            self.screen = ConfigScreen(path, error.mistakes)
            self.screen.open_requested.connect(self._on_open_configuration)
            self.screen.retry_requested.connect(self._on_retry)
            self.screen.example_requested.connect(self._on_example)
        else:
            self.screen.show_mistakes(path, error.mistakes)
        self.screen.show()
        if self.first is not None:
            self.first.window.hide()

    @Slot()
    def _on_assistant(self) -> None:
        if self.first is not None and self.first.window.isVisible():
            self.to_front()
        else:
            self._begin_assistant()

    def _standing(self) -> QWidget | None:
        """What stands before the window, or in its place; None where that was closed."""
        standing: QWidget | None = self.first.window if self.first is not None else self.screen
        closed = standing is not None and self.session is not None and not standing.isVisible()
        return None if closed else standing

    def _begin_assistant(self) -> None:
        # Seldom wanted, and costs the start a tenth of a second.
        from doge_gui.first_start import FirstStart

        self._leave_screens()
        first = self.first = FirstStart(self._theme, paths.settings_file().parent, self)
        first.example_wanted.connect(self._on_example)
        first.open_wanted.connect(self._on_open_configuration)
        first.finished.connect(self._on_open_configuration)
        first.show()

    def _leave_screens(self) -> None:
        screen, self.screen = self.screen, None
        if screen is not None:
            screen.blockSignals(True)
            screen.close()
            screen.deleteLater()
        first, self.first = self.first, None
        if first is not None:
            first.end()
            first.deleteLater()

    @Slot(str)
    def _on_open_configuration(self, path: str) -> None:
        self.begin(replace(self._options, config=Path(path), demo=None))

    @Slot()
    def _on_retry(self) -> None:
        self.begin(self._options)

    @Slot()
    def _on_example(self) -> None:
        self.begin(replace(self._options, config=None, demo=_EXAMPLE_GATEWAYS))

    # The end

    @Slot(str)
    def _on_line_ready(self, line: str) -> None:
        if self._cycles_left is not None and self._cycles_left <= 0:
            # All that were wanted are told; what the watch did until it ended was on its way.
            return
        if self._options.print_cycles:
            self._printer.say(line)
        if self._cycles_left is not None:
            self._cycles_left -= 1
            if self._cycles_left <= 0:
                self._on_time_over()

    @Slot()
    def _on_time_over(self) -> None:
        if self._options.screenshot is not None:
            self._printer.say(photograph(self._standing() or self.window, self._options.screenshot))
        self.front.quit()
        for standing in (self.screen, self.first.window if self.first is not None else None):
            if standing is not None:
                standing.close()
        self._application.quit()

    @Slot()
    def _on_interrupted(self) -> None:
        self._application.exit(INTERRUPTED)

    @Slot(QSessionManager)
    def _on_session_ends(self, _manager: QSessionManager) -> None:
        """The desktop ends: no question may hold it up."""
        self.front.closing.quit()
