"""The ways in which a simulated gateway can misbehave, as they stand in a scenario file."""

import base64
import binascii
from collections.abc import Sequence
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError, model_validator

Millis = Annotated[float, Field(ge=0, le=3_600_000)]


class Part(BaseModel):
    """One object of the scenario file: no key is unknown, no number infinite."""

    model_config = ConfigDict(extra="forbid", frozen=True, allow_inf_nan=False)


class Every(Part):
    """Each `every`-th gateway of the fleet, starting with number `offset` (0 is the first)."""

    every: int = Field(ge=1)
    offset: int = Field(default=0, ge=0)


def _checked_selector(value: object) -> object:
    if value == "all":
        return "all"
    if isinstance(value, list) and value and all(isinstance(name, str) for name in value):
        return tuple(value)
    if isinstance(value, dict | Every):
        try:
            return Every.model_validate(value)
        except ValidationError as error:
            told = "; ".join(f"{'.'.join(map(str, item['loc']))}: {item['msg']}" for item in error.errors())
            raise ValueError(told) from None
    raise ValueError('must be a list of names, "all", or {"every": n, "offset": k}')


class Event(Part):
    """What every misbehaviour has: whose it is, and when."""

    gateways: Annotated[Any, BeforeValidator(_checked_selector)]
    """"all", a tuple of names, or Every."""
    from_s: float = Field(default=0.0, ge=0)
    to_s: float | None = None

    @model_validator(mode="after")
    def _ends_after_it_begins(self) -> "Event":
        if self.to_s is not None and self.to_s <= self.from_s:
            raise ValueError("to_s must be later than from_s")
        return self

    def chosen(self, names: Sequence[str]) -> list[str]:
        """The gateways of the fleet that it concerns."""
        if self.gateways == "all":
            return list(names)
        if isinstance(self.gateways, Every):
            return list(names[self.gateways.offset :: self.gateways.every])
        return [name for name in self.gateways if name in names]


class WireEvent(Event):
    """A misbehaviour of the answer on its way, for one question or for all."""

    question: str | None = None


class Slow(WireEvent):
    """Answers well, but `delay_ms` late; adds to any other fault."""

    fault: Literal["slow"]
    delay_ms: Millis


class Silent(WireEvent):
    """Takes the question and never answers."""

    fault: Literal["silent"]


class Drip(WireEvent):
    """Sends one byte every `every_ms`: of the body, or of the header as well."""

    fault: Literal["body_drip", "header_drip"]
    every_ms: Millis = 100.0


class Endless(WireEvent):
    """Sends without end: `100 Continue` answers, header lines, chunks, or the body of a 2 GB length."""

    fault: Literal["endless_continue", "endless_header", "endless_chunks", "huge_length"]
    every_ms: Millis = 5.0


class GzipBomb(WireEvent):
    """A good answer after `megabytes` of blanks, compressed a thousandfold."""

    fault: Literal["gzip_bomb"]
    megabytes: int = Field(default=32, ge=1, le=256)


class Redirect(WireEvent):
    """Sends the client to the address `to`."""

    fault: Literal["redirect"]
    to: str = Field(pattern=r"^[\x21-\x7e]+$")
    code: int = Field(default=302, ge=300, le=399)


class CloseIdle(WireEvent):
    """Answers well, promises to keep the connection, and closes it `after_ms` later."""

    fault: Literal["close_idle"]
    after_ms: Millis = 0.0


class CloseOnRequest(WireEvent):
    """Closes a connection that has carried an answer when its next question arrives, which has no effect."""

    fault: Literal["close_on_request"]


class Reset(WireEvent):
    """Sends half of the answer's body, then a TCP reset."""

    fault: Literal["reset"]


class Status(WireEvent):
    """Answers with another status."""

    fault: Literal["status"]
    code: int = Field(ge=200, le=599)
    body: str = ""


class Html(WireEvent):
    """Answers 200 with a page of HTML."""

    fault: Literal["html"]


class Empty(WireEvent):
    """Answers 200 with nothing."""

    fault: Literal["empty"]


class Garble(WireEvent):
    """Answers 200 with half of the good body and bytes that are not UTF-8 after it."""

    fault: Literal["garble"]


class Raw(WireEvent):
    """Answers 200 with a body given here, as text or as base64."""

    fault: Literal["raw"]
    body: str | None = None
    body_base64: str | None = None

    @model_validator(mode="after")
    def _one_body(self) -> "Raw":
        if (self.body is None) == (self.body_base64 is None):
            raise ValueError("give either body or body_base64")
        try:
            self.payload()
        except (binascii.Error, UnicodeEncodeError) as error:
            raise ValueError(f"the body cannot be sent: {error}") from None
        return self

    def payload(self) -> bytes:
        """The bytes of the body."""
        if self.body_base64 is not None:
            return base64.b64decode(self.body_base64, validate=True)
        return (self.body or "").encode()


class Refuse(Event):
    """The gateway's program is down: clients are dropped and refused. Afterwards it listens as before."""

    fault: Literal["refuse"]


class Miscount(Event):
    """The PLC misses marbles of one circuit, or counts them twice."""

    fault: Literal["lose_marble", "count_twice"]
    circuit: Literal[0, 1, 2]
    marbles: int = Field(default=1, ge=1)


class IgnoreDisconnection(Event):
    """`/deconnection` is answered as if obeyed, but the PLC stays connected."""

    fault: Literal["ignore_disconnection"]


class NotConnected(Event):
    """`multi_possible` is [0, 0, 0]."""

    fault: Literal["not_connected"]


class Value(Event):
    """A configured request has this value."""

    fault: Literal["value"]
    request: str
    value: float


AnyEvent = Annotated[
    Slow
    | Silent
    | Drip
    | Endless
    | GzipBomb
    | Redirect
    | CloseIdle
    | CloseOnRequest
    | Reset
    | Status
    | Html
    | Empty
    | Garble
    | Raw
    | Refuse
    | Miscount
    | IgnoreDisconnection
    | NotConnected
    | Value,
    Field(discriminator="fault"),
]
