"""What is shown when there is no usable configuration: the file, what is wrong with it, and three ways on."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from doge_gui.core.config_text import Mistake
from doge_gui.views.labels import ElidedLabel, PlainLabel
from doge_gui.views.mistake_list import MistakeList
from doge_gui.views.theme import set_property

_WIDTH_PX = 760


class ConfigScreen(QWidget):
    """A screen of its own, in place of the window.

    Signals: `open_requested(str)` path of another file; `retry_requested()`; `example_requested()`.
    """

    open_requested = Signal(str)
    retry_requested = Signal()
    example_requested = Signal()

    def __init__(self, path: str, mistakes: Sequence[Mistake]) -> None:
        super().__init__()
        self.setWindowTitle(self.tr("WatchDoge – configuration"))
        self.resize(960, 640)
        self._path = path
        self._file = ElidedLabel(path, look="muted")
        self._file.setAccessibleName(self.tr("File: {0}").format(path))
        self._list = MistakeList()
        self._count = PlainLabel()
        self._make_buttons()
        self._lay_out()
        self.show_mistakes(path, mistakes)

    def _make_buttons(self) -> None:
        self.example = QPushButton(self.tr("Start the &example fleet"))
        self.example.setToolTip(self.tr("Watch a simulated fleet; no real plant is touched"))
        self.other = QPushButton(self.tr("&Open another…"))
        self.other.setToolTip(self.tr("Choose another configuration file"))
        self.retry = QPushButton(self.tr("&Retry"))
        self.retry.setToolTip(self.tr("Read the file again"))
        self.retry.setDefault(True)
        self.example.clicked.connect(self.example_requested)
        self.other.clicked.connect(self._on_other)
        self.retry.clicked.connect(self.retry_requested)

    def _lay_out(self) -> None:
        panel = QFrame()
        panel.setObjectName("panel")
        panel.setMaximumWidth(_WIDTH_PX)
        inside = QVBoxLayout(panel)
        inside.setContentsMargins(28, 24, 28, 22)
        inside.setSpacing(10)
        inside.addWidget(PlainLabel(self.tr("The configuration cannot be used"), 20, QFont.Weight.DemiBold))
        inside.addWidget(self._file)
        inside.addSpacing(6)
        inside.addWidget(self._count)
        inside.addWidget(self._list, 1)
        buttons = QHBoxLayout()
        buttons.addWidget(self.example)
        buttons.addStretch(1)
        buttons.addWidget(self.other)
        buttons.addWidget(self.retry)
        inside.addLayout(buttons)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(24, 24, 24, 24)
        outer.addStretch(1)
        outer.addWidget(panel, 20)
        outer.addStretch(1)

    def show_mistakes(self, path: str, mistakes: Sequence[Mistake]) -> None:
        """Take the mistakes of a file."""
        self._path = path
        self._file.say(path)
        one = self.tr("◆ One thing is wrong:")
        self._count.say(
            one if len(mistakes) == 1 else self.tr("◆ {0} things are wrong:").format(len(mistakes))
        )
        set_property(self._count, "severity", 2)
        self._list.show_mistakes(mistakes)

    @Slot()
    def _on_other(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(
            self, self.tr("Open configuration"), self._path, self.tr("Configuration (*.json);;All files (*)")
        )
        if chosen:
            self.open_requested.emit(chosen)
