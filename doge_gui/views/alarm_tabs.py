"""The lists of the alarm screen, one click away each, with how many stand in them."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QSizePolicy, QToolButton, QWidget

from doge_gui.models.alarm_digest import AlarmDigest, Place
from doge_gui.models.phrases import grouped
from doge_gui.views.theme import font

PLACES: tuple[Place | None, ...] = (*Place, None)
"""In the order of the tabs; None is the journal."""


class AlarmTabs(QWidget):
    """A row of tabs.

    Signals: `chosen(int)` number of a list.
    """

    chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._names = (
            *(self.tr("Active"), self.tr("Shelved"), self.tr("Suppressed"), self.tr("Out of service")),
            self.tr("Journal"),
        )
        self._group = QButtonGroup(self)
        self.buttons: list[QToolButton] = []
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        for number, name in enumerate(self._names):
            button = QToolButton()
            button.setObjectName("tab")
            button.setCheckable(True)
            # One of several: a screen reader says so.
            button.setAutoExclusive(True)
            button.setFont(font(13, QFont.Weight.Medium))
            button.setText(name)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
            self._group.addButton(button, number)
            self.buttons.append(button)
            layout.addWidget(button)
        self.buttons[0].setChecked(True)
        # Not what is clicked: a screen reader chooses a button without a click.
        self._group.idToggled.connect(self._on_toggled)

    @property
    def current(self) -> int:
        """Number of the chosen list."""
        return self._group.checkedId()

    def choose(self, number: int) -> None:
        """Choose a list."""
        if 0 <= number < len(self.buttons):
            self.buttons[number].setChecked(True)

    def show_counts(self, digest: AlarmDigest) -> None:
        """Say how many stand in each list; the journal has no end worth counting."""
        for name, button, place in zip(self._names, self.buttons, PLACES, strict=True):
            count = len(digest.lists[place]) if place is not None else 0
            button.setText(f"{name}  {grouped(count)}" if count else name)
            # A narrow window cuts the tabs short.
            button.setToolTip(button.text())

    @Slot(int, bool)
    def _on_toggled(self, number: int, chosen: bool) -> None:
        if chosen:
            self.chosen.emit(number)
