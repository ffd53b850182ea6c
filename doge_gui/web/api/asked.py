"""What can be asked: every parameter's name, type and limits stand here; all mistakes are told at once."""

import difflib
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Annotated, Any, Self, TypeVar, get_args

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    ValidationError,
    WithJsonSchema,
    model_validator,
)
from pydantic_core import ErrorDetails, PydanticCustomError

from doge_gui.web.api.problem import Wrong, bad_parameters
from doge_gui.web.api.shapes import PriorityName, StateName

MOST_ITEMS = 1000
"""On a page."""
MOST_TAGS = 40
MOST_POINTS = 5000
MOST_IN_ALL = 40_000
"""Points over all tags of one question: the program watches while it answers."""
_SHOWN = 40
_MOST_WRONG = 20
"""Mistakes that are told at once: looking for what was meant takes time."""
_MOST_CHOICES = 20
_FIRST_YEAR = 1970
_REMEDY = "write an instant since 1970, such as 2026-01-31T08:00:00Z"


class Asked(BaseModel):
    """The parameters of a question. `from` is no name in Python: it is `begin` there."""

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)


A = TypeVar("A", bound=Asked)


class Paged(Asked):
    """A question that is answered in pages."""

    limit: int = Field(100, ge=1, le=MOST_ITEMS, description="Most items on the page.")
    cursor: str | None = Field(
        None,
        min_length=1,
        max_length=2000,
        description="`next` of the page before, with its other parameters unchanged.",
    )


def _instant(given: object) -> datetime:
    """ISO 8601 with its offset. A `+` that was not escaped in the address arrives as a space."""
    text = str(given).strip()
    try:
        at = datetime.fromisoformat(text.replace(" ", "+") if "T" in text else text)
        utc = at.astimezone(UTC) if at.tzinfo else None
    except (ValueError, OverflowError):
        raise PydanticCustomError("instant", _REMEDY) from None
    if utc is None:
        raise PydanticCustomError("instant", "say which offset: end it with Z for UTC")
    if utc.year < _FIRST_YEAR:
        raise PydanticCustomError("instant", _REMEDY)
    return utc


_INSTANT = {"type": "string", "format": "date-time"}
AskedInstant = Annotated[datetime, BeforeValidator(_instant), WithJsonSchema(_INSTANT)]


class Ranged(Asked):
    """A question about a span of time."""

    begin: AskedInstant | None = Field(
        None,
        alias="from",
        description="Beginning, ISO 8601 with its offset; an hour before `to` where it is left out.",
    )
    end: AskedInstant | None = Field(
        None, alias="to", description="End, not included; now where it is left out."
    )

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.begin is not None and self.end is not None and self.begin >= self.end:
            raise PydanticCustomError("order", "from must be before to")
        return self


class AskedNothing(Asked):
    """No parameters."""


class AskedGateways(Paged):
    """Which gateways."""

    state: tuple[StateName, ...] = Field(
        (), max_length=_MOST_CHOICES, description="Only gateways in one of these states; repeatable."
    )
    q: str = Field("", max_length=200, description="Only gateways with this in their name or address.")


class AskedGateway(Asked):
    """Which gateway."""

    plc: str = Field(min_length=1, max_length=200, description="Name of the PLC.")


class AskedAlarms(Paged):
    """Which alarms."""

    priority: tuple[PriorityName, ...] = Field(
        (), max_length=_MOST_CHOICES, description="Only alarms of these; repeatable."
    )
    plc: str | None = Field(None, max_length=200, description="Only alarms about this PLC.")


class AskedJournal(Paged, Ranged):
    """Which entries of the journal."""


class AskedTags(Paged):
    """Which recorded quantities."""

    plc: str | None = Field(
        None, max_length=200, description="Only this PLC's; empty for the fleet's totals alone."
    )
    q: str = Field("", max_length=200, description="Only those with this in their name.")


AskedTag = Annotated[str, Field(min_length=1, max_length=400)]


class AskedHistory(Ranged):
    """Which curves."""

    tag: tuple[AskedTag, ...] = Field(
        min_length=1, max_length=MOST_TAGS, description="What to tell, as `/tags` names it; repeatable."
    )
    points: int = Field(
        500, ge=2, le=MOST_POINTS, description=f"Most points of a curve; {MOST_IN_ALL} over all tags."
    )

    @model_validator(mode="after")
    def _not_too_much(self) -> Self:
        if self.points * len(self.tag) > MOST_IN_ALL:
            raise PydanticCustomError(
                "much",
                "{tags} tags of {points} points are more than {most} points; ask for fewer at a time",
                {"tags": len(self.tag), "points": self.points, "most": MOST_IN_ALL},
            )
        return self


def names(model: type[Asked]) -> dict[str, bool]:
    """Name of each parameter, as it is written -> whether it may be repeated."""
    return {
        field.alias or name: get_args(field.annotation)[-1:] == (Ellipsis,)
        for name, field in model.model_fields.items()
    }


def read(model: type[A], query: Mapping[str, Sequence[str]], path: Mapping[str, str]) -> A:
    """The question that an address asks. Raises ProblemError with everything that is wrong with it."""
    known = names(model)
    wrong: list[Wrong] = []
    told: dict[str, Any] = {}
    for name, values in query.items():
        if len(wrong) == _MOST_WRONG:
            break
        if name not in known or name in path:
            wrong.append(
                Wrong(parameter=name[:_SHOWN], detail=_unknown(name[:_SHOWN], [*known.keys() - path.keys()]))
            )
        elif known[name]:
            told[name] = tuple(values)
        elif len(values) > 1:
            wrong.append(Wrong(parameter=name, detail="stands more than once; keep one of them"))
        else:
            told[name] = values[0]
    try:
        asked = model.model_validate({**told, **path})
    except ValidationError as error:
        wrong += [_wrong(details, known) for details in error.errors(include_url=False)]
    if wrong:
        raise bad_parameters(wrong)
    return asked


def _unknown(name: str, known: Sequence[str]) -> str:
    near = difflib.get_close_matches(name, known, 1, 0.6)
    if near:
        return f"unknown parameter; did you mean {near[0]}?"
    return f"unknown parameter; known here: {', '.join(sorted(known)) or 'none'}"


def _wrong(details: ErrorDetails, known: Mapping[str, bool]) -> Wrong:
    place = str(details["loc"][0]) if details["loc"] else ""
    said = details["msg"][:1].lower() + details["msg"][1:]
    if details["type"] == "missing":
        return Wrong(parameter=place, detail="is missing")
    if not place:
        return Wrong(
            parameter=", ".join(name for name in ("from", "to", "tag") if name in known), detail=said
        )
    given = details["input"]
    shown = f", got {given[:_SHOWN]!r}" if isinstance(given, str) else ""
    return Wrong(parameter=place, detail=said + shown)
