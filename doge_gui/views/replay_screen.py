"""The plant as it stood, plainly framed: its own fleet, graphs and alarms, from which nothing can be done."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QAbstractButton, QComboBox, QFrame, QMenu, QStackedWidget, QVBoxLayout

from doge_gui.core.alarms.report import AlarmReport
from doge_gui.core.recording.curves import Mark
from doge_gui.core.replay.past import Past
from doge_gui.core.replay.position import Position
from doge_gui.core.snapshot import Snapshot
from doge_gui.models.alarm_cells import Moment
from doge_gui.models.alarm_digest import AlarmDigest, digest
from doge_gui.models.phrasebook import told as translated
from doge_gui.models.phrases import one_line
from doge_gui.models.replay_marbles import ReplayMarbles
from doge_gui.models.replay_words import end_text, no_alarm_text
from doge_gui.views.alarm_screen import AlarmScreen
from doge_gui.views.banner_lines import BannerStrip
from doge_gui.views.disconnecting import NoticeBar
from doge_gui.views.files import Files
from doge_gui.views.replay_strip import ReplayStrip
from doge_gui.views.replay_tabs import ReplayTabs
from doge_gui.views.supervision_screen import SupervisionScreen
from doge_gui.views.theme import Theme

_FRAME_PX = 3
_PLANT = 0


class ReplayScreen(QFrame):
    """Shows a replay. Whatever the operator wants of it concerns the replay alone.

    Signals: `play_wanted()`; `pause_wanted()`; `speed_chosen(float)`; `step_wanted(int)` cycles;
    `seek_wanted(object)` a datetime, UTC; `next_alarm_wanted()`; `previous_alarm_wanted()`;
    `sound_toggled(bool)`; `live_wanted()` back to the present.
    """

    play_wanted = Signal()
    pause_wanted = Signal()
    speed_chosen = Signal(float)
    step_wanted = Signal(int)
    seek_wanted = Signal(object)
    next_alarm_wanted = Signal()
    previous_alarm_wanted = Signal()
    sound_toggled = Signal(bool)
    live_wanted = Signal()
    table_wanted = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("replay")
        self._digest = AlarmDigest()
        self._unseen: Snapshot | None = None
        self._position: Position | None = None
        self.notice = NoticeBar()
        self.plant = SupervisionScreen(theme, read_only=True)
        self.alarms = AlarmScreen(theme, QMenu(self), read_only=True)
        self.files = Files(self, self.plant.plots, self.notice)
        self.marbles = ReplayMarbles()
        self.plant.plots.history = self.marbles
        # What follows the newest values follows the replay here.
        self.plant.plots.head.back.hide()
        self.tabs = ReplayTabs()
        self.strip = ReplayStrip(theme, self.tabs)
        self.live_alarm = BannerStrip("muted", self.tr("Back to live"), self.tr("Leave the replay (Esc)"))
        self.failure = BannerStrip("flood", self.tr("Try again"), self.tr("Read the recording again"))
        self._keys = _ButtonKeys(self)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self._stack = QStackedWidget()
        self._stack.addWidget(self.plant)
        self._stack.addWidget(self.alarms)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(_FRAME_PX, _FRAME_PX, _FRAME_PX, _FRAME_PX)
        layout.setSpacing(0)
        for widget in (self.live_alarm, self.strip, self.failure, self.notice):
            layout.addWidget(widget)
        layout.addWidget(self._stack, 1)

    def _connect(self) -> None:
        strip = self.strip
        strip.play_wanted.connect(self.play_wanted)
        strip.pause_wanted.connect(self.pause_wanted)
        strip.speed_chosen.connect(self.speed_chosen)
        strip.step_wanted.connect(self.step_wanted)
        strip.seek_wanted.connect(self.seek_wanted)
        strip.next_alarm_wanted.connect(self.next_alarm_wanted)
        strip.previous_alarm_wanted.connect(self.previous_alarm_wanted)
        strip.sound_toggled.connect(self.sound_toggled)
        strip.live_wanted.connect(self.live_wanted)
        self.live_alarm.wanted.connect(self.live_wanted)
        self.failure.wanted.connect(self._on_try_again)
        self.tabs.chosen.connect(self._on_tab)
        self.alarms.acts.plc_wanted.connect(self._on_plc_wanted)
        self.plant.plots.export_wanted.connect(self.files.export)
        self.plant.table_wanted.connect(self.table_wanted)
        self.alarms.table_wanted.connect(self.table_wanted)
        for keys, slot in (
            ("Space", strip.toggle_play),
            ("Left", strip.step_back),
            ("Right", strip.step_forward),
            ("Ctrl+Left", self.previous_alarm_wanted),
            ("Ctrl+Right", self.next_alarm_wanted),
            ("Esc", self.live_wanted),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(slot)
        for kind in (QAbstractButton, QComboBox):
            for widget in self.findChildren(kind):
                widget.installEventFilter(self._keys)

    @Slot()
    def copy(self) -> None:
        """Put the rows of the table in sight on the clipboard."""
        (self.alarms if self._stack.currentWidget() is self.alarms else self.plant).copy()

    @Slot()
    def export_table(self) -> None:
        """Ask where the table in sight goes."""
        (self.alarms if self._stack.currentWidget() is self.alarms else self.plant).export_table()

    # What comes in

    @Slot()
    def begin_anew(self) -> None:
        """Forget everything that was shown: another replay begins."""
        self._unseen, self._position = None, None
        self._digest = AlarmDigest()
        self.plant.begin_anew()
        self.alarms.begin_anew()
        self.marbles = ReplayMarbles()
        self.plant.plots.history = self.marbles
        self.strip.begin_anew()
        self.failure.say("")
        self.notice.clear()
        self.show_alarms(AlarmReport())

    @Slot(object)
    def show_past(self, past: Past) -> None:
        """Take the marbles of the cycles at hand."""
        self.marbles.hold(past)
        self._draw()

    @Slot(object)
    def show_picture(self, snapshot: Snapshot) -> None:
        """Show the plant as it stood; its instants are seconds since 1970."""
        self.failure.say("")
        if not self.plant.isVisible():
            self._unseen = snapshot
            return
        self._unseen = None
        plots = self.plant.plots
        if not plots.live and snapshot.facts.started_mono != self.marbles.shown_at:
            plots.back_to_live()
        self.plant.show_snapshot(snapshot, snapshot.taken_at, None)

    @Slot(object)
    def show_alarms(self, report: AlarmReport) -> None:
        """Show the alarms as they stood."""
        self._digest = digest(report, self._digest)
        self.alarms.show_alarms(self._digest, Moment(report, report.at.utc))
        self.tabs.show_alarms(self._digest)

    @Slot(object)
    def show_position(self, position: Position) -> None:
        """Show where the replay stands."""
        before, self._position = self._position, position
        if before is None or before.interval_s != position.interval_s:
            self.plant.table.set_interval(position.interval_s)
            self.plant.plots.set_interval(position.interval_s)
        self.strip.show_position(position)

    @Slot(tuple)
    def show_onsets(self, marks: tuple[Mark, ...]) -> None:
        """Show when alarms came."""
        self.strip.line.show_onsets(marks)
        self.marbles.know(marks)
        self._draw()

    def _draw(self) -> None:
        if self.plant.isVisible():
            self.plant.plots.draw_fresh()

    @Slot(bool)
    def show_loading(self, loading: bool) -> None:
        """Say that the recording is being read, or no longer."""
        if loading:
            self.strip.say(self.tr("Reading the recording…"))
        else:
            self.strip.note.say("")

    @Slot(str)
    def show_failure(self, words: str) -> None:
        """Say why the recording cannot be read; what is shown stays."""
        self.failure.say(self.tr("◆ The recording cannot be read: {0}").format(translated(one_line(words))))

    @Slot()
    def show_ended(self) -> None:
        """Say that there is no more."""
        self.strip.say(end_text())

    @Slot(bool)
    def show_nothing_found(self, later: bool) -> None:
        """Say that there is no alarm to jump to."""
        self.strip.say(no_alarm_text(later))

    @Slot(str)
    def show_live_alarm(self, words: str) -> None:
        """Say what is so now, in the plant itself, over the replay."""
        self.live_alarm.say(self.tr("▲ LIVE NOW: {0}").format(one_line(words)))

    @Slot()
    def clear_live_alarm(self) -> None:
        """Nothing in the plant itself wants to be noticed any more."""
        self.live_alarm.say("")

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self.plant.set_theme(theme)
        self.alarms.set_theme(theme)
        self.strip.set_theme(theme)

    # What the operator does

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._show_unseen()
        self.strip.buttons["play"].setFocus()

    @Slot(int)
    def _on_tab(self, number: int) -> None:
        self._stack.setCurrentIndex(number)
        self._show_unseen()

    def _show_unseen(self) -> None:
        if self._unseen is not None:
            self.show_picture(self._unseen)

    @Slot(str)
    def _on_plc_wanted(self, plc: str) -> None:
        self.tabs.choose(_PLANT)
        if not self.plant.show_plc(plc):
            self.strip.say(self.tr("{0} was not in the fleet then").format(one_line(plc)))

    @Slot()
    def _on_try_again(self) -> None:
        if self._position is not None:
            self.seek_wanted.emit(self._position.at)
        else:
            self.strip.go.click()


class _ButtonKeys(QObject):
    """Lets Space press the button that has the focus, though it plays and pauses everywhere else."""

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        override = event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent)
        if override and event.key() == Qt.Key.Key_Space:  # type: ignore[attr-defined]
            event.accept()
            return True
        return False
