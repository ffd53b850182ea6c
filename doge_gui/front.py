"""What people have of the program: the window, its tray icon, what closing means, what is dropped on it.

All of it is in one language; in another one it is built anew, and the watch behind it goes on.
"""

from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices

from doge_gui.connections import connect
from doge_gui.core.config import Config
from doge_gui.core.plan import Plan
from doge_gui.core.snapshot import Phase, Snapshot
from doge_gui.drop_desk import DropDesk
from doge_gui.last_facts import LastFacts
from doge_gui.pacer import Pacer
from doge_gui.session import Session
from doge_gui.steady import steady_clock
from doge_gui.table_desk import TableDesk
from doge_gui.views.closing import Closing
from doge_gui.views.language import LanguageManager
from doge_gui.views.main_window import MainWindow
from doge_gui.views.theme import Settings, ThemeManager
from doge_gui.views.tray import Tray

_MESSAGES = "notifications"


class Front(QObject):
    """One window with its surroundings."""

    def __init__(self, settings: Settings, themes: ThemeManager, languages: LanguageManager) -> None:
        super().__init__()
        self._settings = settings
        self._pacer: Pacer | None = None
        self._plan: Plan | None = None
        self.window = MainWindow(settings, steady_clock, themes, language=languages.language)
        self.tray = Tray(self.window, steady_clock)
        self.tray.messages_on = str(settings.value(_MESSAGES)) != "no"
        self.closing = Closing(self.window, settings, self.tray)
        self.drops = DropDesk(self.window)
        self.tables = TableDesk(self)
        self.window.close_by(self.closing.decide)
        self.window.menus.languages[languages.choice].setChecked(True)
        self.tray.set_theme(themes.theme)
        themes.changed.connect(self.tray.set_theme)
        self._connect()

    def _connect(self) -> None:
        window, tray = self.window, self.tray
        window.condition_changed.connect(tray.show_condition)
        window.alarms_digested.connect(tray.show_alarms)
        tray.show_wanted.connect(window.to_front)
        tray.alarms_wanted.connect(self._on_alarms_wanted)
        tray.poll_wanted.connect(window.poll_now_requested)
        tray.silence_wanted.connect(window.silence_requested)
        tray.mute_wanted.connect(window.mute_requested)
        tray.unmute_wanted.connect(window.unmute_requested)
        tray.quit_wanted.connect(self.quit)
        self.closing.quit_decided.connect(window.close)
        self.tables.serve(window)
        window.web_requested.connect(self._on_web_wanted)
        self.drops.configuration_wanted.connect(window.open_configuration_requested)
        self.drops.list_used.connect(self._on_list_used)
        self.drops.failed.connect(self._on_drop_failed)

    def follow(self, session: Session, facts: LastFacts) -> None:
        """Show this session, beginning with what it told last."""
        self._pacer = connect(session, self.window, self.tray)
        session.supervision.snapshot_ready.connect(self._on_snapshot)
        self.use(session.station.config, session.station.config_path)
        facts.tell(self.window, self.tray)

    def go_on_after(self, before: "Front") -> None:
        """Take over from the window in another language: nothing is told twice, its running time counts."""
        self.window.go_on_after(before.window)
        self.tray.go_on_after(before.tray)

    def use(self, config: Config, path: Path | None) -> None:
        """Another configuration is in force."""
        self.drops.set_plant(config, path)

    def begin_anew(self) -> None:
        """Forget the plant before."""
        self._plan = None
        self.window.begin_anew()
        self.tray.begin_anew()

    def set_messages(self, wanted: bool) -> None:
        """Tell alarms by the desktop's messages, or not."""
        self._settings.setValue(_MESSAGES, "yes" if wanted else "no")
        self.tray.messages_on = wanted

    @Slot()
    def quit(self) -> None:
        """End the program, whatever closing the window means."""
        self.closing.quit()
        self.window.close()

    def end(self) -> bool:
        """Act on nothing any more; False where a thread hangs at a dropped file."""
        if self._pacer is not None:
            self._pacer.blockSignals(True)
            self._pacer.deleteLater()
            self._pacer = None
        self.tray.end()
        self.window.end()
        self.tables.blockSignals(True)
        ended = self.tables.stop()
        return self.drops.end() and ended

    @Slot(object)
    def _on_snapshot(self, snapshot: Snapshot) -> None:
        if snapshot.facts.phase is Phase.DONE and snapshot.plan is not self._plan:
            self._plan = snapshot.plan
            self.drops.set_addresses(snapshot.plan.addresses)

    @Slot()
    def _on_alarms_wanted(self) -> None:
        self.window.to_front()
        self.window.show_alarm_screen()

    @Slot(str, str)
    def _on_list_used(self, path: str, kept: str) -> None:
        words = self.tr("{0} replaced; the list before is kept as {1}").format(path, kept or "–")
        self.window.notice.say(words, failed=False)
        self.window.poll_now_requested.emit()

    @Slot(str)
    def _on_web_wanted(self, url: str) -> None:
        if not QDesktopServices.openUrl(QUrl(url)):
            words = self.tr("No web browser could be started; the address is {0}").format(url)
            self.window.notice.say(words, failed=True)

    @Slot(str)
    def _on_drop_failed(self, why: str) -> None:
        self.window.notice.say(why, failed=True)
