"""The strip over a replay: that it is one, and of when; what it can be told to do."""

from datetime import UTC, datetime

from PySide6.QtCore import QDateTime, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QFont, QIcon
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDateTimeEdit,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from doge_gui.core.replay.position import Position
from doge_gui.models.replay_words import SPEEDS, gap_text, speed_text, title
from doge_gui.views.icons import icon
from doge_gui.views.labels import ElidedLabel, PlainLabel
from doge_gui.views.replay_time_line import ReplayTimeLine
from doge_gui.views.theme import Theme, font

_ICON_PX = 18
_NOTE_MS = 6000
"""So long it is told what was jumped over."""
_COMMANDS = ("alarm_back", "back", "play", "forward", "alarm_forward")


class ReplayStrip(QFrame):
    """Frames a replay, and steers it.

    Signals: `play_wanted()`; `pause_wanted()`; `speed_chosen(float)`; `step_wanted(int)` cycles;
    `seek_wanted(object)` a datetime, UTC; `next_alarm_wanted()`; `previous_alarm_wanted()`;
    `sound_toggled(bool)`; `live_wanted()`.
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

    def __init__(self, theme: Theme, tabs: QWidget) -> None:
        """`tabs` choose the screen beneath."""
        super().__init__()
        self.setObjectName("replayStrip")
        self._theme = theme
        self._position: Position | None = None
        self.title = PlainLabel(title(None), 15, QFont.Weight.DemiBold)
        self.title.setObjectName("replayTitle")
        self.note = ElidedLabel(weight=QFont.Weight.Medium)
        self._forget = QTimer(self, singleShot=True, interval=_NOTE_MS)
        self._forget.timeout.connect(self._on_forget)
        self.buttons = {name: self._tool(name) for name in _COMMANDS}
        self.speed = self._speeds()
        self.line = ReplayTimeLine(theme)
        self.editor = self._editor()
        self.go = self._button(self.tr("Go"), self.tr("Show the plant as it stood at this instant (Enter)"))
        self.sound = QCheckBox(self.tr("Sound"))
        self.sound.setToolTip(self.tr("Let the alarms of the replay be heard, too"))
        self.live = self._button(self.tr("Back to live"), self.tr("Leave the replay (Esc)"))
        self.live.setObjectName("acknowledge")
        self._lay_out(tabs)
        self._connect()
        self._say_buttons()

    def _tool(self, name: str) -> QToolButton:
        button = QToolButton()
        button.setIconSize(QSize(_ICON_PX, _ICON_PX))
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.setObjectName("tool")
        # Held down, it goes on from cycle to cycle.
        button.setAutoRepeat(name in ("back", "forward"))
        return button

    def _button(self, text: str, tip: str) -> QPushButton:
        button = QPushButton(text)
        button.setFont(font(12, QFont.Weight.Medium))
        button.setToolTip(tip)
        button.setAccessibleName(text)
        button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        return button

    def _speeds(self) -> QComboBox:
        box = QComboBox()
        box.setFont(font(12, QFont.Weight.Medium))
        for speed in SPEEDS:
            box.addItem(speed_text(speed), float(speed))
        box.setToolTip(self.tr("How many times as fast as it was"))
        box.setAccessibleName(self.tr("Speed of the replay"))
        return box

    def _editor(self) -> QDateTimeEdit:
        editor = QDateTimeEdit()
        editor.setFont(font())
        editor.setDisplayFormat("dd MMM yyyy HH:mm:ss")
        editor.setKeyboardTracking(False)
        editor.setMinimumHeight(28)
        editor.lineEdit().setTextMargins(7, 0, 0, 0)
        editor.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        editor.setToolTip(self.tr("The instant to go to (Enter); up and down change the part at the cursor"))
        editor.setAccessibleName(self.tr("Instant to go to"))
        return editor

    def _lay_out(self, tabs: QWidget) -> None:
        above, below = QHBoxLayout(), QHBoxLayout()
        above.setSpacing(9)
        above.addWidget(self.title)
        above.addWidget(self.note, 1)
        for widget in (self.editor, self.go, self.sound, self.live):
            above.addWidget(widget)
        below.setSpacing(5)
        below.addWidget(tabs)
        below.addSpacing(8)
        for button in self.buttons.values():
            below.addWidget(button)
        below.addWidget(self.speed)
        below.addWidget(self.line, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(13, 7, 10, 3)
        layout.setSpacing(3)
        layout.addLayout(above)
        layout.addLayout(below)

    def _connect(self) -> None:
        self.buttons["play"].clicked.connect(self.toggle_play)
        self.buttons["back"].clicked.connect(self.step_back)
        self.buttons["forward"].clicked.connect(self.step_forward)
        self.buttons["alarm_back"].clicked.connect(self.previous_alarm_wanted)
        self.buttons["alarm_forward"].clicked.connect(self.next_alarm_wanted)
        self.speed.activated.connect(self._on_speed)
        self.line.sought.connect(self.seek_wanted)
        self.go.clicked.connect(self._on_go)
        self.editor.lineEdit().returnPressed.connect(self._on_go)
        self.sound.toggled.connect(self.sound_toggled)
        self.live.clicked.connect(self.live_wanted)

    # What comes in

    def begin_anew(self) -> None:
        """Forget where it stood; no replay is heard unless that is asked for again."""
        self._position = None
        self.title.say(title(None))
        self.note.say("")
        self.sound.setChecked(False)
        self.line.show_onsets(())
        self._say_buttons()

    def show_position(self, position: Position) -> None:
        """Show where the replay stands."""
        before, self._position = self._position, position
        self.title.say(title(position))
        self.line.show_position(position)
        if position.gap is not None:
            self.say(gap_text(position.gap))
        if before is None or (before.playing, before.speed) != (position.playing, position.speed):
            self._say_buttons()
            self.speed.setCurrentIndex(self.speed.findData(position.speed))
        if not self.editor.hasFocus():
            self.editor.setDateTime(QDateTime.fromSecsSinceEpoch(int(position.at.timestamp())))

    def say(self, words: str) -> None:
        """Tell something for some seconds."""
        self.note.say(words)
        self._forget.start()

    @Slot()
    def _on_forget(self) -> None:
        self.note.say("")

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self._theme = theme
        self.line.set_theme(theme)
        self._say_buttons()

    @property
    def playing(self) -> bool:
        """Time runs on."""
        return self._position is not None and self._position.playing

    def _say_buttons(self) -> None:
        play = ("pause", self.tr("Pause"), "Space") if self.playing else ("play", self.tr("Play"), "Space")
        told = {
            "alarm_back": ("alarm-back", self.tr("Previous alarm"), "Ctrl+Left"),
            "back": ("back", self.tr("One cycle back"), "Left"),
            "play": play,
            "forward": ("forward", self.tr("One cycle on"), "Right"),
            "alarm_forward": ("alarm-forward", self.tr("Next alarm"), "Ctrl+Right"),
        }
        for name, (picture, words, keys) in told.items():
            button = self.buttons[name]
            scale, ink = self.devicePixelRatioF(), self._theme.colour("text")
            button.setIcon(QIcon(icon(f"replay-{picture}", _ICON_PX, ink, scale)))
            button.setToolTip(f"{words} ({keys})")
            button.setAccessibleName(words)

    # What the operator does

    @Slot()
    def toggle_play(self) -> None:
        """Let time run on, or stand still."""
        (self.pause_wanted if self.playing else self.play_wanted).emit()

    @Slot()
    def step_back(self) -> None:
        """Show the cycle before."""
        self.step_wanted.emit(-1)

    @Slot()
    def step_forward(self) -> None:
        """Show the next cycle."""
        self.step_wanted.emit(1)

    @Slot(int)
    def _on_speed(self, number: int) -> None:
        self.speed_chosen.emit(float(self.speed.itemData(number)))

    @Slot()
    def _on_go(self) -> None:
        self.seek_wanted.emit(datetime.fromtimestamp(self.editor.dateTime().toSecsSinceEpoch(), UTC))
