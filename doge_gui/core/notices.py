"""What shall be heard: every breach sounds from its onset until it ends or is silenced."""

from dataclasses import dataclass, replace

import numpy as np

from doge_gui.core.snapshot import Phase, Snapshot


@dataclass(frozen=True, slots=True)
class Notice:
    """One breach that stands."""

    request: str
    """Name of the configured request."""
    plc: str
    """The PLC whose own value exceeds; empty for the fleet's sum."""
    sound: str | None
    """Sound file as configured; None for the program's own."""
    reason: str
    """One line for the operator."""

    @property
    def key(self) -> tuple[str, str]:
        """What makes it the same breach from cycle to cycle."""
        return self.request, self.plc


@dataclass(frozen=True, slots=True)
class Sounding:
    """Which breaches stand, and which of them were silenced; a new one sounds whatever was silenced."""

    standing: tuple[Notice, ...] = ()
    silenced: frozenset[tuple[str, str]] = frozenset()

    @property
    def heard(self) -> tuple[Notice, ...]:
        """The breaches that sound now, in the order of the configuration."""
        return tuple(notice for notice in self.standing if notice.key not in self.silenced)


def step(sounding: Sounding, snapshot: Snapshot) -> Sounding:
    """Take a snapshot's breaches. A breach that ended and comes back sounds again."""
    if snapshot.facts.phase is Phase.READING:
        return sounding
    standing = tuple(_notices(snapshot))
    return Sounding(standing, sounding.silenced & {notice.key for notice in standing})


def silence(sounding: Sounding) -> Sounding:
    """Silence all that sounds now. It acknowledges nothing: what stands, stands."""
    return replace(sounding, silenced=frozenset(notice.key for notice in sounding.standing))


def _notices(snapshot: Snapshot) -> list[Notice]:
    notices: list[Notice] = []
    for column, (rule, total) in enumerate(zip(snapshot.plan.requests, snapshot.request_totals, strict=True)):
        if rule.threshold is None or not total.breach:
            continue
        if rule.summed:
            over = f"{total.value:g} " if total.complete else ""
            notices.append(
                Notice(rule.name, "", rule.sound, f"{rule.title}: sum {over}above {rule.threshold:g}")
            )
            continue
        for row in np.flatnonzero(snapshot.breach[:, column]):
            plc = snapshot.plan.addresses[row].plc
            value = snapshot.values[row, column]
            words = f"{plc}: {rule.title} {value:g} above {rule.threshold:g}"
            notices.append(Notice(rule.name, plc, rule.sound, words))
    return notices
