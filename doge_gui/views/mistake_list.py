"""The mistakes of a configuration, readable and to be copied."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QObject, Slot
from PySide6.QtGui import QFont, QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from doge_gui.core.config_text import Mistake
from doge_gui.core.statuses import AddressStatus
from doge_gui.models.phrasebook import told as translated
from doge_gui.models.phrases import one_line
from doge_gui.views.labels import ElidedLabel, PlainLabel

_tr = QCoreApplication.translate


def mistakes_text(mistakes: Sequence[Mistake]) -> str:
    """All mistakes with their place, what is wrong and what to do, as plain text."""
    parts = []
    for number, mistake in enumerate(mistakes, 1):
        lines = [f"{number}.  {one_line(mistake.path)}" if mistake.path else f"{number}."]
        lines.append(f"     {translated(one_line(mistake.what))}")
        if mistake.remedy:
            lines.append(f"     → {translated(one_line(mistake.remedy))}")
        parts.append("\n".join(lines))
    return "\n\n".join(parts)


class MistakeList(QPlainTextEdit):
    """Read-only text of all mistakes."""

    def __init__(self) -> None:
        super().__init__()
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setAccessibleName(self.tr("Mistakes of the configuration"))

    def show_mistakes(self, mistakes: Sequence[Mistake]) -> None:
        """Show these mistakes; nothing is done when they are shown already."""
        text = mistakes_text(mistakes)
        if text != self.toPlainText():
            self.setPlainText(text)


class MistakesDialog(QDialog):
    """The mistakes of a file under a title, with a note that says what goes on meanwhile."""

    def __init__(self, parent: QWidget, title: str, note: str) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.resize(640, 420)
        self._path = ElidedLabel(weight=QFont.Weight.DemiBold)
        self._list = MistakeList()
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self._copy = QPushButton(self.tr("Copy"))
        self._copy.setToolTip(self.tr("Copy the whole list as text"))
        buttons.addButton(self._copy, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        self._copy.clicked.connect(self._on_copy)
        layout = QVBoxLayout(self)
        layout.addWidget(self._path)
        self.note = PlainLabel(note)
        self.note.setWordWrap(True)
        layout.addWidget(self.note)
        layout.addWidget(self._list, 1)
        layout.addWidget(buttons)

    def show_mistakes(self, path: str, mistakes: Sequence[Mistake]) -> None:
        """Take the mistakes of a file."""
        self._path.say(one_line(path))
        self._list.show_mistakes(mistakes)

    @Slot()
    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self._list.toPlainText())


class LeftOutDialog(MistakesDialog):
    """The entries left out of the address list, each with what is wrong with it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(
            parent,
            _tr("LeftOutDialog", "Left out of the address list"),
            _tr("LeftOutDialog", "These PLCs are not watched until their entries are right; the others are."),
        )
        self._list.setAccessibleName(self.tr("Entries left out of the address list"))

    def show_status(self, status: AddressStatus) -> None:
        """Take the entries left out now; without any there is nothing to be read."""
        self.show_mistakes(
            translated(status.origin), [Mistake(translated(one.entry), one.what) for one in status.problems]
        )
        if not status.problems:
            self.hide()


class MistakesDialogs(QObject):
    """The window's three dialogs about what is wrong in a file."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        note = self.tr("The last good configuration stays in force until the file is right.")
        self.mistakes = MistakesDialog(window, self.tr("Configuration"), note)
        note = self.tr("This file was not opened: supervision goes on as before.")
        self.refused = MistakesDialog(window, self.tr("Configuration not opened"), note)
        self.left_out = LeftOutDialog(window)

    def hide(self) -> None:
        """Close all of them."""
        for dialog in (self.mistakes, self.refused, self.left_out):
            dialog.hide()
