"""What is said while nothing is abnormal: that all is well, or what is waited for."""

from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QCoreApplication

from doge_gui.core.states import State
from doge_gui.models.fleet_picture import FleetPicture
from doge_gui.models.phrases import grouped, span

_tr = QCoreApplication.translate
_UNWELL = (State.BREACH, State.LOST, State.WRONG)
"""What may be no alarm: its delay is running, or it is not configured as one."""


@dataclass(frozen=True, slots=True)
class Quiet:
    """The quiet state in a word and in a line."""

    word: str
    line: str


def hidden_words(hidden: int) -> Quiet:
    """Nothing is in sight, but all is not well."""
    if hidden == 1:
        said = _tr("Quiet", "1 active alarm is hidden: shelved, suppressed or out of service")
    else:
        words = _tr("Quiet", "{0} active alarms are hidden: shelved, suppressed or out of service")
        said = words.format(grouped(hidden))
    return Quiet(_tr("Quiet", "HIDDEN"), said)


def quiet(fleet: FleetPicture) -> Quiet:
    """All is well only where every gateway's answer tells the present."""
    gateways, waiting = len(fleet.snapshot.plan), _tr("Quiet", "WAITING")
    if not gateways:
        return Quiet(waiting, _tr("Quiet", "No gateways yet: waiting for the address list"))
    if fleet.old:
        line = _tr("Quiet", "Waiting for new answers – values as of {0} ago").format(span(fleet.totals_age_s))
        return Quiet(waiting, line)
    if not fleet.answering:
        return Quiet(
            waiting, _tr("Quiet", "Waiting for the first answers of {0} gateways").format(grouped(gateways))
        )
    unwell = int(np.count_nonzero(np.isin(fleet.states, _UNWELL)))
    if unwell or fleet.answering < gateways:
        return _not_all(fleet, unwell)
    well = _tr("Quiet", "WELL")
    if gateways == 1:
        return Quiet(well, _tr("Quiet", "All well – the gateway answers"))
    return Quiet(well, _tr("Quiet", "All well – {0} gateways answer").format(grouped(gateways)))


def _not_all(fleet: FleetPicture, unwell: int) -> Quiet:
    gateways = grouped(len(fleet.snapshot.plan))
    if unwell:
        line = _tr("Quiet", "No alarm, but {0} of {1} gateways are not well: see the fleet")
        return Quiet(_tr("Quiet", "NO ALARM"), line.format(grouped(unwell), gateways))
    line = _tr("Quiet", "{0} of {1} gateways have answered so far")
    return Quiet(_tr("Quiet", "WAITING"), line.format(grouped(fleet.answering), gateways))
