"""A plant's record on a server, as what is forwarded is written there."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection

from doge_gui.core.recording.batch import Batch
from doge_gui.history.audit_head import HeadFile
from doge_gui.history.audit_trail import AuditTrail, Written
from doge_gui.history.cycle_rows import CycleRows
from doge_gui.history.database import Database
from doge_gui.history.journal import write_entries
from doge_gui.history.journal_rows import number_of
from doge_gui.history.places import ServerUrl
from doge_gui.history.retention import Keep, Retention
from doge_gui.history.sealing import Sealer


class ServerStore:
    """Implements `forwarder.Store`; used by the forwarder's thread only."""

    def __init__(
        self, url: ServerUrl, plant: str, keep: Keep, heads: Path, clock: Callable[[], datetime]
    ) -> None:
        """`heads`: the file in which the newest entry of the server's trail is kept. Raises HistoryError."""
        self.database = Database(url, writable=True)
        try:
            with self.database.writing() as connection:
                self.plant = number_of(connection, plant)
                self._cycles = CycleRows(self.plant)
                self._cycles.load(connection)
                self._trail = AuditTrail(HeadFile(heads), self.plant, plant)
                self._trail.load(connection, clock())
        except BaseException:
            self.database.close()
            raise
        self._written: Written | None = None
        self._sealer, self._retention = Sealer(self.plant), Retention(self.plant, keep, clock)

    def write(self, connection: Connection, batch: Batch) -> None:
        """Write a batch within a transaction. Raises HistoryError; then all of this is to be closed."""
        write_entries(connection, self.plant, batch.events, batch.book)
        self._written = self._trail.write(connection, batch.actions)
        if batch.cycle is not None:
            self._cycles.write(connection, batch.cycle)
        if batch.outcome is not None:
            self._cycles.write_outcome(connection, batch.outcome)

    def committed(self) -> None:
        """What was written is recorded."""
        self._cycles.committed()
        if self._written is not None:
            self._trail.committed(self._written)
            self._written = None

    def settle(self) -> bool:
        """Some milliseconds of what nobody waits for; False where nothing is left. Raises HistoryError."""
        with self.database.writing() as connection:
            if self._sealer.step(connection, self._cycles.begun):
                return True
        with self.database.writing() as connection:
            return self._retention.step(connection)

    def close(self) -> None:
        """Let go of the server."""
        self.database.close()
