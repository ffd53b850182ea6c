"""How single values stand in JSON: numbers that JSON knows, instants in UTC, text that UTF-8 knows."""

import math
from datetime import UTC, datetime
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, PlainSerializer, WithJsonSchema


class Answer(BaseModel):
    """A part of an answer. Every field is always there; what is not known is null."""

    model_config = ConfigDict(frozen=True)


def _finite(value: Any) -> Any:
    return None if value is None or not math.isfinite(value) else float(value)


def _text(value: Any) -> Any:
    if not isinstance(value, str) or value.isascii():
        return value
    # Half a surrogate pair can come out of somebody's JSON; UTF-8 has no sign for it.
    return value.encode("utf-8", "replace").decode("utf-8")


def iso(at: datetime) -> str:
    """An instant as ISO 8601 in UTC with microseconds: `2026-01-31T08:00:00.000000Z`."""
    return at.astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")


Number = Annotated[float | None, BeforeValidator(_finite)]
"""NaN and infinity become null."""
Text = Annotated[str, BeforeValidator(_text)]
Instant = Annotated[
    datetime,
    PlainSerializer(iso, return_type=str, when_used="json"),
    WithJsonSchema({"type": "string", "format": "date-time"}),
]
"""Aware; written in UTC."""
