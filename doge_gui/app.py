"""Composition root of the window: builds every part, connects the floors, and ends all in order."""

import logging
import os
import sys
import time
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QSettings, Qt, QTimer, Slot
from PySide6.QtWidgets import QApplication

from doge_gui import paths
from doge_gui.core.config_text import ConfigError
from doge_gui.core.cycle_line import cycle_line
from doge_gui.core.snapshot import Phase, Snapshot
from doge_gui.engine.interrupts import Interrupts
from doge_gui.session import Session
from doge_gui.station import Options, Station, config_path
from doge_gui.views.config_screen import ConfigScreen
from doge_gui.views.main_window import MainWindow
from doge_gui.views.theme import ThemeManager

_EXAMPLE_GATEWAYS = 8
_log = logging.getLogger("watchdoge")


def run(options: Options) -> int:
    """Supervise in a window until it is closed. Returns the exit code."""
    QApplication.setAttribute(Qt.ApplicationAttribute.AA_DontShowIconsInMenus)
    application = QApplication(sys.argv[:1])
    application.setApplicationName("WatchDoge Supercharged")
    application.setDesktopFileName("watchdoge")
    settings = QSettings(str(paths.settings_file()), QSettings.Format.IniFormat)
    desktop = Desktop(application, settings, options)
    desktop.begin(options)
    code = application.exec()
    ended = desktop.end()
    sys.stdout.flush()
    if not ended:
        # A thread hangs in a database driver or a name lookup; nothing is left that it could do.
        os._exit(code)
    return code


class Desktop(QObject):
    """Holds the window and, once there is a usable configuration, one session of supervision."""

    def __init__(self, application: QApplication, settings: QSettings, options: Options) -> None:
        super().__init__()
        self._application, self._settings, self._options = application, settings, options
        self._theme = ThemeManager(application, settings)
        self.session: Session | None = None
        self.screen: ConfigScreen | None = None
        self.window = MainWindow(settings, time.monotonic, self._theme)
        self._interrupts = Interrupts(self)
        self._interrupts.interrupted.connect(self._on_interrupted)
        self.window.open_configuration_requested.connect(self._on_open_configuration)
        self.window.closing.connect(application.quit)
        self._hook, sys.excepthook = sys.excepthook, self._note_defect

    def begin(self, options: Options) -> None:
        """Supervise by these options, or show why that cannot be."""
        try:
            station = Station(options)
        except ConfigError as error:
            self._show_mistakes(options, error)
            return
        self._options = options
        if os.environ.get("WATCHDOGE_PRINT_PAINTED"):
            _PaintWatch(self.window).setParent(self)
        self.window.show()
        self._leave_screen()
        # The window is painted before the engine is built, so that it stands at once.
        self._station = station
        QTimer.singleShot(0, self, self._begin_session)
        if options.run_seconds > 0:
            QTimer.singleShot(int(options.run_seconds * 1000), self, self._on_time_over)

    def end(self) -> bool:
        """End everything in the order: engine, sound, log, example fleet. False where a thread hangs."""
        ended = self.session.end() if self.session is not None else True
        self._interrupts.stop()
        self._settings.sync()
        sys.excepthook = self._hook
        return ended

    @Slot()
    def _begin_session(self) -> None:
        if self.session is not None:
            self.session.end()
            self.session.deleteLater()
        session = self.session = Session(self._station, self)
        self._connect(session)
        session.begin()

    def _connect(self, session: Session) -> None:
        window = self.window
        session.supervision.snapshot_ready.connect(window.show_snapshot)
        session.supervision.schedule_changed.connect(window.show_schedule)
        session.supervision.addresses_changed.connect(window.show_addresses)
        session.supervision.disconnections_changed.connect(window.show_disconnections)
        session.annunciator.sounding_changed.connect(window.show_sounding)
        session.annunciator.status_changed.connect(window.show_sound)
        session.mistakes_found.connect(window.show_config_mistakes)
        session.config_taken.connect(window.show_config_ok)
        if self._options.print_cycles:
            session.supervision.snapshot_ready.connect(self._on_snapshot_ready)
        window.poll_now_requested.connect(session.supervision.poll_now)
        window.pause_requested.connect(session.supervision.pause)
        window.disconnect_requested.connect(session.supervision.disconnect_plcs)
        window.silence_requested.connect(session.annunciator.silence)

    def _show_mistakes(self, options: Options, error: ConfigError) -> None:
        path = str(config_path(options))
        if self.session is not None:
            self.window.show_config_mistakes(path, error.mistakes)
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

    def _leave_screen(self) -> None:
        screen, self.screen = self.screen, None
        if screen is not None:
            screen.blockSignals(True)
            screen.close()
            screen.deleteLater()

    @Slot(str)
    def _on_open_configuration(self, path: str) -> None:
        self.begin(Options(config=Path(path), print_cycles=self._options.print_cycles))

    @Slot()
    def _on_retry(self) -> None:
        self.begin(self._options)

    @Slot()
    def _on_example(self) -> None:
        self.begin(Options(demo=_EXAMPLE_GATEWAYS, print_cycles=self._options.print_cycles))

    @Slot(object)
    def _on_snapshot_ready(self, snapshot: Snapshot) -> None:
        if snapshot.facts.phase is Phase.DONE:
            print(cycle_line(snapshot), flush=True)

    @Slot()
    def _on_time_over(self) -> None:
        if self._options.screenshot is not None:
            self._options.screenshot.parent.mkdir(parents=True, exist_ok=True)
            self.window.grab().save(str(self._options.screenshot))
            print(f"screenshot: {self._options.screenshot}", flush=True)
        self.window.close()

    @Slot()
    def _on_interrupted(self) -> None:
        self._application.exit(130)

    def _note_defect(self, kind: type[BaseException], error: BaseException, trace: object) -> None:
        """A defect in a slot: the program lives on, and the log tells where to look."""
        _log.critical("unexpected error", exc_info=(kind, error, trace))  # type: ignore[arg-type]
        self._hook(kind, error, trace)  # type: ignore[arg-type]


class _PaintWatch(QObject):
    """Prints the instant of the window's first painting, for the benchmark of the start."""

    def __init__(self, window: QObject) -> None:
        super().__init__()
        self._window = window
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """See the first painting."""
        if event.type() == QEvent.Type.Paint:
            self._window.removeEventFilter(self)
            QTimer.singleShot(0, self, self._tell)
        return super().eventFilter(watched, event)

    @Slot()
    def _tell(self) -> None:
        print(f"painted {time.monotonic():.6f}", file=sys.stderr, flush=True)
