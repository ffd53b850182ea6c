"""The way from screen to screen, at the window's left edge."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QFrame, QSizePolicy, QVBoxLayout, QWidget

from doge_gui.models.phrases import grouped
from doge_gui.models.severity import Severity
from doge_gui.views.frames import frame_focus
from doge_gui.views.icons import icon
from doge_gui.views.shapes import paint_shape
from doge_gui.views.theme import Theme, font

_WIDE_PX, _NARROW_PX = 164, 56
_ROW_PX, _NARROW_ROW_PX = 38, 50
_ICON_PX, _SHAPE_PX = 20, 10
_MOST_SHOWN, _MOST_NARROW = 999, 99


@dataclass(frozen=True, slots=True)
class Page:
    """One screen of the window."""

    name: str
    icon: str
    """Name of a file in `resources/icons`."""
    widget: QWidget


class NavigationButton(QAbstractButton):
    """One screen's name, and how much waits on it."""

    def __init__(self, page: Page, keys: str, theme: Theme) -> None:
        super().__init__()
        self._icon, self._keys, self._theme = page.icon, keys, theme
        self._narrow = False
        self._count, self._severity = 0, Severity.NORMAL
        self.setText(page.name)
        self.setCheckable(True)
        # One of several: a screen reader says so.
        self.setAutoExclusive(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._tell()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self._theme = theme
        self.update()

    def set_narrow(self, narrow: bool) -> None:
        """Show the icon alone, or the name too."""
        self._narrow = narrow
        self.updateGeometry()
        self.update()

    def show_count(self, count: int, severity: Severity) -> None:
        """How many wait, coloured by the worst of them."""
        if (count, severity) != (self._count, self._severity):
            self._count, self._severity = count, severity
            self._tell()
            self.update()

    def _tell(self) -> None:
        words = self.text()
        if self._count:
            waiting = self.tr("{0} not acknowledged, the worst: {1}")
            words = f"{words}: {waiting.format(grouped(self._count), self._severity.word)}"
        self.setAccessibleName(words)
        self.setToolTip(f"{words} ({self._keys})")

    def sizeHint(self) -> QSize:
        return QSize(_NARROW_PX, _NARROW_ROW_PX) if self._narrow else QSize(_WIDE_PX, _ROW_PX)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        colour, chosen = self._theme.colour, self.isChecked()
        if chosen or self.underMouse():
            painter.fillRect(self.rect(), colour("head" if chosen else "button"))
        if chosen:
            painter.fillRect(0, 0, 3, self.height(), colour("accent"))
        ink = colour("text" if chosen else "muted")
        picture = icon(self._icon, _ICON_PX, ink, self.devicePixelRatioF())
        if self._narrow:
            top = (self.height() - _ICON_PX) // 2 - (8 if self._count else 0)
            painter.drawPixmap((self.width() - _ICON_PX) // 2, top, picture)
        else:
            painter.drawPixmap(15, (self.height() - _ICON_PX) // 2, picture)
            painter.setFont(font(13, QFont.Weight.DemiBold if chosen else QFont.Weight.Medium))
            painter.setPen(colour("text"))
            room = self.rect().adjusted(44, 0, -8, 0)
            painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, self.text())
        self._paint_count(painter)
        if self.hasFocus():
            frame_focus(painter, QRectF(self.rect()).adjusted(4, 1, -1, -1), self._theme)
        painter.end()

    def _paint_count(self, painter: QPainter) -> None:
        if not self._count:
            return
        colour = self._theme.severity(self._severity)
        most = _MOST_NARROW if self._narrow else _MOST_SHOWN
        text = str(self._count) if self._count <= most else f"{most}+"
        painter.setFont(font(12 if self._narrow else 13, QFont.Weight.DemiBold))
        width = painter.fontMetrics().horizontalAdvance(text)
        whole = _SHAPE_PX + 4 + width
        left = (self.width() - whole) / 2 if self._narrow else self.width() - whole - 12
        middle = self.height() - 13 if self._narrow else self.height() / 2
        box = QRectF(left, middle - _SHAPE_PX / 2, _SHAPE_PX, _SHAPE_PX)
        paint_shape(painter, self._severity, box, colour)
        painter.setPen(colour)
        words = QRectF(left + _SHAPE_PX + 4, middle - 10, width + 2, 20)
        painter.drawText(words, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)


class Navigation(QFrame):
    """A button per screen.

    Signals: `chosen(int)` number of a screen.
    """

    chosen = Signal(int)

    def __init__(self, pages: Sequence[Page], theme: Theme) -> None:
        super().__init__()
        self.setObjectName("navigation")
        self.setAccessibleName(self.tr("Screens"))
        self._narrow = False
        self._group = QButtonGroup(self)
        self.buttons: list[NavigationButton] = []
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 11, 1, 11)
        layout.setSpacing(2)
        for number, page in enumerate(pages):
            button = NavigationButton(page, f"Alt+{number + 1}", theme)
            self._group.addButton(button, number)
            self.buttons.append(button)
            layout.addWidget(button)
        layout.addStretch(1)
        # Not what is clicked: a screen reader chooses a button without a click.
        self._group.idToggled.connect(self._on_toggled)
        self.setFixedWidth(_WIDE_PX)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        for button in self.buttons:
            button.set_theme(theme)

    def set_narrow(self, narrow: bool) -> None:
        """Shrink to icons, or grow back."""
        if narrow != self._narrow:
            self._narrow = narrow
            self.setFixedWidth(_NARROW_PX if narrow else _WIDE_PX)
            for button in self.buttons:
                button.set_narrow(narrow)

    def show_chosen(self, number: int) -> None:
        """Mark the screen that is shown."""
        self.buttons[number].setChecked(True)

    @Slot(int, bool)
    def _on_toggled(self, number: int, chosen: bool) -> None:
        if chosen:
            self.chosen.emit(number)
