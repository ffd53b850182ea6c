"""What a scan finds: gateways, the names they are offered under, and how it ended."""

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum

from doge_gui.core.payload import PayloadError, parse
from doge_gui.core.questions import MULTI_POSSIBLE, Answer, Question

RECOGNITION = Question(MULTI_POSSIBLE, Answer.VECTOR)
"""The one question of a scan. It reads, and no other kind of device has a reason to answer it this way."""


@dataclass(frozen=True, slots=True)
class Found:
    """A gateway that gave the contract's answer."""

    host: str
    port: int
    latency_s: float
    """Seconds of the whole exchange."""

    @property
    def netloc(self) -> str:
        """Host and port as an address list writes them."""
        return f"{self.host}:{self.port}"


class Ending(StrEnum):
    """Why a scan is over."""

    ALL_ASKED = "all asked"
    CANCELLED = "cancelled"
    OUT_OF_TIME = "out of time"
    DEFECT = "defect"
    """An error in the program, told in its log."""


@dataclass(frozen=True, slots=True)
class ScanEnd:
    """How a scan ended."""

    ending: Ending
    asked: int
    """Questions that were answered or given up."""
    questions: int
    """Of the whole order."""
    found: int
    strangers: int
    """Places where something answered, but not as a gateway does."""


def is_gateway(status: int, body: bytes) -> bool:
    """The answer to RECOGNITION is a gateway's."""
    if status != 200:
        return False
    try:
        parse(RECOGNITION.answer, body)
    except PayloadError:
        return False
    return True


def offered_name(host: str, port: int, taken: Collection[str]) -> str:
    """A PLC's name by the last number of its gateway's IPv4 address; with more of it where that is taken."""
    third, last = host.split(".")[-2:]
    candidates = [f"API-{last}", f"API-{third}-{last}", f"API-{last}-{port}", f"API-{third}-{last}-{port}"]
    free = [name for name in candidates if name not in taken]
    return free[0] if free else f"API-{host}-{port}"
