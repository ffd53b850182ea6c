"""What another address list or another configuration would change."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Any

from pydantic import BaseModel

from doge_gui.core.addresses import Address, AddressBook, Problem
from doge_gui.core.config import HIDDEN, SECRETS, Config
from doge_gui.core.config_requests import RequestSection


class Change(Enum):
    """What becomes of a gateway."""

    ADDED = "added"
    REMOVED = "removed"
    MOVED = "moved"
    """It is asked at another address."""


@dataclass(frozen=True, slots=True)
class GatewayChange:
    """One gateway that another list changes."""

    change: Change
    plc: str
    before: str = ""
    """Where it is asked now, as a URL writes it; empty where it is not."""
    after: str = ""


@dataclass(frozen=True, slots=True)
class ListChanges:
    """Another list against the one in force."""

    changes: tuple[GatewayChange, ...]
    """Removed and moved ones in the order of the list in force, then the added ones in the new one's."""
    same: int
    """Gateways that stay as they are."""
    left_out: tuple[Problem, ...]
    """Entries of the new list that cannot be used."""

    def count(self, change: Change) -> int:
        """How many gateways are changed so."""
        return sum(one.change is change for one in self.changes)


def list_changes(before: Sequence[Address], after: AddressBook) -> ListChanges:
    """Compare the addresses in force with a list."""
    new = {address.plc: address for address in after.addresses}
    old = {address.plc for address in before}
    changes: list[GatewayChange] = []
    for address in before:
        other = new.get(address.plc)
        if other is None:
            changes.append(GatewayChange(Change.REMOVED, address.plc, address.netloc))
        elif other != address:
            changes.append(GatewayChange(Change.MOVED, address.plc, address.netloc, other.netloc))
    same = len(before) - len(changes)
    for address in after.addresses:
        if address.plc not in old:
            changes.append(GatewayChange(Change.ADDED, address.plc, after=address.netloc))
    return ListChanges(tuple(changes), same, after.problems)


@dataclass(frozen=True, slots=True)
class OptionChange:
    """One option that differs."""

    path: str
    """`gateway.deadline_s`; a request is called by its name, `requests.temperature.threshold`."""
    before: Any
    """None where it is null or not there."""
    after: Any


def config_changes(before: Config, after: Config) -> tuple[OptionChange, ...]:
    """The options in which two configurations differ, in the order of the second one.

    Of a request that only one of them has, only what is not as by default is told.
    """
    both = {one.name for one in before.requests} & {one.name for one in after.requests}
    old, new = dict(_options(before, both)), dict(_options(after, both))
    return tuple(
        OptionChange(path, _shown(path, old.get(path)), _shown(path, new.get(path)))
        for path in dict.fromkeys((*new, *old))
        if old.get(path) != new.get(path)
    )


def _shown(path: str, value: Any) -> Any:
    return HIDDEN if path in SECRETS and value is not None else value


def _options(config: Config, compared: set[str]) -> Iterator[tuple[str, Any]]:
    for name in Config.model_fields:
        if name != "requests":
            yield from _flat(getattr(config, name), name)
            continue
        yield name, tuple(one.name for one in config.requests) or None
        for request in config.requests:
            for option, field in RequestSection.model_fields.items():
                value = getattr(request, option)
                told = request.name in compared or value != field.get_default()
                if option != "name" and told:
                    yield f"{name}.{request.name}.{option}", value


def _flat(value: Any, path: str) -> Iterator[tuple[str, Any]]:
    """Paths and values of a section's options, nested ones by their whole path."""
    if isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from _flat(getattr(value, name), f"{path}.{name}")
    else:
        yield path, value
