"""What a cycle asks, and of whom: the order of every array of a Snapshot."""

from dataclasses import dataclass
from functools import cached_property

from doge_gui.core.addresses import Address
from doge_gui.core.questions import VECTOR_QUESTIONS


@dataclass(frozen=True, slots=True)
class RequestRule:
    """One configured request, and when its value is too high."""

    name: str
    """Path of the request, and its name on the screen when it has no label."""
    summed: bool = False
    """Judge the fleet's sum (True) or each gateway's own value (False)."""
    threshold: float | None = None
    """A value greater than this is a breach; None judges nothing."""
    sound: str | None = None
    """Sound file as configured."""
    label: str = ""
    unit: str = ""

    @property
    def title(self) -> str:
        """Name for a column head."""
        return self.label or self.name


@dataclass(frozen=True)
class Plan:
    """Gateways by questions. Rows are `addresses`, the configured requests are `requests`, both in order."""

    addresses: tuple[Address, ...]
    requests: tuple[RequestRule, ...] = ()
    circuits: tuple[str, str, str] = ("Circuit 0", "Circuit 1", "Circuit 2")
    """Names of the three circuits, for the screen."""

    @cached_property
    def row(self) -> dict[str, int]:
        """PLC name -> row."""
        return {address.plc: row for row, address in enumerate(self.addresses)}

    @cached_property
    def tags(self) -> tuple[str, ...]:
        """The columns of `Snapshot.quality`: the three vector questions, then the configured requests."""
        return (*VECTOR_QUESTIONS, *(request.name for request in self.requests))

    def __len__(self) -> int:
        return len(self.addresses)
