"""Looks at widgets as somebody does who has no mouse, or no eyes."""

import warnings

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QHeaderView,
    QLineEdit,
    QPlainTextEdit,
    QScrollBar,
    QTextEdit,
    QWidget,
)

_CONTROLS = (
    *(QAbstractButton, QAbstractItemView, QAbstractSlider, QAbstractSpinBox, QComboBox, QLineEdit),
    *(QPlainTextEdit, QTextEdit),
)
_PARTS = ("qt_", "ScrollLeftButton", "ScrollRightButton")
"""Names of what Qt puts into its own controls."""


def name_of(widget: QWidget) -> str:
    """What a screen reader calls a widget; of a box to choose from, what it is for and not what is chosen."""
    told = QAccessible.queryAccessibleInterface(widget)
    if isinstance(widget, QComboBox):
        return widget.accessibleName() or told.text(QAccessible.Text.Description)
    return told.text(QAccessible.Text.Name) if told is not None else ""


def path_of(widget: QWidget) -> str:
    """Where a widget stands, for a message of a test."""
    parts, at = [], widget
    while at is not None and len(parts) < 5:
        parts.append(type(at).__name__ + (f"#{at.objectName()}" if at.objectName() else ""))
        at = at.parentWidget()
    return " in ".join(parts)


def controls(window: QWidget) -> list[QWidget]:
    """Everything in sight that somebody acts on, or that takes the keyboard."""
    found = []
    for one in window.findChildren(QWidget):
        if not one.isVisibleTo(window) or one.window() is not window or _is_part(one):
            continue
        if isinstance(one, _CONTROLS) or one.focusPolicy() & Qt.FocusPolicy.TabFocus:
            found.append(one)
    return found


def _is_part(widget: QWidget) -> bool:
    inside = widget.parentWidget()
    of_a_control = isinstance(inside, (QLineEdit, QAbstractSpinBox, QComboBox))
    of_a_plot = inside is not None and inside.metaObject().className() in ("Canvas", "PlotWidget")
    own = widget.objectName().startswith(_PARTS)
    return own or of_a_control or of_a_plot or isinstance(widget, (QScrollBar, QHeaderView))


def nameless(window: QWidget) -> list[str]:
    """Where the controls stand that have no name."""
    return [path_of(one) for one in controls(window) if not name_of(one).strip()]


def make_active(window: QWidget) -> None:
    """Let a window have the keyboard until the next events come in, whoever else is on the screen.

    The way Qt recommends asks the desktop, on which another test may show a window of its own.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        QApplication.setActiveWindow(window)
    assert window.isActiveWindow()


def way_of_tab(window: QWidget, first: QWidget) -> list[QWidget]:
    """What Tab goes to, from `first` until it comes round."""
    make_active(window)
    first.setFocus(Qt.FocusReason.TabFocusReason)
    seen: list[QWidget] = []
    at = window.focusWidget()
    while at is not None and at not in seen and len(seen) < 200:
        seen.append(at)
        window.focusNextChild()
        at = window.focusWidget()
    assert at is first, f"Tab does not come round to {path_of(first)}, but to {at and path_of(at)}"
    return seen


def place_of(widget: QWidget, window: QWidget) -> QPoint:
    """Where a widget's top left corner is in its window."""
    return widget.mapTo(window, QPoint(0, 0))
