"""What the configuration says of a cycle, and where a cycle under way stands."""

from dataclasses import dataclass, field
from enum import Enum, auto
from typing import Self

from doge_gui.core.config import Config
from doge_gui.core.plan import RequestRule
from doge_gui.gateways.talk import Limits


@dataclass(frozen=True, slots=True)
class Job:
    """What a cycle does."""

    rules: tuple[RequestRule, ...] = ()
    circuits: tuple[str, str, str] = ("Circuit 0", "Circuit 1", "Circuit 2")
    limits: Limits = field(default_factory=Limits)
    interval_s: float = 60.0
    write_totals: bool = True
    disconnect_each_cycle: bool = False

    @classmethod
    def of(cls, config: Config) -> Self:
        """What this configuration says."""
        return cls(
            rules=config.rules(),
            circuits=config.circuits,
            limits=Limits(config.gateway.deadline_s, config.gateway.budget_s),
            interval_s=config.interval_s,
            write_totals=config.job.write_totals,
            disconnect_each_cycle=config.job.disconnect_each_cycle,
        )


class Stage(Enum):
    """Where the cycle under way stands."""

    IDLE = auto()
    LISTING = auto()
    READING = auto()
    WRITING = auto()
    SWEEPING = auto()
    HANGING_UP = auto()
