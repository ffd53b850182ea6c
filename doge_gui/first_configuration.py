"""Writes the first configuration: two files that are there as a whole or not at all, and replace nothing."""

import contextlib
import os
import sys
import tempfile
from pathlib import Path

from doge_gui.core.first_plan import CONFIG_NAME, LIST_NAME, FirstPlan, Place, config_text, list_text
from doge_gui.core.phrase import phrase

_MOST_NAMES = 1000


class NotWrittenError(Exception):
    """The configuration was not written; its text is one line for the operator."""


def place_in(folder: Path) -> Place:
    """What can be written in a folder, which need not be there yet."""
    if not folder.is_absolute():
        return Place(str(folder), trouble=phrase("said.files", "not a whole path"))
    try:
        above = next(each for each in (folder, *folder.parents) if each.exists())
        if not above.is_dir():
            return Place(str(folder), trouble=phrase("said.files", "{0} is no folder").format(above))
        if not os.access(above, os.W_OK | os.X_OK):
            locked = phrase("said.files", "{0} may not be written to")
            return Place(str(folder), trouble=locked.format(above))
        return Place(str(folder), _free(folder, CONFIG_NAME), _free(folder, LIST_NAME))
    except (OSError, StopIteration, ValueError) as error:
        return Place(str(folder), trouble=str(getattr(error, "strerror", None) or error or "no such folder"))


def write_first(plan: FirstPlan) -> Path:
    """Write a plan's address list and then its configuration; returns the configuration's path.

    A file that is there is never replaced: the new ones take free names. Raises NotWrittenError, and then
    leaves nothing behind.
    """
    place = place_in(Path(plan.folder))
    if place.trouble:
        raise NotWrittenError(place.trouble)
    folder = Path(place.folder)
    addresses, config = folder / place.list_name, folder / place.config_name
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _put(addresses, list_text(plan))
        try:
            _put(config, config_text(plan, place.list_name))
        except OSError:
            addresses.unlink(missing_ok=True)
            raise
    except OSError as error:
        raise NotWrittenError(f"{error.filename or folder}: {error.strerror or error}") from error
    return config


def _free(folder: Path, name: str) -> str:
    """This name, or the next one with a number that nothing in the folder has."""
    stem, dot, ending = name.rpartition(".")
    candidates = (name, *(f"{stem}-{number}{dot}{ending}" for number in range(2, _MOST_NAMES)))
    return next(candidate for candidate in candidates if not os.path.lexists(folder / candidate))


def _put(path: Path, text: str) -> None:
    """Write a new file: under another name first, so that nobody ever reads a half of it. Raises OSError."""
    descriptor, part_name = tempfile.mkstemp(prefix=f".{path.name}-", dir=path.parent)
    part = Path(part_name)
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        _give_name(part, path)
    finally:
        with contextlib.suppress(OSError):
            part.unlink(missing_ok=True)


def _give_name(part: Path, path: Path) -> None:
    """Give a written file its name, unless something has it by now (FileExistsError)."""
    if sys.platform == "win32":
        part.rename(path)
        return
    part.chmod(0o644)
    try:
        path.hardlink_to(part)
    except FileExistsError:
        raise
    except OSError:
        # A file system without links, such as a memory stick's: the name is taken first, then filled.
        path.open("x").close()
        part.replace(path)
