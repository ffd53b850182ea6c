"""Step one: what is to be watched."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QVBoxLayout, QWidget

from doge_gui.views.assistant.choice_card import ChoiceCard
from doge_gui.views.labels import PlainLabel
from doge_gui.views.theme import Theme


class ChoicePage(QWidget):
    """Three cards.

    Signals: `example_wanted()`, `list_chosen()`, `scan_chosen()`.
    """

    example_wanted = Signal()
    list_chosen = Signal()
    scan_chosen = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.example = ChoiceCard(
            "assistant-example",
            self.tr("Look at the &example fleet"),
            self.tr("Eight simulated gateways, started at once. No real plant is touched."),
            theme,
        )
        self.list = ChoiceCard(
            "assistant-list",
            self.tr("I have a &list of gateways"),
            self.tr("A JSON or CSV file, or cells pasted from a spreadsheet."),
            theme,
        )
        self.scan = ChoiceCard(
            "assistant-scan",
            self.tr("&Find the gateways on a network"),
            self.tr("Asks the addresses that you name, each once, a question that only reads."),
            theme,
        )
        self.cards = (self.example, self.list, self.scan)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(PlainLabel(self.tr("What shall be watched?"), 20, QFont.Weight.DemiBold))
        welcome = PlainLabel(self.tr("There is no configuration yet. Nothing is asked until you say so."))
        welcome.setProperty("look", "muted")
        welcome.setWordWrap(True)
        layout.addWidget(welcome)
        layout.addSpacing(6)
        for card in self.cards:
            layout.addWidget(card)
        layout.addStretch(1)
        self.example.clicked.connect(self._on_example)
        self.list.clicked.connect(self._on_list)
        self.scan.clicked.connect(self._on_scan)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        for card in self.cards:
            card.set_theme(theme)

    # A button's own signal carries whether it is checked, which nobody wants to hear of.

    @Slot()
    def _on_example(self) -> None:
        self.example_wanted.emit()

    @Slot()
    def _on_list(self) -> None:
        self.list_chosen.emit()

    @Slot()
    def _on_scan(self) -> None:
        self.scan_chosen.emit()
