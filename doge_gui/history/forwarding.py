"""The way to a database elsewhere, as a recorder uses it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path

from sqlalchemy import Connection

from doge_gui.core.phrase import phrase
from doge_gui.core.recording.batch import Batch
from doge_gui.history.forwarder import Forwarder, ForwardStatus
from doge_gui.history.places import ServerUrl
from doge_gui.history.retention import Keep
from doge_gui.history.server_store import ServerStore
from doge_gui.history.spool import Spool, SpoolReader

_STOP_WAIT_S = 0.5


@dataclass(frozen=True)
class Elsewhere:
    """A database on a server, and how much may wait for it here."""

    url: ServerUrl
    most_bytes: int


class Forwarding:
    """What waits in the file, and the thread that sends it."""

    def __init__(
        self,
        path: Path,
        plant: str,
        number: int,
        elsewhere: Elsewhere,
        keep: Keep,
        clock: Callable[[], datetime],
    ) -> None:
        """`path`: the file on this disk, which stands, and in which the plant has this number."""
        self._spool = Spool(number, elsewhere.most_bytes)
        heads = path.with_name(f"{path.name}.server-audit-head")
        self._status = ForwardStatus()
        self._forwarder = Forwarder(
            partial(SpoolReader, path, plant),
            partial(ServerStore, elsewhere.url, plant, keep, heads, clock),
            self._take_status,
        )

    def start(self) -> None:
        """Begin to send."""
        self._forwarder.start()

    @property
    def notice(self) -> str:
        """What is wrong, in one line; empty while all goes on."""
        status, words = self._status, []
        if status.error:
            words += [status.error, _waiting(status.waiting, status.oldest)]
        if status.unreadable:
            words.append(
                phrase(
                    "said.history", "{0} recordings on this disk cannot be read and were passed over"
                ).format(
                    status.unreadable,
                )
            )
        if self._spool.thinned:
            dropped = self._spool.thinned
            words.append(
                phrase("said.history", "the readings of {0} cycles were dropped for want of room").format(
                    dropped
                )
            )
        return "; ".join(words)

    def put(self, connection: Connection, batch: Batch) -> None:
        """Have a batch sent, once the caller's transaction is committed."""
        self._spool.put(connection, batch)

    def committed(self) -> None:
        """Something waits."""
        self._forwarder.wake()

    def rolled_back(self) -> None:
        """Nothing was put."""
        self._spool.rolled_back()

    def settle(self, connection: Connection) -> bool:
        """Let go of some of what was sent; False where nothing is left."""
        return self._spool.settle(connection, self._forwarder.progress) > 0

    def close(self) -> bool:
        """End the thread; what it has not sent is sent after the next start."""
        return self._forwarder.stop(_STOP_WAIT_S)

    def _take_status(self, status: ForwardStatus) -> None:
        self._status = status


def _waiting(count: int, oldest: datetime | None) -> str:
    if oldest is None:
        return phrase("said.history", "{0} recordings wait on this disk").format(count)
    since = f"{oldest:%Y-%m-%d %H:%M}Z"
    return phrase("said.history", "{0} recordings wait on this disk since {1}").format(count, since)
