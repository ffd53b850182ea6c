"""Composition root of the window: builds every part, connects the floors, and ends all in order."""

import logging
import os
import sys
import time
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QSettings, Qt, QTimer, Slot
from PySide6.QtWidgets import QApplication

from doge_gui import paths
from doge_gui.connections import connect
from doge_gui.core.config_text import ConfigError
from doge_gui.engine.cycle_lines import CycleLines
from doge_gui.engine.interrupts import Interrupts
from doge_gui.line_printer import LinePrinter
from doge_gui.log_file import one_line
from doge_gui.session import Session
from doge_gui.station import Options, Station, config_path
from doge_gui.views.config_screen import ConfigScreen
from doge_gui.views.main_window import MainWindow
from doge_gui.views.theme import ThemeManager
from doge_gui.views.tray import Tray

_EXAMPLE_GATEWAYS = 8
_log = logging.getLogger("watchdoge")


BAD_CONFIG, INTERRUPTED = 2, 130


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
    if desktop.session is None:
        code = code or BAD_CONFIG
    ended = desktop.end()
    if not ended:
        # A thread hangs in a database driver, or nobody reads what is printed; nothing is left to do.
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
        self._unended: list[Session] = []
        self._printer = LinePrinter(sys.stdout)
        self._cycles_left = options.cycles
        self.window = MainWindow(settings, time.monotonic, self._theme)
        self._tray = Tray(self.window)
        self._interrupts = Interrupts(self)
        self._interrupts.interrupted.connect(self._on_interrupted)
        self.window.open_configuration_requested.connect(self._on_open_configuration)
        self.window.closing.connect(application.quit)
        self._hook, sys.excepthook = sys.excepthook, self._note_defect
        if options.run_seconds > 0:
            QTimer.singleShot(int(options.run_seconds * 1000), self, self._on_time_over)

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

    def end(self) -> bool:
        """End everything in the order: engine, sound, log, example fleet. False where a thread hangs."""
        ended = self.session.end() if self.session is not None else True
        self._interrupts.stop()
        self.window.end()
        self._settings.sync()
        sys.excepthook = self._hook
        return self._printer.close() and ended and not self._unended

    @Slot()
    def _begin_session(self) -> None:
        if self.session is not None:
            self._leave_session(self.session)
        session = self.session = Session(self._station, self)
        self._connect(session)
        session.begin()

    def _leave_session(self, session: Session) -> None:
        """End the supervision of another plant, of which nothing shall be left on the screen."""
        for sender in (session, *session.findChildren(QObject)):
            sender.blockSignals(True)
        ended = session.end()
        self.window.begin_anew()
        if ended:
            session.deleteLater()
        else:
            # Deleting it would wait for its thread that hangs.
            self._unended.append(session)

    def _connect(self, session: Session) -> None:
        connect(session, self.window, self._tray)
        lines = CycleLines(session)
        session.supervision.snapshot_ready.connect(lines.take_snapshot)
        session.alarms.changed.connect(lines.take_report)
        lines.ready.connect(self._on_line_ready)

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

    def _leave_screen(self) -> None:
        screen, self.screen = self.screen, None
        if screen is not None:
            screen.blockSignals(True)
            screen.close()
            screen.deleteLater()

    @Slot(str)
    def _on_open_configuration(self, path: str) -> None:
        self.begin(replace(self._options, config=Path(path), demo=None))

    @Slot()
    def _on_retry(self) -> None:
        self.begin(self._options)

    @Slot()
    def _on_example(self) -> None:
        self.begin(replace(self._options, config=None, demo=_EXAMPLE_GATEWAYS))

    @Slot(str)
    def _on_line_ready(self, line: str) -> None:
        if self._options.print_cycles:
            self._printer.say(line)
        if self._cycles_left is not None:
            self._cycles_left -= 1
            if self._cycles_left <= 0:
                self._on_time_over()

    @Slot()
    def _on_time_over(self) -> None:
        if self._options.screenshot is not None:
            self._printer.say(self._photograph(self._options.screenshot))
        self.window.close()
        if self.screen is not None:
            self.screen.close()
        self._application.quit()

    def _photograph(self, path: Path) -> str:
        """Save a picture of what is on the screen; what became of it, in a line."""
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            return f"no screenshot: {path.parent}: {error.strerror or error}"
        saved = (self.screen or self.window).grab().save(str(path))
        return (
            f"screenshot: {path}"
            if saved
            else f"no screenshot: {path} is no picture file that can be written"
        )

    @Slot()
    def _on_interrupted(self) -> None:
        self._application.exit(INTERRUPTED)

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
