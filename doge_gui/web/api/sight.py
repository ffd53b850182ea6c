"""What a question is answered from: one look at the plant, so that all of an answer fits together."""

from dataclasses import dataclass
from datetime import datetime

import numpy as np

from doge_gui.core.snapshot import CycleFacts, Snapshot
from doge_gui.core.station_facts import StationFacts, freshness
from doge_gui.web.api import shapes
from doge_gui.web.api.recordings import Recordings


@dataclass(frozen=True)
class Sight:
    """The newest facts, and when they were looked at."""

    facts: StationFacts
    now: float
    """Monotonic seconds."""
    at: datetime
    """UTC."""
    recordings: Recordings
    plant: str
    version: str

    @property
    def snapshot(self) -> Snapshot | None:
        """The newest picture."""
        return self.facts.snapshot

    def freshness(self) -> shapes.Freshness:
        """Whether it tells the present."""
        told = freshness(self.facts, self.now)
        return shapes.Freshness(
            at=self.at,
            fresh=told.fresh,
            age_s=told.age_s,
            allowed_age_s=told.allowed_s,
            paused=told.paused,
        )

    def since(self, instant: float | None) -> float | None:
        """Seconds from a monotonic instant to now; None where there is none (NaN too)."""
        return None if instant is None or np.isnan(instant) else max(0.0, self.now - float(instant))

    def etag(self) -> str:
        """What an answer about the present depends on, but for the ages in it."""
        facts = self.facts
        cycle = "none"
        if facts.snapshot is not None:
            of = facts.snapshot.facts
            cycle = f"{of.number}.{of.phase.value}.{facts.snapshot.taken_at:.6f}"
        report, now = facts.alarms, freshness(facts, self.now)
        judged = None if report is None else (report.at.mono, report.cycle, report.recorded)
        program = (facts.schedule, facts.addresses, facts.sound, facts.log_error, facts.mistakes)
        records = (facts.disk, facts.record_error, facts.started_at, facts.example, facts.tally.cycles)
        rest = hash((judged, program, records)) & 0xFFFF_FFFF_FFFF_FFFF
        return f"{cycle}.{rest:016x}.{now.fresh:d}{now.paused:d}"


def cycle_of(facts: CycleFacts) -> shapes.Cycle:
    """A cycle as it is told."""
    return shapes.Cycle(
        number=facts.number,
        phase=facts.phase.value,
        started_at=facts.started_at,
        elapsed_s=facts.elapsed_s,
        skipped=facts.skipped,
        totals_written=facts.totals_written,
    )
