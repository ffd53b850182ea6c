"""The tools over the curves: from and to, span of time, back, back to live, export."""

from datetime import datetime

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QAction, QFont, QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QMenu, QSizePolicy, QToolButton, QWidget

from doge_gui.core.trends.moments import instant
from doge_gui.core.trends.view import SPANS_S, Navigation, View
from doge_gui.models.trend_ticks import field_text, local, span_words
from doge_gui.views.labels import PlainLabel
from doge_gui.views.theme import font, set_property
from doge_gui.views.trend_sets import TrendSetButton

_LEAST_PX = 606
"""Width of all tools with their short texts."""
_ROOMY_PX, _NARROW_PX = 860, 730
_OFFSETS_PX = 960
"""From this width on there is room for offsets behind the times of an hour that comes twice."""
_TIME = "2026-08-28 08:48:48"
_LIKE = 0.005
"""Spans that differ by less than this share are one."""


class TrendHead(QWidget):
    """One line.

    Signals: `span_chosen(float)` seconds; `range_chosen(object)` a View that was typed in; `live_wanted()`;
    `back_wanted()`; `export_wanted(str)` csv, xlsx, png or svg; `mistyped(str)` what is wrong with a typed
    instant and how one is written, empty when nothing is any more.
    """

    span_chosen = Signal(float)
    range_chosen = Signal(object)
    live_wanted = Signal()
    back_wanted = Signal()
    export_wanted = Signal(str)
    mistyped = Signal(str)

    def __init__(self, sets: TrendSetButton) -> None:
        super().__init__()
        self.title = PlainLabel(self.tr("Trends"), px=15, weight=QFont.Weight.DemiBold)
        self.sets = sets
        self.begin = self._field(self.tr("From: date and time, a date, or a time"))
        self.end = self._field(self.tr("To: date and time, a date, or a time"))
        self.span_box = self._spans()
        self.back = self._tool("←", self.tr("Back to the view before (Backspace in the curves)"))
        self.back.setAccessibleName(self.tr("Back to the view before"))
        self.live = self._tool(
            self.tr("Back to live"), self.tr("Follow the newest values (Home in the curves)")
        )
        self._view = View(0.0, 1.0)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 8, 8, 4)
        layout.setSpacing(7)
        layout.addWidget(self.title)
        layout.addWidget(self.sets)
        layout.addStretch(1)
        self._dash = PlainLabel("–", look="muted")
        for widget in (self.begin, self._dash, self.end, self.span_box, self.back, self.live, self._export()):
            layout.addWidget(widget)
        self.begin.editingFinished.connect(self._on_edited)
        self.end.editingFinished.connect(self._on_edited)
        self.span_box.activated.connect(self._on_span)
        self.back.clicked.connect(self.back_wanted)
        self.live.clicked.connect(self.live_wanted)

    def _field(self, tip: str) -> QLineEdit:
        field = QLineEdit()
        field.setFont(font(12))
        _fit(field, _TIME)
        field.setToolTip(tip)
        field.setAccessibleName(tip)
        return field

    def _spans(self) -> QComboBox:
        box = QComboBox()
        box.setFont(font(12, QFont.Weight.Medium))
        for span_s in SPANS_S:
            box.addItem(span_words(span_s), span_s)
        box.setMaxVisibleItems(len(SPANS_S))
        box.setToolTip(self.tr("Span of time in view"))
        box.setAccessibleName(self.tr("Span of time in view"))
        box.setMinimumWidth(78)
        return box

    def _tool(self, text: str, tip: str) -> QToolButton:
        button = QToolButton()
        button.setText(text)
        button.setFont(font(12, QFont.Weight.Medium))
        button.setToolTip(tip)
        button.setAccessibleName(text)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        return button

    def _export(self) -> QToolButton:
        button = self._tool("⋯", self.tr("Save what is in view: numbers or a picture"))
        button.setAccessibleName(self.tr("Export the trend"))
        menu = QMenu(self.tr("&Export the trend"), self)
        for kind, text in (("csv", "&CSV…"), ("xlsx", "&XLSX…"), ("png", "&PNG…"), ("svg", "&SVG…")):
            menu.addAction(text).setData(kind)
        menu.triggered.connect(self._on_export)
        button.setMenu(menu)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        return button

    def show_navigation(self, navigation: Navigation) -> None:
        """Tell what is in view."""
        self._view = navigation.view
        for field, at in ((self.begin, self._view.begin), (self.end, self._view.end)):
            if not field.hasFocus() or not field.isModified():
                text = field_text(at)
                field.setText(text)
                _fit(field, text if self.width() >= _OFFSETS_PX else _TIME)
                set_property(field, "severity", 0)
        self.back.setEnabled(bool(navigation.past))
        self.live.setEnabled(not navigation.live)
        found = (
            number
            for number, span_s in enumerate(SPANS_S)
            if abs(span_s - self._view.span_s) <= _LIKE * span_s
        )
        self.span_box.setCurrentIndex(next(found, -1))
        self.span_box.setPlaceholderText(span_words(self._view.span_s))

    def minimumSizeHint(self) -> QSize:
        return QSize(_LEAST_PX, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < _NARROW_PX
        self.title.setVisible(self.width() >= _ROOMY_PX)
        self._dash.setVisible(not narrow)
        self.live.setText(self.tr("Live") if narrow else self.tr("Back to live"))
        self.sets.set_narrow(narrow)
        layout = self.layout()
        if layout is not None:
            layout.setSpacing(4 if narrow else 7)

    @Slot()
    def _on_edited(self) -> None:
        """Take what was typed; what cannot be read is marked, and left for the operator to mend."""
        if not (self.begin.isModified() or self.end.isModified()):
            return
        begin = self._read(self.begin, self._view.begin)
        end = self._read(self.end, self._view.end)
        if begin is None or end is None:
            self.mistyped.emit(self.tr("No date or time. Write 2026-01-31 08:25, 2026-01-31 or 08:25"))
        elif end <= begin:
            self._mark(self.begin, self.end)
            self.mistyped.emit(self.tr("The end lies before the beginning. Change one of them"))
        else:
            self._mark()
            self.begin.setModified(False)
            self.end.setModified(False)
            self.mistyped.emit("")
            self.range_chosen.emit(View(begin.timestamp(), end.timestamp()))

    def _mark(self, *wrong: QLineEdit) -> None:
        for field in (self.begin, self.end):
            set_property(field, "severity", 2 if field in wrong else 0)

    def _read(self, field: QLineEdit, shown: float) -> datetime | None:
        if not field.isModified():
            return datetime.fromtimestamp(shown).astimezone()
        found = instant(field.text(), local(shown))
        set_property(field, "severity", 0 if found is not None else 2)
        return found

    @Slot(int)
    def _on_span(self, number: int) -> None:
        self.span_chosen.emit(float(self.span_box.itemData(number)))

    @Slot(QAction)
    def _on_export(self, action: QAction) -> None:
        self.export_wanted.emit(str(action.data()))


def _fit(field: QLineEdit, text: str) -> None:
    """As wide as a text is, and no narrower than a date with a time."""
    measure = QFontMetrics(field.font()).horizontalAdvance
    field.setFixedWidth(max(measure(text), measure(_TIME)) + 20)
