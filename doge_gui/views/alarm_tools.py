"""The line of buttons over the alarm lists: only those that make sense for the list that is shown."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QPushButton, QSizePolicy, QToolButton, QWidget

from doge_gui.models.alarm_digest import Place
from doge_gui.models.phrases import grouped
from doge_gui.views.alarm_acts import Act, AlarmActs
from doge_gui.views.theme import font

_SHOWN: dict[Place | None, frozenset[Act]] = {
    Place.ACTIVE: frozenset({Act.ACKNOWLEDGE, Act.RESET, Act.SHELVE, Act.OUT_OF_SERVICE, Act.JUMP}),
    Place.SHELVED: frozenset({Act.UNSHELVE, Act.OUT_OF_SERVICE, Act.JUMP}),
    Place.SUPPRESSED: frozenset({Act.JUMP}),
    Place.OUT_OF_SERVICE: frozenset({Act.IN_SERVICE, Act.JUMP}),
    None: frozenset(),
}
_HARMLESS = frozenset({Act.JUMP})
"""What changes no alarm."""
_MOST_CHARS = 200


class AlarmTools(QWidget):
    """Comment, buttons and the sound menu."""

    def __init__(self, acts: AlarmActs, sound: QMenu, read_only: bool = False) -> None:
        """`read_only`: only what changes no alarm is offered."""
        super().__init__()
        self._acts = acts
        self._offered = _HARMLESS if read_only else frozenset(Act)
        self.comment = QLineEdit()
        self.comment.setMaxLength(_MOST_CHARS)
        self.comment.setPlaceholderText(self.tr("Comment"))
        self.comment.setAccessibleName(self.tr("Comment of the acknowledgement"))
        self.comment.setToolTip(
            self.tr("Optional: it goes into the journal with the acknowledgement (Enter)")
        )
        self.comment.setClearButtonEnabled(True)
        self.comment.setMinimumWidth(90)
        self.comment.setMaximumWidth(260)
        self.buttons = {
            Act.ACKNOWLEDGE: _button(
                self.tr("Acknowledge"), self.tr("Acknowledge the selected alarms, or all on screen (F9)")
            ),
            Act.RESET: _button(
                self.tr("Reset"), self.tr("Let go of acknowledged alarms that are held (Ctrl+Shift+R)")
            ),
            Act.SHELVE: _button(self.tr("Shelve…"), self.tr("Hide for a time, with a reason (Ctrl+Shift+S)")),
            Act.UNSHELVE: _button(self.tr("Unshelve"), self.tr("Show again now (Ctrl+Shift+U)")),
            Act.OUT_OF_SERVICE: _button(
                self.tr("Out of service…"), self.tr("Hide until put in service, with a reason (Ctrl+Shift+O)")
            ),
            Act.IN_SERVICE: _button(self.tr("Put in service"), self.tr("Show again (Ctrl+Shift+I)")),
            Act.JUMP: _button(self.tr("Jump to PLC"), self.tr("Show its row in the fleet (Ctrl+J)")),
        }
        self.buttons[Act.ACKNOWLEDGE].setObjectName("acknowledge")
        self.sound = _menu_button(self.tr("Sound"), self.tr("Mute, volume and test of the tones"), sound)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(10, 7, 10, 8)
        layout.setSpacing(7)
        layout.addWidget(self.comment, 1)
        for button in self.buttons.values():
            layout.addWidget(button)
        layout.addStretch(1)
        layout.addWidget(self.sound)
        if read_only:
            self.sound.hide()

    def show_for(self, place: Place | None) -> None:
        """Show the buttons of a list."""
        for act, button in self.buttons.items():
            button.setVisible(act in _SHOWN[place] & self._offered)
        self.comment.setVisible(Act.ACKNOWLEDGE in _SHOWN[place] & self._offered)

    def show_possible(self) -> frozenset[Act]:
        """Enable what can be done now, and say to how many."""
        alarms = self._acts.scopes()
        scopes = {act: len(alarms[act]) if act in self._offered else 0 for act in Act}
        for act, button in self.buttons.items():
            button.setEnabled(scopes[act] > 0)
        count, words = scopes[Act.ACKNOWLEDGE], self.tr("Acknowledge")
        if count:
            all_words, some = self.tr("Acknowledge all {0}"), self.tr("Acknowledge {0}")
            words = (some if self._acts.of_selection else all_words).format(grouped(count))
        button = self.buttons[Act.ACKNOWLEDGE]
        if words != button.text():
            button.setText(words)
            button.setAccessibleName(words)
        self.comment.setEnabled(count > 0)
        return frozenset(act for act, scope in scopes.items() if scope)


def _button(text: str, tip: str) -> QPushButton:
    button = QPushButton(text)
    button.setFont(font(12, QFont.Weight.Medium))
    button.setToolTip(tip)
    button.setAccessibleName(text)
    button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    return button


def _menu_button(text: str, tip: str, menu: QMenu) -> QToolButton:
    button = QToolButton()
    button.setText(f"{text} ▾")
    button.setFont(font(12, QFont.Weight.Medium))
    button.setToolTip(tip)
    button.setAccessibleName(text)
    button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    button.setMenu(menu)
    return button
