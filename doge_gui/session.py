"""One supervision with its surroundings, from the first cycle to the end: what a window shows."""

import logging
from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from doge_gui.core.config import Config
from doge_gui.core.config_text import Mistake
from doge_gui.core.reporting.order import ReportOrder
from doge_gui.core.reporting.shift import ShiftWish
from doge_gui.engine.alarm_statistics import AlarmStatistics
from doge_gui.engine.config_watch import ConfigWatch
from doge_gui.engine.past_desk import PastDesk
from doge_gui.engine.replay_desk import ReplayDesk
from doge_gui.engine.trend_desk import TrendDesk
from doge_gui.engine.watch import Renewal, Surroundings
from doge_gui.engine.watch_thread import WatchThread
from doge_gui.engine.writing_desk import WritingDesk
from doge_gui.export.files import ExportError
from doge_gui.history.errors import HistoryError
from doge_gui.models.report_tongue import report_tongue
from doge_gui.recorded import Where, write_shift
from doge_gui.station import Station, operator_name, own_command, settle_memory, wall_clock
from doge_gui.steady import awake_clock, steady_clock
from doge_gui.web_desk import WebDesk

_log = logging.getLogger("watchdoge")


class Session(QObject):
    """The engine, the sound, the log and the watched configuration of one station.

    Signals:
        mistakes_found(str, tuple): path, tuple of Mistake; the last good configuration stays in force.
        config_taken(str): path; its configuration is in force from the next cycle on.
        log_changed(str): why the log cannot be written; empty when it can again.
        web_changed(object): WebStatus.
    """

    mistakes_found = Signal(str, tuple)
    config_taken = Signal(str)
    log_changed = Signal(str)
    web_changed = Signal(object)

    def __init__(self, station: Station, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._station = station
        self._thread = WatchThread(_surroundings(station), self)
        watch = self._thread.watch
        self.supervision, self.annunciator, self.alarms = watch.supervision, watch.annunciator, watch.alarms
        self.statistics = AlarmStatistics(station.record, wall_clock, self)
        rules = station.config.alarm_rules()
        self.past = PastDesk(station.open_history, steady_clock, wall_clock, self)
        self.trends = TrendDesk(station.recorded_history, self)
        self.trends.use(rules)
        self.replay = ReplayDesk(station.recorded_history, rules, steady_clock, self)
        self.reports = WritingDesk(self._write_report, (HistoryError, ExportError), self)
        self._watch: ConfigWatch | None = None
        self.alarms.changed.connect(self.statistics.take_report)
        self.alarms.changed.connect(self.past.fetch)
        self.replay.heard.connect(watch.voices.take_replayed)
        self.supervision.cycle_ended.connect(self._on_cycle_ended)
        self._web = WebDesk(watch.newest, station, self)
        self._web.changed.connect(self.web_changed)
        self.log_changed.connect(watch.newest.take_log)
        self.mistakes_found.connect(watch.newest.take_mistakes)
        self.config_taken.connect(watch.newest.take_config)
        self._log_error = ""
        self._settled = False

    def begin(self) -> None:
        """Open the log, start the first cycle, the sound and the watch over the configuration."""
        self._station.open_log()
        _log.info("supervision started")
        self.past.begin()
        self._thread.begin()
        self._web.use(self._station.config.flask)
        path = self._station.config_path
        if path is not None:
            self._watch = ConfigWatch(path, self, self._station.config)
            self._watch.config_changed.connect(self._on_config_changed)
            self._watch.config_rejected.connect(self._on_config_rejected)
            self.config_taken.emit(str(path))

    def end(self) -> bool:
        """End everything; False where a thread hangs in somebody else's code."""
        if self._watch is not None:
            self._watch.stop()
        ended = all([self._web.stop(), self._thread.end()])
        readers = (self.statistics, self.past, self.trends, self.replay, self.reports)
        ended = all([*(reader.stop() for reader in readers), ended])
        _log.info("supervision ended")
        self._station.close()
        return ended

    @property
    def station(self) -> Station:
        """What is supervised."""
        return self._station

    def fall_silent(self) -> None:
        """Tell nothing more."""
        for sender in (self, *self.findChildren(QObject)):
            sender.blockSignals(True)
        self._thread.fall_silent()

    def _write_report(self, order: ReportOrder) -> None:
        """Write the report of a shift; called in a thread. Raises HistoryError and ExportError."""
        station = self._station
        config = station.config
        kept = timedelta(days=config.history.keep_readings_days)
        plant = station.record[1]
        wish = ShiftWish(plant, order.begin, order.end, wall_clock(), config.alarm_rules(), kept)
        write_shift(Where(station.place, plant), wish, Path(order.path), report_tongue())

    @Slot()
    def _on_cycle_ended(self) -> None:
        """May come when the watch is gone already: what it told waits for this thread."""
        if not self._settled:
            self._settled = True
            settle_memory()
            self._web.begin()
        error = self._station.log_error
        if error != self._log_error:
            self._log_error = error
            self.log_changed.emit(error)

    @Slot(object)
    def _on_config_changed(self, config: Config) -> None:
        _log.info("configuration changed; in force from the next cycle on")
        self._station.take(config)
        self._web.use(config.flask)
        self.trends.use(config.alarm_rules())
        self.replay.use(config.alarm_rules())
        station = self._station
        self._thread.use(Renewal(station.job(), station.source(), config.alarm_rules(), station.config_mark))
        self.config_taken.emit(str(self._station.config_path))

    @Slot(object)
    def _on_config_rejected(self, mistakes: tuple[Mistake, ...]) -> None:
        _log.warning("configuration not usable, the last good one stays: %s", "; ".join(map(str, mistakes)))
        self.mistakes_found.emit(str(self._station.config_path), mistakes)


def _surroundings(station: Station) -> Surroundings:
    return Surroundings(
        station.source(),
        station.job(),
        steady_clock,
        awake_clock,
        wall_clock,
        station.example,
        station.alarm_judge(),
        operator_name(),
        own_command("--play-sounds"),
        station.sound_of,
    )
