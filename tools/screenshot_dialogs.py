"""The guide's pictures of windows of their own: assistant, settings, command palette."""

from pathlib import Path

from doge_gui import paths
from doge_gui.core.program_options import ProgramOptions
from doge_gui.views.assistant.window import Assistant
from doge_gui.views.command_palette import CommandPalette
from doge_gui.views.settings.dialog import SettingsDialog
from tools.screenshot_stage import Shot, Stage

_CYCLES = 40
_GATEWAYS = 1
"""The page of the settings that is shown."""
_NETWORKS = ("192.168.1.0/24",)


def assistant(stage: Stage) -> Shot:
    """What to watch, the first of three steps."""
    window = stage.own(Assistant(stage.themes.theme, _NETWORKS, "/home/ann/.config/watchdoge"))
    window.resize(920, 600)
    window.show()
    stage.settle()
    return Shot(window)


def settings(stage: Stage) -> Shot:
    """The page of the gateways."""
    text = Path(paths.example_config()).read_text(encoding="utf-8")
    theme = stage.themes.theme
    dialog = SettingsDialog("/plant/configDoge.json", text, ProgramOptions(), theme, stage.window)
    dialog.show()
    stage.settle()
    dialog.pages.list.setCurrentRow(_GATEWAYS)
    stage.settle()
    return Shot(dialog)


def palette(stage: Stage) -> Shot:
    """Commands found by some letters, over the window."""
    for _ in range(_CYCLES):
        stage.cycle()
    stage.cycle(hot=("API-9",))
    stage.tell()
    names = [address.plc for address in stage.story.plan.addresses]
    found = CommandPalette(stage.window, stage.window.menus, lambda: names)
    found.open()
    stage.settle()
    found.query.setText("re")
    stage.settle()
    return Shot(found)
