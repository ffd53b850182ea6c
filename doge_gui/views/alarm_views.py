"""Everything of alarms that is seen, kept in step: banner, navigation, screen, and how they blink."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from PySide6.QtCore import QObject, Signal, Slot

from doge_gui.core.alarms.report import AlarmReport
from doge_gui.core.alarms.rules import Rules
from doge_gui.models.alarm_cells import Moment
from doge_gui.models.alarm_digest import AlarmDigest, digest
from doge_gui.views.alarm_acts import Act
from doge_gui.views.alarm_screen import AlarmScreen
from doge_gui.views.banner import Banner
from doge_gui.views.blink import Blink
from doge_gui.views.intents import Intents
from doge_gui.views.menus import Menus
from doge_gui.views.navigation import NavigationButton
from doge_gui.views.sound_menu import SoundMenu
from doge_gui.views.theme import Settings

_STILL_KEY = "layout/still"


@dataclass(frozen=True, slots=True)
class AlarmParts:
    """Where alarms are seen."""

    banner: Banner
    screen: AlarmScreen
    sound: SoundMenu
    button: NavigationButton
    """The way to the screen, with how many wait there."""


class AlarmViews(QObject):
    """Works a report out once, for all who show it, and lets what the operator wants leave by the window.

    Signals: `digested(object)` AlarmDigest of the newest report.
    """

    digested = Signal(object)

    def __init__(
        self,
        window: Intents,
        clock: Callable[[], float],
        wants_stillness: Callable[[], bool],
        parts: AlarmParts,
        menus: Menus,
        settings: Settings,
    ) -> None:
        super().__init__(window)
        self._clock, self._menus, self._settings = clock, menus, settings
        self._banner, self._screen = parts.banner, parts.screen
        self._sound, self._button = parts.sound, parts.button
        self._digest = AlarmDigest()
        self._old = False
        self.blink = Blink(wants_stillness, self)
        self.blink.turned.connect(self._on_turned)
        self._connect_intents(window)
        self._connect_menus()

    def show_alarms(self, report: AlarmReport) -> None:
        """Show a report."""
        self._digest = digest(report, self._digest)
        moment = self._moment()
        self._banner.show_alarms(self._digest, moment)
        self._screen.show_alarms(self._digest, moment)
        self._button.show_count(self._digest.unacknowledged, self._digest.loudest)
        self.blink.set_wanted(self._digest.unacknowledged > 0)
        muted = report.book.mute is not None
        self._sound.show_muted(muted)
        self._menus["acknowledge_worst"].setEnabled(self._digest.unacknowledged > 0)
        self.digested.emit(self._digest)

    def rules(self) -> Rules:
        """The rules in force."""
        return self._digest.report.rules

    def tick(self, old: bool) -> None:
        """Let the ages run on; `old`: the values no longer tell the present."""
        self._old = old
        moment = self._moment()
        self._banner.show_alarms(self._digest, moment)
        self._screen.set_moment(moment)

    def begin_anew(self) -> None:
        """Forget the alarms of the plant before."""
        self._screen.begin_anew()
        self.show_alarms(AlarmReport())

    def _moment(self) -> Moment:
        """The time of day by the monotonic clock, so that ages go on evenly whatever the wall clock does."""
        at = self._digest.report.at
        passed = timedelta(seconds=max(0.0, self._clock() - at.mono))
        return Moment(self._digest.report, at.utc + passed, self._old)

    def _connect_intents(self, window: Intents) -> None:
        acts, sound, banner = self._screen.acts, self._sound, self._banner
        acts.acknowledge.connect(window.acknowledge_requested)
        acts.reset.connect(window.reset_requested)
        acts.shelve.connect(window.shelve_requested)
        acts.unshelve.connect(window.unshelve_requested)
        acts.out_of_service.connect(window.out_of_service_requested)
        acts.in_service.connect(window.in_service_requested)
        sound.mute.connect(window.mute_requested)
        sound.unmute.connect(window.unmute_requested)
        sound.test.connect(window.sound_test_requested)
        sound.volume_changed.connect(window.volume_changed)
        banner.unmute.connect(window.unmute_requested)
        banner.silence.connect(window.silence_requested)
        banner.acknowledge.connect(acts.acknowledge_one)

    def _connect_menus(self) -> None:
        menus = self._menus
        for act, slot in self._screen.slots.items():
            menus[act.value].triggered.connect(slot)
        menus["acknowledge_worst"].triggered.connect(self._banner.acknowledge_shown)
        menus["export_alarms"].triggered.connect(self._screen.export_table)
        menus["still"].toggled.connect(self._on_still)
        menus["still"].setChecked(str(self._settings.value(_STILL_KEY)) == "1" or self.blink.still)
        menus["acknowledge_worst"].setEnabled(False)
        self._screen.possible_changed.connect(self._on_possible)
        self._on_possible(frozenset())

    @Slot(object)
    def _on_possible(self, possible: frozenset[Act]) -> None:
        for act in Act:
            self._menus[act.value].setEnabled(act in possible)

    @Slot(bool)
    def _on_still(self, still: bool) -> None:
        self._settings.setValue(_STILL_KEY, int(still))
        self.blink.set_still(still)

    @Slot(bool)
    def _on_turned(self, lit: bool) -> None:
        self._banner.set_lit(lit)
        self._screen.set_lit(lit)
