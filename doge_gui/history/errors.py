"""What goes wrong with the history, as those see it who record and read. Needs no database library."""


class HistoryError(Exception):
    """The history cannot be written or read now. The text is one line: place, reason, remedy."""


class LostFileError(HistoryError):
    """The file that was opened cannot serve any more: close it and open it anew. What it held may be gone."""


class DamagedError(LostFileError):
    """The file is not a sound database. Opening it anew for writing sets it aside."""
