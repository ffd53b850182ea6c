"""The configuration: every option's name, type, limits and default stand here, once.

A file written for the original program loads unchanged; every newer key is optional.
"""

import logging
from typing import Annotated, Any, Literal

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Discriminator,
    Field,
    Tag,
    ValidationInfo,
    field_validator,
)

from doge_gui.core.alarms.rules import Rules
from doge_gui.core.config_alarms import AlarmsSection
from doge_gui.core.config_history import HistorySection
from doge_gui.core.config_requests import RequestSection, unique_names
from doge_gui.core.phrase import phrase
from doge_gui.core.plan import RequestRule
from doge_gui.core.questions import CIRCUITS

LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL")
"""Least first, as Python's logging names them."""
SECRETS = frozenset({"flask.token"})
"""Options whose value is shown to nobody."""
HIDDEN = "•••"
"""Stands where a secret is."""


class _Section(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, allow_inf_nan=False)


def _log_format(text: str) -> str:
    try:
        logging.Formatter(text, validate=True).format(logging.makeLogRecord({"msg": "any", "asctime": ""}))
    except (TypeError, ValueError) as error:
        raise ValueError(phrase("said.config", "not a log format: {0}").format(error)) from error
    return text


def _level(name: str) -> str:
    if name.upper() not in LEVELS:
        raise ValueError(phrase("said.config", "{0} is none of {1}").format(repr(name), ", ".join(LEVELS)))
    return name.upper()


class LoggingSection(_Section):
    """The log file."""

    filename: str = Field("doge.log", min_length=1, description="Log file; relative to the configuration.")
    filemode: Literal["a", "w"] = Field("a", description="Append to the file at start, or begin it anew.")
    format: Annotated[str, AfterValidator(_log_format)] = Field(
        "%(asctime)s %(levelname)s %(message)s", description="Format of a line, as Python's logging takes it."
    )
    level: Annotated[str, AfterValidator(_level)] = Field("INFO", description="Least level that is logged.")
    time_before_flush: float = Field(
        3600, gt=0, description="Seconds after which the file is closed, kept, and a new one begun."
    )
    keep: int = Field(10, ge=1, le=1000, description="How many closed log files are kept.")


class JobSection(_Section):
    """The cycle."""

    interval_minutes: float = Field(
        1, ge=0.0166, le=1440, description="Minutes from the start of a cycle to the next one's."
    )
    write_totals: bool = Field(True, description="Write the complete marble totals to every PLC.")
    disconnect_each_cycle: bool = Field(False, description="Disconnect every PLC at the end of each cycle.")


def _entries(value: Any) -> Any:
    """A list, or a text with commas between its entries."""
    entries = value.replace(",", " ").split() if isinstance(value, str) else value
    return tuple(entries) if isinstance(entries, list) else entries


class FlaskSection(_Section):
    """Where the web view is served."""

    host: str = Field("127.0.0.1", min_length=1, description="Address to serve on.")
    port: int = Field(5000, ge=0, le=65535, description="Port to serve on; 0 takes a free one.")
    token: str | None = Field(
        None,
        min_length=16,
        max_length=200,
        pattern=r"^[!-~]+$",
        description="Secret that lets somebody in; needed on any address but this machine's own.",
    )
    names: Annotated[
        tuple[Annotated[str, Field(pattern=r"^[A-Za-z0-9.-]+$", max_length=253)], ...],
        BeforeValidator(_entries),
    ] = Field((), max_length=16, description="Names by which browsers reach it, beside the address itself.")
    proxy: str | None = Field(
        None,
        min_length=1,
        description="Address of the reverse proxy in front, which tells who asks.",
    )


class GatewaySection(_Section):
    """How a gateway is asked."""

    port: int = Field(8000, ge=1, le=65535, description="Port where an address names none.")
    deadline_s: float = Field(2.0, ge=0.05, le=60, description="Seconds one question may take, all told.")
    budget_s: float = Field(
        5.0, ge=0.05, le=600, validate_default=True, description="Seconds one gateway may take in one cycle."
    )

    @field_validator("budget_s")
    @classmethod
    def _room_for_one_question(cls, budget_s: float, info: ValidationInfo) -> float:
        deadline_s = info.data.get("deadline_s", 0.0)
        if budget_s < deadline_s:
            raise ValueError(
                phrase("said.config", "{0} s must be at least gateway.deadline_s, {1} s").format(
                    f"{budget_s:g}",
                    f"{deadline_s:g}",
                )
            )
        return budget_s


class FileAddresses(_Section):
    """A JSON or CSV file."""

    source: Literal["file"] = "file"
    path: str = Field("ip_addresses.json", min_length=1, description="JSON, or CSV where it ends in .csv.")


class UrlAddresses(_Section):
    """A web address that answers with the JSON form."""

    source: Literal["url"]
    url: str = Field(pattern=r"^https?://[^\s]+$", description="Asked before each cycle.")
    deadline_s: float = Field(2.0, ge=0.05, le=60, description="Seconds the answer may take.")


class SqlAddresses(_Section):
    """A query with the columns API and RASP_catch."""

    source: Literal["sql"]
    url: str = Field(
        pattern=r"^[a-z0-9+]+://", description="SQLAlchemy URL; ${NAME} is taken from the environment."
    )
    query: str = Field("SELECT API, RASP_catch FROM ip_addresses", min_length=1, description="The query.")
    deadline_s: float = Field(2.0, ge=0.05, le=60, description="Seconds to wait for the database.")


def _source_named(section: Any) -> str | None:
    """The source that a section names; a file where it names none and has no key of another source."""
    if not isinstance(section, dict):
        return str(getattr(section, "source", "file"))
    if "source" in section:
        return str(section["source"])
    return None if {"url", "query"} & section.keys() else "file"


AddressesSection = Annotated[
    Annotated[FileAddresses, Tag("file")]
    | Annotated[UrlAddresses, Tag("url")]
    | Annotated[SqlAddresses, Tag("sql")],
    Discriminator(_source_named),
]


class Config(_Section):
    """The whole configuration."""

    logging: LoggingSection = LoggingSection()
    job: JobSection = JobSection()
    flask: FlaskSection | None = Field(None, description="Web view; null switches it off.")
    requests: Annotated[tuple[RequestSection, ...], AfterValidator(unique_names)] = Field(
        (), max_length=64, description="Questions beyond the plant's own."
    )
    addresses: AddressesSection = Field(FileAddresses(), description="Where the list of gateways comes from.")
    gateway: GatewaySection = GatewaySection()
    alarms: AlarmsSection = AlarmsSection()
    history: HistorySection = HistorySection()
    circuits: tuple[
        Annotated[str, Field(min_length=1, max_length=40)],
        Annotated[str, Field(min_length=1, max_length=40)],
        Annotated[str, Field(min_length=1, max_length=40)],
    ] = Field(("Circuit 0", "Circuit 1", "Circuit 2"), description=f"Names of the {CIRCUITS} circuits.")

    @property
    def interval_s(self) -> float:
        """Seconds from the start of a cycle to the next one's."""
        return self.job.interval_minutes * 60

    def rules(self) -> tuple[RequestRule, ...]:
        """The configured requests as the core's values."""
        return tuple(request.rule() for request in self.requests)

    def alarm_rules(self) -> Rules:
        """Everything about alarms as the core's value."""
        return self.alarms.rules({request.name: request.alarm_rule() for request in self.requests})
