"""What is said while nothing is abnormal: that all is well, or what is waited for."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from doge_gui.models.fleet_picture import FleetPicture
from doge_gui.models.phrases import grouped, span

_tr = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Quiet:
    """The quiet state in a word and in a line."""

    word: str
    line: str


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
    if fleet.answering < gateways:
        line = _tr("Quiet", "{0} of {1} gateways have answered so far").format(
            grouped(fleet.answering), grouped(gateways)
        )
        return Quiet(waiting, line)
    well = _tr("Quiet", "WELL")
    if gateways == 1:
        return Quiet(well, _tr("Quiet", "All well – the gateway answers"))
    return Quiet(well, _tr("Quiet", "All well – {0} gateways answer").format(grouped(gateways)))
