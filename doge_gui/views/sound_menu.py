"""Sound: mute with an end, volume, and a test of each tone."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSlider, QWidget, QWidgetAction

from doge_gui.core.alarms.states import Priority
from doge_gui.models.severity import severity_of
from doge_gui.views.labels import PlainLabel
from doge_gui.views.theme import Settings

MUTE_MINUTES = (15, 30, 60)
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
        self.mutes = [self._add_mute(minutes) for minutes in MUTE_MINUTES]
        self.unmute_action = self.addAction(self.tr("&Unmute"), self.unmute.emit)
        self.addSeparator()
        self._add_volume()
        self.addSeparator()
        self.tests = [self._add_test(priority) for priority in sorted(Priority, reverse=True)]
        self.show_muted(muted=False)

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
        action.triggered.connect(self._on_mute)
        return action

    def _add_test(self, priority: Priority) -> QAction:
        severity = severity_of(priority)
        action = self.addAction(self.tr("Test the tone: {0} {1}").format(severity.mark, severity.word))
        action.setData(int(priority))
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


def _stored(value: object) -> int:
    """The remembered volume; full where there is none."""
    text = str(value)
    return min(max(int(text), _LEAST), _FULL) if text.isdecimal() else _FULL
