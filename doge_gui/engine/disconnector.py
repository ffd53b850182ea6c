"""Disconnects PLCs when an operator says so: once each, and never beside another question to the gateway."""

import logging
from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import QObject, Signal, Slot

from doge_gui.core.addresses import Address
from doge_gui.core.phrase import phrase
from doge_gui.core.questions import DISCONNECTION
from doge_gui.core.replies import ActionReply, Reason
from doge_gui.core.statuses import Disconnection, DisconnectionState
from doge_gui.engine.poller import Poller
from doge_gui.engine.worker import Kind, Sweep
from doge_gui.gateways.talk import Limits

_NEVER_SENT = frozenset({Reason.REFUSED, Reason.UNKNOWN_HOST})
"""After one of these there was nobody who could have taken it."""
_log = logging.getLogger("watchdoge")


class Disconnector(QObject):
    """Collects wishes and sends them in the pauses between cycles.

    Signals:
        changed(object): tuple of Disconnection, at the wish and at its outcome.
        ended(): nothing is under way any more.
    """

    changed = Signal(object)
    ended = Signal()

    def __init__(
        self, poller: Poller, wall_clock: Callable[[], datetime], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._poller, self._wall_clock = poller, wall_clock
        self._waiting: dict[str, Address] = {}
        self._under_way: dict[str, Address] = {}
        self._sweep: Sweep | None = None
        self._swept: dict[str, DisconnectionState] = {}
        poller.replies_ready.connect(self._on_replies)
        poller.sweep_ended.connect(self._on_sweep_ended)

    @property
    def running(self) -> bool:
        """Disconnections are being sent."""
        return bool(self._under_way)

    def want(self, plcs: Sequence[str], known: Sequence[Address]) -> None:
        """Note the wish to disconnect `plcs`; one that waits or is under way already is not noted twice."""
        places = {address.plc: address for address in known}
        told: list[Disconnection] = []
        for plc in dict.fromkeys(plcs):
            if plc in self._waiting or plc in self._under_way:
                continue
            if plc not in places:
                told.append(
                    self._noted(
                        plc,
                        DisconnectionState.NOT_SENT,
                        phrase("said.answers", "no longer in the address list"),
                    )
                )
                continue
            self._waiting[plc] = places[plc]
            _log.warning("%s: force disconnect asked for by the operator", plc)
            told.append(self._noted(plc, DisconnectionState.PENDING, ""))
        if told:
            self.changed.emit(tuple(told))

    def send(self, limits: Limits, hang_up: bool) -> bool:
        """Send what waits, if anything does, and `hang_up` after. Only while no sweep is under way."""
        if not self._waiting:
            return False
        self._under_way, self._waiting = self._waiting, {}
        addresses = tuple(self._under_way.values())
        self._sweep = Sweep(Kind.ACT_ALONE, addresses, (DISCONNECTION,), limits, hang_up)
        self._poller.start(self._sweep)
        return True

    def note_sweep(self, replies: Sequence[ActionReply]) -> None:
        """Tell the outcomes of the sweep at a cycle's end; only one unlike the last cycle's is logged."""
        at = self._wall_clock()
        told = tuple(_conclusion(reply, at, forced=False) for reply in replies)
        for one in told:
            if self._swept.get(one.plc) is not one.state:
                _log.info("%s: disconnection at the cycle's end %s: %s", one.plc, one.state.value, one.status)
        self._swept = {one.plc: one.state for one in told}
        self.changed.emit(told)

    @Slot(object, object)
    def _on_replies(self, sweep: Sweep, replies: tuple[ActionReply, ...]) -> None:
        if sweep is self._sweep:
            at = self._wall_clock()
            told = tuple(_conclusion(reply, at, forced=True) for reply in replies)
            for one in told:
                _log.warning("%s: force disconnect %s: %s", one.plc, one.state.value, one.status)
            self.changed.emit(told)

    @Slot(object)
    def _on_sweep_ended(self, sweep: Sweep) -> None:
        if sweep is self._sweep:
            self._sweep, self._under_way = None, {}
            self.ended.emit()

    def _noted(self, plc: str, state: DisconnectionState, status: str) -> Disconnection:
        return Disconnection(plc, state, status, self._wall_clock(), forced=True)


def _conclusion(reply: ActionReply, at: datetime, forced: bool) -> Disconnection:
    """What became of one disconnection."""
    if reply.failures:
        failure = reply.failures[0]
        never = failure.reason in _NEVER_SENT
        state = DisconnectionState.NOT_SENT if never else DisconnectionState.FAILED
        return Disconnection(reply.plc, state, failure.detail, at, forced)
    return Disconnection(reply.plc, DisconnectionState.DONE, reply.status, at, forced)
