"""Which sockets are ready: epoll where there is one, otherwise what the system offers."""

import contextlib
import select
import selectors
from typing import Protocol

READ, WRITE = 1, 2
_EVENTS_AT_ONCE = 512


class Readiness(Protocol):
    """Watches descriptors. A watch may be left in place while nobody waits for its descriptor."""

    def is_new(self, descriptor: int) -> None:
        """This number belongs to a new socket: what was watched under it is gone."""

    def watch(self, descriptor: int, events: int) -> None:
        """Tell when `descriptor` is ready for READ, WRITE or both; replaces an earlier watch."""

    def drop(self, descriptor: int) -> None:
        """Watch it no more."""

    def wait(self, seconds: float) -> list[tuple[int, int]]:
        """(descriptor, events) of what is ready, at the latest after `seconds`; may be none."""

    def close(self) -> None:
        """Give everything back."""


def new_readiness() -> Readiness:
    """The fastest that this system has."""
    return _Epoll() if hasattr(select, "epoll") else _Selector()


class _Epoll:
    """Linux. The kernel forgets a descriptor by itself when it is closed."""

    def __init__(self) -> None:
        self._epoll = select.epoll()
        self._watched: dict[int, int] = {}
        self._masks = {
            READ: select.EPOLLIN,
            WRITE: select.EPOLLOUT,
            READ | WRITE: select.EPOLLIN | select.EPOLLOUT,
        }
        self._told = _Told()

    def is_new(self, descriptor: int) -> None:
        self._watched.pop(descriptor, None)

    def watch(self, descriptor: int, events: int) -> None:
        before = self._watched.get(descriptor)
        if before == events:
            return
        self._watched[descriptor] = events
        if before is None:
            self._epoll.register(descriptor, self._masks[events])
        else:
            self._epoll.modify(descriptor, self._masks[events])

    def drop(self, descriptor: int) -> None:
        if self._watched.pop(descriptor, None) is not None:
            with contextlib.suppress(OSError):
                self._epoll.unregister(descriptor)

    def wait(self, seconds: float) -> list[tuple[int, int]]:
        told = self._told
        return [
            (descriptor, told[events]) for descriptor, events in self._epoll.poll(seconds, _EVENTS_AT_ONCE)
        ]

    def close(self) -> None:
        self._epoll.close()


class _Told(dict[int, int]):
    """What epoll tells -> READ, WRITE or both; worked out once for each that occurs."""

    def __missing__(self, events: int) -> int:
        problem = events & (select.EPOLLERR | select.EPOLLHUP)
        reading = READ if problem or events & ~select.EPOLLOUT else 0
        self[events] = reading | (WRITE if problem or events & select.EPOLLOUT else 0)
        return self[events]


class _Selector:
    """Other systems: the standard library's choice."""

    def __init__(self) -> None:
        self._selector = selectors.DefaultSelector()

    def is_new(self, descriptor: int) -> None:
        self.drop(descriptor)

    def watch(self, descriptor: int, events: int) -> None:
        self.drop(descriptor)
        self._selector.register(descriptor, events)

    def drop(self, descriptor: int) -> None:
        with contextlib.suppress(KeyError, OSError, ValueError):
            self._selector.unregister(descriptor)

    def wait(self, seconds: float) -> list[tuple[int, int]]:
        return [(key.fd, events) for key, events in self._selector.select(seconds)]

    def close(self) -> None:
        self._selector.close()
