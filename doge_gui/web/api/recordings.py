"""The plant's history for questions that come in several threads: opened for each, a few at once at most.

Nothing stays open between two questions: a file that was set aside, a server that went away is not read on.
"""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http import HTTPStatus

from doge_gui.core.recording.source import HistorySource
from doge_gui.history.errors import HistoryError
from doge_gui.web.api.problem import ProblemError

MOST_AT_ONCE = 2
"""Fewer than the server has threads: pages are served while somebody reads a year."""
_WAIT_S = 1.0
_RETRY_S = 5


class Recordings:
    """May be used by any thread."""

    def __init__(self, open_history: Callable[[], HistorySource | None], wait_s: float = _WAIT_S) -> None:
        """`wait_s`: for how long somebody waits for his turn."""
        self._open, self._wait_s = open_history, wait_s
        self._places = threading.BoundedSemaphore(MOST_AT_ONCE)

    @contextmanager
    def opened(self) -> Iterator[HistorySource | None]:
        """The history for one thread; None where nothing is recorded yet. Raises ProblemError (503)."""
        if not self._places.acquire(timeout=self._wait_s):
            raise _unavailable("the history is being read by others; ask again in a moment")
        try:
            source = self._open()
            try:
                yield source
            finally:
                if source is not None:
                    source.close()
        except HistoryError as error:
            raise _unavailable(f"the history cannot be read: {error}") from error
        finally:
            self._places.release()


def _unavailable(reason: str) -> ProblemError:
    return ProblemError(HTTPStatus.SERVICE_UNAVAILABLE, reason, retry_after_s=_RETRY_S)
