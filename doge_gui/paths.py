"""Where things lie: in the source tree, in a bundle, and in the user's own folders."""

import sys
from pathlib import Path

import platformdirs

APP_NAME = "watchdoge"


def _root() -> Path:
    """The folder that holds `resources/` and `sounds/`: the bundle's where the program is frozen."""
    bundled = getattr(sys, "_MEIPASS", None)
    return Path(bundled) if bundled else Path(__file__).resolve().parent.parent


def resource(*parts: str) -> Path:
    """A file below `resources/`."""
    return _root().joinpath("resources", *parts)


def own_file(name: str) -> Path:
    """A file that comes with the program, by its place in the source tree."""
    return _root().joinpath(*name.split("/"))


def guide_folder() -> Path:
    """The user's guide: a folder per language with a Markdown file per section, and `images/`."""
    bundled = _root() / "guide"
    return bundled if bundled.is_dir() else _root() / "docs" / "guide"


def licence_folder() -> Path:
    """The licence texts, and `parts.toml` that tells whose they are."""
    bundled = _root() / "licences"
    return bundled if bundled.is_dir() else _root() / "docs" / "licences"


def own_sound(name: str) -> Path:
    """A file below `sounds/`."""
    return _root() / "sounds" / name


def sound_file(configured: str, config_folder: Path) -> Path:
    """A configured sound: beside the configuration, else the program's own of the same name."""
    beside = config_folder / configured
    return beside if beside.is_file() else own_sound(Path(configured).name)


def default_config() -> Path:
    """`configDoge.json` of the working folder, else the one in the user's configuration folder."""
    here = Path.cwd() / "configDoge.json"
    return here if here.is_file() else Path(platformdirs.user_config_dir(APP_NAME, False)) / "configDoge.json"


def example_config() -> Path:
    """The configuration that comes with the program."""
    return _root() / "configDoge.json"


def settings_file() -> Path:
    """Where the window remembers its layout."""
    return Path(platformdirs.user_config_dir(APP_NAME, False)) / "window.ini"


def history_file() -> Path:
    """Where the program records, unless the configuration names another file."""
    return Path(platformdirs.user_data_dir(APP_NAME, False)) / "history.db"


def log_folder() -> Path:
    """Where an example fleet's log goes (a configuration's log lies beside it)."""
    return Path(platformdirs.user_log_dir(APP_NAME, False))


def crash_folder() -> Path:
    """Where reports of crashes and standstills are kept."""
    return Path(platformdirs.user_state_dir(APP_NAME, False)) / "crashes"
