"""Force disconnect: the question before it, and the summary after it."""

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QFont, QShowEvent
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
from doge_gui.models.disconnection_words import summary
from doge_gui.models.phrases import grouped, one_line
from doge_gui.views.labels import ElidedLabel, PlainLabel
from doge_gui.views.theme import set_property

_MOST_ROWS = 8
_MOST_NOTES = 3


class ConfirmDisconnect(QDialog):
    """Names the PLCs and the effect. Cancel is the default, and what Esc does."""

    def __init__(self, plcs: tuple[str, ...], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Force disconnect"))
        self.setMinimumWidth(440)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.plcs = plcs
        one = self.tr("Disconnect {0} from the network?").format(one_line(plcs[0]))
        many = self.tr("Disconnect {0} PLCs from the network?").format(grouped(len(plcs)))
        question = ElidedLabel(one if len(plcs) == 1 else many, 16, QFont.Weight.DemiBold)
        effect = PlainLabel(self._effect(len(plcs)), look="muted")
        effect.setWordWrap(True)
        self.list = QListWidget()
        self.list.addItems([one_line(plc) for plc in plcs])
        self.list.setAccessibleName(self.tr("PLCs to be disconnected"))
        self.list.setObjectName("names")
        self.list.ensurePolished()
        row = self.list.sizeHintForRow(0)
        self.list.setFixedHeight(min(len(plcs), _MOST_ROWS) * row + 10)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(22, 20, 22, 18)
        layout.setSpacing(12)
        for widget in (question, effect, self.list, self._buttons(len(plcs))):
            layout.addWidget(widget)
        self.list.setVisible(len(plcs) > 1)

    def _effect(self, count: int) -> str:
        if count == 1:
            return self.tr(
                "It is told once to leave the network, when the cycle under way has ended. "
                "This cannot be taken back from here: the PLC comes back by its own means."
            )
        return self.tr(
            "Each PLC is told once to leave the network, when the cycle under way has ended. "
            "This cannot be taken back from here: the PLCs come back by their own means."
        )

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        # The styled button box puts its buttons in another order: the focus would start on the first.
        self.cancel.setFocus()

    def _buttons(self, count: int) -> QDialogButtonBox:
        box = QDialogButtonBox()
        self.cancel = box.addButton(QDialogButtonBox.StandardButton.Cancel)
        text = self.tr("Disconnect") if count == 1 else self.tr("Disconnect {0} PLCs").format(grouped(count))
        self.go = box.addButton(text, QDialogButtonBox.ButtonRole.AcceptRole)
        self.go.setAutoDefault(False)
        self.go.setDefault(False)
        # Outlined as Silence is, in the colour of what is serious.
        self.go.setObjectName("silence")
        self.cancel.setDefault(True)
        box.accepted.connect(self.accept)
        box.rejected.connect(self.reject)
        return box


class NoticeBar(QFrame):
    """A line beneath the banner that says what became of something, until it is closed.

    Signals: `cancel_wanted()` of the work it tells of.
    """

    cancel_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("panel")
        self._notes: list[tuple[str, bool]] = []
        self._work = ""
        self.text = ElidedLabel(weight=QFont.Weight.Medium)
        self.cancel = QPushButton(self.tr("Cancel"))
        self.cancel.setToolTip(self.tr("Leave what is under way"))
        self.cancel.clicked.connect(self.cancel_wanted)
        self.cancel.hide()
        close = QPushButton(self.tr("Close"))
        close.setToolTip(self.tr("Close this note"))
        close.clicked.connect(self.clear)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(13, 5, 8, 5)
        layout.addWidget(self.text, 1)
        layout.addWidget(self.cancel)
        layout.addWidget(close)
        self.hide()

    def say(self, text: str, failed: bool) -> None:
        """Show a note in front of those not closed yet; a failure is marked by shape and colour."""
        note = (text, failed)
        self._notes = [note, *(one for one in self._notes if one != note)][:_MOST_NOTES]
        self._tell()

    def show_work(self, words: str) -> None:
        """Say in front of all notes how far something is that can be cancelled; nothing, when it is over."""
        self._work = words
        self._tell()

    @Slot()
    def clear(self) -> None:
        """Forget all notes; what is under way goes on and is told."""
        self._notes = []
        self._tell()

    def _tell(self) -> None:
        notes = [f"◆ {note}" if bad else note for note, bad in self._notes]
        self.text.say(" · ".join([self._work, *notes] if self._work else notes))
        set_property(self.text, "severity", 2 if any(bad for _, bad in self._notes) else 0)
        self.cancel.setVisible(bool(self._work))
        self.setVisible(bool(self._work or notes))


class Disconnecting(QObject):
    """Asks the operator, at most one question at a time, and sums up what became of each request.

    Signals: `confirmed(tuple)` PLC names the operator wants disconnected.
    """

    confirmed = Signal(tuple)

    def __init__(self, window: QWidget, notice: NoticeBar) -> None:
        super().__init__(window)
        self._window = window
        self._notice = notice
        self._dialog: ConfirmDisconnect | None = None
        self._batches: list[dict[str, Disconnection | None]] = []

    @Slot(tuple)
    def ask(self, plcs: tuple[str, ...]) -> None:
        """Ask about these PLCs, unless a question is open already."""
        if self._dialog is not None or not plcs:
            return
        dialog = self._dialog = ConfirmDisconnect(plcs, self._window)
        dialog.accepted.connect(self._on_accepted)
        dialog.finished.connect(self._on_finished)
        dialog.open()

    @Slot()
    def _on_accepted(self) -> None:
        if self._dialog is not None:
            self._batches.append(dict.fromkeys(self._dialog.plcs))
            self.confirmed.emit(self._dialog.plcs)

    @Slot(int)
    def _on_finished(self, _result: int) -> None:
        self._dialog = None

    def begin_anew(self) -> None:
        """Take back an open question and forget what was confirmed: the PLCs are another plant's."""
        if self._dialog is not None:
            self._dialog.reject()
        self._batches = []
        self._notice.clear()

    def show_disconnection(self, disconnection: Disconnection) -> None:
        """Take what became of one request; a summary stands once all that was confirmed with it is known."""
        if not disconnection.forced:
            return
        for batch in self._batches:
            if disconnection.plc in batch and not _settled(batch[disconnection.plc]):
                batch[disconnection.plc] = disconnection
        ended = [batch for batch in self._batches if all(map(_settled, batch.values()))]
        self._batches = [batch for batch in self._batches if batch not in ended]
        for batch in ended:
            self._notice.say(*summary([one for one in batch.values() if one is not None]))


def _settled(outcome: Disconnection | None) -> bool:
    return outcome is not None and outcome.state is not DisconnectionState.PENDING
