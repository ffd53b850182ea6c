"""The configuration of alarms: one section for each thing that raises them."""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from doge_gui.core.alarms.alarm import Kind
from doge_gui.core.alarms.rules import AlarmRule, Rules, usual
from doge_gui.core.alarms.states import Priority
from doge_gui.core.questions import CIRCUITS

PriorityName = Literal["low", "medium", "high"]
LONGEST_DELAY_S = 86_400
_Count = Annotated[int, Field(ge=0)]


class KindSection(BaseModel):
    """How the alarms of one kind behave."""

    model_config = ConfigDict(extra="forbid", frozen=True, allow_inf_nan=False)

    enabled: bool = Field(True, description="Raise this alarm.")
    priority: PriorityName | None = Field(None, description="low, medium or high.")
    on_delay_s: float | None = Field(
        None, ge=0, le=LONGEST_DELAY_S, description="Seconds the condition must hold before it is raised."
    )
    off_delay_s: float | None = Field(
        None, ge=0, le=LONGEST_DELAY_S, description="Seconds it must be over before it clears."
    )
    latching: bool = Field(False, description="Keep it until somebody resets it.")
    message: str = Field("", max_length=200, description="In place of the program's own words.")
    response: str = Field("", max_length=400, description="What to do about it.")
    sound: str | None = Field(None, description="Sound file in place of the priority's tone.")

    def rule(self, kind: Kind) -> AlarmRule:
        """The same as the core's value; what is not configured is as usual."""
        known = usual(kind)
        return AlarmRule(
            priority=known.priority if self.priority is None else Priority[self.priority.upper()],
            on_delay_s=known.on_delay_s if self.on_delay_s is None else self.on_delay_s,
            off_delay_s=known.off_delay_s if self.off_delay_s is None else self.off_delay_s,
            latching=self.latching,
            message=self.message,
            response=self.response or known.response,
            sound=self.sound,
            enabled=self.enabled,
        )


class OfflineSection(KindSection):
    """Gateways that cannot be spoken with."""

    after_cycles: int = Field(1, ge=1, le=1000, description="Cycles in a row without an answer.")


class FleetOfflineSection(KindSection):
    """One alarm in place of many lost gateways. It hides them, so that it cannot wait itself."""

    on_delay_s: None = Field(None, description="None: a delay belongs to `offline`.")
    above: int = Field(3, ge=1, description="More gateways than this, lost in one cycle.")


class SlowSection(KindSection):
    """Gateways that answer slowly."""

    above_s: float = Field(1.0, gt=0, le=600, description="Mean seconds of an answer.")


class ConnectionsSection(KindSection):
    """Connections beyond the allowed ones, per circuit."""

    limit: int = Field(3, ge=0, description="A total of checkplusde3 above this raises it.")


class MarblesSection(KindSection):
    """The marbles of each circuit against what they should be."""

    expected: tuple[_Count, _Count, _Count] | None = Field(
        None, description=f"Marbles of each of the {CIRCUITS} circuits; null judges nothing."
    )
    tolerance: int = Field(0, ge=0, description="How many more or fewer are well.")


class ClockSection(KindSection):
    """Jumps of the time of day."""

    jump_s: float = Field(5.0, gt=0, description="Seconds that are a jump.")


class AlarmsSection(BaseModel):
    """What raises alarms beside the requests' thresholds, and the limits of masks."""

    model_config = ConfigDict(extra="forbid", frozen=True, allow_inf_nan=False)

    offline: OfflineSection = Field(OfflineSection(), description="A gateway is lost.")
    fleet_offline: FleetOfflineSection = Field(FleetOfflineSection(), description="Many lost at once.")
    flapping: KindSection = Field(KindSection(), description="A gateway comes and goes.")
    slow: SlowSection = Field(SlowSection(), description="A gateway answers slowly.")
    wrong: KindSection = Field(KindSection(), description="A gateway answers against the contract.")
    still_connected: KindSection = Field(KindSection(), description="Disconnected, but still there.")
    connections: ConnectionsSection = Field(ConnectionsSection(), description="Too many on a circuit.")
    not_connected: KindSection = Field(KindSection(), description="Not every PLC is connected.")
    marbles: MarblesSection = Field(MarblesSection(), description="Not as many as expected.")
    addresses: KindSection = Field(KindSection(), description="The address list cannot be read.")
    overrun: KindSection = Field(KindSection(), description="A cycle overran its interval.")
    disk: KindSection = Field(KindSection(), description="The disk is nearly full.")
    sound: KindSection = Field(KindSection(), description="Alarms cannot be heard.")
    clock: ClockSection = Field(ClockSection(), description="The time of day jumped.")
    journal: KindSection = Field(KindSection(), description="Alarms cannot be recorded.")
    history: KindSection = Field(KindSection(), description="Readings cannot be recorded.")
    shelve_most_hours: float = Field(8.0, gt=0, le=168, description="The longest shelving and mute, hours.")

    def rules(self, requests: dict[str, AlarmRule]) -> Rules:
        """The same as the core's value, with the rules of the configured requests."""
        kinds = {kind: getattr(self, _FIELDS[kind]) for kind in _FIELDS}
        return Rules(
            kinds={kind: section.rule(kind) for kind, section in kinds.items()},
            requests=requests,
            offline_after=self.offline.after_cycles,
            group_above=self.fleet_offline.above,
            slow_above_s=self.slow.above_s,
            connections_limit=self.connections.limit,
            marbles_expected=self.marbles.expected,
            marbles_tolerance=self.marbles.tolerance,
            clock_jump_s=self.clock.jump_s,
            shelve_most_s=self.shelve_most_hours * 3600,
        )


_FIELDS = {
    kind: kind.value.replace("-", "_")
    for kind in Kind
    if kind.value.replace("-", "_") in AlarmsSection.model_fields
}
