"""Lines of the banner: an alarm or a fact, and what holds for all alarms at once."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from doge_gui.models.alarm_banner import Line
from doge_gui.views.labels import ElidedLabel, PlainLabel
from doge_gui.views.theme import font, set_property

_CHIP_PX = 92
_ROW_PX = 30
_MOST_ROWS = 5
"""Rows that are seen at once; the others are scrolled to."""


def small_button(text: str, tip: str) -> QPushButton:
    """A button of the banner."""
    button = QPushButton(text)
    button.setFont(font(12, QFont.Weight.DemiBold))
    button.setToolTip(tip)
    button.setAccessibleName(text)
    return button


class BannerLine(QWidget):
    """One line: severity, what is so, since when and what to do."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: Line | None = None
        self.chip = PlainLabel(px=12, weight=QFont.Weight.DemiBold)
        self.chip.setObjectName("chip")
        self.chip.setMinimumWidth(_CHIP_PX)
        self.chip.setFixedHeight(24)
        self.chip.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.title = ElidedLabel(weight=QFont.Weight.DemiBold)
        self.detail = ElidedLabel(look="muted")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(self.chip)
        layout.addWidget(self.title, 0)
        layout.addWidget(self.detail, 1)

    def show_line(self, line: Line, lit: bool) -> None:
        """Show a line; the chip of one that blinks is an outline while it is not lit."""
        self.shown = line
        self.chip.say(line.chip)
        set_property(self.chip, "severity", int(line.severity))
        self.title.setFont(font(weight=QFont.Weight.Medium if line.quiet else QFont.Weight.DemiBold))
        self.title.say(line.title)
        self.detail.say(line.detail)
        self.set_lit(lit)

    def set_lit(self, lit: bool) -> None:
        """Fill the chip, or outline it."""
        line = self.shown
        outlined = line is not None and (line.quiet or (line.loud and not lit))
        set_property(self.chip, "outlined", outlined)


class BannerList(QScrollArea):
    """The lines that unfold beneath the first one."""

    def __init__(self) -> None:
        super().__init__()
        inside = QWidget()
        self._list = QVBoxLayout(inside)
        self._list.setContentsMargins(0, 0, 0, 6)
        self._list.setSpacing(0)
        self._list.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.rows: list[BannerLine] = []
        self.setWidget(inside)
        self.setWidgetResizable(True)
        self.setVisible(False)
        self.setAccessibleName(self.tr("Everything else that is abnormal"))

    def show_lines(self, lines: list[Line], lit: bool) -> None:
        """Show these."""
        while len(self.rows) < len(lines):
            self.rows.append(BannerLine())
            self.rows[-1].setFixedHeight(_ROW_PX)
            self._list.addWidget(self.rows[-1])
        for number, row in enumerate(self.rows):
            row.setVisible(number < len(lines))
            if number < len(lines):
                row.show_line(lines[number], lit)
        self.setFixedHeight(min(len(lines), _MOST_ROWS) * _ROW_PX + 6)

    def set_lit(self, lit: bool) -> None:
        """Fill the chips that blink, or outline them."""
        if self.isVisible():
            for row in self.rows:
                row.set_lit(lit)


class BannerStrip(QFrame):
    """What holds for all alarms at once, on a line of its own that cannot be missed.

    Signals: `wanted()` its button was pressed.
    """

    wanted = Signal()

    def __init__(self, name: str, button: str, tip: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.text = ElidedLabel(weight=QFont.Weight.DemiBold)
        self.text.setObjectName("strip")
        self.button = small_button(button, tip)
        self.button.clicked.connect(self.wanted)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 3, 14, 3)
        layout.addWidget(self.text, 1)
        layout.addWidget(self.button)
        self.hide()

    def say(self, text: str) -> None:
        """Show a text; none hides the strip."""
        self.text.say(text)
        self.setVisible(bool(text))
