"""Where in the assistant one is: the steps' names in a line, the present one marked."""

from PySide6.QtGui import QFont
from PySide6.QtWidgets import QHBoxLayout, QWidget

from doge_gui.views.labels import PlainLabel


class Steps(QWidget):
    """Three names; past and coming ones are muted."""

    def __init__(self) -> None:
        super().__init__()
        names = (self.tr("Choose"), self.tr("Gateways"), self.tr("Check and start"))
        self._names = names
        self._present = [
            PlainLabel(f"{number}  {name}", weight=QFont.Weight.DemiBold)
            for number, name in enumerate(names, 1)
        ]
        self._others = [PlainLabel(f"{number}  {name}", look="muted") for number, name in enumerate(names, 1)]
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        for number in range(len(names)):
            if number:
                layout.addWidget(PlainLabel("›", look="muted"))
            layout.addWidget(self._present[number])
            layout.addWidget(self._others[number])
        layout.addStretch(1)
        self.show_step(0)

    def show_step(self, step: int) -> None:
        """Mark a step, counted from 0."""
        for number in range(len(self._names)):
            self._present[number].setVisible(number == step)
            self._others[number].setVisible(number != step)
        told = self.tr("Step {0} of {1}: {2}")
        self.setAccessibleName(told.format(step + 1, len(self._names), self._names[step]))
