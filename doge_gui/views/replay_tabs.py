"""Which screen of a replay is in sight."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QSizePolicy, QToolButton, QWidget

from doge_gui.models.alarm_digest import AlarmDigest
from doge_gui.models.phrases import grouped
from doge_gui.views.theme import font


class ReplayTabs(QWidget):
    """The plant, or its alarms.

    Signals: `chosen(int)` 0 the plant, 1 the alarms.
    """

    chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._group = QButtonGroup(self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        self.buttons = [self._button(name) for name in (self.tr("Plant"), self.tr("Alarms"))]
        for number, button in enumerate(self.buttons):
            self._group.addButton(button, number)
            layout.addWidget(button)
        self.buttons[0].setChecked(True)
        # Not what is clicked: a screen reader chooses a button without a click.
        self._group.idToggled.connect(self._on_toggled)

    def _button(self, name: str) -> QToolButton:
        button = QToolButton()
        button.setObjectName("tab")
        button.setCheckable(True)
        # One of several: a screen reader says so.
        button.setAutoExclusive(True)
        button.setFont(font(13, QFont.Weight.Medium))
        button.setText(name)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        return button

    def show_alarms(self, digest: AlarmDigest) -> None:
        """Say beside the alarms how many waited to be acknowledged."""
        count = digest.unacknowledged
        waiting = f"  {digest.loudest.mark} {grouped(count)}" if count else ""
        text = self.tr("Alarms") + waiting
        if text != self.buttons[1].text():
            self.buttons[1].setText(text)
            words = self.tr("Alarms: {0} were not acknowledged").format(grouped(count))
            self.buttons[1].setAccessibleName(words if count else self.tr("Alarms"))

    def choose(self, number: int) -> None:
        """Choose a screen."""
        self.buttons[number].setChecked(True)

    @Slot(int, bool)
    def _on_toggled(self, number: int, chosen: bool) -> None:
        if chosen:
            self.chosen.emit(number)
