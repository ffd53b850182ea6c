"""Hands the engine's facts to the window in small portions, so that no frame has to carry them all.

A cycle tells several pictures and schedules within a few milliseconds. To paint each of them, and table,
figures and banner in one go, would hold the window's thread up for several frames.
"""

from PySide6.QtCore import QObject, Signal, Slot

from doge_gui.core.snapshot import Snapshot
from doge_gui.core.statuses import AddressStatus, Disconnection, Schedule
from doge_gui.engine.single_shot import single_shot

GATHER_MS = 25
"""What is told within this time is shown once, as it stands at its end."""
APART_MS = 20
"""The figures and the banner follow the table after this."""


class Pacer(QObject):
    """Gathers and spaces.

    Signals:
        disconnections_due(tuple): every Disconnection told, in order; before a picture told with them.
        picture_due(object): Snapshot, for the table and the graphs.
        schedule_due(object): Schedule, upon which figures and banner follow the table's picture.
        addresses_due(object): AddressStatus.
    """

    disconnections_due = Signal(tuple)
    picture_due = Signal(object)
    schedule_due = Signal(object)
    addresses_due = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._snapshot: Snapshot | None = None
        self._disconnections: list[Disconnection] = []
        self._schedule: Schedule | None = None
        self._addresses: AddressStatus | None = None
        self._gather = single_shot(self, GATHER_MS, self._on_gathered)
        self._rest = single_shot(self, APART_MS, self._on_rest_due)

    @Slot(object)
    def take_snapshot(self, snapshot: Snapshot) -> None:
        """Show this picture soon, unless a newer one comes before."""
        self._snapshot = snapshot
        self._gather_soon()

    @Slot(tuple)
    def take_disconnections(self, disconnections: tuple[Disconnection, ...]) -> None:
        """Tell these with the next portion; none is left out for a newer one."""
        self._disconnections += disconnections
        self._gather_soon()

    def _gather_soon(self) -> None:
        if not self._gather.isActive():
            self._gather.start()

    @Slot(object)
    def take_schedule(self, schedule: Schedule) -> None:
        """Show this schedule with the next portion."""
        self._schedule = schedule
        self._soon()

    @Slot(object)
    def take_addresses(self, status: AddressStatus) -> None:
        """Show this status with the next portion."""
        self._addresses = status
        self._soon()

    def _soon(self) -> None:
        if not self._gather.isActive() and not self._rest.isActive():
            self._rest.start()

    @Slot()
    def _on_gathered(self) -> None:
        snapshot, self._snapshot = self._snapshot, None
        disconnections, self._disconnections = tuple(self._disconnections), []
        self._rest.start()
        if disconnections:
            self.disconnections_due.emit(disconnections)
        if snapshot is not None:
            self.picture_due.emit(snapshot)

    @Slot()
    def _on_rest_due(self) -> None:
        addresses, self._addresses = self._addresses, None
        if addresses is not None:
            self.addresses_due.emit(addresses)
        if self._schedule is not None:
            self.schedule_due.emit(self._schedule)
