"""A strip of cards: the fleet in a few figures."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from doge_gui.core.statuses import Schedule
from doge_gui.models.figures import Figure, figures
from doge_gui.models.fleet_picture import FleetPicture
from doge_gui.models.severity import Severity
from doge_gui.views.labels import ElidedLabel, PlainLabel
from doge_gui.views.theme import set_property

CARD_PX = 116
"""Least width of a card; the strip scrolls when they do not all fit."""
STRIP_PX = 78


class Card(QFrame):
    """One figure."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("card")
        self.setMinimumWidth(CARD_PX)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(STRIP_PX - 2)
        self._caption = ElidedLabel(px=12, look="muted")
        self._value = ElidedLabel(px=22, weight=QFont.Weight.DemiBold)
        self._part = PlainLabel(px=15, weight=QFont.Weight.Medium, look="muted")
        self._detail = ElidedLabel(px=12, look="muted")
        line = QHBoxLayout()
        line.setSpacing(5)
        line.addWidget(self._value)
        line.addWidget(self._part, 0, Qt.AlignmentFlag.AlignBottom)
        line.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 7, 8, 7)
        layout.setSpacing(0)
        layout.addWidget(self._caption)
        layout.addLayout(line)
        layout.addWidget(self._detail)

    def show_figure(self, figure: Figure) -> None:
        """Show a figure, greyed when it no longer tells the present."""
        alarming = figure.severity >= Severity.MEDIUM
        mark = f"{figure.severity.mark} " if figure.severity is Severity.HIGH else ""
        self._caption.say(figure.caption, figure.brief[0])
        self._value.say(f"{mark}{figure.value}")
        self._part.say(figure.part)
        self._part.setVisible(bool(figure.part))
        sign = f"{figure.severity.mark} " if figure.severity is Severity.MEDIUM else ""
        brief = f"{sign}{figure.brief[1]}" if figure.brief[1] else ""
        self._detail.say(f"{sign}{figure.detail}", brief)
        set_property(self, "severity", int(figure.severity) if alarming else 0)
        set_property(self._value, "severity", 3 if figure.severity is Severity.HIGH else 0)
        set_property(self._value, "look", "old" if figure.old else "")
        self.setAccessibleName(f"{figure.caption}: {figure.value} {figure.part} {figure.detail}".strip())


class KeyFigures(QScrollArea):
    """All cards side by side."""

    def __init__(self) -> None:
        super().__init__()
        self._cards: list[Card] = []
        inside = QWidget()
        self._line = QHBoxLayout(inside)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(9)
        self.setWidget(inside)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFixedHeight(STRIP_PX)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(self.tr("Key figures"))
        self.horizontalScrollBar().rangeChanged.connect(self._on_range)

    def _on_range(self, _low: int, high: int) -> None:
        self.setFixedHeight(STRIP_PX + (12 if high > 0 else 0))

    def show_fleet(self, fleet: FleetPicture, schedule: Schedule | None) -> None:
        """Show the figures of a picture."""
        told = figures(fleet, schedule)
        while len(self._cards) < len(told):
            self._cards.append(Card())
            self._line.addWidget(self._cards[-1], 1)
        for number, card in enumerate(self._cards):
            card.setVisible(number < len(told))
            if number < len(told):
                card.show_figure(told[number])
