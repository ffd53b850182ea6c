"""What a PostgreSQL server answers instead of doing what it was asked, in words for people."""

from doge_gui.core.phrase import phrase
from doge_gui.history.errors import AwayError, FullError, HistoryError
from doge_gui.history.places import ServerUrl

_AWAY = phrase("said.history", "it is tried again; check the server, the network and history.url")
_CLASSES: dict[str, tuple[type[HistoryError], str]] = {
    "08": (AwayError, phrase("said.history", "the connection broke; {0}").format(_AWAY)),
    "28": (
        AwayError,
        phrase("said.history", "does not let this user in; check the user and the password in history.url"),
    ),
    "3D": (AwayError, phrase("said.history", "has no such database; make it, or change history.url")),
    "53": (AwayError, phrase("said.history", "has no connection or memory to spare; {0}").format(_AWAY)),
    "57": (AwayError, phrase("said.history", "is being stopped or started; {0}").format(_AWAY)),
    "58": (
        FullError,
        phrase("said.history", "its disk does not take or give what is asked; check the server's disk"),
    ),
    "XX": (HistoryError, phrase("said.history", "damaged on the server; restore it from a backup there")),
}
"""By the first two characters of the state (PostgreSQL, appendix A: error codes)."""
_STATES: dict[str, tuple[type[HistoryError], str]] = {
    "25006": (
        AwayError,
        phrase("said.history", "takes no writing now, as a standby does; check which server is the first"),
    ),
    "42501": (
        HistoryError,
        phrase("said.history", "this user may not do that there; grant it CREATE on the schema"),
    ),
    "42P06": (
        HistoryError,
        phrase("said.history", "holds tables of another program; choose another database"),
    ),
    "42P07": (
        HistoryError,
        phrase("said.history", "holds tables of another program; choose another database"),
    ),
    "53100": (FullError, phrase("said.history", "no room left on the server's disk; make room")),
    "55P03": (HistoryError, phrase("said.history", "held by another station; it is tried again")),
    "57014": (HistoryError, phrase("said.history", "took too long over it; it is tried again")),
}


def server_error(place: ServerUrl, cause: BaseException | None) -> HistoryError:
    """The error of a driver as ours. Without a state it never got as far as the server's answer."""
    state = getattr(cause, "sqlstate", None)
    if state is None:
        return AwayError(
            phrase("said.history", "{0}: cannot be reached ({1}); {2}").format(
                place, _said(place, cause), _AWAY
            )
        )
    kind, words = _STATES.get(state) or _CLASSES.get(state[:2], (HistoryError, ""))
    return kind(f"{place}: {words}" if words else f"{place}: {_said(place, cause)} ({state})")


def _said(place: ServerUrl, cause: BaseException | None) -> str:
    """In one line, and without the password, which a driver may quote."""
    lines = str(cause).strip().splitlines()
    said = " ".join(line.strip() for line in lines[:2]) or type(cause).__name__
    secret = place.filled().password
    return said.replace(secret, "***") if secret else said
