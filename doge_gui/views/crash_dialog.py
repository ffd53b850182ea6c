"""What is offered after a crash: its reports, to be read, copied, or saved with the diagnostics."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from doge_gui.models.phrases import one_line
from doge_gui.views.labels import PlainLabel

_TITLE_PX = 16


@dataclass(frozen=True, slots=True)
class CrashReport:
    """One report, as it is shown."""

    name: str
    """Of its file."""
    text: str


class CrashDialog(QDialog):
    """Tells that an earlier run ended by a crash. It blocks nothing: supervision goes on behind it.

    Signals:
        diagnostics_wanted(): save the diagnostics archive, which holds the reports too.
        dismissed(): the operator has taken notice; these reports are not to be offered again.
    """

    diagnostics_wanted = Signal()
    dismissed = Signal()

    def __init__(self, reports: Sequence[CrashReport], parent: QWidget | None = None) -> None:
        """`reports`: the newest first; at least one."""
        super().__init__(parent)
        self._reports = tuple(reports)
        self.setModal(False)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Crash report"))
        self.resize(760, 520)
        self.choice = QComboBox()
        self.choice.setAccessibleName(self.tr("Report"))
        self.choice.setToolTip(self.tr("Which of the reports is shown"))
        self.choice.addItems([one_line(report.name) for report in self._reports])
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.text.setAccessibleName(self.tr("Text of the report"))
        self._lay_out()
        self.choice.currentIndexChanged.connect(self._on_chosen)
        self._on_chosen()
        self.text.setFocus()

    def _lay_out(self) -> None:
        title = self.tr("WatchDoge ended by a crash the last time")
        if len(self._reports) > 1:
            title = self.tr("WatchDoge ended by a crash {0} times").format(len(self._reports))
        note = PlainLabel(
            self.tr(
                "It watches again now. The report says where it happened; passwords are taken out of it. It "
                "helps to send it to whoever looks after the program."
            ),
            look="muted",
        )
        note.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(22, 18, 22, 16)
        layout.setSpacing(11)
        layout.addWidget(PlainLabel(title, _TITLE_PX, QFont.Weight.DemiBold))
        layout.addWidget(note)
        layout.addWidget(self.choice)
        self.choice.setVisible(len(self._reports) > 1)
        layout.addWidget(self.text, 1)
        layout.addLayout(self._buttons())

    def _buttons(self) -> QHBoxLayout:
        self.copy = QPushButton(self.tr("&Copy"))
        self.copy.setToolTip(self.tr("Copy the report that is shown"))
        self.copy.clicked.connect(self._on_copy)
        self.save = QPushButton(self.tr("&Save diagnostics…"))
        self.save.setToolTip(
            self.tr("Save the reports, the log and the configuration without secrets in a file")
        )
        self.save.clicked.connect(self.diagnostics_wanted)
        self.later = QPushButton(self.tr("&Later"))
        self.later.setToolTip(self.tr("Offer it again at the next start"))
        self.later.clicked.connect(self.reject)
        self.dismiss = QPushButton(self.tr("&Dismiss"))
        self.dismiss.setToolTip(self.tr("Do not offer it again; the last ten reports are kept"))
        self.dismiss.clicked.connect(self._on_dismiss)
        self.dismiss.setDefault(True)
        row = QHBoxLayout()
        row.setSpacing(8)
        for button in (self.copy, self.save):
            row.addWidget(button)
        row.addStretch(1)
        for button in (self.later, self.dismiss):
            row.addWidget(button)
        return row

    @Slot()
    def _on_chosen(self) -> None:
        self.text.setPlainText(self._reports[max(0, self.choice.currentIndex())].text)

    @Slot()
    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text.toPlainText())

    @Slot()
    def _on_dismiss(self) -> None:
        self.dismissed.emit()
        self.accept()
