"""What belongs to no field: mistakes of the file as a whole, and that somebody else changed it."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from doge_gui.core.config_text import Mistake
from doge_gui.core.settings.document import ABSENT, Place, place_of
from doge_gui.core.settings.draft import State
from doge_gui.models.mistake_words import in_words
from doge_gui.models.phrases import one_line
from doge_gui.views.labels import PlainLabel
from doge_gui.views.theme import set_property

_MOST_SHOWN = 4


class _Line(QWidget):
    """One mistake, and the button that takes its key away."""

    removed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.place: Place = ()
        self.label = PlainLabel("")
        self.label.setWordWrap(True)
        set_property(self.label, "severity", 2)
        self.button = QPushButton(self.tr("Remove this key"))
        self.button.setObjectName("slim")
        self.button.setAutoDefault(False)
        self.button.clicked.connect(self._on_clicked)
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.label, 1)
        box.addWidget(self.button)

    def show_mistake(self, mistake: Mistake, state: State) -> None:
        """Show one; its key can be removed where it stands in the document."""
        self.place = place_of(mistake.path)
        self.label.say(f"◆ {in_words(mistake)}")
        there = bool(self.place) and state.at(self.place) is not ABSENT
        self.button.setVisible(there)
        self.button.setAccessibleName(self.tr("Remove the key {0}").format(one_line(mistake.path)))

    @Slot()
    def _on_clicked(self) -> None:
        self.removed.emit(self.place)


class Strip(QFrame):
    """Lines above the pages; hidden while there is nothing to tell.

    Signals: `removed(object)` place of a key that is to go; `reload_wanted()`; `overwrite_wanted()`.
    """

    removed = Signal(object)
    reload_wanted = Signal()
    overwrite_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("flood")
        self.lines = [_Line() for _ in range(_MOST_SHOWN)]
        self.more = PlainLabel("", look="muted")
        self.elsewhere = self._make_elsewhere()
        box = QVBoxLayout(self)
        box.setContentsMargins(14, 8, 14, 8)
        box.setSpacing(4)
        box.addWidget(self.elsewhere)
        for line in self.lines:
            line.removed.connect(self.removed)
            box.addWidget(line)
        box.addWidget(self.more)
        self.elsewhere.hide()
        self.hide()

    def _make_elsewhere(self) -> QWidget:
        place = QWidget()
        told = PlainLabel(self.tr("◆ Somebody else changed the file meanwhile."))
        told.setWordWrap(True)
        set_property(told, "severity", 2)
        self.reload = QPushButton(self.tr("Reload"))
        self.reload.setToolTip(
            self.tr("Show what the file says now; your changes of the configuration are lost")
        )
        self.overwrite = QPushButton(self.tr("Overwrite"))
        self.overwrite.setToolTip(self.tr("Write your settings over the other ones"))
        self.reload.clicked.connect(self.reload_wanted)
        self.overwrite.clicked.connect(self.overwrite_wanted)
        box = QHBoxLayout(place)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(told, 1)
        for button in (self.reload, self.overwrite):
            button.setAutoDefault(False)
            box.addWidget(button)
        return place

    def show_elsewhere(self, changed: bool) -> None:
        """Say, or no longer, that the file was changed by somebody else."""
        self.elsewhere.setVisible(changed)
        self._show_itself()

    def show_mistakes(self, mistakes: Sequence[Mistake], state: State) -> None:
        """Show the mistakes that belong to no field."""
        for number, line in enumerate(self.lines):
            line.setVisible(number < len(mistakes))
            if number < len(mistakes):
                line.show_mistake(mistakes[number], state)
        left = len(mistakes) - len(self.lines)
        self.more.say(self.tr("and {0} more").format(left) if left > 0 else "")
        self.more.setVisible(left > 0)
        self._show_itself()

    def _show_itself(self) -> None:
        shown = (self.elsewhere, *self.lines)
        self.setVisible(any(not widget.isHidden() for widget in shown))
