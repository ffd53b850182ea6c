"""Disconnects PLCs when an operator says so: once each, and never beside another question to the gateway."""

import logging
from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import QObject, Signal, Slot

from doge_gui.core.addresses import Address
from doge_gui.core.questions import DISCONNECTION
from doge_gui.core.replies import ActionReply
from doge_gui.core.statuses import Disconnection, DisconnectionState
from doge_gui.engine.poller import Poller, Sweep
from doge_gui.gateways.client import Limits

_log = logging.getLogger("watchdoge")


class Disconnector(QObject):
    """Collects wishes and sends them in the pauses between cycles.

    Signals:
        changed(object): Disconnection, at the wish and at its outcome.
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

    @property
    def running(self) -> bool:
        """Disconnections are being sent."""
        return bool(self._under_way)

    def want(self, plcs: Sequence[str], known: Sequence[Address]) -> None:
        """Note the wish to disconnect `plcs`; one that waits or is under way already is not noted twice."""
        places = {address.plc: address for address in known}
        for plc in dict.fromkeys(plcs):
            if plc in self._waiting or plc in self._under_way:
                continue
            if plc not in places:
                self._tell(plc, DisconnectionState.FAILED, "no longer in the address list")
                continue
            self._waiting[plc] = places[plc]
            _log.warning("%s: force disconnect asked for by the operator", plc)
            self._tell(plc, DisconnectionState.PENDING, "")

    def send(self, limits: Limits) -> bool:
        """Send what waits, if anything does. Only while no sweep is under way."""
        if not self._waiting:
            return False
        self._under_way, self._waiting = self._waiting, {}
        self._poller.replies_ready.connect(self._on_replies)
        self._poller.sweep_ended.connect(self._on_sweep_ended)
        addresses = tuple(self._under_way.values())
        self._poller.start(Sweep(addresses, (DISCONNECTION,), limits, reads=False, own_budget=True))
        return True

    def note_sweep(self, replies: Sequence[ActionReply]) -> None:
        """Tell the outcomes of the sweep at a cycle's end."""
        for reply in replies:
            self._conclude(reply, forced=False)

    @Slot(object)
    def _on_replies(self, replies: tuple[ActionReply, ...]) -> None:
        for reply in replies:
            self._conclude(reply, forced=True)

    @Slot()
    def _on_sweep_ended(self) -> None:
        self._poller.replies_ready.disconnect(self._on_replies)
        self._poller.sweep_ended.disconnect(self._on_sweep_ended)
        self._under_way = {}
        self.ended.emit()

    def _conclude(self, reply: ActionReply, forced: bool) -> None:
        if reply.failures:
            state, status = DisconnectionState.FAILED, reply.failures[0].detail
        else:
            state, status = DisconnectionState.DONE, reply.status
        if forced:
            _log.warning("%s: force disconnect %s: %s", reply.plc, state.value, status)
        else:
            _log.info("%s: disconnection at the cycle's end %s: %s", reply.plc, state.value, status)
        self._tell(reply.plc, state, status, forced)

    def _tell(self, plc: str, state: DisconnectionState, status: str, forced: bool = True) -> None:
        self.changed.emit(Disconnection(plc, state, status, self._wall_clock(), forced))
