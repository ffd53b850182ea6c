"""The line over the graphs: what is drawn, the span of time, back to live, export."""

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QAction, QFont, QResizeEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QMenu, QSizePolicy, QToolButton, QWidget

from doge_gui.views.labels import ElidedLabel, PlainLabel
from doge_gui.views.theme import font

SPANS_S = (300, 1800, 7200, 28800)
_LEAST_PX = 264
"""Width of all tools with their short texts."""
_ROOMY_PX = 360
"""From here on the texts stand in full."""


class PlotHead(QWidget):
    """Title and tools of the graphs.

    Signals: `span_chosen()` another span of time; `live_wanted()` follow the newest values again;
    `export_wanted(str)` with `png`, `svg` or `csv`.
    """

    span_chosen = Signal()
    live_wanted = Signal()
    export_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.what = ElidedLabel(look="muted")
        self.say_what("")
        self.span_box = self._spans()
        self.back = self._tool(self.tr("Back to live"), self.tr("Follow the newest values again (Ctrl+L)"))
        self.back.setEnabled(False)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 8, 10, 8)
        layout.setSpacing(8)
        self._title = PlainLabel(self.tr("Marbles"), weight=QFont.Weight.DemiBold)
        layout.addWidget(self._title)
        layout.addWidget(self.what, 1)
        for widget in (self.span_box, self.back, self._export()):
            layout.addWidget(widget)
        self.back.clicked.connect(self.live_wanted)
        self.span_box.currentIndexChanged.connect(self._on_span)

    def say_what(self, what: str) -> None:
        """Say what is drawn; an empty text for the fleet's totals."""
        self.what.say(what or self.tr("fleet totals"), "" if what else self.tr("totals"))

    def minimumSizeHint(self) -> QSize:
        return QSize(_LEAST_PX, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._title.setVisible(self.width() >= _ROOMY_PX)
        self.back.setText(self.tr("Back to live") if self.width() >= _ROOMY_PX else self.tr("Live"))

    @property
    def span_s(self) -> float:
        """The chosen span of time, seconds."""
        return float(SPANS_S[self.span_box.currentIndex()])

    def _spans(self) -> QComboBox:
        box = QComboBox()
        box.setFont(font(12, QFont.Weight.Medium))
        box.addItems([self.tr("5 min"), self.tr("30 min"), self.tr("2 h"), self.tr("8 h")])
        box.setCurrentIndex(1)
        box.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        box.setToolTip(self.tr("Span of time in view"))
        box.setAccessibleName(self.tr("Span of time in view"))
        return box

    def _export(self) -> QToolButton:
        button = self._tool("⋯", self.tr("Save the graphs as PNG, SVG or CSV"))
        button.setAccessibleName(self.tr("Export graphs"))
        menu = QMenu(self.tr("&Export graphs"), self)
        for kind, text in (("png", "&PNG…"), ("svg", "&SVG…"), ("csv", "&CSV…")):
            menu.addAction(text).setData(kind)
        menu.triggered.connect(self._on_export)
        button.setMenu(menu)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        return button

    def _tool(self, text: str, tip: str) -> QToolButton:
        button = QToolButton()
        button.setText(text)
        button.setFont(font(12, QFont.Weight.Medium))
        button.setToolTip(tip)
        button.setAccessibleName(text)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        return button

    @Slot(int)
    def _on_span(self, _number: int) -> None:
        self.span_chosen.emit()

    @Slot(QAction)
    def _on_export(self, action: QAction) -> None:
        self.export_wanted.emit(str(action.data()))
