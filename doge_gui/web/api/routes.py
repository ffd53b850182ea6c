"""Every question of the interface, in one table: what answers it and what its document says of it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from doge_gui.web.api import shapes, shapes_program, shapes_recorded
from doge_gui.web.api.alarms import alarms
from doge_gui.web.api.asked import (
    Asked,
    AskedAlarms,
    AskedGateway,
    AskedGateways,
    AskedHistory,
    AskedJournal,
    AskedNothing,
    AskedTags,
)
from doge_gui.web.api.cycle import cycle
from doge_gui.web.api.gateways import gateway, gateways
from doge_gui.web.api.history import history, tags
from doge_gui.web.api.journal import journal
from doge_gui.web.api.sight import Sight
from doge_gui.web.api.snapshot import snapshot
from doge_gui.web.api.words import Answer

VERSION = "1.0"
"""Of the interface: the first number is the one in its address, the second rises with each new field."""


@dataclass(frozen=True)
class Route:
    """One question."""

    path: str
    """Below the interface's root; `{plc}` is a parameter."""
    name: str
    what: str
    asked: type[Asked]
    answer: type[Answer]
    respond: Callable[[Sight, Any], Answer]
    """Raises ProblemError."""
    recorded: bool = False
    """It reads the history, which may be away; else the newest facts, whose answer has an ETag."""
    finds: bool = False
    """It may find nothing: 404."""


def index(sight: Sight, _: AskedNothing) -> shapes_program.Index:
    """What can be asked."""
    links = [shapes_program.Link(href=f"/api/v1{route.path}", what=route.what) for route in ROUTES]
    about = shapes_program.Link(href="/api/v1/openapi.json", what="This interface's OpenAPI document")
    return shapes_program.Index(version=VERSION, program=sight.version, links=(*links, about))


ROUTES: tuple[Route, ...] = (
    Route("/", "index", "What can be asked", AskedNothing, shapes_program.Index, index),
    Route("/snapshot", "snapshot", "The plant in figures", AskedNothing, shapes.Snapshot, snapshot),
    Route("/gateways", "gateways", "All gateways, page by page", AskedGateways, shapes.Gateways, gateways),
    Route(
        "/gateways/{plc}",
        "gateway",
        "One gateway",
        AskedGateway,
        shapes.OneGateway,
        gateway,
        finds=True,
    ),
    Route("/alarms", "alarms", "Alarms that are not normal, worst first", AskedAlarms, shapes.Alarms, alarms),
    Route(
        "/journal",
        "journal",
        "What happened to alarms",
        AskedJournal,
        shapes_recorded.Journal,
        journal,
        recorded=True,
    ),
    Route(
        "/tags", "tags", "Which quantities are recorded", AskedTags, shapes_recorded.Tags, tags, recorded=True
    ),
    Route(
        "/history",
        "history",
        "Recorded quantities over time",
        AskedHistory,
        shapes_recorded.History,
        history,
        recorded=True,
    ),
    Route(
        "/cycle",
        "cycle",
        "The health of the cycle and of the program",
        AskedNothing,
        shapes_program.CycleHealth,
        cycle,
    ),
)
