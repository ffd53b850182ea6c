"""The window: banner, screen, status line and menus. It shows facts and tells what the operator wants."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QAction, QCloseEvent, QShowEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from doge_gui.core.config_text import Mistake
from doge_gui.core.snapshot import Snapshot
from doge_gui.core.statuses import AddressStatus, Disconnection, Schedule, SoundStatus
from doge_gui.models.facts import Condition
from doge_gui.views.banner import Banner
from doge_gui.views.disconnecting import Disconnecting, NoticeBar
from doge_gui.views.files import Files
from doge_gui.views.help_dialogs import AboutDialog, ShortcutsDialog
from doge_gui.views.layout_memory import recall, remember
from doge_gui.views.menus import build
from doge_gui.views.mistake_list import MistakesDialog
from doge_gui.views.status_line import StatusLine
from doge_gui.views.supervision_screen import SupervisionScreen
from doge_gui.views.theme import Choice, Settings, Theme, ThemeManager

_TICK_MS = 1000
_SIZE = (1600, 960)
_LEAST = (900, 560)


def local_time() -> datetime:
    """The time of day, for the clock at the window's foot."""
    return datetime.now().astimezone()


class MainWindow(QMainWindow):
    """The supervision window.

    Signals: `poll_now_requested()`; `pause_requested(bool)` True to pause, False to resume;
    `silence_requested()`; `disconnect_requested(tuple)` PLC names, confirmed by the operator;
    `open_configuration_requested(str)` path; `closing()` before the window closes.
    """

    poll_now_requested = Signal()
    pause_requested = Signal(bool)
    silence_requested = Signal()
    disconnect_requested = Signal(tuple)
    open_configuration_requested = Signal(str)
    closing = Signal()

    def __init__(
        self,
        settings: Settings,
        clock: Callable[[], float],
        themes: ThemeManager,
        wall: Callable[[], datetime] = local_time,
    ) -> None:
        super().__init__()
        self._settings, self._clock, self._themes, self._wall = settings, clock, themes, wall
        self._started = clock()
        self._schedule: Schedule | None = None
        self._addresses: AddressStatus | None = None
        self._sound: SoundStatus | None = None
        self._mistakes: tuple[Mistake, ...] = ()
        self.setWindowTitle(self.tr("WatchDoge – supervision"))
        self.setMinimumSize(*_LEAST)
        self.resize(*_SIZE)
        self._lay_out()
        self.menus = build(self, self.screen_.fleet.columns_menu)
        self.disconnecting = Disconnecting(self, self.notice)
        self.files = Files(self, self.screen_.plots, self.notice)
        self._connect()
        self._connect_actions()
        recall(settings, self, self.screen_.splitter, self.screen_.fleet.grid)
        self._ticker = QTimer(self)
        self._ticker.timeout.connect(self.tick)
        self._ticker.start(_TICK_MS)
        self.tick()

    def _lay_out(self) -> None:
        self.banner = Banner()
        self.notice = NoticeBar()
        self.screen_ = SupervisionScreen(self._themes.theme)
        self.status = StatusLine()
        self.mistakes_dialog = MistakesDialog(self)
        self._screens = QStackedWidget()
        self._screens.addWidget(self.screen_)
        central = QWidget()
        layout = QVBoxLayout(central)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.banner)
        layout.addWidget(self.notice)
        layout.addWidget(self._screens, 1)
        layout.addWidget(self.status)
        self.setCentralWidget(central)

    def _connect(self) -> None:
        fleet = self.screen_.fleet
        fleet.poll_now.connect(self.poll_now_requested)
        fleet.pause_toggled.connect(self._on_pause)
        fleet.disconnect_wanted.connect(self.disconnecting.ask)
        fleet.selected.connect(self._on_selected)
        self.screen_.plots.export_wanted.connect(self.files.export)
        self.files.chosen.connect(self.open_configuration_requested)
        self.banner.silence.connect(self.silence_requested)
        self.banner.details_wanted.connect(self.mistakes_dialog.show)
        self.disconnecting.confirmed.connect(self.disconnect_requested)
        self._themes.changed.connect(self._on_theme)

    def _connect_actions(self) -> None:
        fleet, plots = self.screen_.fleet, self.screen_.plots
        for name, slot in (
            ("open", self.files.open_configuration),
            ("png", self.files.export_png),
            ("svg", self.files.export_svg),
            ("csv", self.files.export_csv),
            ("quit", self.close),
            ("pause", self._on_pause),
            ("force", fleet.want_disconnect),
            ("find", fleet.focus_filter),
            ("copy", fleet.grid.copy),
            ("live", plots.back_to_live),
            ("reset", self._on_reset),
            ("shortcuts", self._on_shortcuts),
            ("about", self._on_about),
        ):
            self.menus[name].triggered.connect(slot)
        self.menus["poll"].triggered.connect(self.poll_now_requested)
        self.menus["silence"].triggered.connect(self.silence_requested)
        self.menus["facts"].toggled.connect(self.banner.more.setChecked)
        self.banner.more.toggled.connect(self.menus["facts"].setChecked)
        self.menus["graphs"].setChecked(True)
        self.menus["graphs"].toggled.connect(plots.setVisible)
        self.menus["full"].toggled.connect(self._on_full_screen)
        for name in ("silence", "force"):
            self.menus[name].setEnabled(False)
        self.menus.themes[self._themes.choice].setChecked(True)
        for action in self.menus.themes.values():
            action.triggered.connect(self._on_theme_chosen)

    # Facts that come in

    @Slot(object)
    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show a new picture of the plant."""
        self.screen_.show_snapshot(snapshot, self._clock(), self._schedule)
        self._show_condition()

    @Slot(object)
    def show_schedule(self, schedule: Schedule) -> None:
        """Show when the next cycle is due, or that polling is paused."""
        self._schedule = schedule
        self.screen_.table.set_interval(schedule.interval_s)
        self.screen_.fleet.show_paused(schedule.paused)
        self.menus["pause"].setText(self.tr("&Resume") if schedule.paused else self.tr("&Pause"))
        self.screen_.figures.show_fleet(self.screen_.table.picture, schedule)
        self._show_condition()

    @Slot(object)
    def show_addresses(self, status: AddressStatus) -> None:
        """Show where the gateways come from."""
        self._addresses = status
        self.status.show_addresses(status, self._clock())
        self._show_condition()

    @Slot(object)
    def show_sound(self, status: SoundStatus) -> None:
        """Show whether an alarm could be heard."""
        self._sound = status
        self.status.show_sound(status)
        self._show_condition()

    @Slot(object)
    def show_disconnections(self, disconnections: tuple[Disconnection, ...]) -> None:
        """Show what became of a request to disconnect a PLC."""
        self.screen_.table.show_disconnections(disconnections)
        self.screen_.fleet.grid.fit()
        for disconnection in disconnections:
            self.disconnecting.show_disconnection(disconnection)

    @Slot(str, tuple)
    def show_config_mistakes(self, path: str, mistakes: tuple[Mistake, ...]) -> None:
        """Say that the configuration file is wrong now; the last good one is in force."""
        self.files.configuration, self._mistakes = path, mistakes
        self.mistakes_dialog.show_mistakes(path, mistakes)
        self._show_condition()

    @Slot(str)
    def show_config_ok(self, path: str) -> None:
        """Take back what `show_config_mistakes` said."""
        self.files.configuration, self._mistakes = path, ()
        self.mistakes_dialog.hide()
        self._show_condition()

    @Slot(bool, str)
    def show_sounding(self, sounding: bool, reason: str) -> None:
        """Make Silence live while an alarm sounds."""
        self.banner.show_sounding(sounding, reason)
        self.menus["silence"].setEnabled(sounding)

    @Slot()
    def tick(self) -> None:
        """Let everything that shows time run on."""
        now = self._clock()
        self.screen_.set_now(now, self._schedule)
        if self._addresses is not None:
            self.status.show_addresses(self._addresses, now)
        self.status.show_time(now - self._started, self._wall())
        self._show_condition()

    def _show_condition(self) -> None:
        fleet = self.screen_.table.picture
        self.banner.show_condition(
            Condition(fleet, self._schedule, self._addresses, self._sound, self._mistakes)
        )

    # What the operator does

    @Slot()
    def _on_pause(self) -> None:
        self.pause_requested.emit(not (self._schedule is not None and self._schedule.paused))

    @Slot(tuple)
    def _on_selected(self, plcs: tuple[str, ...]) -> None:
        self.menus["force"].setEnabled(bool(plcs))

    @Slot()
    def _on_theme_chosen(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self._themes.choose(Choice(str(action.data())))

    @Slot(object)
    def _on_theme(self, theme: Theme) -> None:
        self.screen_.set_theme(theme)

    @Slot(bool)
    def _on_full_screen(self, full: bool) -> None:
        if full:
            self.showFullScreen()
        else:
            self.showNormal()

    @Slot()
    def _on_reset(self) -> None:
        self.screen_.fleet.grid.set_layout_choices({}, {})
        self.screen_.fleet.grid.sort_by_key("state", descending=False)
        self.menus["graphs"].setChecked(True)
        self.screen_.set_shares()

    @Slot()
    def _on_shortcuts(self) -> None:
        ShortcutsDialog(list(self.menus.all()), self).open()

    @Slot()
    def _on_about(self) -> None:
        AboutDialog(self).open()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.screen_.fleet.grid.setFocus()

    def closeEvent(self, event: QCloseEvent) -> None:
        remember(self._settings, self, self.screen_.splitter, self.screen_.fleet.grid)
        self.closing.emit()
        super().closeEvent(event)
