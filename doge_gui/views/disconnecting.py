"""Force disconnect: the question before it, and the summary after it."""

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal, Slot
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QHBoxLayout,
    QListWidget,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from doge_gui.core.statuses import Disconnection, DisconnectionState
from doge_gui.models.phrases import one_line
from doge_gui.views.labels import ElidedLabel, PlainLabel
from doge_gui.views.theme import set_property

_MOST_ROWS = 8
_tr = QCoreApplication.translate


class ConfirmDisconnect(QDialog):
    """Names the PLCs and the effect. Cancel is the default, and what Esc does."""

    def __init__(self, plcs: tuple[str, ...], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Force disconnect"))
        self.setMinimumWidth(440)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.plcs = plcs
        one = self.tr("Disconnect {0} from the network?").format(one_line(plcs[0]))
        many = self.tr("Disconnect {0} PLCs from the network?").format(len(plcs))
        question = ElidedLabel(one if len(plcs) == 1 else many, 16, QFont.Weight.DemiBold)
        effect = PlainLabel(
            self.tr(
                "Each PLC is told once to leave the network, when the cycle under way has ended. "
                "This cannot be taken back from here: the PLC comes back by its own means."
            ),
            look="muted",
        )
        effect.setWordWrap(True)
        self.list = QListWidget()
        self.list.addItems([one_line(plc) for plc in plcs])
        self.list.setAccessibleName(self.tr("PLCs to be disconnected"))
        row = self.list.sizeHintForRow(0)
        self.list.setFixedHeight(min(len(plcs), _MOST_ROWS) * row + 10)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(22, 20, 22, 18)
        layout.setSpacing(12)
        for widget in (question, effect, self.list, self._buttons(len(plcs))):
            layout.addWidget(widget)
        self.list.setVisible(len(plcs) > 1)

    def _buttons(self, count: int) -> QDialogButtonBox:
        box = QDialogButtonBox()
        self.cancel = box.addButton(QDialogButtonBox.StandardButton.Cancel)
        text = self.tr("Disconnect") if count == 1 else self.tr("Disconnect {0} PLCs").format(count)
        self.go = box.addButton(text, QDialogButtonBox.ButtonRole.AcceptRole)
        self.go.setAutoDefault(False)
        self.go.setDefault(False)
        self.cancel.setDefault(True)
        self.cancel.setFocus()
        box.accepted.connect(self.accept)
        box.rejected.connect(self.reject)
        return box


class NoticeBar(QFrame):
    """A line beneath the banner that says what became of something, until it is closed."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("panel")
        self.text = ElidedLabel(weight=QFont.Weight.Medium)
        close = QPushButton(self.tr("Close"))
        close.setToolTip(self.tr("Close this note"))
        close.clicked.connect(self.hide)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(13, 5, 8, 5)
        layout.addWidget(self.text, 1)
        layout.addWidget(close)
        self.hide()

    def say(self, text: str, failed: bool) -> None:
        """Show a note; a failure is marked by shape and colour."""
        self.text.say(f"◆ {text}" if failed else text)
        set_property(self.text, "severity", 2 if failed else 0)
        self.show()


class Disconnecting(QObject):
    """Asks the operator, at most one question at a time, and sums up what became of each request.

    Signals: `confirmed(tuple)` PLC names the operator wants disconnected.
    """

    confirmed = Signal(tuple)

    def __init__(self, window: QWidget, notice: NoticeBar) -> None:
        super().__init__(window)
        self._window = window
        self._notice = notice
        self._open = False
        self._batch: dict[str, Disconnection | None] = {}

    @Slot(tuple)
    def ask(self, plcs: tuple[str, ...]) -> None:
        """Ask about these PLCs, unless a question is open already."""
        if self._open or not plcs:
            return
        self._open = True
        dialog = ConfirmDisconnect(plcs, self._window)
        dialog.accepted.connect(self._on_accepted)
        dialog.finished.connect(self._on_finished)
        dialog.open()

    @Slot()
    def _on_accepted(self) -> None:
        dialog = self.sender()
        if isinstance(dialog, ConfirmDisconnect):
            self._batch = dict.fromkeys(dialog.plcs)
            self.confirmed.emit(dialog.plcs)

    @Slot(int)
    def _on_finished(self, _result: int) -> None:
        self._open = False

    def show_disconnection(self, disconnection: Disconnection) -> None:
        """Take what became of one request; the summary stands once all of them are known."""
        if not disconnection.forced or disconnection.plc not in self._batch:
            return
        self._batch[disconnection.plc] = disconnection
        known = [one for one in self._batch.values() if one is not None]
        if len(known) == len(self._batch) and all(
            one.state is not DisconnectionState.PENDING for one in known
        ):
            self._notice.say(*_summary(known))
            self._batch = {}


def _summary(known: list[Disconnection]) -> tuple[str, bool]:
    """The outcome in a line, and whether something failed."""
    failed = [one for one in known if one.state is DisconnectionState.FAILED]
    if len(known) == 1 and not failed:
        return _tr("Disconnecting", "{0} disconnected: {1}").format(
            one_line(known[0].plc), one_line(known[0].status)
        ), False
    words = [_tr("Disconnecting", "{0} of {1} disconnected").format(len(known) - len(failed), len(known))]
    words += [f"{one_line(one.plc)}: {one_line(one.status)}" for one in failed]
    return "; ".join(words), bool(failed)
