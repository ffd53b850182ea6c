"""The configuration of the history: where it lies, and for how long what is kept."""

from typing import NamedTuple

from pydantic import BaseModel, ConfigDict, Field, ValidationInfo, field_validator

from doge_gui.core.phrase import phrase


class KeepDays(NamedTuple):
    """For how many days what is kept."""

    readings: float
    minutes: float
    hours: float


class HistorySection(BaseModel):
    """Where the program records, and for how long."""

    model_config = ConfigDict(extra="forbid", frozen=True, allow_inf_nan=False)

    path: str | None = Field(
        None,
        pattern=r"\.(db|sqlite3?)$",
        description="File ending in .db, relative to the configuration; null: in the user's data folder.",
    )
    url: str | None = Field(
        None,
        pattern=r"^postgresql(\+psycopg)?://",
        description="PostgreSQL database for the readings in place of the file, which then holds what waits "
        "for it; ${NAME} is taken from the environment.",
    )
    keep_readings_days: float = Field(
        30, ge=1, le=36_600, description="Days for which every cycle's readings are kept."
    )
    keep_minutes_days: float = Field(
        366, ge=1, le=36_600, validate_default=True, description="Days for which values per minute are kept."
    )
    keep_hours_days: float = Field(
        3653, ge=1, le=36_600, validate_default=True, description="Days for which values per hour are kept."
    )
    spool_most_mb: float = Field(
        2000, ge=10, le=1_000_000, description="Room for what waits for the database of `url`."
    )

    @field_validator("keep_minutes_days", "keep_hours_days")
    @classmethod
    def _not_shorter_than_finer(cls, days: float, info: ValidationInfo) -> float:
        finer = "keep_readings_days" if info.field_name == "keep_minutes_days" else "keep_minutes_days"
        least = info.data.get(finer, 0.0)
        if days < least:
            raise ValueError(
                phrase("said.config", "{0} must be at least history.{1}, {2}").format(
                    f"{days:g}", finer, f"{least:g}"
                )
            )
        return days

    def keep(self) -> KeepDays:
        """The three ages."""
        return KeepDays(self.keep_readings_days, self.keep_minutes_days, self.keep_hours_days)
