"""How often somebody may try a token: five wrong ones a minute from one address, a hundred from all.

Pure: instants (monotonic seconds) are passed in, the caller takes care of its threads. While an address is
held, nothing it offers is looked at, so that guessing goes no faster by trying more. The limit for all holds
only strangers: who was let in within the last hour keeps being served while others guess.
"""

import ipaddress
from collections import deque
from dataclasses import dataclass, field
from enum import Enum
from typing import Final

WINDOW_S: Final = 60.0
OF_ONE: Final = 5
OF_ALL: Final = 100
KEPT: Final = 1024
"""At most so many addresses are remembered."""
QUIET_S: Final = 600.0
"""After so long without a wrong token an address is told of anew."""
KNOWN_S: Final = 3600.0
"""So long somebody who was let in is no stranger."""


class News(Enum):
    """What a wrong token means that is worth a line in the log."""

    NOTHING = "nothing new"
    FIRST = "the first wrong token from this address"
    HELD = "this address is held now"
    ALL_HELD = "all strangers are held now"


@dataclass(slots=True)
class _Visitor:
    wrong: deque[float] = field(default_factory=deque)
    """The instants of its newest wrong tokens, oldest first, OF_ONE at most."""
    told: News = News.NOTHING
    let_in: float | None = None
    seen: float = 0.0


class Attempts:
    """Who tried in vain, and when."""

    def __init__(self) -> None:
        self._visitors: dict[str, _Visitor] = {}
        self._all: deque[float] = deque(maxlen=OF_ALL)
        self._all_told = float("-inf")

    def __len__(self) -> int:
        """How many addresses are remembered."""
        return len(self._visitors)

    def wait_s(self, who: str, now: float) -> float:
        """Seconds until this one may try (again); 0 where it may now."""
        visitor = self._visitors.get(who)
        own = 0.0 if visitor is None else _left(visitor.wrong, OF_ONE, now)
        known = visitor is not None and visitor.let_in is not None and now - visitor.let_in < KNOWN_S
        return own if known else max(own, _left(self._all, OF_ALL, now))

    def wrong(self, who: str, now: float) -> News:
        """A wrong token was offered."""
        visitor = self._visitor(who, now)
        if not visitor.wrong or now - visitor.wrong[-1] >= QUIET_S:
            visitor.told = News.NOTHING
        visitor.wrong.append(now)
        if len(visitor.wrong) > OF_ONE:
            visitor.wrong.popleft()
        self._all.append(now)
        return self._news(visitor, now)

    def right(self, who: str, now: float) -> None:
        """The token was offered. Earlier wrong ones still count: somebody else may share the address."""
        self._visitor(who, now).let_in = now

    def _news(self, visitor: _Visitor, now: float) -> News:
        if _left(self._all, OF_ALL, now) and now - self._all_told >= QUIET_S:
            self._all_told = now
            return News.ALL_HELD
        if _left(visitor.wrong, OF_ONE, now):
            news = News.NOTHING if visitor.told is News.HELD else News.HELD
        else:
            news = News.FIRST if visitor.told is News.NOTHING else News.NOTHING
        if news is not News.NOTHING:
            visitor.told = news
        return news

    def _visitor(self, who: str, now: float) -> _Visitor:
        if who not in self._visitors and len(self._visitors) >= KEPT:
            self._forget_one(now)
        visitor = self._visitors.setdefault(who, _Visitor())
        visitor.seen = now
        return visitor

    def _forget_one(self, now: float) -> None:
        def worth(who: str) -> tuple[bool, bool, float]:
            one = self._visitors[who]
            trying = bool(one.wrong) and now - one.wrong[-1] < WINDOW_S
            return trying, one.let_in is not None, one.seen

        del self._visitors[min(self._visitors, key=worth)]


def address_of(remote: str | None) -> str:
    """By what somebody is told from others: the IPv4 address, or the network (/64) of an IPv6 one, where a
    machine may use any number of addresses. Safe to be logged."""
    try:
        address = ipaddress.ip_address((remote or "").partition("%")[0])
    except ValueError:
        return "an unknown address"
    if isinstance(address, ipaddress.IPv4Address):
        return str(address)
    if address.ipv4_mapped is not None:
        return str(address.ipv4_mapped)
    return str(ipaddress.IPv6Network((address, 64), strict=False))


def _left(instants: deque[float], allowed: int, now: float) -> float:
    if len(instants) < allowed:
        return 0.0
    return max(0.0, instants[-allowed] + WINDOW_S - now)
