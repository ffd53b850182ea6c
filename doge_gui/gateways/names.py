"""The addresses behind hosts' names, looked up in threads that nobody ever waits for beyond a set time.

libcurl looks names up in threads of its own and joins them when a handle is closed, which with a dead name
server holds a sweep, or the program's end, for as long as the system's resolver tries. So it is given
addresses only (CURLOPT_RESOLVE).
"""

import socket
import threading
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass

from requests import PreparedRequest

from doge_gui.core.phrase import phrase
from doge_gui.gateways.transport_errors import DeadlineError, TransportError, UnknownHostError

KNOWN_FOR_S = 60.0
"""Age at which an address is looked up anew; it stays in use until the answer has come."""
UNKNOWN_FOR_S = 5.0
"""Time for which a name without an address is not asked for again."""
MOST_THREADS = 16
"""Names looked up at the same time. Others wait for their turn."""

Addresses = tuple[str, ...]
"""Numeric addresses of one host, the preferred one first; none where the name is not known."""


@dataclass(frozen=True, slots=True)
class _Found:
    addresses: Addresses
    at: float
    """Monotonic seconds of the answer."""


class NameBook:
    """Names and their addresses. Any thread may ask; it is blocked no longer than it wants to be."""

    def __init__(
        self,
        look_up: Callable[[str], Addresses] | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """`look_up` may block as long as it likes and raise OSError; the system's resolver by default."""
        self._look_up = look_up or system_look_up
        self._clock = clock
        self._changed = threading.Condition()
        self._found: dict[str, _Found] = {}
        self._asked: set[str] = set()
        self._queue: deque[str] = deque()
        self._threads = 0

    def addresses_of(self, host: str, patience_s: float = 0.0) -> Addresses | None:
        """The addresses of `host`: itself where it is numeric, none where the name is not known.

        None while no answer has come; waits for one at most `patience_s` seconds, and the look-up goes on.
        """
        if is_numeric(host):
            return (host,)
        with self._changed:
            if self._is_due(host):
                self._order(host)
            if patience_s > 0:
                self._changed.wait_for(lambda: host in self._found, patience_s)
            found = self._found.get(host)
        return found.addresses if found else None

    def _is_due(self, host: str) -> bool:
        """Look it up now? Forgets that a name was unknown, so that the next answer is a new one."""
        if host in self._asked:
            return False
        found = self._found.get(host)
        if found is None:
            return True
        age = self._clock() - found.at
        if found.addresses:
            return age >= KNOWN_FOR_S
        if age >= UNKNOWN_FOR_S:
            del self._found[host]
            return True
        return False

    def _order(self, host: str) -> None:
        self._asked.add(host)
        self._queue.append(host)
        if self._threads < MOST_THREADS:
            self._threads += 1
            # A daemon, so that the program's end does not wait for the name server.
            threading.Thread(target=self._work, name="name look-up", daemon=True).start()

    def _work(self) -> None:
        """Answer what is queued, then end."""
        while True:
            with self._changed:
                if not self._queue:
                    self._threads -= 1
                    return
                host = self._queue.popleft()
            addresses = self._answer(host)
            with self._changed:
                self._asked.discard(host)
                self._found[host] = _Found(addresses, self._clock())
                self._changed.notify_all()

    def _answer(self, host: str) -> Addresses:
        try:
            return self._look_up(host)
        except socket.gaierror as error:
            before = self._found.get(host)
            # The name server is away, which says nothing against the address it gave before.
            return before.addresses if before and error.errno == socket.EAI_AGAIN else ()
        except (OSError, UnicodeError):
            return ()


def system_look_up(host: str) -> Addresses:
    """What the system's resolver says, hosts file included. Blocks; raises OSError or UnicodeError."""
    answers = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)
    return tuple(dict.fromkeys(str(place[0]) for *_, place in answers if "%" not in str(place[0])))


def is_numeric(host: str) -> bool:
    """An IPv4 or IPv6 address (without brackets), for which no name server is needed."""
    try:
        socket.inet_pton(socket.AF_INET6 if ":" in host else socket.AF_INET, host)
    except (OSError, ValueError):
        return False
    return True


def resolve_entry(netloc: str, addresses: Addresses) -> str:
    """An entry of CURLOPT_RESOLVE: `host:port:address,address`."""
    return f"{netloc}:{','.join(f'[{each}]' if ':' in each else each for each in addresses)}"


def no_address(
    addresses: Addresses | None, request: PreparedRequest | None, waited_s: float
) -> TransportError:
    """Why a host cannot be asked: its name is not known, or (None) nobody said so in `waited_s` seconds."""
    if addresses is None:
        return DeadlineError(
            phrase("said.answers", "no answer from the name server in {0} s").format(f"{waited_s:.1f}"),
            request=request,
        )
    return UnknownHostError(phrase("said.answers", "the host's name is not known"), request=request)
