"""What hides an alarm wants a reason: the question before it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QFont, QShowEvent
from PySide6.QtWidgets import QComboBox, QDialog, QDialogButtonBox, QLineEdit, QVBoxLayout, QWidget

from doge_gui.models.phrases import span
from doge_gui.views.labels import ElidedLabel, PlainLabel

SPANS_S = (900.0, 3600.0, 4 * 3600.0, 8 * 3600.0)
"""How long an alarm can be shelved: as long as the rules allow, at most."""
_MOST_CHARS = 200


def spans(most_s: float) -> tuple[float, ...]:
    """The offered spans, s: none is longer than the rules allow."""
    return (*(one for one in SPANS_S if one < most_s), min(most_s, SPANS_S[-1]))


class ReasonDialog(QDialog):
    """Asks for a reason and, where it has an end, for how long."""

    def __init__(
        self, title: str, question: str, effect: str, lasting: Sequence[float], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setMinimumWidth(460)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        said = PlainLabel(effect, look="muted")
        said.setWordWrap(True)
        self.length = QComboBox()
        self.length.setAccessibleName(self.tr("For how long"))
        self.length.setAccessibleDescription(self.length.accessibleName())
        for seconds in lasting:
            self.length.addItem(span(seconds), seconds)
        self.reason = QLineEdit()
        self.reason.setMaxLength(_MOST_CHARS)
        self.reason.setPlaceholderText(self.tr("Reason (it stands in the journal)"))
        self.reason.setAccessibleName(self.tr("Reason"))
        self.reason.textChanged.connect(self._on_text)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(22, 20, 22, 18)
        layout.setSpacing(12)
        for widget in (
            ElidedLabel(question, 16, QFont.Weight.DemiBold),
            *(said, self.length, self.reason, self._buttons(title)),
        ):
            layout.addWidget(widget)
        self.length.setVisible(bool(lasting))

    def _buttons(self, title: str) -> QDialogButtonBox:
        box = QDialogButtonBox()
        self.cancel = box.addButton(QDialogButtonBox.StandardButton.Cancel)
        self.go = box.addButton(title, QDialogButtonBox.ButtonRole.AcceptRole)
        self.go.setDefault(True)
        self.go.setEnabled(False)
        box.accepted.connect(self.accept)
        box.rejected.connect(self.reject)
        return box

    @property
    def seconds(self) -> float:
        """The chosen span; 0 where there is none to choose."""
        chosen = self.length.currentData()
        return float(chosen) if isinstance(chosen, float) else 0.0

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.reason.setFocus()

    @Slot(str)
    def _on_text(self, text: str) -> None:
        self.go.setEnabled(bool(text.strip()))

    def accept(self) -> None:
        if self.reason.text().strip():
            super().accept()
