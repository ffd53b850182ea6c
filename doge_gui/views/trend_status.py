"""The line between the tools and the curves: what is drawn, how far loading is, what went wrong."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from doge_gui.models.phrasebook import told as translated
from doge_gui.models.phrases import one_line
from doge_gui.views.labels import ElidedLabel
from doge_gui.views.theme import font, set_property

_HEIGHT_PX = 27


class TrendStatus(QWidget):
    """Of one height, whatever it says, so that the curves never jump.

    Signals: `cancel_wanted()`; `again_wanted()`.
    """

    cancel_wanted = Signal()
    again_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.words = ElidedLabel(px=12, look="muted")
        self.loading = ElidedLabel(px=12, weight=QFont.Weight.Medium)
        self.cancel = self._button(self.tr("Cancel"), self.tr("Stop loading; what is there stays"))
        self.again = self._button(self.tr("Try again"), self.tr("Ask the history once more"))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 0, 8, 0)
        layout.setSpacing(9)
        layout.addWidget(self.words, 1)
        for widget in (self.loading, self.cancel, self.again):
            layout.addWidget(widget)
            widget.hide()
        self.setFixedHeight(_HEIGHT_PX)
        self._said, self._error, self._asks = "", "", False
        self.cancel.clicked.connect(self.cancel_wanted)
        self.again.clicked.connect(self.again_wanted)

    def _button(self, text: str, tip: str) -> QPushButton:
        button = QPushButton(text)
        button.setObjectName("slim")
        button.setFont(font(12, QFont.Weight.Medium))
        button.setFixedHeight(_HEIGHT_PX - 3)
        button.setToolTip(tip)
        return button

    @property
    def error(self) -> str:
        """What went wrong; empty while nothing is."""
        return self._error

    def say(self, words: str) -> None:
        """Tell what is drawn."""
        self._said = words
        self._tell()

    def fail(self, error: str) -> None:
        """Tell what went wrong and what would help; an empty text: nothing does any more."""
        self._error, self._asks = translated(one_line(error)), True
        self._tell()

    @Slot(str)
    def warn(self, error: str) -> None:
        """The same, of what only the operator can mend."""
        self._error, self._asks = translated(one_line(error)), False
        self._tell()

    def _tell(self) -> None:
        self.words.say(f"◆ {self._error}" if self._error else self._said)
        set_property(self.words, "severity", 2 if self._error else 0)
        self.again.setVisible(bool(self._error) and self._asks)

    @Slot(int, int)
    def show_progress(self, done: int, of: int) -> None:
        """So many curves of so many are loaded; (0, 0) when nothing is being loaded."""
        self.loading.say(self.tr("Loading: {0} of {1} curves").format(done, of) if of else "")
        self.loading.setVisible(bool(of))
        self.cancel.setVisible(bool(of))
