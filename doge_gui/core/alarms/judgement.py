"""One rule judged over all it is about, as arrays; only what is true or stands becomes an object."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from doge_gui.core.alarms.alarm import Alarm, Kind, alarm_id
from doge_gui.core.alarms.machine import Finding
from doge_gui.core.alarms.rules import AlarmRule
from doge_gui.core.alarms.states import Priority, Reading
from doge_gui.core.plan import Plan

Readings = NDArray[np.uint8]
"""(n,), each a Reading."""


_TELLS_NO_VALUE = frozenset({Reading.UNKNOWN, Reading.GONE})


def _no_detail(_row: int) -> str:
    return ""


@dataclass(frozen=True)
class Judgement:
    """What one rule says in one cycle."""

    kind: Kind
    readings: Readings
    """Per gateway of the plan; a single one where the rule is about the fleet or the program."""
    plan: Plan | None = None
    """The gateways; None where it is about none of them."""
    subject: str = ""
    values: NDArray[np.float64] | None = None
    """As `readings`; NaN where unknown."""
    limit: float | None = None
    detail: Callable[[int], str] = field(default=_no_detail)
    """Words about one row."""
    priority: Priority | None = None
    """In place of the rule's."""

    def findings(self, standing: list[Alarm], rule: AlarmRule) -> Iterator[Finding]:
        """One for each row that is true, and one for each alarm of this rule that stands."""
        readings = self.readings if rule.enabled else np.full_like(self.readings, Reading.GONE)
        known: set[int] = set()
        for alarm in standing:
            row = self._row(alarm)
            if row is None:
                reading = Reading.UNKNOWN if self.plan is not None and not len(self.plan) else Reading.GONE
                yield Finding(alarm.id, self.kind, self.subject, alarm.plc, reading, alarm.priority)
            else:
                known.add(row)
                yield self._finding(row, Reading(int(readings[row])), rule)
        for row in np.flatnonzero(readings == Reading.TRUE).tolist():
            if row not in known:
                yield self._finding(row, Reading.TRUE, rule)

    def _row(self, alarm: Alarm) -> int | None:
        """None where it is not about what is judged: its PLC left, or a sum is judged per gateway now."""
        if self.plan is None:
            return None if alarm.plc else 0
        return self.plan.row.get(alarm.plc)

    def _finding(self, row: int, reading: Reading, rule: AlarmRule) -> Finding:
        plc = self.plan.addresses[row].plc if self.plan is not None else ""
        value = None
        if self.values is not None and reading not in _TELLS_NO_VALUE:
            value = float(self.values[row])
        return Finding(
            alarm_id(self.kind, self.subject, plc),
            self.kind,
            self.subject,
            plc,
            reading,
            self.priority or rule.priority,
            value,
            self.limit,
            self.detail(row) if reading is Reading.TRUE else "",
        )


def single(reading: Reading) -> Readings:
    """The reading of a rule about the fleet or the program."""
    return np.array([reading], np.uint8)


def above(values: NDArray[np.float64], good: NDArray[np.bool_], limit: float, deadband: float) -> Readings:
    """TRUE above the limit, CLEAR at or below `limit - deadband`, WITHIN between; UNKNOWN where not good."""
    return _against(values > limit, values <= limit - deadband, good)


def below(values: NDArray[np.float64], good: NDArray[np.bool_], limit: float, deadband: float) -> Readings:
    """The mirror of `above`."""
    return _against(values < limit, values >= limit + deadband, good)


def _against(true: NDArray[np.bool_], clear: NDArray[np.bool_], good: NDArray[np.bool_]) -> Readings:
    readings = np.full(len(good), Reading.WITHIN, np.uint8)
    readings[clear] = Reading.CLEAR
    readings[true] = Reading.TRUE
    readings[~good] = Reading.UNKNOWN
    return readings


def whether(true: NDArray[np.bool_], known: NDArray[np.bool_]) -> Readings:
    """TRUE or CLEAR where known, else UNKNOWN."""
    readings = np.where(true, np.uint8(Reading.TRUE), np.uint8(Reading.CLEAR))
    readings[~known] = Reading.UNKNOWN
    return readings
