"""The newest of everything that a session told: what a window that is built anew begins with."""

from PySide6.QtCore import QObject, Slot

from doge_gui.core.alarms.report import AlarmReport
from doge_gui.core.config_text import Mistake
from doge_gui.core.snapshot import Snapshot
from doge_gui.core.statuses import AddressStatus, Disconnection, Schedule, SoundStatus, WebStatus
from doge_gui.session import Session
from doge_gui.views.main_window import MainWindow
from doge_gui.views.tray import Tray


class LastFacts(QObject):
    """Listens to one session and forgets all but the last of each kind."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._snapshot: Snapshot | None = None
        self._schedule: Schedule | None = None
        self._addresses: AddressStatus | None = None
        self._disconnections: dict[str, Disconnection] = {}
        self._report: AlarmReport | None = None
        self._sound: SoundStatus | None = None
        self._sounding: tuple[bool, str] = (False, "")
        self._web: WebStatus | None = None
        self._path, self._log_error = "", ""
        self._mistakes: tuple[Mistake, ...] = ()
        supervision = session.supervision
        supervision.snapshot_ready.connect(self._on_snapshot)
        supervision.schedule_changed.connect(self._on_schedule)
        supervision.addresses_changed.connect(self._on_addresses)
        supervision.disconnections_changed.connect(self._on_disconnections)
        session.alarms.changed.connect(self._on_alarms)
        session.annunciator.status_changed.connect(self._on_sound)
        session.annunciator.sounding_changed.connect(self._on_sounding)
        session.config_taken.connect(self._on_config_taken)
        session.mistakes_found.connect(self._on_mistakes)
        session.log_changed.connect(self._on_log)
        session.web_changed.connect(self._on_web)

    def tell(self, window: MainWindow, tray: Tray) -> None:
        """Show all of it."""
        if self._addresses is not None:
            window.show_addresses(self._addresses)
        if self._snapshot is not None:
            window.show_picture(self._snapshot)
        if self._disconnections:
            window.show_disconnections(tuple(self._disconnections.values()))
        if self._schedule is not None:
            window.show_schedule(self._schedule)
        if self._report is not None:
            window.show_alarms(self._report)
        if self._sound is not None:
            window.show_sound(self._sound)
            tray.show_sound(self._sound)
        window.show_sounding(*self._sounding)
        tray.show_sounding(*self._sounding)
        if self._path:
            window.show_config_ok(self._path)
        if self._mistakes:
            window.show_config_mistakes(self._path, self._mistakes)
        window.show_log(self._log_error)
        if self._web is not None:
            window.web.show_web(self._web)

    @Slot(object)
    def _on_snapshot(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot

    @Slot(object)
    def _on_schedule(self, schedule: Schedule) -> None:
        self._schedule = schedule

    @Slot(object)
    def _on_addresses(self, status: AddressStatus) -> None:
        self._addresses = status

    @Slot(object)
    def _on_disconnections(self, told: tuple[Disconnection, ...]) -> None:
        self._disconnections.update({one.plc: one for one in told})

    @Slot(object)
    def _on_alarms(self, report: AlarmReport) -> None:
        self._report = report

    @Slot(object)
    def _on_sound(self, status: SoundStatus) -> None:
        self._sound = status

    @Slot(bool, str)
    def _on_sounding(self, sounding: bool, worst: str) -> None:
        self._sounding = sounding, worst

    @Slot(str)
    def _on_config_taken(self, path: str) -> None:
        self._path, self._mistakes = path, ()

    @Slot(str, tuple)
    def _on_mistakes(self, path: str, mistakes: tuple[Mistake, ...]) -> None:
        self._path, self._mistakes = path, mistakes

    @Slot(object)
    def _on_web(self, status: WebStatus) -> None:
        self._web = status

    @Slot(str)
    def _on_log(self, error: str) -> None:
        self._log_error = error
