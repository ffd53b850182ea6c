"""The desktop's tray, where there is one: how things stand, and what must be known though nobody looks."""

import time
from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QSystemTrayIcon, QWidget

from doge_gui.core.statuses import SoundStatus
from doge_gui.models.alarm_digest import AlarmDigest
from doge_gui.models.facts import Condition
from doge_gui.models.notifications import Notified, Popup, next_due, notify
from doge_gui.models.phrasebook import told as translated
from doge_gui.models.phrases import one_line
from doge_gui.models.severity import Severity
from doge_gui.models.tray_state import TrayState, of_alarms, paused_of
from doge_gui.paths import resource
from doge_gui.views.message_gate import MessageGate
from doge_gui.views.sound_menu import MUTE_MINUTES
from doge_gui.views.theme import Theme, load
from doge_gui.views.tray_icon import tray_icon

_SHOWN_MS = 10_000
_LOOK_MS, _LOOKS = 3000, 20
"""A program that starts with the desktop may stand before its tray does: it is looked for during a minute."""
_KINDS = {
    Severity.HIGH: QSystemTrayIcon.MessageIcon.Critical,
    Severity.MEDIUM: QSystemTrayIcon.MessageIcon.Warning,
}


class Tray(QObject):
    """Icon with the state, menu, and messages. Where the desktop has no tray, all of it does nothing.

    Signals, for whoever raises the window and acts:
        show_wanted(): bring the window to the front.
        alarms_wanted(): the same, on the alarm screen; a message about alarms was clicked.
        poll_wanted(), silence_wanted(), unmute_wanted(), quit_wanted(): the menu's entries.
        mute_wanted(float): seconds.
        available_changed(bool): a tray came after the start.
    """

    show_wanted = Signal()
    alarms_wanted = Signal()
    poll_wanted = Signal()
    silence_wanted = Signal()
    mute_wanted = Signal(float)
    unmute_wanted = Signal()
    quit_wanted = Signal()
    available_changed = Signal(bool)

    def __init__(self, window: QWidget, clock: Callable[[], float] = time.monotonic) -> None:
        """`clock` gives monotonic seconds. The tray goes with its window."""
        super().__init__(window)
        self._window, self._clock = window, clock
        self._icon: QSystemTrayIcon | None = None
        self._theme: Theme | None = None
        self._state, self._digest, self._notified = TrayState(), AlarmDigest(), Notified()
        self._ready: bool | None = None
        self.messages_on = True
        """Alarms are told by messages, too."""
        self._about_alarms = False
        self._gate = MessageGate(self)
        self._gate.passed.connect(self._on_passed)
        self._menu = _TrayMenu(self, window)
        self._due = QTimer(self)
        self._due.setSingleShot(True)
        self._due.timeout.connect(self._on_due)
        self._looks = QTimer(self)
        self._looks.timeout.connect(self._on_look)
        self._looked = 0
        if not self._find():
            self._looks.start(_LOOK_MS)

    @property
    def available(self) -> bool:
        """There is a tray, and the icon is in it."""
        return self._icon is not None

    @property
    def menu(self) -> QMenu:
        """What a click with the right button opens."""
        return self._menu

    @property
    def tooltip(self) -> str:
        """The state in words."""
        return self._state.words()

    @Slot(object)
    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self._theme = theme
        self._paint()

    @Slot(object)
    def show_sound(self, status: SoundStatus) -> None:
        """Tell once that sound was lost."""
        lost = not status.ready and self._ready is not False
        self._ready = status.ready
        self._show(replace(self._state, sound_lost=not status.ready))
        if lost:
            title, words = self.tr("Sound lost"), self.tr("Alarms are shown, but cannot be heard: {0}")
            text = words.format(translated(one_line(status.detail)))
            self._say(Popup(Severity.MEDIUM, title, text, 0), about_alarms=False)

    @Slot(object)
    def show_alarms(self, digest: AlarmDigest) -> None:
        """Take the alarms as they stand (`AlarmViews.digested`)."""
        before, self._digest = self._digest, digest
        self._show(of_alarms(self._state, digest))
        if before.lists is not digest.lists:
            self._on_due()

    @Slot(object)
    def show_condition(self, condition: Condition) -> None:
        """Take whether polling goes on and what is known is new."""
        waiting = not condition.fleet.snapshot.facts.number
        paused = paused_of(condition)
        example = condition.addresses is not None and condition.addresses.example
        self._show(replace(self._state, paused=paused, old=condition.old, waiting=waiting, example=example))

    @Slot(bool, str)
    def show_sounding(self, sounding: bool, _worst: str = "") -> None:
        """Make Silence live while an alarm sounds."""
        self._menu.silence.setEnabled(sounding)

    @Slot()
    def begin_anew(self) -> None:
        """Forget the plant before."""
        self._digest, self._notified = AlarmDigest(), Notified()
        self._due.stop()
        self._show(TrayState(sound_lost=self._state.sound_lost))

    def go_on_after(self, before: "Tray") -> None:
        """Take over from the tray of a window in another language: what it has told is not told again."""
        self._notified, self._ready = before._notified, before._ready

    def end(self) -> None:
        """Take the icon away, before the program ends."""
        self._due.stop()
        self._looks.stop()
        if self._icon is not None:
            self._icon.hide()

    def say_once(self, title: str, text: str) -> None:
        """A message of the program's own, such as that it goes on in the tray."""
        self._say(Popup(Severity.NORMAL, title, text, 0), about_alarms=False)

    def _find(self) -> bool:
        if not QSystemTrayIcon.isSystemTrayAvailable():
            return False
        self._icon = QSystemTrayIcon(self)
        self._icon.setContextMenu(self._menu)
        self._icon.activated.connect(self._on_activated)
        self._icon.messageClicked.connect(self._on_message_clicked)
        self._paint()
        self._icon.show()
        return True

    @Slot()
    def _on_look(self) -> None:
        self._looked += 1
        if self._find():
            self.available_changed.emit(True)
        if self.available or self._looked >= _LOOKS:
            self._looks.stop()

    def _show(self, state: TrayState) -> None:
        if state != self._state:
            self._state = state
            self._paint()

    def _paint(self) -> None:
        self._menu.unmute.setEnabled(self._state.muted)
        if self._icon is not None:
            if self._theme is None:
                self._theme = load(resource("themes", "light.toml"))
            self._icon.setIcon(tray_icon(self._state, self._theme))
            self._icon.setToolTip(self._state.words())

    @Slot()
    def _on_due(self) -> None:
        now = self._clock()
        self._notified, popup = notify(self._notified, self._digest, now)
        if popup is not None:
            self._tell(popup)
        due = next_due(self._notified, self._digest)
        if due is None:
            self._due.stop()
        else:
            self._due.start(max(0, int((due - now) * 1000) + 1))

    def _tell(self, popup: Popup) -> None:
        # Whoever has the window before him sees the banner.
        if self.messages_on and not self._window.isActiveWindow():
            self._say(popup, about_alarms=True)

    def _say(self, popup: Popup, about_alarms: bool) -> None:
        if self._icon is not None:
            self._gate.take(popup, about_alarms)

    @Slot(object, bool)
    def _on_passed(self, popup: Popup, about_alarms: bool) -> None:
        if self._icon is not None:
            self._about_alarms = about_alarms
            kind = _KINDS.get(popup.severity, QSystemTrayIcon.MessageIcon.Information)
            title = self.tr("Example fleet: {0}") if self._state.example else "{0}"
            self._icon.showMessage(title.format(popup.title), popup.text, kind, _SHOWN_MS)

    @Slot(QSystemTrayIcon.ActivationReason)
    def _on_activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason is not QSystemTrayIcon.ActivationReason.Context:
            self.show_wanted.emit()

    @Slot()
    def _on_message_clicked(self) -> None:
        (self.alarms_wanted if self._about_alarms else self.show_wanted).emit()


class _TrayMenu(QMenu):
    """Show, poll, silence, mute, quit."""

    def __init__(self, tray: Tray, parent: QWidget) -> None:
        super().__init__(parent)
        self._tray = tray
        self.addAction(self.tr("&Show WatchDoge")).triggered.connect(tray.show_wanted)
        self.addAction(self.tr("Show &alarms")).triggered.connect(tray.alarms_wanted)
        self.addSeparator()
        self.addAction(self.tr("Poll &now")).triggered.connect(tray.poll_wanted)
        self.silence = self.addAction(self.tr("S&ilence"))
        self.silence.triggered.connect(tray.silence_wanted)
        self.silence.setEnabled(False)
        mutes = self.addMenu(self.tr("&Mute"))
        for minutes in MUTE_MINUTES:
            action = mutes.addAction(self.tr("For {0} min").format(minutes))
            action.setData(60.0 * minutes)
            action.triggered.connect(self._on_mute)
        self.unmute = self.addAction(self.tr("&Unmute"))
        self.unmute.triggered.connect(tray.unmute_wanted)
        self.addSeparator()
        self.addAction(self.tr("&Quit")).triggered.connect(tray.quit_wanted)

    @Slot()
    def _on_mute(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self._tray.mute_wanted.emit(float(action.data()))
