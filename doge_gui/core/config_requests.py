"""The configuration of one request: what is asked, how it is judged, how its alarm behaves."""

from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationInfo, field_validator

from doge_gui.core.alarms.rules import AlarmRule
from doge_gui.core.alarms.states import Priority
from doge_gui.core.config_alarms import LONGEST_DELAY_S, PriorityName
from doge_gui.core.phrase import phrase
from doge_gui.core.plan import RequestRule
from doge_gui.core.questions import REQUEST_NAME, RESERVED_NAMES


def _request_name(name: str) -> str:
    if name in RESERVED_NAMES:
        raise ValueError(
            phrase("said.config", "{0} is a question of the gateway itself; choose another name").format(
                repr(name)
            )
        )
    if not REQUEST_NAME.fullmatch(name):
        raise ValueError(
            phrase("said.config", "{0} must be 1 to 64 letters, digits, '_' or '-'").format(repr(name))
        )
    return name


class RequestSection(BaseModel):
    """One configured request."""

    model_config = ConfigDict(extra="forbid", frozen=True, allow_inf_nan=False)

    name: Annotated[str, AfterValidator(_request_name)] = Field(description="Path asked of each gateway.")
    sum: bool = Field(False, description="Judge the fleet's sum (true) or each gateway's value (false).")
    threshold: float | None = Field(None, description="A value greater than this is a breach.")
    sound: str | None = Field(None, description="Sound of a breach; relative to the configuration.")
    label: str = Field("", max_length=40, description="Title of the column; the name where empty.")
    unit: str = Field("", max_length=12, description="Unit shown beside the value.")
    low_threshold: float | None = Field(None, description="A value less than this is a breach.")
    never_negative: bool = Field(
        False, description="No value is below zero: a partial sum above the threshold is certain."
    )
    priority: PriorityName = Field("high", description="Of the alarm: low, medium or high.")
    deadband: float = Field(0.0, ge=0, description="How far back a value must go before it is well again.")
    on_delay_s: float = Field(
        0.0, ge=0, le=LONGEST_DELAY_S, description="Seconds a breach must last to be an alarm."
    )
    off_delay_s: float = Field(
        0.0, ge=0, le=LONGEST_DELAY_S, description="Seconds it must be over before it clears."
    )
    latching: bool = Field(False, description="Keep the alarm until somebody resets it.")
    message: str = Field("", max_length=200, description="Words of the alarm, in place of the program's.")
    response: str = Field("", max_length=400, description="What to do about it.")

    @field_validator("low_threshold")
    @classmethod
    def _low_below_high(cls, low: float | None, info: ValidationInfo) -> float | None:
        high = info.data.get("threshold")
        if low is not None and high is not None and low >= high:
            raise ValueError(
                phrase("said.config", "{0} must be less than threshold, {1}").format(f"{low:g}", f"{high:g}")
            )
        return low

    def rule(self) -> RequestRule:
        """The same as the core's value."""
        return RequestRule(
            self.name,
            self.sum,
            self.threshold,
            self.sound,
            self.label,
            self.unit,
            self.low_threshold,
            self.never_negative,
        )

    def alarm_rule(self) -> AlarmRule:
        """How its alarms behave."""
        return AlarmRule(
            Priority[self.priority.upper()],
            self.deadband,
            self.on_delay_s,
            self.off_delay_s,
            self.latching,
            self.message,
            self.response,
            self.sound,
            title=self.label or self.name,
            unit=self.unit,
        )


def unique_names(requests: tuple[RequestSection, ...]) -> tuple[RequestSection, ...]:
    """The same. Raises ValueError where a name stands twice."""
    names = [request.name for request in requests]
    twice = sorted({name for name in names if names.count(name) > 1})
    if twice:
        raise ValueError(phrase("said.config", "{0} stands more than once").format(", ".join(twice)))
    return requests
