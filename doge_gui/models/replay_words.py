"""What a replay says of itself, in words."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from doge_gui.core.replay.position import Position
from doge_gui.core.replay.tape import utc
from doge_gui.core.replay.track import Gap
from doge_gui.models.phrases import span
from doge_gui.models.writing import day_of_year, notation, to_the_minute, to_the_second

_tr = QCoreApplication.translate
SPEEDS = (1, 2, 5, 10, 20, 60, 100, 300, 1000)
"""Offered on the screen."""
_DAY_S = 86_400.0


def instant_text(at: datetime) -> str:
    """Day and time where the window stands: `12 Nov 2026 14:03:22`."""
    local = at.astimezone()
    return f"{day_of_year(local)} {local:%H:%M:%S}"


def title(position: Position | None) -> str:
    """The words that frame a replay: nobody may take it for the present."""
    if position is None:
        return _tr("Replay", "REPLAY – not live")
    return _tr("Replay", "REPLAY – {0} – not live").format(instant_text(position.at))


def gap_text(gap: Gap) -> str:
    """That nothing was recorded for a time."""
    begin, end = utc(gap.begin).astimezone(), utc(gap.end).astimezone()
    same = begin.date() == end.date()
    until = f"{end:%H:%M:%S}" if same else to_the_second(end)
    return _tr("Replay", "Nothing recorded from {0} to {1} ({2}): jumped over").format(
        f"{begin:%H:%M:%S}" if same else to_the_second(begin), until, span(gap.end - gap.begin)
    )


def speed_text(speed: float) -> str:
    """`60×`."""
    return notation().number(f"{speed:g}×")


def end_text() -> str:
    """That there is no more."""
    return _tr("Replay", "End of the recording")


def no_alarm_text(later: bool) -> str:
    """That there is nowhere to jump to."""
    return _tr("Replay", "No later alarm") if later else _tr("Replay", "No earlier alarm")


def line_text(at: datetime, begin: datetime, end: datetime) -> str:
    """An instant as the time line writes it: the day too where it reaches over several."""
    local = at.astimezone()
    if begin.astimezone().date() == end.astimezone().date() or (end - begin).total_seconds() <= _DAY_S:
        return f"{local:%H:%M}" if (end - begin).total_seconds() > 600 else f"{local:%H:%M:%S}"
    return to_the_minute(local)
