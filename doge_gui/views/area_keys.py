"""The keyboard's way from area to area of the window, and back to where it was in each."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

_REASON = Qt.FocusReason.TabFocusReason


class AreaKeys(QObject):
    """Goes round the areas: `next_area` for F6, `previous_area` for Shift+F6.

    An area is entered where the keyboard last was in it, else at its first part that takes the keyboard; an
    area without any is taken itself. Hidden areas are passed over.
    """

    def __init__(self, areas: Sequence[QWidget], parent: QObject) -> None:
        """`areas`: in reading order; none within another."""
        super().__init__(parent)
        self._areas = tuple(areas)
        self._last: dict[int, QWidget] = {}
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus)

    @property
    def current(self) -> int:
        """Number of the area the keyboard is in; -1 when in none."""
        return self._number(self._holder())

    def _holder(self) -> QWidget | None:
        """What has the keyboard in the areas' window."""
        return self._areas[0].window().focusWidget()

    @Slot()
    def next_area(self) -> None:
        """Go to the area after this one, from the last to the first."""
        self._go(1)

    @Slot()
    def previous_area(self) -> None:
        """Go to the area before this one."""
        self._go(-1)

    def _go(self, step: int) -> None:
        count, number = len(self._areas), self.current
        self._on_focus(None, self._holder())
        if number < 0 and step < 0:
            number = 0
        for _ in range(count):
            number = (number + step) % count
            if self._areas[number].isVisible():
                self._enter(number)
                return

    def _enter(self, number: int) -> None:
        last = self._last.get(number)
        if last is not None and _takes(last):
            _chosen(last).setFocus(_REASON)
            return
        area = self._areas[number]
        # The chain of Tab tells the reading order.
        one = area.nextInFocusChain()
        while one is not None and one is not area:
            if area.isAncestorOf(one) and _takes(one):
                _chosen(one).setFocus(_REASON)
                return
            one = one.nextInFocusChain()
        area.setFocus(_REASON)

    @Slot(QWidget, QWidget)
    def _on_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        number = self._number(now)
        if number >= 0 and now is not None:
            self._last[number] = now

    def _number(self, widget: QWidget | None) -> int:
        if widget is not None:
            for number, area in enumerate(self._areas):
                if area is widget or area.isAncestorOf(widget):
                    return number
        return -1


def _chosen(widget: QWidget) -> QWidget:
    """Of buttons of which one is chosen that one; any other widget itself."""
    group = widget.group() if isinstance(widget, QAbstractButton) else None
    checked = group.checkedButton() if group is not None and group.exclusive() else None
    return checked or widget


def _takes(widget: QWidget) -> bool:
    """The keyboard can be put there by Tab now."""
    try:
        tab = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    except RuntimeError:
        # It was deleted since.
        return False
    return tab and widget.isVisible() and widget.isEnabled()
