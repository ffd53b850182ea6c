"""Who is let in: whoever has the token, or a pass made from it. One door for all threads of the site."""

import logging
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from threading import Lock
from typing import Final

from doge_gui.web.guard.attempts import OF_ALL, OF_ONE, Attempts, News, address_of
from doge_gui.web.guard.token import is_token, make_pass, pass_holds

_log = logging.getLogger("watchdoge")

_PASSES_LOOKED_AT: Final = 4
"""A browser may send more than one cookie of a name."""


@dataclass(frozen=True, slots=True)
class Tried:
    """What became of a token that was offered."""

    let_in: bool
    wait_s: float = 0.0
    """How long nothing is looked at; above 0 only where nothing was."""


class Door:
    """The token's keeper."""

    def __init__(self, token: str, clock: Callable[[], float], wall_clock: Callable[[], datetime]) -> None:
        """`clock`: monotonic seconds. `wall_clock`: UTC."""
        self._token, self._clock, self._wall_clock = token, clock, wall_clock
        self._attempts = Attempts()
        self._lock = Lock()

    def try_token(self, offered: str, remote: str | None) -> Tried:
        """Look at a token that the client at an address offers, unless it must wait."""
        who = address_of(remote)
        with self._lock:
            now = self._clock()
            wait_s = self._attempts.wait_s(who, now)
            if wait_s > 0:
                return Tried(let_in=False, wait_s=wait_s)
            if is_token(self._token, offered):
                self._attempts.right(who, now)
                return Tried(let_in=True)
            news = self._attempts.wrong(who, now)
        _tell(news, who)
        return Tried(let_in=False)

    def holds(self, passes: Iterable[str]) -> bool:
        """Whether one of the passes does. A wrong one is no attempt: nobody guesses a seal of 256 bits."""
        now_s = self._wall_clock().timestamp()
        return any(pass_holds(self._token, one, now_s) for one in islice(passes, _PASSES_LOOKED_AT))

    def make_pass(self) -> str:
        """A new pass."""
        return make_pass(self._token, self._wall_clock().timestamp())


def _tell(news: News, who: str) -> None:
    if news is News.FIRST:
        _log.warning("web: a wrong token was offered from %s", who)
    elif news is News.HELD:
        _log.warning("web: %d wrong tokens in a minute from %s; it has to wait", OF_ONE, who)
    elif news is News.ALL_HELD:
        _log.warning("web: %d wrong tokens in a minute, at last from %s; strangers have to wait", OF_ALL, who)
