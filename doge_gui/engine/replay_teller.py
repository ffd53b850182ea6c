"""What is told of the cycle that a replay shows: the picture, its alarms, where it stands, what was heard."""

from datetime import datetime

from PySide6.QtCore import QObject, Signal

from doge_gui.core.alarms.report import AlarmReport
from doge_gui.core.alarms.rules import Rules
from doge_gui.core.alarms.sounding import Call, heard
from doge_gui.core.replay.film import Film
from doge_gui.core.replay.position import Position, time_line
from doge_gui.core.replay.track import Gap

Span = tuple[datetime, datetime]


class ReplayTeller(QObject):
    """Tells a film's cycle to whoever shows it.

    Signals: `picture_ready(object)`, `alarms_ready(object)`, `position_changed(object)` and `heard(tuple)`
    of ReplayDesk, which describes them.
    """

    picture_ready = Signal(object)
    alarms_ready = Signal(object)
    position_changed = Signal(object)
    heard = Signal(tuple)

    def __init__(self, rules: Rules, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rules = rules
        self.sound = False
        self.span: Span | None = None
        """From the first recorded cycle to the newest, as far as is known."""
        self.line: Span | None = None
        """From when to when the time line reaches."""
        self.lined = False
        """The alarms of the time line were told."""
        self._report: AlarmReport | None = None
        self._calls: tuple[Call, ...] = ()

    def begin_anew(self) -> None:
        """Forget what was told."""
        self.line, self._report = None, None
        self.hush()

    def show(self, film: Film, gap: Gap | None) -> None:
        """Tell everything of the cycle at which a film stands; `gap` was jumped over to come there."""
        reel, index = film.place()
        snapshot = reel.picture(index)
        self._report = reel.report(index, self.rules, snapshot)
        self.tell_position(film, gap or film.player.track.gap_before(film.player.cycle))
        self.alarms_ready.emit(self._report)
        self.picture_ready.emit(snapshot)
        self.tell_heard(film)

    def tell_position(self, film: Film, gap: Gap | None) -> None:
        """Tell where a film stands, and whether it plays."""
        if self.span is None:
            return
        reel, index = film.place()
        cycle, player = reel.stretch.cycles[index], film.player
        first, last = min(self.span[0], cycle.at), max(self.span[1], cycle.at)
        if self.line is None or not self.line[0] <= cycle.at <= self.line[1]:
            self.line, self.lined = time_line(cycle.at, first, last), False
        self.position_changed.emit(
            Position(
                at=cycle.at,
                first=first,
                last=last,
                begin=self.line[0],
                end=self.line[1],
                playing=player.playing,
                speed=player.speed,
                gap=gap,
                interval_s=reel.stretch.interval_s,
                cycle=cycle.number,
            )
        )

    def tell_heard(self, film: Film | None) -> None:
        """Tell what was to be heard then, while that is asked for and time runs on."""
        report = self._report
        if film is None or report is None or not (self.sound and film.player.playing):
            self.hush()
        else:
            self._say(heard(report.book, report.rules))

    def hush(self) -> None:
        """Nothing is to be heard."""
        self._say(())

    def _say(self, calls: tuple[Call, ...]) -> None:
        if calls != self._calls:
            self._calls = calls
            self.heard.emit(calls)
