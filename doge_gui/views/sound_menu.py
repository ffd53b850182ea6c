"""Sound: mute with an end, volume, and a test of each tone."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSlider, QWidget, QWidgetAction

from doge_gui.core.alarms.states import Priority
from doge_gui.models.severity import severity_of
from doge_gui.views.labels import PlainLabel
from doge_gui.views.theme import Settings

MUTE_MINUTES = (15, 30, 60)
_MUTE_KEYS = {15: "Ctrl+Alt+4", 30: "Ctrl+Shift+M", 60: "Ctrl+Alt+6"}
_TONE_KEYS = {Priority.HIGH: "Ctrl+Alt+7", Priority.MEDIUM: "Ctrl+Alt+8", Priority.LOW: "Ctrl+Alt+9"}
_KEY = "sound/volume"
_LEAST, _FULL = 10, 100
"""Percent. Nothing but a mute, which has an end, makes alarms unheard."""


class SoundMenu(QMenu):
    """What an operator does with the sound of all alarms.

    Signals: `mute(float)` seconds; `unmute()`; `test(int)` a Priority; `volume_changed(int)` percent.
    """

    mute = Signal(float)
    unmute = Signal()
    test = Signal(int)
    volume_changed = Signal(int)

    def __init__(self, settings: Settings, parent: QWidget) -> None:
        super().__init__(parent)
        self._settings = settings
        self.setTitle(self.tr("S&ound"))
        self.setToolTipsVisible(True)
        self.mutes = [self._add_mute(minutes) for minutes in MUTE_MINUTES]
        self.unmute_action = self.addAction(self.tr("&Unmute"), self.unmute.emit)
        _bind(self.unmute_action, "Ctrl+Alt+M", self.tr("Let alarms be heard again"))
        self.addSeparator()
        self._add_volume()
        self.addSeparator()
        self.tests = [self._add_test(priority) for priority in sorted(Priority, reverse=True)]
        self.show_muted(muted=False)

    @property
    def named(self) -> dict[str, QAction]:
        """Its actions by the names under which the menu bar knows them."""
        mutes = {f"mute{minutes}": one for minutes, one in zip(MUTE_MINUTES, self.mutes, strict=True)}
        usual = {"mute": mutes.pop(f"mute{MUTE_MINUTES[1]}"), "unmute": self.unmute_action}
        return usual | mutes | {f"tone{int(one.data())}": one for one in self.tests}

    @property
    def volume(self) -> int:
        """Percent."""
        return self._slider.value()

    def show_muted(self, muted: bool) -> None:
        """Only what is muted can be unmuted."""
        self.unmute_action.setEnabled(muted)

    def _add_mute(self, minutes: int) -> QAction:
        action = self.addAction(self.tr("Mute for {0} min").format(minutes))
        action.setData(60.0 * minutes)
        _bind(action, _MUTE_KEYS[minutes], self.tr("No sound for a time, which then ends by itself"))
        action.triggered.connect(self._on_mute)
        return action

    def _add_test(self, priority: Priority) -> QAction:
        severity = severity_of(priority)
        action = self.addAction(self.tr("Test the tone: {0} {1}").format(severity.mark, severity.word))
        action.setData(int(priority))
        _bind(action, _TONE_KEYS[priority], self.tr("Hear it, whether an alarm stands or not"))
        action.triggered.connect(self._on_test)
        return action

    def _add_volume(self) -> None:
        inside = QWidget()
        self._slider = QSlider(Qt.Orientation.Horizontal)
        self._slider.setRange(_LEAST, _FULL)
        self._slider.setPageStep(10)
        self._slider.setMinimumWidth(120)
        self._slider.setAccessibleName(self.tr("Volume of alarms"))
        self._percent = PlainLabel()
        self._percent.setMinimumWidth(44)
        layout = QHBoxLayout(inside)
        layout.setContentsMargins(26, 4, 14, 4)
        layout.setSpacing(10)
        for widget in (PlainLabel(self.tr("Volume")), self._slider, self._percent):
            layout.addWidget(widget)
        action = QWidgetAction(self)
        # Not painted: a screen reader says it of the entry.
        action.setText(self.tr("Volume"))
        action.setDefaultWidget(inside)
        self.addAction(action)
        self._slider.setValue(_stored(self._settings.value(_KEY)))
        self._percent.say(f"{self._slider.value()} %")
        self._slider.valueChanged.connect(self._on_volume)

    @Slot()
    def _on_mute(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.mute.emit(float(action.data()))

    @Slot()
    def _on_test(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.test.emit(int(action.data()))

    @Slot(int)
    def _on_volume(self, percent: int) -> None:
        self._percent.say(f"{percent} %")
        self._settings.setValue(_KEY, percent)
        self.volume_changed.emit(percent)


def _bind(action: QAction, keys: str, tip: str) -> None:
    action.setShortcut(QKeySequence(keys))
    action.setToolTip(f"{tip} ({keys})")
    action.setStatusTip(tip)


def _stored(value: object) -> int:
    """The remembered volume; full where there is none."""
    text = str(value)
    return min(max(int(text), _LEAST), _FULL) if text.isdecimal() else _FULL
