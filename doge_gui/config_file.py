"""The configuration's file, written whole or not at all, and never over what somebody else wrote."""

import contextlib
import os
import stat
import tempfile
from pathlib import Path

from doge_gui.core.phrase import phrase

_MAX_BYTES = 1024 * 1024


class ConfigWriteError(Exception):
    """The file was not written; it is as it was. Its text is one line: what, why."""


class ConfigChangedError(ConfigWriteError):
    """Somebody else changed the file since it was read."""

    def __init__(self, path: Path, found: str) -> None:
        super().__init__(phrase("said.files", "{0} was changed by somebody else meanwhile").format(path))
        self.found = found
        """What the file says now."""


def read(path: Path) -> str:
    """The text of a file, its line ends and byte order mark as they are. Raises ConfigWriteError."""
    try:
        # Something that never ends, a pipe say, is no configuration.
        if not stat.S_ISREG(path.stat().st_mode):
            raise ConfigWriteError(phrase("said.files", "{0} is not a file").format(path))
        with path.open("rb") as file:
            content = file.read(_MAX_BYTES + 1)
    except OSError as error:
        raise ConfigWriteError(
            phrase("said.files", "{0} cannot be read: {1}").format(path, error.strerror or error)
        ) from error
    if len(content) > _MAX_BYTES:
        raise ConfigWriteError(phrase("said.files", "{0} is larger than 1 MiB").format(path))
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        raise ConfigWriteError(
            phrase("said.files", "{0} is not UTF-8 at byte {1}").format(path, error.start)
        ) from error


def write(path: Path, text: str, expected: str | None) -> None:
    """Replace what a file says, at once for everybody who reads it; its permissions stay.

    `expected`: what the file says as far as the writer knows; None where it must not be there yet. Where a
    link stands, the file it leads to is replaced. Raises ConfigChangedError where the file says something
    else, ConfigWriteError where it cannot be written.
    """
    target = path.resolve()
    _check(path, target, expected)
    part = None
    try:
        part = _written_part(target, text)
        if expected is not None:
            _take_over(target, part)
        # Looked at again as late as can be: between this and the replacement nobody is noticed.
        _check(path, target, expected)
        part.replace(target)
        _settle_name(target.parent)
    except OSError as error:
        raise ConfigWriteError(
            phrase("said.files", "{0} cannot be written: {1}").format(path, error.strerror or error)
        ) from error
    finally:
        if part is not None:
            part.unlink(missing_ok=True)


def _check(path: Path, target: Path, expected: str | None) -> None:
    there = target.exists()
    if expected is None and there:
        raise ConfigChangedError(path, read(target))
    if expected is None:
        return
    if not there:
        raise ConfigWriteError(phrase("said.files", "{0} is not there any more").format(path))
    found = read(target)
    if found != expected:
        raise ConfigChangedError(path, found)
    if not os.access(target, os.W_OK, effective_ids=os.access in os.supports_effective_ids):
        # Replacing it would need the folder's permission alone; what is protected stays so.
        raise ConfigWriteError(phrase("said.files", "{0} is write-protected").format(path))


def _written_part(target: Path, text: str) -> Path:
    """A file beside the target that holds the text, on the disk."""
    handle, name = tempfile.mkstemp(prefix=f".{target.name}.", suffix=".part", dir=target.parent)
    part = Path(name)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
    except (OSError, UnicodeEncodeError) as error:
        part.unlink(missing_ok=True)
        if isinstance(error, OSError):
            raise
        raise ConfigWriteError(
            phrase("said.files", "{0}: the text cannot be written as UTF-8").format(target)
        ) from error
    return part


def _take_over(target: Path, part: Path) -> None:
    """Give the new file the permissions, and where allowed the owner, of the old one."""
    before = target.stat()
    part.chmod(stat.S_IMODE(before.st_mode))
    mine = part.stat()
    if hasattr(os, "chown") and (before.st_uid, before.st_gid) != (mine.st_uid, mine.st_gid):
        try:
            os.chown(part, before.st_uid, before.st_gid)
        except PermissionError:
            # Not the owner: the file is this person's from now on, as with any editor that replaces files.
            return
        part.chmod(stat.S_IMODE(before.st_mode))


def _settle_name(folder: Path) -> None:
    """After a power cut the name leads to the new file. Systems that open no folders settle it themselves.

    Where a file system cannot do this the file is written all the same.
    """
    if os.name != "posix":
        return
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
