"""Labels that show text from the network as it is, and never wider than their place."""

from html import escape

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QLabel

from doge_gui.views.theme import TEXT_PX, font, set_property

_LEAST_PX = 20
"""Narrower than this nothing can be read."""


class PlainLabel(QLabel):
    """A label of plain text."""

    def __init__(
        self, text: str = "", px: int = TEXT_PX, weight: QFont.Weight = QFont.Weight.Normal, look: str = ""
    ) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(font(px, weight))
        if look:
            set_property(self, "look", look)
        self.setText(text)

    def say(self, text: str) -> None:
        """Show a text; nothing is done when it is shown already."""
        if text != self.text():
            self.setText(text)


class ElidedLabel(PlainLabel):
    """A label that ends in `…` where its place is too narrow, and then tells the whole in its tooltip."""

    def __init__(
        self, text: str = "", px: int = TEXT_PX, weight: QFont.Weight = QFont.Weight.Normal, look: str = ""
    ) -> None:
        self._whole, self._brief = text, ""
        super().__init__(text, px, weight, look)

    @property
    def whole(self) -> str:
        """The text, elided or not."""
        return self._whole

    def say(self, text: str, brief: str = "") -> None:
        """Show a text, or `brief` where the text as a whole has no room."""
        if (text, brief) != (self._whole, self._brief):
            self._whole, self._brief = text, brief
            self.setAccessibleName(text)
            self._elide()
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(
            QFontMetrics(self.font()).horizontalAdvance(self._whole) + 2, super().sizeHint().height()
        )

    def minimumSizeHint(self) -> QSize:
        return QSize(min(_LEAST_PX, self.sizeHint().width()), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._elide()

    def _elide(self) -> None:
        metrics = QFontMetrics(self.font())
        fits = metrics.horizontalAdvance(self._whole) <= self.width()
        wanted = self._whole if fits or not self._brief else self._brief
        text = metrics.elidedText(wanted, Qt.TextElideMode.ElideRight, self.width())
        # The beginning of what is brief already tells nothing.
        worth = self.width() >= _LEAST_PX and (fits or not self._brief)
        self.setText(text if text == wanted or worth else "")
        self.setToolTip(escape(self._whole) if text != self._whole else "")
