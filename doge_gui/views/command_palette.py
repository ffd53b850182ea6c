"""Everything that can be done, found by a few letters: actions of the menus, screens, PLCs."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QDialog,
    QFrame,
    QLineEdit,
    QListView,
    QMainWindow,
    QVBoxLayout,
)

from doge_gui.models.phrases import grouped, one_line
from doge_gui.views.announce import announce
from doge_gui.views.command_reasons import why_not
from doge_gui.views.command_rows import ROW_PX, CommandPainter, CommandRows, Entry
from doge_gui.views.commands import Command, commands
from doge_gui.views.labels import PlainLabel
from doge_gui.views.menus import Menus
from doge_gui.views.theme import font

_WIDE_PX, _LEAST_PX, _MARGIN_PX = 640, 320, 40
_FROM_TOP_PX = 74
_ROWS = 10
_MOVES = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class CommandPalette(QDialog):
    """A light list over the window; Enter takes the row that is marked, Esc or a click elsewhere closes.

    Actions are read from the window's menu bar each time it opens: `menus` only tells their names, by which
    one that is disabled says why. `plcs` gives the names of the fleet.

    Signals: `plc_wanted(str)` the operator wants to see this PLC.
    """

    plc_wanted = Signal(str)

    def __init__(self, window: QMainWindow, menus: Menus, plcs: Callable[[], Sequence[str]]) -> None:
        super().__init__(window, Qt.WindowType.FramelessWindowHint | Qt.WindowType.Dialog)
        self._window, self._menus, self._plcs = window, menus, plcs
        self.setWindowTitle(self.tr("Commands"))
        self.query = QLineEdit()
        self.query.setFont(font(15))
        self.query.setPlaceholderText(self.tr("What do you want to do? A command, a screen, a PLC…"))
        self.query.setAccessibleName(self.tr("Command"))
        self.rows = CommandRows(self)
        self.list = QListView()
        self.list.setModel(self.rows)
        self.list.setItemDelegate(CommandPainter(self.list))
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setUniformItemSizes(True)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName(self.tr("Commands"))
        self.foot = PlainLabel(px=12, look="muted")
        self._lay_out()
        self.query.textChanged.connect(self._on_typed)
        self.query.installEventFilter(self)
        self.list.clicked.connect(self._on_clicked)
        self.list.activated.connect(self._on_clicked)
        self.list.selectionModel().currentChanged.connect(self._on_current)

    def _lay_out(self) -> None:
        frame = QFrame()
        frame.setObjectName("palette")
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(10, 10, 10, 8)
        inside.setSpacing(8)
        for widget in (self.query, self.list, self.foot):
            inside.addWidget(widget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(frame)

    @Slot()
    def open(self) -> None:
        """Show everything there is, ready to be narrowed."""
        names = {id(action): name for name, action in self._menus.actions.items()}
        actions = [_entry(one, names.get(id(one.action), "")) for one in commands(self._window.menuBar())]
        aside = self.tr("Go to this PLC in the fleet")
        plcs = [Entry(one_line(plc), aside, plc=plc) for plc in self._plcs()]
        self.query.clear()
        self.rows.set_entries(actions, plcs)
        self._mark(0)
        self._place()
        self.show()
        self.activateWindow()
        self.query.setFocus()

    def _place(self) -> None:
        """Below the window's head, in its middle, never wider than it."""
        window = self._window
        width = max(min(_WIDE_PX, window.width() - 2 * _MARGIN_PX), _LEAST_PX)
        room = max(window.height() - _FROM_TOP_PX - 120, 4 * ROW_PX)
        self.list.setFixedHeight(min(_ROWS, max(room // ROW_PX, 4)) * ROW_PX + 4)
        self.setFixedWidth(width)
        self.adjustSize()
        self.move(window.mapToGlobal(QPoint((window.width() - width) // 2, _FROM_TOP_PX)))

    # What the operator does

    @Slot(str)
    def _on_typed(self, text: str) -> None:
        self.rows.narrow(text)
        self._mark(0)

    def _mark(self, row: int) -> None:
        count = self.rows.rowCount()
        if count:
            self.list.setCurrentIndex(self.rows.index(min(max(row, 0), count - 1)))
            self.list.scrollTo(self.list.currentIndex())
        self._tell_count(count)

    def _tell_count(self, count: int) -> None:
        if not count:
            self.foot.say(self.tr("Nothing is called that. A few letters of a word are enough."))
        else:
            self.foot.say(self.tr("{0} found · ↑ ↓ choose · Enter do it · Esc close").format(grouped(count)))

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        if watched is self.query and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._take_key(event)
        return False

    def _take_key(self, event: QKeyEvent) -> bool:
        row, key = self.list.currentIndex().row(), event.key()
        if key in _MOVES:
            step = {_MOVES[0]: -1, _MOVES[1]: 1, _MOVES[2]: -_ROWS, _MOVES[3]: _ROWS}[Qt.Key(key)]
            self._mark(row + step)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.list.currentIndex().isValid():
                self._take(row)
        else:
            return False
        return True

    @Slot(QModelIndex)
    def _on_clicked(self, index: QModelIndex) -> None:
        self._take(index.row())

    def _take(self, row: int) -> None:
        """Do what a row says, after the window has the keyboard again."""
        entry = self.rows.entry(row)
        if not entry.enabled:
            self._announce(self.rows.words(entry))
            return
        self.accept()
        self._window.activateWindow()
        if entry.action is not None:
            entry.action.trigger()
        else:
            self.plc_wanted.emit(entry.plc)

    @Slot(QModelIndex, QModelIndex)
    def _on_current(self, index: QModelIndex, _before: QModelIndex | QPersistentModelIndex) -> None:
        if index.isValid():
            words = self.rows.words(self.rows.entry(index.row()))
            self.query.setAccessibleDescription(words)
            if self.isVisible():
                self._announce(words)

    def _announce(self, words: str) -> None:
        """Have a screen reader say the row that is marked: the keyboard stays where is typed."""
        announce(self.query, words)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() != QEvent.Type.ActivationChange or not self.isVisible():
            return
        # Another window of the program was clicked; who looks at another program comes back to it.
        if QApplication.activeWindow() not in (self, None):
            self.reject()


def _entry(command: Command, name: str) -> Entry:
    action = command.action
    place = " › ".join(command.path)
    return Entry(
        command.title,
        place if action.isEnabled() else f"{place} · {why_not(name)}",
        command.keys,
        action,
        enabled=action.isEnabled(),
        ticked=action.isChecked() if action.isCheckable() else None,
        search=action.toolTip().rpartition(" (")[0],
    )
