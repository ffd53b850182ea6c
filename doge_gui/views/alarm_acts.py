"""What an operator can do to alarms: what is possible now, to which of them, and the questions before it."""

from collections.abc import Sequence
from enum import Enum

from PySide6.QtCore import QObject, Signal, SignalInstance, Slot
from PySide6.QtWidgets import QDialog, QWidget

from doge_gui.core.alarms.alarm import Alarm
from doge_gui.core.alarms.states import AlarmState
from doge_gui.models.alarm_digest import Place
from doge_gui.models.phrases import grouped
from doge_gui.views.alarm_dialogs import ReasonDialog, spans
from doge_gui.views.alarm_grid import AlarmGrid


class Act(Enum):
    """One thing to do, by the name of its menu entry."""

    ACKNOWLEDGE = "acknowledge"
    RESET = "reset_alarms"
    SHELVE = "shelve"
    UNSHELVE = "unshelve"
    OUT_OF_SERVICE = "out_of_service"
    IN_SERVICE = "in_service"
    JUMP = "jump"


_AT = {
    Act.ACKNOWLEDGE: {Place.ACTIVE},
    Act.RESET: {Place.ACTIVE},
    Act.SHELVE: {Place.ACTIVE},
    Act.UNSHELVE: {Place.SHELVED},
    Act.OUT_OF_SERVICE: {Place.ACTIVE, Place.SHELVED},
    Act.IN_SERVICE: {Place.OUT_OF_SERVICE},
    Act.JUMP: set(Place),
}
_OF_ALL = frozenset({Act.ACKNOWLEDGE, Act.RESET})
"""Done to everything on screen where nothing is selected."""


class AlarmActs(QObject):
    """Turns wishes into intents, for the list that is shown.

    Signals: `acknowledge(tuple, str)` ids and comment; `reset(tuple)`; `shelve(tuple, float, str)` ids,
    seconds and reason; `unshelve(tuple)`; `out_of_service(tuple, str)`; `in_service(tuple)`;
    `plc_wanted(str)`.
    """

    acknowledge = Signal(tuple, str)
    reset = Signal(tuple)
    shelve = Signal(tuple, float, str)
    unshelve = Signal(tuple)
    out_of_service = Signal(tuple, str)
    in_service = Signal(tuple)
    plc_wanted = Signal(str)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._grid: AlarmGrid | None = None
        self._most_s = 0.0
        self._dialog: ReasonDialog | None = None

    def use(self, grid: AlarmGrid | None) -> None:
        """Act on this list; None is the journal, on which nothing acts."""
        self._grid = grid

    def set_longest(self, most_s: float) -> None:
        """Take how long an alarm can be shelved, s."""
        self._most_s = most_s

    def scopes(self) -> dict[Act, list[Alarm]]:
        """The alarms each thing would be done to: the selected ones, or all on screen where that is usual."""
        grid = self._grid
        if grid is None:
            return {act: [] for act in Act}
        chosen = grid.chosen()
        everything = [] if chosen else grid.table.everything()
        found = {}
        for act in Act:
            alarms = chosen or (everything if act in _OF_ALL else [])
            there = grid.table.place in _AT[act]
            found[act] = [alarm for alarm in alarms if _fits(act, alarm)] if there else []
        return found

    def _scope(self, act: Act) -> list[Alarm]:
        return self.scopes()[act]

    @property
    def of_selection(self) -> bool:
        """Something is selected."""
        return self._grid is not None and self._grid.selectionModel().hasSelection()

    def _ids(self, act: Act) -> tuple[str, ...]:
        return tuple(alarm.id for alarm in self._scope(act))

    def do_acknowledge(self, comment: str) -> bool:
        """Acknowledge the selection, or all on screen; False where there is nothing to acknowledge."""
        ids = self._ids(Act.ACKNOWLEDGE)
        if ids:
            self.acknowledge.emit(ids, comment.strip())
        return bool(ids)

    @Slot(tuple)
    def acknowledge_one(self, ids: tuple[str, ...]) -> None:
        """Acknowledge an alarm that stands elsewhere, without a comment."""
        self.acknowledge.emit(ids, "")

    @Slot()
    def do_reset(self) -> None:
        """Let go of what is held."""
        self._tell(self.reset, Act.RESET)

    @Slot()
    def do_unshelve(self) -> None:
        """Show again before the time."""
        self._tell(self.unshelve, Act.UNSHELVE)

    @Slot()
    def do_in_service(self) -> None:
        """Put back in service."""
        self._tell(self.in_service, Act.IN_SERVICE)

    def _tell(self, signal: SignalInstance, act: Act) -> None:
        ids = self._ids(act)
        if ids:
            signal.emit(ids)

    @Slot()
    def do_jump(self) -> None:
        """Show the PLC of the selected alarm."""
        alarms = self._scope(Act.JUMP)
        if alarms:
            self.plc_wanted.emit(alarms[0].plc)

    @Slot()
    def ask_shelve(self) -> None:
        """Ask for how long and why."""
        effect = self.tr("They are neither shown among the active alarms nor heard, until the time is over.")
        self._ask(Act.SHELVE, self.tr("Shelve"), self.tr("Shelve {0}?"), effect, spans(self._most_s))

    @Slot()
    def ask_out_of_service(self) -> None:
        """Ask why."""
        effect = self.tr("They are neither shown among the active alarms nor heard, until put in service.")
        question = self.tr("Take {0} out of service?")
        self._ask(Act.OUT_OF_SERVICE, self.tr("Out of service"), question, effect, ())

    def _ask(self, act: Act, title: str, question: str, effect: str, lasting: Sequence[float]) -> None:
        ids = self._ids(act)
        if self._dialog is not None or not ids:
            return
        many = self.tr("1 alarm") if len(ids) == 1 else self.tr("{0} alarms").format(grouped(len(ids)))
        dialog = self._dialog = ReasonDialog(title, question.format(many), effect, lasting, self._window)
        self._asked = (act, ids)
        dialog.finished.connect(self._on_finished)
        dialog.open()

    @Slot(int)
    def _on_finished(self, result: int) -> None:
        dialog, self._dialog = self._dialog, None
        if dialog is None or result != QDialog.DialogCode.Accepted:
            return
        act, ids = self._asked
        reason = dialog.reason.text().strip()
        if act is Act.SHELVE:
            self.shelve.emit(ids, dialog.seconds, reason)
        else:
            self.out_of_service.emit(ids, reason)

    def begin_anew(self) -> None:
        """Take back an open question: the alarms are another plant's."""
        if self._dialog is not None:
            self._dialog.reject()


def _fits(act: Act, alarm: Alarm) -> bool:
    if act is Act.ACKNOWLEDGE:
        return alarm.state.unacknowledged
    if act is Act.RESET:
        return alarm.state is AlarmState.LATCHED_ACKED
    if act is Act.JUMP:
        return bool(alarm.plc)
    if act is Act.OUT_OF_SERVICE:
        return alarm.out_of_service is None
    return True
