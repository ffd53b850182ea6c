"""The answers about the present: their fields, types and meanings stand here, once.

Names tell their unit (`_s`: seconds). A field that is not known is null; no field is ever left out. New
fields may be added; none is renamed, removed or given another meaning under `/api/v1`.
"""

from typing import Literal

from pydantic import Field

from doge_gui.web.api.words import Answer, Instant, Number, Text

QualityName = Literal["GOOD", "STALE", "BAD", "NEVER"]
StateName = Literal["breach", "lost", "wrong", "stale", "waiting", "connected"]
PriorityName = Literal["high", "medium", "low"]
PhaseName = Literal["reading", "read", "done"]


class Freshness(Answer):
    """Whether the answer tells the present."""

    at: Instant = Field(
        description="When the answer was made, by the program's time of day: ages count to it."
    )
    fresh: bool = Field(description="False: too old to act upon, or nothing was asked yet.")
    age_s: Number = Field(description="Seconds since the newest cycle had asked every gateway.")
    allowed_age_s: float = Field(description="The greatest age that counts as fresh.")
    paused: bool = Field(description="An operator paused the cycle: nobody asks.")


class Cycle(Answer):
    """A cycle: once every gateway was asked everything."""

    number: int = Field(description="Counts from the program's start.")
    phase: PhaseName = Field(
        description="`reading`: some gateways are still to answer, and totals are the last cycle's; `read`: "
        "every gateway was asked; `done`: totals were written too."
    )
    started_at: Instant
    elapsed_s: Number
    skipped: int = Field(description="Cycles skipped since the start because the one before overran.")
    totals_written: int = Field(description="Gateways that took all three marble totals.")


class CountTotal(Answer):
    """A sum per circuit over the fleet."""

    value: tuple[int, int, int] | None = Field(
        description="The sum over every gateway; null unless complete."
    )
    over: int = Field(description="Gateways in the sum ...")
    of: int = Field(description="... of so many.")
    complete: bool
    so_far: tuple[int, int, int] | None = Field(
        description="The sum over the gateways that did answer, where some did not: never the total."
    )


class ValueTotal(Answer):
    """A configured request's sum over the fleet."""

    value: Number = Field(description="The sum over every gateway; null unless complete.")
    over: int
    of: int
    complete: bool
    so_far: Number = Field(
        description="The sum over the gateways that did answer, where some did not: never the total."
    )


class Request(Answer):
    """A configured request."""

    name: Text
    title: Text
    unit: Text
    summed: bool = Field(description="Judged by the fleet's sum; else by each gateway's own value.")
    threshold: Number = Field(description="A value greater than this is a breach.")
    low_threshold: Number = Field(description="A value less than this is a breach.")
    breach: bool = Field(description="A threshold is exceeded. Missing data neither raises nor clears it.")
    total: ValueTotal


class Totals(Answer):
    """The fleet's counts per circuit."""

    multi_possible: CountTotal
    checkplusde3: CountTotal
    compteur_bille: CountTotal


class AlarmCounts(Answer):
    """Alarms that are not normal, by priority; masked ones count too."""

    high: int
    medium: int
    low: int
    unacknowledged: int


class Snapshot(Answer):
    """The plant in figures, as its newest cycle saw it."""

    plant: Text
    example: bool = Field(description="The fleet is simulated.")
    freshness: Freshness
    cycle: Cycle | None = Field(description="null before the first.")
    gateways: int = Field(description="Gateways of the address list that the cycle asked.")
    answered: int = Field(description="Gateways that answered every question of this cycle well.")
    connected: int = Field(description="PLCs known to be connected.")
    states: dict[StateName, int] = Field(description="How many gateways are in each state.")
    circuits: tuple[Text, ...] = Field(description="Names of the circuits, in the order of every count.")
    totals: Totals | None
    requests: tuple[Request, ...]
    alarms: AlarmCounts


class Failure(Answer):
    """A question without a good answer."""

    question: Text
    reason: Text
    detail: Text = Field(description="One line; may quote the gateway.")


class Counts(Answer):
    """Counts per circuit, and what they are worth."""

    value: tuple[int, int, int] | None = Field(description="The last known; null where none was ever read.")
    quality: QualityName
    age_s: Number = Field(description="Seconds since it was read.")


class Reading(Answer):
    """A configured request's value, and what it is worth."""

    value: Number = Field(description="The last known; null where none was ever read.")
    quality: QualityName
    age_s: Number = Field(description="Seconds since it was read.")
    breach: bool = Field(description="This gateway's own value exceeds a threshold.")


class CountReadings(Answer):
    """What the plant's own questions were answered."""

    multi_possible: Counts
    checkplusde3: Counts
    compteur_bille: Counts


class Gateway(Answer):
    """A PLC and the gateway in front of it."""

    plc: Text
    address: Text
    state: StateName
    reason: Text = Field(description="Why, in one line; empty when all is well. May quote the gateway.")
    counts: CountReadings
    values: dict[str, Reading] = Field(description="By the configured request's name.")
    latency_s: Number = Field(description="Mean time of an answer in this cycle.")
    lost_for_s: Number = Field(description="Seconds since when it gives no answer; null while it does.")
    asked: bool = Field(description="This cycle's questions to it have ended.")
    failures: tuple[Failure, ...]


class Gateways(Answer):
    """A page of gateways, in the order of the address list. All of a page is of one cycle."""

    cycle: int | None = Field(description="The cycle that this page is of; the next page may be of a later.")
    freshness: Freshness
    items: tuple[Gateway, ...]
    next: str | None = Field(description="Cursor of the next page; null on the last.")
    total: int = Field(description="Gateways that match, on all pages.")


class OneGateway(Answer):
    """One gateway."""

    cycle: int
    freshness: Freshness
    gateway: Gateway


class Shelving(Answer):
    """Hidden by a person, until an end."""

    until: Instant
    by: Text
    reason: Text


class OutOfService(Answer):
    """Taken out of service by a person."""

    since: Instant
    by: Text
    reason: Text


class Alarm(Answer):
    """An alarm that is not normal."""

    id: Text
    kind: str
    subject: Text = Field(description="Name of the request or number of the circuit, where there is one.")
    priority: PriorityName
    state: Literal["pending", "unack", "acked", "rtn_unack", "latched_unack", "latched_acked"]
    plc: Text | None = Field(description="null where it is about the fleet or the program.")
    message: Text = Field(description="One line; may quote the network.")
    response: Text = Field(description="What to do about it.")
    since: Instant = Field(description="When it became active; of a pending one, when its delay began.")
    state_since: Instant
    onset: Number = Field(description="The value when it became active.")
    value: Number = Field(description="The newest good value.")
    limit: Number = Field(description="What the value is compared with.")
    acknowledged_by: Text | None
    comment: Text | None
    shelved: Shelving | None
    suppressed_by: Text | None = Field(description="Id of the alarm that explains it.")
    out_of_service: OutOfService | None
    unknown: bool = Field(description="Whether it is still so cannot be told: a good reading is missing.")


class Alarms(Answer):
    """A page of alarms, worst first."""

    cycle: int | None = Field(description="The newest cycle that was judged.")
    freshness: Freshness
    flood: bool = Field(description="More alarms came within ten minutes than anybody can take in.")
    items: tuple[Alarm, ...]
    next: str | None = Field(description="Cursor of the next page; null on the last.")
    total: int
