"""What goes wrong with the history, as those see it who record and read. Needs no database library."""


class HistoryError(Exception):
    """The history cannot be written or read now. The text is one line: place, reason, remedy."""


class FullError(HistoryError):
    """There is no room, or the disk takes nothing more. Less may still fit; the same may later."""


class AwayError(HistoryError):
    """The server does not answer, or not this program. It may be back at any time."""


class LostFileError(HistoryError):
    """The file that was opened cannot serve any more: close it and open it anew. What it held may be gone."""


class DamagedError(LostFileError):
    """The file is not a sound database. Opening it anew for writing sets it aside."""
