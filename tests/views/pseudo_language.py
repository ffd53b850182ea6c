"""A made language: every text of the program is marked and 40 % longer. And what a window shows of it."""

import math
import re
from collections.abc import Iterator
from html import unescape

from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractListModel,
    QCoreApplication,
    QLocale,
    QModelIndex,
    Qt,
    QTranslator,
)
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QGroupBox,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QTabWidget,
    QTextEdit,
    QWidget,
)

from doge_gui.models import phrasebook
from doge_gui.views.labels import ElidedLabel
from tools.translation_file import Message, messages
from tools.translations import languages

OPEN, CLOSE = "⟦", "⟧"
_LONGER = 0.4
_MARKED = re.compile(rf"{OPEN}[^{OPEN}{CLOSE}]*{CLOSE}")
_LETTERS = re.compile(r"[^\W\d_]{2,}")
_RICH = re.compile(r"<[^>]+>")


class PseudoTranslator(QTranslator):
    """Says `Copy` as `⟦Copy··⟧`."""

    def __init__(self) -> None:
        super().__init__()
        (self._file, *_) = languages()

    def isEmpty(self) -> bool:
        return False

    def translate(self, context: str, text: str, _comment: str | None = None, _count: int = -1) -> str | None:
        if context == phrasebook.CONTEXT and text == phrasebook.KEY:
            return "\n".join(f"{one.context}|{one.source}" for one in _said(self._file))
        # Qt's own: names of keys among them.
        if context.startswith("Q") and context not in ("Quiet", "QPlatformTheme", "QDialogButtonBox"):
            return None
        more = math.ceil(_LONGER * len(text))
        return f"{OPEN}{text}{'·' * more}{CLOSE}"


def _said(file: object) -> Iterator[Message]:
    yield from (one for one in messages(file) if one.context.startswith("said."))


def speak(application: QCoreApplication) -> PseudoTranslator:
    """Install it; the widgets built from now on speak it."""
    translator = PseudoTranslator()
    application.installTranslator(translator)
    phrasebook.renew()
    return translator


def fall_silent(application: QCoreApplication, translator: PseudoTranslator) -> None:
    """Take it away again."""
    application.removeTranslator(translator)
    phrasebook.renew()
    QLocale.setDefault(QLocale.c())


def unmarked(text: str, allowed: re.Pattern[str]) -> str:
    """The words of a text that were not translated; empty where all were, or are allowed."""
    text = unescape(_RICH.sub(" ", text))
    while _MARKED.search(text):
        text = _MARKED.sub(" ", text)
    return " ".join(_LETTERS.findall(allowed.sub(" ", text)))


def texts(root: QWidget) -> Iterator[tuple[str, str]]:
    """Every text a window shows or tells, with where it stands."""
    for widget in (root, *root.findChildren(QWidget)):
        where = f"{type(widget).__name__} {widget.objectName()}"
        for text in _of(widget):
            yield where, text
    for action in root.findChildren(QAction):
        for text in (action.text(), action.toolTip(), action.statusTip()):
            yield "QAction", text


def _of(widget: QWidget) -> Iterator[str]:
    yield from (
        widget.toolTip(),
        widget.windowTitle(),
        widget.accessibleName(),
        widget.accessibleDescription(),
    )
    match widget:
        case ElidedLabel():
            yield widget.whole
        case QLabel() | QAbstractButton():
            yield widget.text()
        case QGroupBox() | QMenu():
            yield widget.title()
        case QLineEdit():
            yield widget.placeholderText()
        case QPlainTextEdit() | QTextEdit():
            yield widget.toPlainText()
        case QComboBox():
            yield from (widget.itemText(number) for number in range(widget.count()))
        case QTabWidget():
            yield from (widget.tabText(number) for number in range(widget.count()))
        case QAbstractItemView() if widget.model() is not None:
            yield from _of_model(widget.model())
        case _:
            pass


def _of_model(model: QAbstractItemModel, parent: QModelIndex | None = None) -> Iterator[str]:
    parent = parent or QModelIndex()
    roles = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole)
    if isinstance(model, QAbstractListModel):
        # A list's own count of columns is private.
        yield from (
            str(model.index(row).data(role) or "") for row in range(model.rowCount()) for role in roles
        )
        return
    for section in range(model.columnCount(parent)):
        for role in roles:
            yield str(model.headerData(section, Qt.Orientation.Horizontal, role) or "")
    for row in range(min(model.rowCount(parent), 60)):
        for column in range(model.columnCount(parent)):
            index = model.index(row, column, parent)
            yield from (str(model.data(index, role) or "") for role in roles)
        yield from _of_model(model, model.index(row, 0, parent)) if parent == QModelIndex() else ()
