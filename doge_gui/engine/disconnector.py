"""Disconnects PLCs when an operator says so: once each, and never beside another question to the gateway."""

import logging
from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import QObject, Signal, Slot

from doge_gui.core.addresses import Address
from doge_gui.core.questions import DISCONNECTION
from doge_gui.core.replies import ActionReply
from doge_gui.core.statuses import Disconnection, DisconnectionState
from doge_gui.engine.poller import Poller
from doge_gui.engine.worker import Kind, Sweep
from doge_gui.gateways.talk import Limits

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
                told.append(self._noted(plc, DisconnectionState.FAILED, "no longer in the address list"))
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
        """Tell the outcomes of the sweep at a cycle's end."""
        self.changed.emit(tuple(self._conclude(reply, forced=False) for reply in replies))

    @Slot(object, object)
    def _on_replies(self, sweep: Sweep, replies: tuple[ActionReply, ...]) -> None:
        if sweep is self._sweep:
            self.changed.emit(tuple(self._conclude(reply, forced=True) for reply in replies))

    @Slot(object)
    def _on_sweep_ended(self, sweep: Sweep) -> None:
        if sweep is self._sweep:
            self._sweep, self._under_way = None, {}
            self.ended.emit()

    def _conclude(self, reply: ActionReply, forced: bool) -> Disconnection:
        if reply.failures:
            state, status = DisconnectionState.FAILED, reply.failures[0].detail
        else:
            state, status = DisconnectionState.DONE, reply.status
        if forced:
            _log.warning("%s: force disconnect %s: %s", reply.plc, state.value, status)
        else:
            _log.info("%s: disconnection at the cycle's end %s: %s", reply.plc, state.value, status)
        return self._noted(reply.plc, state, status, forced)

    def _noted(self, plc: str, state: DisconnectionState, status: str, forced: bool = True) -> Disconnection:
        return Disconnection(plc, state, status, self._wall_clock(), forced)
