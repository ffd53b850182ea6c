"""What a cycle asks, and of whom: the order of every array of a Snapshot."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

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
    low_threshold: float | None = None
    """A value less than this is a breach too."""
    never_negative: bool = False
    """No gateway's value is ever below zero: a partial sum above the threshold is certain then."""

    @property
    def title(self) -> str:
        """Name for a column head."""
        return self.label or self.name

    @property
    def judged(self) -> bool:
        """It has a threshold, on one side or both."""
        return self.threshold is not None or self.low_threshold is not None

    def exceeds(self, values: NDArray[np.float64]) -> NDArray[np.bool_]:
        """Where values lie beyond a threshold; never where they are NaN. Any shape."""
        beyond = np.zeros(values.shape, np.bool_)
        if self.threshold is not None:
            beyond |= values > self.threshold
        if self.low_threshold is not None:
            beyond |= values < self.low_threshold
        return beyond

    def beyond(self, value: float, above: str = "above", below: str = "below") -> str:
        """Which threshold a value exceeds, `above 240`; empty where it exceeds none."""
        if self.threshold is not None and value > self.threshold:
            return f"{above} {self.threshold:g}"
        if self.low_threshold is not None and value < self.low_threshold:
            return f"{below} {self.low_threshold:g}"
        return ""

    @property
    def back(self) -> str:
        """That a value exceeds no threshold any more, in words."""
        if self.low_threshold is None:
            return f"no longer above {self.threshold:g}"
        if self.threshold is None:
            return f"no longer below {self.low_threshold:g}"
        return f"from {self.low_threshold:g} to {self.threshold:g} again"


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
