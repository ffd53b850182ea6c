"""The newest entry of each audit trail, kept in a small file outside the database.

Who cuts entries off the end of a trail, or makes the whole of it anew, has to change this file as well.
"""

import hashlib
import json
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NamedTuple

from doge_gui.core.audit.chain import Head
from doge_gui.core.phrase import phrase
from doge_gui.history.errors import HistoryError
from doge_gui.history.event_rows import instant, microseconds

_FORMAT = 1
_MOST_BYTES = 1024 * 1024
_HASH_BYTES = 32


class DamagedHeadError(HistoryError):
    """The file is there, but is not what was written."""


class Kept(NamedTuple):
    """What the file holds of a plant."""

    head: Head
    aside: str = ""
    """The file that the trail was in, where that was set aside and no entry has been added since."""


class HeadFile:
    """The heads of all plants in one database. A file that is not there holds none."""

    def __init__(self, path: Path) -> None:
        self.path = path

    @classmethod
    def beside(cls, database: Path) -> "HeadFile":
        """The one that belongs to a database file."""
        return cls(database.with_name(f"{database.name}.audit-head"))

    def read(self) -> Mapping[str, Kept]:
        """Plant -> head. Raises HistoryError: DamagedHeadError for what is no such file."""
        try:
            with self.path.open("rb") as file:
                content = file.read(_MOST_BYTES + 1)
        except FileNotFoundError:
            return {}
        except OSError as error:
            raise HistoryError(
                phrase("said.history", "{0}: cannot be read: {1}").format(self.path, error.strerror or error)
            ) from error
        try:
            return _heads(content)
        except (ValueError, KeyError, TypeError, AttributeError, OverflowError, RecursionError) as error:
            raise DamagedHeadError(
                phrase("said.history", "{0}: damaged ({1}: {2})").format(
                    self.path, type(error).__name__, error
                )
            ) from error

    def keep(self, plant: str, head: Head) -> None:
        """Write a plant's head; those of other plants stay. Raises HistoryError.

        After a power cut the file may be an earlier one, or none: a head that is behind is no fault, and a
        lost one is told. To have it on the disk for certain would cost each cycle a turn of the disk.
        """
        try:
            heads = dict(self.read())
        except DamagedHeadError:
            # Nothing in it can be kept; the others' trails say so when they are next gone on with.
            heads = {}
        heads[plant] = Kept(head)
        self._write(heads, plant)

    def set_aside(self, aside: Path, plant: str) -> None:
        """The database was set aside: its heads go with it, and each plant's stays as what it goes on from.

        `plant`: who does this. Raises HistoryError.
        """
        heads = self.read()
        moved = {name: kept for name, kept in heads.items() if not kept.aside}
        if moved:
            HeadFile.beside(aside)._write(moved, plant)
            told = {name: Kept(kept.head, aside.name) for name, kept in moved.items()}
            self._write({**heads, **told}, plant)

    def _write(self, heads: Mapping[str, Kept], plant: str) -> None:
        # Another program may be writing the head of another plant.
        writer = hashlib.sha256(plant.encode("utf-8", "surrogatepass")).hexdigest()[:8]
        fresh = self.path.with_name(f"{self.path.name}.{writer}")
        try:
            fresh.write_bytes(_content(heads))
            fresh.replace(self.path)
        except OSError as error:
            fresh.unlink(missing_ok=True)
            raise HistoryError(
                phrase("said.history", "{0}: cannot be written: {1}").format(
                    self.path, error.strerror or error
                )
            ) from error


def _content(heads: Mapping[str, Kept]) -> bytes:
    told = {
        plant: {
            "number": kept.head.number,
            "at": instant(kept.head.at).isoformat(),
            "hash": kept.head.hash.hex(),
            "aside": kept.aside,
        }
        for plant, kept in heads.items()
    }
    return json.dumps({"format": _FORMAT, "plants": told}, indent=1).encode() + b"\n"


def _heads(content: bytes) -> dict[str, Kept]:
    if len(content) > _MOST_BYTES:
        raise ValueError("too large")
    told = json.loads(content)
    if told["format"] != _FORMAT:
        raise ValueError(f"format {told['format']!r}")
    return {plant: _kept(one) for plant, one in told["plants"].items()}


def _kept(told: dict[str, Any]) -> Kept:
    number, digest, aside = told["number"], bytes.fromhex(told["hash"]), told["aside"]
    if type(number) is not int or number < 0 or len(digest) != _HASH_BYTES or not isinstance(aside, str):
        raise ValueError("no head of a trail")
    return Kept(Head(number, microseconds(datetime.fromisoformat(told["at"]).astimezone(UTC)), digest), aside)
