"""What a person does who cannot see the window: hears it, and presses what has a name."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from tests.system.walk.at_spi import Control, Seen, State
from tests.system.walk.desktop import Desktop
from tests.system.walk.finding import find, until, walk

_MOST_ITEMS = 40
"""In a menu, and rows in a table; no way is longer than that."""


@dataclass(frozen=True, slots=True)
class Operator:
    """Sits at a desktop on which one program runs."""

    desktop: Desktop

    @property
    def all(self) -> Control:
        """Where everything that can be heard begins."""
        return self.desktop.bus.desktop()

    def hear(self, role: str, name: str = "*", *states: State, within: Control | None = None) -> Seen:
        """The one control in sight of this role and name (`*` stands for any words), waited for."""
        return find(within or self.all, role, name, *states)

    def press(self, name: str, role: str = "push button", *, within: Control | None = None) -> None:
        """Press the one button of this name as soon as it can be pressed."""
        self.hear(role, name, State.ENABLED, State.SENSITIVE, within=within).control.do("Press")

    def fill(self, name: str, text: str, *, within: Control | None = None) -> None:
        """Write into the one field of this name."""
        self.hear("text", name, State.ENABLED, within=within).control.write(text)

    def turn_to(self, title: str) -> Control:
        """Go to a window, and hear that it is the one that listens."""
        self.desktop.give_focus(title)
        return self.hear("frame", title, State.ACTIVE).control

    def go_to(self, screen: str) -> None:
        """Choose a screen at the window's edge, and hear that it is chosen."""
        self.pick(f"{screen}*", within=self.hear("panel", "Screens").control)

    def pick(self, name: str, *, within: Control | None = None) -> None:
        """Choose one of several buttons by its first action, as screen readers do; hear that it is chosen."""
        choice = self.hear("radio button", name, within=within).control
        choice.do(choice.actions()[0])
        self.hear("radio button", name, State.CHECKED, within=within)

    def choose(self, menu: str, entry: str) -> None:
        """Open a menu and go down to an entry with the keyboard, hearing where one is."""
        bar = self.hear("menu bar").control
        opened = self.hear("menu item", menu, within=bar).control
        opened.do("ShowMenu")
        self.hear("menu item", entry, within=opened)
        self.desktop.keys("Down")
        self._go_down(opened, "menu item", entry)
        self.desktop.keys("Return")
        until(lambda: not _in_menu(opened), opened, f"the menu {menu} gone")

    def choose_row(self, table: Control, name: str) -> None:
        """Go down a table with the keyboard to the row whose first cell has this name, and select it."""
        table.take_focus()
        until(lambda: table.look().has(State.FOCUSED), table, "the table with the focus")
        self.desktop.keys("ctrl+Home")
        self._go_down(table, "cell", name)
        self.desktop.keys("space")
        self.hear("cell", name, State.FOCUSED, State.SELECTED, within=table)

    def row(self, table: Control, name: str) -> dict[str, str]:
        """The words of the table's row whose first cell has this name, by their column; waited for."""
        return until(partial(_row, table, name), table, f"the row {name!r}")

    def wait_for(self, fact: Callable[[], bool], what: str, near: Control | None = None) -> None:
        """Wait until something is heard that no single control tells."""
        until(fact, near or self.all, what)

    def _go_down(self, top: Control, role: str, name: str) -> None:
        before = ""
        for _ in range(_MOST_ITEMS):
            heard = until(partial(_focused, top, role, before), top, f"a focused {role}, after {before!r}")
            if heard.name == name:
                return
            before = heard.name
            self.desktop.keys("Down")
        raise AssertionError(f"no way down to {role} {name!r}")


def _focused(top: Control, role: str, but: str) -> Seen | None:
    """Which control of this role below `top`, of another name than `but`, has the focus."""
    for seen in walk(top):
        if seen.role == role and seen.control != top and seen.name != but and seen.has(State.FOCUSED):
            return seen
    return None


def _in_menu(opened: Control) -> bool:
    return any(seen.role == "menu item" and seen.control != opened for seen in walk(opened))


def _row(table: Control, name: str) -> dict[str, str]:
    rows, columns = table.table_size()
    for number in range(rows):
        if table.cell(number, 0).look().name == name:
            cells = (table.cell(number, column).look().name for column in range(columns))
            return {column: words for column, _, words in (cell.rpartition(": ") for cell in cells)}
    return {}
