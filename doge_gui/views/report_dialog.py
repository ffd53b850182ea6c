"""Which shift is to be reported, as what, and where to."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from PySide6.QtCore import QDateTime, QStandardPaths, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QComboBox,
    QDateTimeEdit,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from doge_gui.core.reporting.order import ReportOrder
from doge_gui.views.labels import PlainLabel

SHIFT = timedelta(hours=8)
_LAST, _TODAY, _YESTERDAY, _FREE = range(4)
_TIME_FORM = "yyyy-MM-dd HH:mm"


class ReportDialog(QDialog):
    """Asks for a span and a file.

    Signals: `report_wanted(ReportOrder)` once, as the dialog closes.
    """

    report_wanted = Signal(object)

    def __init__(
        self, wall_clock: Callable[[], datetime], parent: QWidget | None = None, folder: str = ""
    ) -> None:
        """`folder`: where files are offered to lie; empty for the documents' folder."""
        super().__init__(parent)
        self._now = wall_clock
        documents = QStandardPaths.StandardLocation.DocumentsLocation
        self._folder = folder or QStandardPaths.writableLocation(documents)
        if not Path(self._folder).is_dir():
            self._folder = str(Path.home())
        self._named = ""
        """The file that was offered; another one was chosen by the operator."""
        self.setWindowTitle(self.tr("Shift report"))
        self.setMinimumWidth(520)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._make_fields()
        self.said = PlainLabel("", look="muted")
        self.said.setWordWrap(True)
        # Two lines' room: the dialog keeps its size whatever is said.
        self.said.setMinimumHeight(2 * self.fontMetrics().lineSpacing())
        self._lay_out()
        self._on_span(_LAST)

    def _make_fields(self) -> None:
        self.span = QComboBox()
        self.span.addItems(
            [self.tr("Last shift (8 h)"), self.tr("Today"), self.tr("Yesterday"), self.tr("From ... to ...")]
        )
        self.span.setAccessibleName(self.tr("Span of the report"))
        self.span.setToolTip(self.tr("The span of time the report tells of"))
        self.begin, self.end = QDateTimeEdit(), QDateTimeEdit()
        for edit, name in ((self.begin, self.tr("From")), (self.end, self.tr("To"))):
            edit.setDisplayFormat(_TIME_FORM)
            edit.setCalendarPopup(True)
            edit.setMinimumHeight(self.span.sizeHint().height())
            edit.setAccessibleName(name)
            edit.dateTimeChanged.connect(self._on_time)
        self.kind = QComboBox()
        self.kind.addItem(self.tr("PDF, for paper"), ".pdf")
        self.kind.addItem(self.tr("HTML, for the browser"), ".html")
        self.kind.setAccessibleName(self.tr("Kind of file"))
        self.kind.setToolTip(self.tr("The kind of file that is written"))
        self.file = QLineEdit()
        self.browse = QPushButton(self.tr("Browse..."))
        self.browse.setAutoDefault(False)
        self.span.currentIndexChanged.connect(self._on_span)
        self.kind.currentIndexChanged.connect(self._on_kind)
        self.file.textChanged.connect(self._on_file)
        self.browse.clicked.connect(self._on_browse)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.addWidget(self.file, 1)
        row.addWidget(self.browse)
        form = QFormLayout()
        form.setSpacing(10)
        form.addRow(self.tr("&Span"), self.span)
        form.addRow(self.tr("F&rom"), self.begin)
        form.addRow(self.tr("&To"), self.end)
        form.addRow(self.tr("&Kind"), self.kind)
        name = QLabel(self.tr("&File"))
        name.setBuddy(self.file)
        form.addRow(name, row)
        buttons = QDialogButtonBox()
        buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        self.go = buttons.addButton(self.tr("Write report"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.go.setDefault(True)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(22, 20, 22, 18)
        layout.setSpacing(12)
        layout.addLayout(form)
        layout.addWidget(self.said)
        layout.addWidget(buttons)

    @property
    def order(self) -> ReportOrder:
        """What is chosen."""
        return ReportOrder(_utc(self.begin), _utc(self.end), self.file.text().strip())

    def accept(self) -> None:
        if not self._mistake():
            self.report_wanted.emit(self.order)
            super().accept()

    @Slot(int)
    def _on_span(self, chosen: int) -> None:
        free = chosen == _FREE
        self.begin.setEnabled(free)
        self.end.setEnabled(free)
        if not free:
            begin, end = _span(chosen, self._now().astimezone())
            for edit, at in ((self.begin, begin), (self.end, end)):
                edit.setDateTime(QDateTime.fromMSecsSinceEpoch(round(at.timestamp() * 1000)))
        self._on_time()

    @Slot()
    def _on_time(self) -> None:
        self._offer()
        self._tell()

    @Slot()
    def _on_kind(self) -> None:
        path = self.file.text().strip()
        if path and path != self._named:
            self.file.setText(str(Path(path).with_suffix(self.kind.currentData())))
        self._offer()

    @Slot()
    def _on_file(self) -> None:
        ending = Path(self.file.text().strip()).suffix.lower()
        kind = self.kind.findData(".html" if ending == ".htm" else ending)
        if kind >= 0:
            self.kind.setCurrentIndex(kind)
        self._tell()

    @Slot()
    def _on_browse(self) -> None:
        ending = self.kind.currentData()
        path, _ = QFileDialog.getSaveFileName(
            self,
            self.tr("Write report"),
            self.file.text(),
            f"{ending[1:].upper()} (*{ending})",
            options=QFileDialog.Option.DontConfirmOverwrite,
        )
        if path:
            self.file.setText(path if Path(path).suffix else path + ending)

    def _offer(self) -> None:
        """Name a file after the shift, unless the operator named one."""
        if self.file.text() == self._named:
            name = f"shift-{self.begin.dateTime().toString('yyyy-MM-dd-HHmm')}{self.kind.currentData()}"
            self._named = str(Path(self._folder) / name)
            self.file.setText(self._named)

    def _tell(self) -> None:
        mistake = self._mistake()
        replaced = self.tr("This file is there already, and will be replaced.")
        there = not mistake and Path(self.file.text().strip()).is_file()
        self.said.setText(mistake or (replaced if there else ""))
        self.go.setEnabled(not mistake)

    def _mistake(self) -> str:
        if self.begin.dateTime() >= self.end.dateTime():
            return self.tr("The shift ends before it begins.")
        if _utc(self.begin) >= self._now():
            return self.tr("The shift has not begun yet.")
        path = Path(self.file.text().strip())
        if path.suffix.lower() not in (".pdf", ".html", ".htm"):
            return self.tr("Name a file that ends in .pdf or .html.")
        if not path.is_absolute() or not path.parent.is_dir():
            return self.tr("There is no such folder: {0}").format(path.parent)
        return ""


def _span(chosen: int, now: datetime) -> tuple[datetime, datetime]:
    """Begin and end of a choice, `now` being local time: days begin at midnight there."""
    if chosen == _LAST:
        return now - SHIFT, now
    today = _midnight(now)
    return (today, now) if chosen == _TODAY else (_midnight(today - timedelta(hours=12)), today)


def _midnight(at: datetime) -> datetime:
    """The local day's begin; its offset may be another than that of `at`."""
    return at.replace(hour=0, minute=0, second=0, microsecond=0, tzinfo=None).astimezone()


def _utc(edit: QDateTimeEdit) -> datetime:
    return datetime.fromtimestamp(edit.dateTime().toMSecsSinceEpoch() / 1000, UTC)
