"""Asks the address source before each cycle, off the window's thread, and keeps the last good list."""

import logging
from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal, SignalInstance, Slot

from doge_gui.core.addresses import AddressBook, AddressListError
from doge_gui.core.phrase import phrase
from doge_gui.core.statuses import AddressStatus
from doge_gui.engine.single_shot import single_shot
from doge_gui.gateways.address_sources import AddressSource

PATIENCE_MS = 4000
"""A source that has not answered by then is told as failing; it is waited for all the same."""
_log = logging.getLogger("watchdoge")


class AddressDesk(QObject):
    """Holds the list in force.

    Signals:
        settled(): the source was asked and has answered, well or not.
        status_changed(object): AddressStatus.
    """

    settled = Signal()
    status_changed = Signal(object)
    _fetched = Signal(object, object)

    def __init__(
        self,
        source: AddressSource,
        pool: QThreadPool,
        clock: Callable[[], float],
        example: bool = False,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._source, self._pool, self._clock = source, pool, clock
        self._asking = False
        self._fetch = _Fetch(source, self._fetched)
        self.book = AddressBook()
        self.status = AddressStatus(source.origin, 0, None, example=example)
        self._fetched.connect(self._on_fetched)
        self._patience = single_shot(self, PATIENCE_MS, self._on_hanging)

    @property
    def knows(self) -> bool:
        """There was a good list once."""
        return self.status.checked_at is not None

    def ask(self) -> None:
        """Ask the source, unless it is being asked already."""
        if not self._asking:
            self._asking = True
            self._patience.start()
            self._fetch.source = self._source
            self._pool.start(self._fetch)

    def use(self, source: AddressSource) -> None:
        """Ask another source from now on. The list in force stays until that one answers."""
        if source is not self._source:
            self._source = source
            self.status = replace(self.status, origin=source.origin)

    @Slot(object, object)
    def _on_fetched(self, source: AddressSource, outcome: AddressBook | AddressListError) -> None:
        self._asking = False
        self._patience.stop()
        if source is not self._source:
            self.ask()
            return
        now = self._clock()
        if isinstance(outcome, AddressBook):
            self.book = outcome
            self.status = replace(
                self.status,
                gateways=len(outcome.addresses),
                problems=outcome.problems,
                checked_at=now,
                error="",
                failing_since=None,
            )
        else:
            self._note_failure(str(outcome))
        self.status_changed.emit(self.status)
        self.settled.emit()

    @Slot()
    def _on_hanging(self) -> None:
        self._note_failure("no answer yet")
        self.status_changed.emit(self.status)

    def _note_failure(self, error: str) -> None:
        since = self.status.failing_since
        self.status = replace(
            self.status, error=error, failing_since=self._clock() if since is None else since
        )


class _Fetch(QRunnable):
    """The question to the source, used again for each cycle."""

    def __init__(self, source: AddressSource, fetched: SignalInstance) -> None:
        super().__init__()
        self.setAutoDelete(False)
        self.source, self._fetched = source, fetched

    def run(self) -> None:
        """Ask and tell."""
        outcome: AddressBook | AddressListError
        try:
            outcome = self.source.fetch()
        except AddressListError as error:
            outcome = error
        except Exception as error:  # noqa: BLE001 - drivers raise what they like; the last list stays
            _log.exception("unexpected error in the address source")
            outcome = AddressListError(
                phrase("said.addresses", "the source failed: {0}").format(error or type(error).__name__)
            )
        self._fetched.emit(self.source, outcome)
