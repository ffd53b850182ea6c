"""All that can be done, as the menu bar tells it: for the command palette and the list of shortcuts."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidgetAction


@dataclass(frozen=True, slots=True)
class Command:
    """One action of the menus."""

    action: QAction
    title: str
    """Its text, without the mark of its access key."""
    path: tuple[str, ...]
    """The menus it stands in, outermost first."""

    @property
    def keys(self) -> str:
        """Its shortcut as the desktop writes it; empty where there is none."""
        return self.action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)


def commands(bar: QMenuBar) -> list[Command]:
    """Every action of the menu bar that can be seen, in the menus' order; submenus are filled first."""
    found: list[Command] = []
    for head in bar.actions():
        menu = head.menu()
        if isinstance(menu, QMenu):
            found += _within(menu, (without_mark(head.text()),))
    return found


def _within(menu: QMenu, path: tuple[str, ...]) -> Iterator[Command]:
    # Some menus are filled only when they open.
    menu.aboutToShow.emit()
    for action in menu.actions():
        inner = action.menu()
        if isinstance(inner, QMenu):
            yield from _within(inner, (*path, without_mark(action.text())))
        elif not (action.isSeparator() or isinstance(action, QWidgetAction)) and action.isVisible():
            yield Command(action, without_mark(action.text()), path)


def without_mark(text: str) -> str:
    """A text of a menu as it is read: `&Pause` is Pause, `A && B` is A & B."""
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&")
