"""Writes the plant's transitions to the log: what changed, and nothing between."""

import logging

from PySide6.QtCore import QObject, Slot

from doge_gui.core import flapping as flaps
from doge_gui.core.flapping import Flapping
from doge_gui.core.snapshot import Phase, Snapshot
from doge_gui.core.statuses import AddressStatus
from doge_gui.core.transitions import transitions

_log = logging.getLogger("watchdoge")


class EventLog(QObject):
    """Compares each cycle's picture with the one before."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._before: Snapshot | None = None
        self._flapping = Flapping()
        self._untaken: frozenset[str] = frozenset()
        self._addresses: AddressStatus | None = None

    @Slot(object)
    def note_snapshot(self, snapshot: Snapshot) -> None:
        """Log what a finished cycle changed, and its own facts at the level DEBUG."""
        if snapshot.facts.phase is not Phase.DONE:
            return
        flapping = flaps.step(self._flapping, self._before, snapshot)
        for transition in transitions(self._before, snapshot):
            if transition.plc not in flapping.now:
                _log.log(transition.level, "%s", transition.text)
        for plc in sorted(flapping.now - self._flapping.now):
            _log.warning("%s flapping: lost or back %d times in %d cycles", plc, flaps.MANY, flaps.WINDOW)
        for plc in sorted(self._flapping.now - flapping.now):
            _log.info("%s no longer flapping", plc)
        self._flapping = flapping
        self._note_actions(snapshot)
        skipped = self._before.facts.skipped if self._before else 0
        if snapshot.facts.skipped > skipped:
            _log.warning("cycle overran: %d skipped so far", snapshot.facts.skipped)
        _log.debug("cycle %d took %.3f s", snapshot.facts.number, snapshot.facts.elapsed_s)
        self._before = snapshot

    def _note_actions(self, snapshot: Snapshot) -> None:
        """Log totals and disconnections that a gateway newly does not take."""
        for plc, failure in snapshot.action_failures.items():
            if plc not in self._untaken:
                _log.warning("%s did not take %s: %s", plc, failure.question, failure.detail)
        self._untaken = frozenset(snapshot.action_failures)

    @Slot(object)
    def note_addresses(self, status: AddressStatus) -> None:
        """Log the address source's failures and returns, and entries that are newly left out."""
        before, self._addresses = self._addresses, status
        error_before = before.error if before else ""
        if status.error and not error_before:
            _log.warning("address list not available: %s", status.error)
        elif error_before and not status.error:
            _log.info("address list available again: %d gateways", status.gateways)
        known = before.problems if before else ()
        for problem in status.problems:
            if problem not in known:
                _log.warning("address list: %s left out: %s", problem.entry, problem.what)
