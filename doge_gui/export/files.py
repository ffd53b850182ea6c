"""Files that are there whole or not at all."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from doge_gui.core.phrase import phrase


class ExportError(Exception):
    """What was asked for cannot be written. Its text is one line: what, why, remedy."""


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """A path beside `path` to write to; it takes its place at the end, and is gone where an error ends it.

    What stood at `path` before stays until then. Raises ExportError where the disk refuses.
    """
    # Where a link stands, its target is replaced.
    target = path.resolve()
    if target.exists() and not target.is_file():
        raise ExportError(phrase("said.files", "{0} is not a file").format(path))
    part = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        yield part
        _settle(part)
        part.replace(target)
    except OSError as error:
        raise ExportError(f"{path}: {error.strerror or error}") from error
    finally:
        part.unlink(missing_ok=True)


def write_text(path: Path, text: str) -> None:
    """Write a text as UTF-8, its line ends as they are. Raises ExportError."""
    with replacing(path) as part:
        part.write_text(text, encoding="utf-8", newline="")


def _settle(part: Path) -> None:
    """The content is on the disk before its name is: a power cut leaves the old file or the new one."""
    with part.open("rb+") as file:
        os.fsync(file.fileno())
