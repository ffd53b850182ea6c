"""Which sockets are ready: epoll where there is one, otherwise what the system offers."""

import contextlib
import select
import selectors
from collections.abc import Iterable
from typing import Protocol

READ, WRITE = 1, 2
_EVENTS_AT_ONCE = 512


class Readiness(Protocol):
    """Watches descriptors. A watch may be left in place while nobody waits for its descriptor."""

    def watch(self, descriptor: int, events: int) -> None:
        """Tell when `descriptor` is ready for READ, WRITE or both; replaces an earlier watch."""

    def drop(self, descriptor: int) -> None:
        """Watch it no more."""

    def wait(self, seconds: float) -> Iterable[tuple[int, int]]:
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

    def watch(self, descriptor: int, events: int) -> None:
        # Told to the kernel although it may know already: the number may be a new socket's, whose
        # predecessor was closed, and of that the kernel says nothing.
        mask = self._masks[events]
        if descriptor in self._watched:
            try:
                self._epoll.modify(descriptor, mask)
            except FileNotFoundError:
                self._epoll.register(descriptor, mask)
        else:
            self._epoll.register(descriptor, mask)
        self._watched[descriptor] = events

    def drop(self, descriptor: int) -> None:
        if self._watched.pop(descriptor, None) is not None:
            with contextlib.suppress(OSError):
                self._epoll.unregister(descriptor)

    def wait(self, seconds: float) -> Iterable[tuple[int, int]]:
        ready = self._epoll.poll(seconds, _EVENTS_AT_ONCE)
        out, problem = select.EPOLLOUT, select.EPOLLERR | select.EPOLLHUP
        return [
            (
                descriptor,
                (READ if events & ~out else 0) | (WRITE if events & (out | problem) else 0),
            )
            for descriptor, events in ready
        ]

    def close(self) -> None:
        self._epoll.close()


class _Selector:
    """Other systems: the standard library's choice."""

    def __init__(self) -> None:
        self._selector = selectors.DefaultSelector()

    def watch(self, descriptor: int, events: int) -> None:
        # A closed socket's number may have come back as another socket's.
        self.drop(descriptor)
        self._selector.register(descriptor, events)

    def drop(self, descriptor: int) -> None:
        with contextlib.suppress(KeyError, OSError, ValueError):
            self._selector.unregister(descriptor)

    def wait(self, seconds: float) -> Iterable[tuple[int, int]]:
        return [(key.fd, events) for key, events in self._selector.select(seconds)]

    def close(self) -> None:
        self._selector.close()
