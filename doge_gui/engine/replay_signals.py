"""What a replay tells: the one door through which it leaves the engine."""

from PySide6.QtCore import QObject, Signal


class ReplaySignals(QObject):
    """Tells the past.

    Signals:
        picture_ready(object): Snapshot of the cycle to show; its instants are seconds since 1970.
        alarms_ready(object): AlarmReport of that cycle.
        past_known(object): Past, the marbles of the cycles at hand; before the first picture from them.
        position_changed(object): Position.
        onsets_known(tuple): Mark for each alarm that came within the time line.
        heard(tuple): the Calls that were to be heard then; only while sound is asked for, and it plays.
        nothing_found(bool): there is no alarm to jump to, later (True) or earlier.
        loading(bool): reading takes longer than a moment; False when it has ended.
        failed(str): why the recording cannot be read.
        ended(): the recording's end is reached; it stands still.
    """

    picture_ready = Signal(object)
    alarms_ready = Signal(object)
    past_known = Signal(object)
    position_changed = Signal(object)
    onsets_known = Signal(tuple)
    heard = Signal(tuple)
    nothing_found = Signal(bool)
    loading = Signal(bool)
    failed = Signal(str)
    ended = Signal()
