"""The answers about the program itself, and the index."""

from pydantic import Field

from doge_gui.web.api.shapes import Cycle, Freshness
from doge_gui.web.api.words import Answer, Number, Text


class Schedule(Answer):
    """When the cycle runs."""

    interval_s: float
    next_in_s: Number = Field(description="Seconds to the next cycle; null while paused, negative when late.")
    running: bool
    paused: bool


class LeftOut(Answer):
    """An entry of the address list that cannot be used."""

    entry: Text
    what: Text


class Addresses(Answer):
    """The list of gateways."""

    origin: Text
    gateways: int
    checked_ago_s: Number = Field(description="Seconds since its source was last read well.")
    error: Text = Field(description="Why the source cannot be read now; empty when all is well.")
    failing_for_s: Number
    left_out: int = Field(description="Entries that cannot be used, ...")
    first_left_out: tuple[LeftOut, ...] = Field(description="... and the first of them, twenty at most.")


class Working(Answer):
    """Whether a part works."""

    ok: bool
    detail: Text = Field(description="Why not; empty when it does.")


class Recording(Answer):
    """How far the history is behind."""

    newest_cycle: int | None = Field(description="Number of the newest cycle whose every gateway was asked.")
    recorded_cycle: int | None = Field(description="Number of the newest cycle that is in the history.")
    lag_cycles: int | None = Field(description="How many cycles lie between the two.")
    error: Text = Field(description="Why nothing can be recorded now; empty while it can.")


class Disk(Answer):
    """Room where the program records."""

    free_bytes: int
    total_bytes: int
    nearly_full: bool


class Tally(Answer):
    """What was counted since the program's start."""

    cycles: int = Field(description="Cycles that ended.")
    complete: int = Field(description="Cycles whose marbles were counted on every gateway.")
    lost: int = Field(description="Times a gateway stopped answering.")
    back: int = Field(description="Times a gateway answered again.")
    failed_readings: dict[str, int] = Field(description="Questions without a good answer, by reason.")


class CycleHealth(Answer):
    """The health of the cycle and of the program."""

    version: str
    running_for_s: Number = Field(description="Seconds since the program began to watch.")
    freshness: Freshness
    cycle: Cycle | None
    reading_s: Number = Field(description="Seconds that the newest cycle's readings took.")
    schedule: Schedule | None
    addresses: Addresses | None
    sound: Working | None = Field(description="null where nothing is to be heard: without a window.")
    log: Working
    history: Recording
    disk: Disk | None
    configuration_mistakes: int = Field(
        description="Of a configuration that was refused; the last good one is in force."
    )
    tally: Tally


class Link(Answer):
    """Where something is."""

    href: str
    what: str


class Index(Answer):
    """What can be asked."""

    version: str = Field(description="Of this interface.")
    program: str = Field(description="Version of the program.")
    links: tuple[Link, ...]
