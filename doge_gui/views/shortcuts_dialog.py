"""Every action with its shortcut, by menu, with a field to find one."""

from collections.abc import Sequence
from itertools import groupby

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QFont, QResizeEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QHBoxLayout,
    QMenuBar,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from doge_gui.models.command_search import rank
from doge_gui.views.commands import Command, commands
from doge_gui.views.filter_field import FilterField
from doge_gui.views.labels import ElidedLabel, PlainLabel

_SIZE = (860, 640)
_LEAST = (420, 320)
_TWO_COLUMNS_PX = 640
_KEYS_PX = 128


class ShortcutLine(QWidget):
    """What is done, and by which keys."""

    def __init__(self, command: Command) -> None:
        super().__init__()
        self.command = command
        title = " › ".join((*command.path[1:], command.title.rstrip("…")))
        self.setAccessibleName(f"{title}: {command.keys}")
        self.setToolTip(command.action.statusTip())
        keys = PlainLabel(command.keys, weight=QFont.Weight.DemiBold)
        keys.setFixedWidth(_KEYS_PX)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 2, 0, 2)
        line.setSpacing(10)
        line.addWidget(keys)
        line.addWidget(ElidedLabel(title), 1)


class ShortcutGroup(QWidget):
    """The lines of one menu under its name."""

    def __init__(self, name: str, found: Sequence[Command]) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.lines = [ShortcutLine(one) for one in found]
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 12)
        layout.setSpacing(0)
        layout.addWidget(PlainLabel(name, 12, QFont.Weight.DemiBold, look="muted"))
        rule = QFrame()
        rule.setObjectName("rule")
        rule.setFixedHeight(1)
        layout.addWidget(rule)
        layout.addSpacing(4)
        for line in self.lines:
            layout.addWidget(line)

    def narrow(self, shown: frozenset[int]) -> None:
        """Show only lines whose action's id is among these, and nothing where none is."""
        for line in self.lines:
            line.setVisible(id(line.command.action) in shown)
        self.setVisible(any(id(line.command.action) in shown for line in self.lines))


class ShortcutsDialog(QDialog):
    """The shortcuts of a menu bar's actions, in two columns where there is room."""

    def __init__(self, bar: QMenuBar, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Shortcuts"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumSize(*_LEAST)
        self.resize(*_SIZE)
        found = [one for one in commands(bar) if one.keys]
        self._found = found
        self.groups = [
            ShortcutGroup(name, list(part)) for name, part in groupby(found, key=lambda one: one.path[0])
        ]
        self.filter = FilterField()
        self.filter.setPlaceholderText(self.tr("Find an action or a key…"))
        self.filter.setAccessibleName(self.tr("Find a shortcut"))
        self.filter.setClearButtonEnabled(True)
        self.nothing = PlainLabel(self.tr("No action and no key is called that."), look="muted")
        self.nothing.hide()
        self._columns = 0
        self._lay_out()
        self.filter.textChanged.connect(self._on_filter)
        self.filter.left.connect(self._on_left)

    def _lay_out(self) -> None:
        inside = QWidget()
        self._line = QHBoxLayout(inside)
        self._line.setContentsMargins(0, 0, 8, 0)
        self._stacks = [QVBoxLayout(), QVBoxLayout()]
        for stack in self._stacks:
            stack.setSpacing(4)
            self._line.addLayout(stack)
        self.area = QScrollArea()
        self.area.setObjectName("scroll")
        self.area.setWidget(inside)
        self.area.setWidgetResizable(True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setAccessibleName(self.tr("Shortcuts"))
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        box.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(22, 18, 22, 16)
        layout.setSpacing(12)
        layout.addWidget(self.filter)
        layout.addWidget(self.nothing)
        layout.addWidget(self.area, 1)
        layout.addWidget(box)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange(2 if self.width() >= _TWO_COLUMNS_PX else 1)

    def _arrange(self, columns: int) -> None:
        """Share the groups among the columns, in their order, the columns as even as can be."""
        if columns == self._columns:
            return
        self._columns = columns
        sizes = [len(group.lines) + 2 for group in self.groups]
        share, above = sum(sizes) / columns, 0
        for stack in self._stacks:
            while stack.count():
                stack.takeAt(0)
        for group, size in zip(self.groups, sizes, strict=True):
            self._stacks[min(int((above + size / 2) / share), columns - 1)].addWidget(group)
            above += size
        self._line.setSpacing(32 if columns > 1 else 0)
        for number, stack in enumerate(self._stacks):
            stack.addStretch(1)
            self._line.setStretch(number, 1 if number < columns else 0)

    @Slot(str)
    def _on_filter(self, text: str) -> None:
        # By its keys too: who sees F9 in a note wants to know what it does.
        titles = [(one.title, f"{one.keys} {one.action.statusTip()}") for one in self._found]
        shown = frozenset(id(self._found[number].action) for number in rank(text, titles))
        for group in self.groups:
            group.narrow(shown)
        self.nothing.setVisible(not shown)

    @Slot()
    def _on_left(self) -> None:
        """Esc in an empty field closes, as anywhere in a dialog."""
        self.reject()
