"""The line that is always in sight: the most urgent alarm with its remedy, or that all is well."""

from PySide6.QtCore import QElapsedTimer, Signal, Slot
from PySide6.QtGui import QFont, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QVBoxLayout

from doge_gui.core.alarms.report import FLOOD_MINUTES
from doge_gui.core.alarms.states import Priority
from doge_gui.models.alarm_banner import (
    MOST_LINES,
    Line,
    alarm_lines,
    fact_line,
    quiet_line,
    standing,
)
from doge_gui.models.alarm_cells import Moment, time_text
from doge_gui.models.alarm_digest import AlarmDigest, Count
from doge_gui.models.facts import Condition, Fact, facts
from doge_gui.models.phrases import grouped
from doge_gui.models.quiet import hidden_words, quiet
from doge_gui.models.severity import Severity, severity_of
from doge_gui.views.announce import announce
from doge_gui.views.banner_lines import BannerLine, BannerList, BannerStrip, small_button
from doge_gui.views.labels import PlainLabel
from doge_gui.views.theme import font, set_property

_ROOMY_PX = 1100
_PRIORITIES = tuple(sorted(Priority, reverse=True))


class Banner(QFrame):
    """The most urgent line; a button unfolds the others beneath.

    Signals: `silence()`; `acknowledge(tuple)` ids of the alarm that is shown; `unmute()`; `poll_wanted()` new
    values; `alarms_wanted()` the alarm screen; `details_wanted()` of the configuration's mistakes;
    `left_out_wanted()` of the entries left out of the address list; `announced(str)` what a screen reader was
    told, since another line is the most urgent now.
    """

    silence = Signal()
    acknowledge = Signal(tuple)
    unmute = Signal()
    poll_wanted = Signal()
    alarms_wanted = Signal()
    details_wanted = Signal()
    left_out_wanted = Signal()
    announced = Signal(str)

    def __init__(self, condition: Condition) -> None:
        super().__init__()
        self.setObjectName("banner")
        self._since: dict[str, float] = {}
        self._facts: tuple[Fact, ...] = ()
        self._digest = AlarmDigest()
        self._moment = Moment(self._digest.report, self._digest.report.at.utc)
        self._condition = condition
        self._lit = True
        self._acknowledged = QElapsedTimer()
        self._read_out = (Severity.NORMAL, "")
        self.worst = BannerLine()
        self.others = BannerList()
        self._make_right()
        self._make_strips()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        inner = QVBoxLayout()
        inner.setContentsMargins(14, 7, 14, 7)
        inner.addLayout(self._first_line())
        outer.addLayout(inner)
        outer.addWidget(self.muted)
        outer.addWidget(self.old)
        outer.addWidget(self.flood)
        below = QVBoxLayout()
        below.setContentsMargins(14, 0, 14, 0)
        below.addWidget(self.others)
        outer.addLayout(below)

    def _make_right(self) -> None:
        self.more = QToolButton()
        self.more.setObjectName("flat")
        self.more.setCheckable(True)
        self.more.setFont(font(12, QFont.Weight.Medium))
        self.more.setToolTip(self.tr("Show everything that is abnormal"))
        self.more.toggled.connect(self._on_more)
        self.counts = {priority: PlainLabel(weight=QFont.Weight.DemiBold) for priority in _PRIORITIES}
        self.details = small_button(self.tr("Mistakes…"), self.tr("Show all mistakes of the configuration"))
        self.details.clicked.connect(self.details_wanted)
        self.left_out = small_button(
            self.tr("Left out…"), self.tr("Show all entries left out of the address list")
        )
        self.left_out.clicked.connect(self.left_out_wanted)
        self.silence_button = small_button(self.tr("Silence"), self.tr("Silence the alarm sound (Ctrl+M)"))
        self.silence_button.setObjectName("silence")
        self.silence_button.setEnabled(False)
        self.silence_button.clicked.connect(self.silence)
        self.acknowledge_button = small_button(
            self.tr("Acknowledge"),
            self.tr("Acknowledge the alarm that is shown here, no other (F8). Its sound stops too."),
        )
        self.acknowledge_button.setObjectName("acknowledge")
        self.acknowledge_button.clicked.connect(self.acknowledge_shown)
        self.example = PlainLabel(self.tr("EXAMPLE FLEET"), 12, QFont.Weight.DemiBold)
        self.example.setObjectName("example")
        self.example.setToolTip(self.tr("These gateways are simulated: no real plant is watched."))

    def _make_strips(self) -> None:
        self.muted = BannerStrip(
            "muted", self.tr("Unmute"), self.tr("Let alarms be heard again (Ctrl+Alt+M)")
        )
        self.muted.wanted.connect(self.unmute)
        self.flood = BannerStrip("flood", self.tr("Show alarms"), self.tr("Go to the alarm screen (Alt+2)"))
        self.flood.wanted.connect(self.alarms_wanted)
        self.old = BannerStrip("flood", self.tr("Poll now"), self.tr("Ask all gateways now (F5)"))
        self.old.wanted.connect(self.poll_wanted)

    def _first_line(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(10)
        line.addWidget(self.worst, 1)
        shown = (self.more, *self.counts.values(), self.example, self.details, self.left_out)
        buttons = (self.silence_button, self.acknowledge_button)
        for widget in (*shown, *buttons):
            line.addWidget(widget)
            widget.setVisible(widget in buttons)
        return line

    # What comes in

    def show_condition(self, condition: Condition) -> None:
        """Show what is abnormal now without being an alarm."""
        self._condition = condition
        self._facts = facts(condition)
        now = condition.fleet.now
        self._since = {fact.key: self._since.get(fact.key, now) for fact in self._facts}
        addresses = condition.addresses
        self.example.setVisible(addresses is not None and addresses.example)
        self.left_out.setVisible(addresses is not None and bool(addresses.problems))
        self.details.setVisible(bool(condition.mistakes))
        self._tell()

    def show_alarms(self, digest: AlarmDigest, moment: Moment) -> None:
        """Show the alarms, looked at in this moment."""
        self._digest, self._moment = digest, moment
        for priority, label in self.counts.items():
            self._show_count(label, priority, digest.counts.get(priority, Count()))
        mute = digest.report.book.mute
        words = self.tr("♪ Sound muted until {0} – alarms are shown, but not heard")
        self.muted.say(words.format(time_text(mute.until, moment.now)) if mute is not None else "")
        words = self.tr("Flood: {0} alarms in {1} min, grouped by what they are about")
        self.flood.say(words.format(grouped(digest.report.raised), FLOOD_MINUTES) if digest.flood else "")
        self._tell()

    def _show_count(self, label: PlainLabel, priority: Priority, count: Count) -> None:
        severity = severity_of(priority)
        label.say(f"{severity.mark} {grouped(count.unacknowledged)}/{grouped(count.standing)}")
        words = self.tr("{0}: {1} not acknowledged of {2} that stand").format(
            severity.word, grouped(count.unacknowledged), grouped(count.standing)
        )
        label.setAccessibleName(words)
        label.setToolTip(words)
        set_property(label, "severity", int(severity) if count.unacknowledged else 0)
        set_property(label, "look", "" if count.unacknowledged else "muted")
        label.setVisible(count.standing > 0)

    def show_sounding(self, sounding: bool, reason: str) -> None:
        """Make the button live while an alarm sounds; `reason` says which."""
        self.silence_button.setEnabled(sounding)
        tip = self.tr("Silence the alarm sound (Ctrl+M)")
        self.silence_button.setAccessibleDescription(reason if sounding else tip)

    def set_lit(self, lit: bool) -> None:
        """Let what is unacknowledged blink."""
        self._lit = lit
        self.worst.set_lit(lit)
        self.others.set_lit(lit)

    # What is shown

    @Slot()
    def acknowledge_shown(self) -> None:
        """Acknowledge the alarm of the first line."""
        line = self.worst.shown
        hasty = self._acknowledged.isValid() and self._acknowledged.elapsed() < _HASTY_MS
        if line is not None and line.loud and not hasty:
            self._acknowledged.start()
            self.acknowledge.emit((line.alarm,))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if (event.oldSize().width() >= _ROOMY_PX) != (event.size().width() >= _ROOMY_PX):
            self._tell()

    @Slot(bool)
    def _on_more(self, _shown: bool) -> None:
        self._tell()

    def _tell(self) -> None:
        first, *others = self._lines(MOST_LINES if self.more.isChecked() else 1)
        self._tell_reader(first)
        self.worst.show_line(first, self._lit)
        self.acknowledge_button.setEnabled(first.loud)
        # Beside alarms that stand, it must not be overlooked that they are of some time ago.
        old = next((fact.title for fact in self._facts if fact.key in _OLD), "")
        self.old.say(old if first.alarm else "")
        count = max(0, standing(self._digest) + len(self._facts) - 1)
        shown = self.more.isChecked() and bool(others)
        self.more.setVisible(count > 0)
        words = self.tr("{0} more {1}") if self.width() >= _ROOMY_PX else self.tr("+{0} {1}")
        self.more.setText(words.format(grouped(count), "▴" if shown else "▾"))
        self.more.setAccessibleName(self.tr("{0} more lines").format(grouped(count)))
        self.others.setVisible(shown)
        if shown:
            self.others.show_lines(others, self._lit)

    def _tell_reader(self, first: Line) -> None:
        """Have another first line read out; what only runs on in it, its age, is not repeated."""
        words = f"{first.severity.word}: {first.title}"
        self.setAccessibleName(words)
        self.setAccessibleDescription(first.detail)
        about = first.alarm or "".join(one for one in first.title if not one.isdigit())
        before, self._read_out = self._read_out, (first.severity, about)
        # From well to well there is nothing to be told.
        if before != self._read_out and max(before[0], first.severity) > Severity.NORMAL:
            announce(self, words, urgent=first.severity is Severity.HIGH)
            self.announced.emit(words)

    def _lines(self, most: int) -> list[Line]:
        """Alarms, then facts; that all is well where there is neither."""
        lines = list(alarm_lines(self._digest, self._moment, most))
        condition = self._condition
        lines += [fact_line(fact, condition.fleet.now - self._since[fact.key]) for fact in self._facts]
        if not lines:
            hidden = self._digest.hidden
            lines = [quiet_line(hidden_words(hidden) if hidden else quiet(condition.fleet))]
        return lines


_OLD = frozenset({"paused", "old"})
"""Facts that say that what is shown no longer tells the present."""
_HASTY_MS = 700
"""The second of two clicks would acknowledge the next alarm, which nobody has read yet."""
