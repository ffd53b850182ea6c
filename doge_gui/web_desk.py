"""Serves the web view beside a supervision: begun late, renewed with the configuration, ended in time."""

import logging
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from doge_gui import __version__, paths
from doge_gui.core.config import FlaskSection
from doge_gui.core.phrase import phrase
from doge_gui.core.statuses import WebStatus
from doge_gui.engine.newest import Newest
from doge_gui.station import Station, wall_clock
from doge_gui.steady import steady_clock
from doge_gui.web_tongues import translations

if TYPE_CHECKING:
    from doge_gui.web.given import Given
    from doge_gui.web.service import WebService

RETRY_MS = 10_000
"""A port that is taken may be free again."""
LOOK_MS = 10_000
"""So often somebody looks whether it still serves."""
LATEST_MS = 5_000
"""Where no cycle comes to its end, the web view is served all the same: it tells just that."""
_STOP_WAIT_S = 3.0
_log = logging.getLogger("watchdoge")


class WebDesk(QObject):
    """Serves what `newest` knows.

    Flask is imported in a thread of its own once the first cycle has ended, so that neither the start nor
    the window waits for it.

    Signals: `changed(object)` WebStatus.
    """

    changed = Signal(object)
    _tried = Signal(object)

    def __init__(
        self,
        newest: Newest,
        station: Station,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._newest, self._station = newest, station
        self.status = WebStatus()
        self._section: FlaskSection | None = None
        self._service: WebService | None = None
        self._unserved: tuple[FlaskSection | None, WebService | None] = None, None
        self._pool = ThreadPoolExecutor(1, "web")
        self._begun = self._ended = False
        self._letting_go: Future[bool]
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._on_time)
        self._tried.connect(self._on_tried)

    def use(self, section: FlaskSection | None) -> None:
        """Serve by this section from now on; None ends serving."""
        if self._begun and section != self._section:
            self._try(section)
        self._section = section
        if not self._begun:
            self._timer.start(LATEST_MS)

    @Slot()
    def begin(self) -> None:
        """The first cycle has ended: there is something to serve."""
        if not self._begun and not self._ended:
            self._begun = True
            self._try(self._section)

    def stop(self) -> bool:
        """End serving; False where a thread hangs. May be called again."""
        self._timer.stop()
        if not self._ended:
            self._ended = True
            serving = self._service is not None
            self._letting_go = self._pool.submit(self._let_go)
            self._pool.shutdown(wait=False)
            if not serving:
                # What is only about to begin sees that it is not wanted any more; nobody has to wait for it.
                return True
        try:
            return self._letting_go.result(_STOP_WAIT_S)
        except TimeoutError:
            return False

    def _try(self, section: FlaskSection | None) -> None:
        self._timer.stop()
        self._pool.submit(self._serve, section)

    @Slot()
    def _on_time(self) -> None:
        service = self._service
        if not self._begun:
            self.begin()
        elif service is not None and service.is_alive:
            self._timer.start(LOOK_MS)
        else:
            self._try(self._section)

    @Slot(object)
    def _on_tried(self, status: WebStatus) -> None:
        if self._ended:
            return
        if status.error or status.url:
            self._timer.start(RETRY_MS if status.error else LOOK_MS)
        if status != self.status:
            self.status = status
            if status.error:
                _log.warning("web view: %s", status.error)
            elif status.url:
                _log.info("web view: %s", status.url)
            self.changed.emit(status)

    # In the thread of the pool

    def _serve(self, section: FlaskSection | None) -> None:
        try:
            self._let_go()
            status = self._begin_to_serve(section)
        except Exception:  # noqa: BLE001 - nobody waits for the answer of a thread of the pool
            _log.exception("unexpected error while beginning to serve the web view")
            status = WebStatus(error=phrase("said.web", "unexpected error; see the log"))
        if not self._ended:
            self._tried.emit(status)

    def _begin_to_serve(self, section: FlaskSection | None) -> WebStatus:
        if section is None or self._ended:
            return WebStatus()
        from doge_gui.web.guard import serving_refused
        from doge_gui.web.not_served import why_not
        from doge_gui.web.service import WebService

        refused = serving_refused(section)
        if refused:
            return WebStatus(error=refused)
        if self._ended:
            return WebStatus()
        kept, service = self._unserved
        if service is None or kept != section:
            service = WebService(self._given(section))
        try:
            service.start()
        except OSError as error:
            # To be tried again; to make it anew each time would cost the window a tenth of a second.
            self._unserved = section, service
            return WebStatus(error=why_not(section, error))
        self._service, self._unserved = service, (None, None)
        self._newest.listener = service.wake
        return WebStatus(service.url)

    def _given(self, section: FlaskSection) -> "Given":
        from doge_gui.web.given import Given

        path = self._station.config_path
        return Given(
            facts=self._newest.read,
            clock=steady_clock,
            wall_clock=wall_clock,
            open_history=self._station.open_history,
            translate=translations(),
            section=section,
            resources=paths.resource("web"),
            version=__version__,
            plant="" if path is None else path.resolve().parent.name,
        )

    def _let_go(self) -> bool:
        service, self._service = self._service, None
        self._newest.listener = None
        return service.stop() if service is not None else True
