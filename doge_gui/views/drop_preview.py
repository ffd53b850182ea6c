"""A file dropped on the window: taken where it is one that can be used, and what it would change."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt, Signal, Slot
from PySide6.QtGui import QDragMoveEvent, QDropEvent, QFont, QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLineEdit,
    QPlainTextEdit,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from doge_gui.models.difference_words import Row
from doge_gui.models.phrases import grouped, one_line
from doge_gui.views.labels import ElidedLabel, PlainLabel

_ENDINGS = (".json", ".csv")
_MOST_ROWS = 2000


def dropped_path(data: QMimeData) -> str:
    """The one local file that is dragged; empty where it is none, or several, or of another kind."""
    urls = data.urls() if data.hasUrls() else []
    if len(urls) != 1 or not urls[0].isLocalFile():
        return ""
    path = urls[0].toLocalFile()
    return path if path.lower().endswith(_ENDINGS) else ""


class DropTarget(QObject):
    """Takes one .json or .csv file that is dropped on a window. Nothing happens to it here.

    Signals: `dropped(str)` path of the file.
    """

    dropped = Signal(str)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        window.setAcceptDrops(True)
        window.installEventFilter(self)
        # A field would take the file's name as its text.
        for field in (*window.findChildren(QLineEdit), *window.findChildren(QPlainTextEdit)):
            field.setAcceptDrops(False)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QDragMoveEvent) and dropped_path(event.mimeData()):
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            return True
        if event.type() == QEvent.Type.Drop and isinstance(event, QDropEvent):
            path = dropped_path(event.mimeData())
            if path:
                event.setDropAction(Qt.DropAction.CopyAction)
                event.accept()
                self.dropped.emit(path)
                return True
        return super().eventFilter(watched, event)


class DropPreview(QDialog):
    """What a file would change, before anything happens; Cancel is the default.

    Signals: `accepted()` have it so; `rejected()`.
    """

    def __init__(
        self,
        parent: QWidget,
        title: str,
        path: str,
        summary: str,
        note: str,
        heads: Sequence[str],
        rows: Sequence[Row],
        action: str,
    ) -> None:
        """`heads`: titles of the four columns, those with an empty title are not shown; `action`: words of
        the button that does it, empty where it cannot be done, which `note` explains.
        """
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(720, 460)
        self.table = self._make_table(heads, rows)
        self.summary, self.note = PlainLabel(summary), PlainLabel(note, look="muted")
        self.note.setVisible(bool(note))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(22, 20, 22, 18)
        layout.setSpacing(10)
        layout.addWidget(ElidedLabel(one_line(Path(path).name), 16, QFont.Weight.DemiBold))
        layout.addWidget(ElidedLabel(one_line(path), look="muted"))
        for label in (self.summary, self.note):
            label.setWordWrap(True)
            layout.addWidget(label)
        layout.addWidget(self.table, 1)
        self.table.setVisible(bool(rows))
        if len(rows) > _MOST_ROWS:
            more = self.tr("and {0} more").format(grouped(len(rows) - _MOST_ROWS))
            layout.addWidget(PlainLabel(more, look="muted"))
        if not rows:
            layout.addStretch(1)
        layout.addWidget(self._make_buttons(action))

    def _make_buttons(self, action: str) -> QDialogButtonBox:
        box = QDialogButtonBox()
        buttons = QDialogButtonBox.StandardButton
        self.cancel = box.addButton(buttons.Cancel if action else buttons.Close)
        self.go = box.addButton(action, QDialogButtonBox.ButtonRole.AcceptRole)
        self.go.setVisible(bool(action))
        self.go.setAutoDefault(False)
        self.cancel.setDefault(True)
        box.accepted.connect(self.accept)
        box.rejected.connect(self.reject)
        return box

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.cancel.setFocus()

    def _make_table(self, heads: Sequence[str], rows: Sequence[Row]) -> QTableWidget:
        shown = rows[:_MOST_ROWS]
        table = QTableWidget(len(shown), len(heads))
        table.setHorizontalHeaderLabels(list(heads))
        table.verticalHeader().hide()
        table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        table.setShowGrid(False)
        table.setStyleSheet("QTableView::item { padding: 0 8px; }")
        table.setTabKeyNavigation(False)
        table.setAccessibleName(self.tr("What would change"))
        for at, row in enumerate(shown):
            for column, text in enumerate(row):
                table.setItem(at, column, QTableWidgetItem(text))
        for column, head in enumerate(heads):
            table.setColumnHidden(column, not head)
        table.resizeColumnsToContents()
        header = table.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(len(heads) - 1, QHeaderView.ResizeMode.Stretch)
        return table


class DropPreviews(QObject):
    """Makes previews in the window's words, one open at a time.

    Signals: `accepted()` the file that is previewed is to be used.
    """

    accepted = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.preview: DropPreview | None = None

    def show_list(self, path: str, summary: str, note: str, rows: Sequence[Row], usable: bool) -> None:
        """Preview an address list; `note` explains, where it is not `usable`, why."""
        heads = (self.tr("Change"), self.tr("PLC"), self.tr("Asked now at"), self.tr("Would be asked at"))
        action = self.tr("Use this list") if usable else ""
        self._open(self.tr("Address list"), path, summary, note, heads, rows, action)

    def show_configuration(self, path: str, summary: str, rows: Sequence[Row]) -> None:
        """Preview a configuration."""
        heads = ("", self.tr("Option"), self.tr("Now"), self.tr("In this file"))
        action = self.tr("Open this configuration")
        self._open(self.tr("Configuration"), path, summary, "", heads, rows, action)

    def show_mistakes(self, path: str, rows: Sequence[Row]) -> None:
        """Tell why a file cannot be used."""
        heads = ("", self.tr("Place"), self.tr("What is wrong"), self.tr("Remedy"))
        summary = self.tr("◆ This file cannot be used. Supervision goes on as before.")
        self._open(self.tr("File not used"), path, summary, "", heads, rows, "")

    def _open(
        self,
        title: str,
        path: str,
        summary: str,
        note: str,
        heads: Sequence[str],
        rows: Sequence[Row],
        action: str,
    ) -> None:
        if self.preview is not None:
            self.preview.reject()
        self.preview = DropPreview(self._window, title, path, summary, note, heads, rows, action)
        self.preview.accepted.connect(self.accepted)
        self.preview.finished.connect(self._on_finished)
        self.preview.open()

    @Slot()
    def _on_finished(self) -> None:
        if self.sender() is self.preview:
            self.preview = None
