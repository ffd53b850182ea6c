"""The menu bar: every action once, with its shortcut and its tooltip."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from doge_gui.views.language import Choice as Language
from doge_gui.views.sound_menu import SoundMenu
from doge_gui.views.theme import Choice

_tr = QCoreApplication.translate
One = TypeVar("One", Choice, Language)


@dataclass(frozen=True)
class Menus:
    """All actions by name; whoever builds the window connects them."""

    actions: dict[str, QAction] = field(default_factory=dict)
    themes: dict[Choice, QAction] = field(default_factory=dict)
    languages: dict[Language, QAction] = field(default_factory=dict)

    def __getitem__(self, name: str) -> QAction:
        return self.actions[name]

    def all(self) -> Iterator[QAction]:
        """Every action, in the order of the menus."""
        yield from self.actions.values()
        yield from self.themes.values()
        yield from self.languages.values()


def build(window: QMainWindow, columns: QMenu, sound: SoundMenu, pages: Sequence[str]) -> Menus:
    """Fill the window's menu bar. The screens, by their names, are the actions `page1` and on."""
    menus = Menus()
    bar = window.menuBar()
    _fill(menus, bar.addMenu(_tr("Menus", "&File")), _file())
    _fill(menus, bar.addMenu(_tr("Menus", "P&olling")), _polling())
    _fill(menus, bar.addMenu(_tr("Menus", "&PLC")), _plc())
    alarms = bar.addMenu(_tr("Menus", "&Alarms"))
    _fill(menus, alarms, _alarms())
    alarms.addMenu(sound)
    menus.actions.update(sound.named)
    view = bar.addMenu(_tr("Menus", "&View"))
    _add_pages(menus, view, pages)
    _add_themes(menus, view, window)
    _add_languages(menus, view, window)
    view.addMenu(columns)
    _fill(menus, view, _view())
    _fill(menus, bar.addMenu(_tr("Menus", "&Help")), _help())
    for menu in bar.findChildren(QMenu):
        # An open menu is told by its name; without one, by the program's.
        menu.setAccessibleName(menu.title().replace("&", ""))
    return menus


_Entry = tuple[str, str, str, str]
"""Name, text, shortcut, tooltip; an empty name is a line between two groups."""
_LINE: _Entry = ("", "", "", "")


def _file() -> list[_Entry]:
    return [
        ("open", _tr("Menus", "&Open configuration…"), "Ctrl+O", _tr("Menus", "Choose a configuration file")),
        ("assistant", _tr("Menus", "Set &up gateways…"), "Ctrl+N", _tr("Menus", "From a list, or by a scan")),
        ("settings", _tr("Menus", "Se&ttings…"), "Ctrl+,", _tr("Menus", "Every option, explained")),
        _LINE,
        (
            "png",
            _tr("Menus", "Export graphs as &PNG…"),
            "Ctrl+E",
            _tr("Menus", "Save the graphs as a picture"),
        ),
        ("svg", _tr("Menus", "Export graphs as &SVG…"), "Ctrl+Shift+E", _tr("Menus", "Save as a drawing")),
        ("csv", _tr("Menus", "Export graphs as &CSV…"), "Ctrl+Alt+E", _tr("Menus", "Save the numbers")),
        (
            "table",
            _tr("Menus", "Export ta&ble…"),
            "Ctrl+T",
            _tr("Menus", "Save the table in sight as CSV or XLSX"),
        ),
        _LINE,
        ("report", _tr("Menus", "Shift &report…"), "Ctrl+Shift+P", _tr("Menus", "A shift as PDF or HTML")),
        _LINE,
        ("quit", _tr("Menus", "&Quit"), "Ctrl+Q", _tr("Menus", "End the program")),
    ]


def _polling() -> list[_Entry]:
    return [
        ("poll", _tr("Menus", "Poll &now"), "F5", _tr("Menus", "Ask all gateways now")),
        ("pause", _tr("Menus", "&Pause"), "Ctrl+P", _tr("Menus", "Pause or resume polling")),
    ]


def _plc() -> list[_Entry]:
    force = _tr("Menus", "Disconnect the selected PLCs from the network")
    return [
        ("force", _tr("Menus", "Force &disconnect…"), "Ctrl+D", force),
        _LINE,
        ("find", _tr("Menus", "&Filter"), "Ctrl+F", _tr("Menus", "Show only some of the fleet")),
        ("copy", _tr("Menus", "&Copy"), "Ctrl+C", _tr("Menus", "Copy the selected rows for a spreadsheet")),
    ]


def _alarms() -> list[_Entry]:
    worst = _tr("Menus", "Acknowledge the alarm in the banner, no other")
    some = _tr("Menus", "Acknowledge the selected alarms, or all on screen")
    return [
        ("silence", _tr("Menus", "&Silence"), "Ctrl+M", _tr("Menus", "Silence the alarm sound")),
        ("acknowledge_worst", _tr("Menus", "Acknowledge the &worst"), "F8", worst),
        ("acknowledge", _tr("Menus", "&Acknowledge"), "F9", some),
        ("reset_alarms", _tr("Menus", "&Reset"), "Ctrl+Shift+R", _tr("Menus", "Let go of what is held")),
        _LINE,
        ("shelve", _tr("Menus", "S&helve…"), "Ctrl+Shift+S", _tr("Menus", "Hide for a time")),
        ("unshelve", _tr("Menus", "&Unshelve"), "Ctrl+Shift+U", _tr("Menus", "Show again now")),
        (
            "out_of_service",
            _tr("Menus", "&Out of service…"),
            "Ctrl+Shift+O",
            _tr("Menus", "Hide until put in service"),
        ),
        ("in_service", _tr("Menus", "Put &in service"), "Ctrl+Shift+I", _tr("Menus", "Show again")),
        _LINE,
        ("jump", _tr("Menus", "&Jump to PLC"), "Ctrl+J", _tr("Menus", "Show the alarm's PLC in the fleet")),
        (
            "export_alarms",
            _tr("Menus", "&Export list…"),
            "Ctrl+Shift+X",
            _tr("Menus", "Save the list in sight"),
        ),
        _LINE,
    ]


def _view() -> list[_Entry]:
    return [
        ("facts", _tr("Menus", "&Everything abnormal"), "Ctrl+B", _tr("Menus", "Unfold the banner")),
        ("graphs", _tr("Menus", "&Graphs"), "Ctrl+G", _tr("Menus", "Show or hide the graphs")),
        (
            "still",
            _tr("Menus", "Reduce &motion"),
            "Ctrl+Shift+B",
            _tr("Menus", "Nothing blinks; what is unacknowledged stays filled with colour"),
        ),
        ("live", _tr("Menus", "Back to &live"), "Ctrl+L", _tr("Menus", "Follow the newest values again")),
        _LINE,
        ("palette", _tr("Menus", "&Commands…"), "Ctrl+K", _tr("Menus", "Find anything that can be done")),
        ("web", _tr("Menus", "Open the &web view"), "Ctrl+Alt+W", _tr("Menus", "The plant in a web browser")),
        ("next_area", _tr("Menus", "Ne&xt area"), "F6", _tr("Menus", "Move the keyboard to the next area")),
        ("last_area", _tr("Menus", "Pre&vious area"), "Shift+F6", _tr("Menus", "Move it back an area")),
        _LINE,
        ("reset", _tr("Menus", "&Reset layout"), "Ctrl+R", _tr("Menus", "Columns and sizes as they came")),
        ("full", _tr("Menus", "F&ull screen"), "F11", _tr("Menus", "Fill the screen, or leave it")),
    ]


def _help() -> list[_Entry]:
    about = _tr("Menus", "Versions and licences")
    guide = _tr("Menus", "The user's guide, at the screen in sight")
    archive = _tr("Menus", "All that helps to find a fault in one archive, without secrets")
    return [
        ("guide", _tr("Menus", "&Guide"), "Ctrl+F1", guide),
        ("shortcuts", _tr("Menus", "&Shortcuts"), "F1", _tr("Menus", "All shortcuts")),
        ("diagnostics", _tr("Menus", "&Diagnostics archive…"), "Ctrl+Alt+D", archive),
        _LINE,
        ("about", _tr("Menus", "&About"), "Shift+F1", about),
    ]


def _fill(menus: Menus, menu: QMenu, entries: list[_Entry]) -> None:
    menu.setToolTipsVisible(True)
    for name, text, keys, tip in entries:
        if not name:
            menu.addSeparator()
            continue
        action = menu.addAction(text)
        action.setShortcut(QKeySequence(keys))
        action.setToolTip(f"{tip} ({keys})")
        action.setStatusTip(tip)
        menus.actions[name] = action
    for name in ("facts", "graphs", "still", "full"):
        if name in menus.actions:
            menus.actions[name].setCheckable(True)


def _add_pages(menus: Menus, view: QMenu, pages: Sequence[str]) -> None:
    for number, name in enumerate(pages, 1):
        keys = f"Alt+{number}"
        action = view.addAction(name)
        action.setShortcut(QKeySequence(keys))
        action.setToolTip(_tr("Menus", "Go to this screen ({0})").format(keys))
        action.setData(number - 1)
        menus.actions[f"page{number}"] = action
    view.addSeparator()


def _add_themes(menus: Menus, view: QMenu, window: QMainWindow) -> None:
    texts = {
        Choice.SYSTEM: _tr("Menus", "As the &desktop"),
        Choice.LIGHT: _tr("Menus", "&Light"),
        Choice.DARK: _tr("Menus", "Dar&k"),
        Choice.CONTRAST: _tr("Menus", "&High contrast"),
    }
    menu = view.addMenu(_tr("Menus", "&Theme"))
    menus.themes.update(
        _choices(menu, window, texts, "Ctrl+", _tr("Menus", "Colours of the window (Ctrl+{0})"))
    )


def _add_languages(menus: Menus, view: QMenu, window: QMainWindow) -> None:
    # Each language is named in itself, so that who cannot read the present one finds it.
    texts = {
        Language.SYSTEM: _tr("Menus", "As the &desktop"),
        Language.ENGLISH: "&English",
        Language.FRENCH: "&Français",
    }
    menu = view.addMenu(_tr("Menus", "L&anguage"))
    tip = _tr("Menus", "Words, numbers and dates (Ctrl+Alt+{0})")
    menus.languages.update(_choices(menu, window, texts, "Ctrl+Alt+", tip))


def _choices(
    menu: QMenu, window: QMainWindow, texts: dict[One, str], keys: str, tip: str
) -> dict[One, QAction]:
    """Entries of which one is chosen, numbered in their shortcuts and tooltips from 1 on."""
    menu.setToolTipsVisible(True)
    group, actions = QActionGroup(window), dict[One, QAction]()
    for number, (choice, text) in enumerate(texts.items(), 1):
        action = actions[choice] = menu.addAction(text)
        action.setShortcut(QKeySequence(f"{keys}{number}"))
        action.setToolTip(tip.format(number))
        action.setCheckable(True)
        action.setData(choice.value)
        group.addAction(action)
    return actions
