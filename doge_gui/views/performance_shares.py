"""Where the alarms come from: the ten worst, and the mix of priorities beside the recommended one."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from doge_gui.core.alarms.performance import MOST_FREQUENT
from doge_gui.models.performance_rows import Share, Worst, percent
from doge_gui.models.phrases import NOTHING
from doge_gui.models.severity import Severity
from doge_gui.views.labels import ElidedLabel, PlainLabel
from doge_gui.views.shapes import paint_shape
from doge_gui.views.theme import Theme

_ROW_PX = 29
_SHAPE_PX = 10.0
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class Shape(QWidget):
    """A severity's shape in quiet grey."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setFixedSize(14, 14)
        self._severity, self._theme = Severity.NORMAL, theme

    def show_severity(self, severity: Severity, theme: Theme) -> None:
        """Show the shape of a severity."""
        self._severity, self._theme = severity, theme
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        box = QRectF(2, 2, _SHAPE_PX, _SHAPE_PX)
        paint_shape(painter, self._severity, box, self._theme.colour("muted"))
        painter.end()


class ShareBar(QWidget):
    """A bar of a share; a tick where it should end."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._part, self._tick, self._theme = 0.0, -1.0, theme
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(90, 16)

    def minimumSizeHint(self) -> QSize:
        return QSize(40, 16)

    def show_part(self, part: float, theme: Theme, tick: float = -1.0) -> None:
        """Show a part of 0 to 1; a tick below 0 is none."""
        self._part, self._tick, self._theme = part, tick, theme
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        room, middle = float(self.width()), self.height() / 2
        painter.setBrush(self._theme.colour("rail"))
        painter.drawRoundedRect(QRectF(0, middle - 3, room, 6), 3, 3)
        if self._part > 0:
            painter.setBrush(QColor(self._theme.total_curve))
            painter.drawRoundedRect(QRectF(0, middle - 3, max(6.0, room * self._part), 6), 3, 3)
        if self._tick >= 0:
            painter.setBrush(self._theme.colour("text"))
            painter.drawRect(QRectF(room * self._tick - 1, middle - 7, 2, 14))
        painter.end()


class ShareRow(QWidget):
    """Shape, name, bar, count and share in a line."""

    def __init__(self, theme: Theme, name_stretch: int) -> None:
        super().__init__()
        self.shape = Shape(theme)
        self.name = ElidedLabel()
        self.note = PlainLabel(px=12, look="muted")
        self.bar = ShareBar(theme)
        self.count = PlainLabel(weight=QFont.Weight.DemiBold)
        self.share = PlainLabel(px=12, look="muted")
        line = QHBoxLayout(self)
        line.setContentsMargins(12, 0, 12, 0)
        line.setSpacing(8)
        line.addWidget(self.shape)
        named = QHBoxLayout()
        named.setSpacing(8)
        named.addWidget(self.name)
        named.addWidget(self.note)
        named.addStretch(1)
        # The bars of all rows begin at one place, whatever stands before them.
        line.addLayout(named, name_stretch)
        line.addWidget(self.bar, 4)
        for label, width in ((self.count, 52), (self.share, 52)):
            label.setFixedWidth(width)
            label.setAlignment(_RIGHT)
            line.addWidget(label)
        self.note.hide()
        self.setFixedHeight(_ROW_PX)


def _headed(panel: QFrame, title: str, aside: PlainLabel) -> QVBoxLayout:
    panel.setObjectName("panel")
    head = QHBoxLayout()
    head.setContentsMargins(12, 9, 12, 5)
    head.setSpacing(9)
    head.addWidget(PlainLabel(title, weight=QFont.Weight.DemiBold))
    head.addWidget(aside, 1)
    layout = QVBoxLayout(panel)
    layout.setContentsMargins(1, 1, 1, 7)
    layout.setSpacing(0)
    layout.addLayout(head)
    return layout


class WorstPanel(QFrame):
    """The alarms that came most often."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.aside = ElidedLabel(px=12, look="muted")
        layout = _headed(self, self.tr("Ten worst"), self.aside)
        self.rows = [ShareRow(theme, 7) for _ in range(MOST_FREQUENT)]
        for row in self.rows:
            layout.addWidget(row)
        layout.addStretch(1)

    def show_worst(self, worst: Sequence[Worst], theme: Theme) -> None:
        """Show these alarms; there may be none."""
        words = self.tr("most frequent first · alarms and share of all")
        self.aside.say(words if worst else self.tr("no alarm was presented in this time"))
        for number, row in enumerate(self.rows):
            row.setVisible(number < len(worst))
            if number < len(worst):
                _show_worst(row, worst[number], theme)
                row.note.setText(self.tr("· chatters"))


def _show_worst(row: ShareRow, one: Worst, theme: Theme) -> None:
    row.shape.show_severity(one.severity, theme)
    row.name.say(one.name)
    row.note.setVisible(one.chattering)
    row.bar.show_part(one.part, theme)
    row.count.say(one.raised)
    row.share.say(one.share)
    row.setAccessibleName(f"{one.name}, {one.severity.word}: {one.raised}, {one.share}")


class MixPanel(QFrame):
    """How the alarms are shared among the priorities."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.aside = ElidedLabel(px=12, look="muted")
        layout = _headed(self, self.tr("Priorities"), self.aside)
        self.rows = [ShareRow(theme, 3) for _ in range(3)]
        for row in self.rows:
            layout.addWidget(row)
        self.aside.say(self.tr("the tick marks the recommended share"))

    def show_mix(self, mix: Sequence[Share], theme: Theme) -> None:
        """Show the three priorities."""
        for row, one in zip(self.rows, mix, strict=True):
            row.shape.show_severity(one.severity, theme)
            advised = self.tr("about {0}").format(percent(one.recommended).replace(".0", ""))
            row.name.say(f"{one.severity.word} · {advised}")
            row.bar.show_part(one.share or 0.0, theme, one.recommended)
            row.count.say(one.raised if one.share is not None else NOTHING)
            row.share.say(percent(one.share) if one.share is not None else NOTHING)
            row.setAccessibleName(f"{one.severity.word}: {row.count.text()}, {row.share.text()}, {advised}")
