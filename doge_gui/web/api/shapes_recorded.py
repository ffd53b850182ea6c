"""The answers about the past: tags, curves, journal."""

from typing import Annotated, Literal

from pydantic import Field, SkipValidation

from doge_gui.web.api.shapes import PriorityName
from doge_gui.web.api.words import Answer, Instant, Number, Text


class Entry(Answer):
    """An entry of the alarm journal."""

    at: Instant
    what: str = Field(description="`transition`, `acknowledged`, `shelved`, `muted`, ...")
    id: Text | None = Field(description="The alarm's; null where it is about the sound.")
    kind: str | None
    subject: Text
    plc: Text | None
    before: str
    after: str
    priority: PriorityName
    value: Number
    limit: Number
    detail: Text
    by: Text | None = Field(description="Who did it; null for the program.")
    comment: Text
    until: Instant | None = Field(description="End of a shelving or a mute.")
    suppressed_by: Text | None
    entry: Text = Field(description="All of it in one line of English.")


class Journal(Answer):
    """A page of the alarm journal, oldest first."""

    begin: Instant
    end: Instant = Field(description="Not included.")
    items: tuple[Entry, ...]
    next: str | None = Field(description="Cursor of the next page; null on the last.")
    total: None = Field(description="Always null: a journal is not counted.")


class Tag(Answer):
    """A recorded quantity."""

    tag: Text = Field(description="As `/history` takes it: `API-3:temperature`, `compteur_bille/0`.")
    plc: Text | None = Field(description="null for a total of the fleet.")
    name: Text


class Tags(Answer):
    """A page of recorded quantities, those of the newest plan first."""

    items: tuple[Tag, ...]
    next: str | None = Field(description="Cursor of the next page; null on the last.")
    total: int


Floats = Annotated[tuple[float | None, ...], SkipValidation]
"""Of many thousands nothing is checked one by one: they come out of an array."""
Counts = Annotated[tuple[int, ...], SkipValidation]


class Curve(Answer):
    """A tag over time. All arrays are of one length; `times` rise."""

    tag: Text
    plc: Text | None
    name: Text
    recorded: bool = Field(description="False: nothing is known of this tag in this range.")
    level: Literal["raw", "minute", "hour"] = Field(description="What it was read from.")
    bucket_s: Number = Field(
        description="Seconds that a point stands for, from its time on; 0: a point is a cycle's reading, "
        "which holds until the next point; null: fewer points were asked for than there are, and a point "
        "stands for all from its time to the next point's."
    )
    times: Annotated[tuple[float, ...], SkipValidation] = Field(description="Seconds since 1970, UTC.")
    low: Floats = Field(description="Least good reading of a point; null in a gap.")
    high: Floats = Field(description="Greatest.")
    mean: Floats = Field(description="Mean of the good readings.")
    last: Floats = Field(description="The last good reading; of a point that is one cycle, the reading.")
    good: Counts = Field(description="Good readings in a point, ...")
    count: Counts = Field(description="... of so many; 0: nothing was recorded, the program stood.")


class History(Answer):
    """Curves, in the order of the tags asked for."""

    begin: Instant
    end: Instant = Field(description="Not included.")
    curves: tuple[Curve, ...]
