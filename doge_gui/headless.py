"""Composition root without a window: the same engine on a QCoreApplication, one JSON line per cycle."""

import logging
import os
import sys
from typing import TextIO

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Slot

from doge_gui.core.config import Config
from doge_gui.core.config_text import ConfigError, Mistake
from doge_gui.core.statuses import AddressStatus, WebStatus
from doge_gui.engine.alarm_desk import AlarmDesk
from doge_gui.engine.collector import Collector
from doge_gui.engine.config_watch import ConfigWatch
from doge_gui.engine.cycle_lines import CycleLines
from doge_gui.engine.event_log import EventLog
from doge_gui.engine.interrupts import Interrupts
from doge_gui.engine.newest import Newest
from doge_gui.engine.sleep_watch import SleepWatch
from doge_gui.engine.supervision import Supervision
from doge_gui.line_printer import LinePrinter
from doge_gui.log_file import one_line
from doge_gui.station import Options, Station, operator_name, settle_memory, wall_clock
from doge_gui.steady import awake_clock, steady_clock
from doge_gui.web_desk import WebDesk

DONE, BAD_CONFIG, INTERRUPTED = 0, 2, 130
_log = logging.getLogger("watchdoge")


def run(options: Options) -> int:
    """Supervise until the cycles are done or somebody interrupts. Returns the exit code."""
    try:
        station = Station(options)
    except ConfigError as error:
        print("\n".join(map(str, error.mistakes)), file=sys.stderr)
        return BAD_CONFIG
    application = QCoreApplication(sys.argv[:1])
    log = station.open_log()
    if log.status.error:
        print(f"watchdoge: {log.status.error}", file=sys.stderr)
    watch = _Headless(station, sys.stdout, application)
    watch.start()
    code = application.exec()
    ended = watch.stop()
    station.close()
    if not ended:
        # A thread hangs in a database driver, or nobody reads what is printed; nothing is left to do.
        os._exit(code)
    return code


class _Headless(QObject):
    """Connects the engine to standard output."""

    def __init__(self, station: Station, out: TextIO, application: QCoreApplication) -> None:
        super().__init__()
        self._station, self._printer, self._application = station, LinePrinter(out), application
        self._wrong: tuple[str, ...] = ("",)
        self._left = station.options.cycles
        self._settled = False
        self._collector = Collector(self)
        self._sleep = SleepWatch(steady_clock, awake_clock, self)
        self._supervision = Supervision(
            station.source(), station.job(), steady_clock, wall_clock, station.example, self, self._sleep
        )
        self._alarms = AlarmDesk(station.alarm_judge(), steady_clock, wall_clock, operator_name(), self)
        self._newest = Newest(steady_clock, station.example, self)
        self._newest.listen_to(self._supervision, self._alarms)
        self._web = WebDesk(self._newest, station, self)
        self._lines = CycleLines(self)
        self._events = EventLog(self)
        self._interrupts = Interrupts(self)
        self._watch: ConfigWatch | None = None
        if station.config_path is not None:
            self._watch = ConfigWatch(station.config_path, self, station.config)
            self._watch.config_changed.connect(self._on_config_changed)
            self._watch.config_rejected.connect(self._on_config_rejected)
        self._connect()

    def _connect(self) -> None:
        self._supervision.snapshot_ready.connect(self._events.note_snapshot)
        self._supervision.addresses_changed.connect(self._events.note_addresses)
        self._supervision.snapshot_ready.connect(self._alarms.take_snapshot)
        self._supervision.addresses_changed.connect(self._alarms.take_addresses)
        self._supervision.snapshot_ready.connect(self._lines.take_snapshot)
        self._alarms.changed.connect(self._lines.take_report)
        self._lines.ready.connect(self._on_line_ready)
        self._supervision.addresses_changed.connect(self._on_addresses_changed)
        self._interrupts.interrupted.connect(self._on_interrupted)
        self._web.changed.connect(self._on_web_changed)
        self._supervision.cycle_ended.connect(self._web.begin)
        self._supervision.cycle_ended.connect(self._on_cycle_ended)

    def start(self) -> None:
        """Begin."""
        _log.info("supervision started without a window")
        self._sleep.start()
        self._alarms.start()
        self._supervision.start()
        self._web.use(self._station.config.flask)
        if self._station.options.run_seconds:
            QTimer.singleShot(int(self._station.options.run_seconds * 1000), self, self._on_time_over)

    def stop(self) -> bool:
        """End what is under way; False where a thread hangs."""
        if self._watch is not None:
            self._watch.stop()
        ended = all([self._web.stop(), self._supervision.stop()])
        ended = self._alarms.stop() and ended
        self._interrupts.stop()
        self._collector.stop()
        _log.info("supervision ended")
        return self._printer.close() and ended

    @Slot(str)
    def _on_line_ready(self, line: str) -> None:
        if not self._settled:
            self._settled = True
            settle_memory()
        if self._left is not None and self._left <= 0:
            return
        self._printer.say(line)
        if self._printer.gone.is_set():
            self._application.exit(DONE)
            return
        if self._left is not None:
            self._left -= 1
            if self._left <= 0:
                self._application.exit(DONE)

    @Slot()
    def _on_cycle_ended(self) -> None:
        error = self._station.log_error
        if error != self._newest.facts.log_error:
            self._newest.take_log(error)

    @Slot(object)
    def _on_addresses_changed(self, status: AddressStatus) -> None:
        """Say on standard error what is wrong with the list, whenever that changes."""
        wrong = (status.error, *(f"{problem.entry}: {problem.what}" for problem in status.problems))
        if wrong != self._wrong:
            self._wrong = wrong
            for words in filter(None, wrong):
                print(f"watchdoge: address list: {one_line(words)}", file=sys.stderr, flush=True)

    @Slot(object)
    def _on_web_changed(self, status: WebStatus) -> None:
        if status.error:
            print(f"watchdoge: web view not served: {one_line(status.error)}", file=sys.stderr, flush=True)

    @Slot()
    def _on_time_over(self) -> None:
        self._application.exit(DONE)

    @Slot()
    def _on_interrupted(self) -> None:
        self._application.exit(INTERRUPTED)

    @Slot(object)
    def _on_config_changed(self, config: Config) -> None:
        _log.info("configuration changed; in force from the next cycle on")
        self._station.take(config)
        self._web.use(config.flask)
        self._newest.take_config("")
        self._supervision.use(self._station.job(), self._station.source())
        self._alarms.use(config.alarm_rules(), self._station.job().interval_s, self._station.config_mark)

    @Slot(object)
    def _on_config_rejected(self, mistakes: tuple[Mistake, ...]) -> None:
        self._newest.take_mistakes("", mistakes)
        _log.warning("configuration not usable, the last good one stays: %s", "; ".join(map(str, mistakes)))
        print("\n".join(map(str, mistakes)), file=sys.stderr, flush=True)
