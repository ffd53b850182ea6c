"""What a file that was dropped holds: an address list, a configuration, or neither."""

import csv
import io
import json
from dataclasses import dataclass
from typing import Any

from doge_gui.core.addresses import AddressBook, AddressListError, from_csv, from_json
from doge_gui.core.config import Config
from doge_gui.core.config_text import ConfigError, Mistake, parse_config


@dataclass(frozen=True, slots=True)
class DroppedList:
    """An address list, and its text."""

    book: AddressBook
    text: str
    is_csv: bool


@dataclass(frozen=True, slots=True)
class DroppedConfig:
    """A configuration that can be opened."""

    config: Config


@dataclass(frozen=True, slots=True)
class DroppedNothing:
    """A file that cannot be used."""

    mistakes: tuple[Mistake, ...]


Dropped = DroppedList | DroppedConfig | DroppedNothing


def recognise(name: str, text: str, default_port: int) -> Dropped:
    """What a file of this name and text holds. `default_port`: where an address names none."""
    plain = text.removeprefix("\ufeff")
    try:
        if name.lower().endswith(".csv"):
            return DroppedList(from_csv(plain, default_port), text, True)
        if _looks_like_list(plain):
            return DroppedList(from_json(plain, default_port), text, False)
    except AddressListError as error:
        return DroppedNothing((Mistake("", str(error)),))
    try:
        return DroppedConfig(parse_config(plain))
    except ConfigError as error:
        return DroppedNothing(error.mistakes)


def _looks_like_list(text: str) -> bool:
    """An object whose values are objects with a gateway's place, and which names no section."""
    try:
        document = json.loads(text)
    except (ValueError, RecursionError):
        return False
    if not isinstance(document, dict):
        return False
    entries = [value for value in document.values() if isinstance(value, dict)]
    return any("RASP_catch" in entry for entry in entries)


def as_text(dropped: DroppedList, is_csv: bool) -> str:
    """A list in a file's form: its own text where it has that form, else the usable entries written anew."""
    if dropped.is_csv == is_csv:
        return dropped.text
    rows = [(address.plc, address.netloc) for address in dropped.book.addresses]
    if is_csv:
        table = io.StringIO()
        csv.writer(table, lineterminator="\n").writerows([("API", "RASP_catch"), *rows])
        return table.getvalue()
    document: dict[str, Any] = {plc: {"API": plc, "RASP_catch": place} for plc, place in rows}
    return json.dumps(document, indent=2, ensure_ascii=False) + "\n"
