"""The sockets that the web view listens on."""

import errno
import ipaddress
import os
import socket
from typing import Any

_BACKLOG = 512
_NOT_HERE = {errno.EADDRNOTAVAIL, errno.EAFNOSUPPORT}
"""An address that a name has, but not this machine: the loopback of IPv6 where that is switched off."""


def listening_sockets(host: str, port: int) -> tuple[socket.socket, ...]:
    """Listen on every address that `host` stands for; port 0 takes a free one, the same on all.

    Raises OSError: no such host, no such address here, port taken, or not ours to take.
    """
    sockets: list[socket.socket] = []
    missing: OSError | None = None
    try:
        for family, address in _addresses(host, port):
            chosen = sockets[0].getsockname()[1] if sockets else port
            try:
                sockets.append(_listening(family, (address[0], chosen, *address[2:])))
            except OSError as error:
                if error.errno not in _NOT_HERE:
                    raise
                missing = error
    except OSError:
        for opened in sockets:
            opened.close()
        raise
    if not sockets:
        raise missing or OSError(errno.EADDRNOTAVAIL, os.strerror(errno.EADDRNOTAVAIL))
    return tuple(sockets)


def address_to_visit(host: str, port: int) -> str:
    """The URL of what listens on `host`; on this machine where that is every address."""
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        return f"http://{host}:{port}/"
    if address.is_unspecified:
        address = ipaddress.ip_address("127.0.0.1" if address.version == 4 else "::1")
    return f"http://{address}:{port}/" if address.version == 4 else f"http://[{address}]:{port}/"


def _addresses(host: str, port: int) -> list[tuple[socket.AddressFamily, tuple[Any, ...]]]:
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)
    except UnicodeError as error:
        raise OSError(errno.EADDRNOTAVAIL, f"no host name: {host!r}") from error
    known: dict[tuple[socket.AddressFamily, tuple[Any, ...]], None] = dict.fromkeys(
        (family, tuple(address)) for family, _, _, _, address in found
    )
    return [(family, address) for family, address in known if family in {socket.AF_INET, socket.AF_INET6}]


def _listening(family: socket.AddressFamily, address: tuple[Any, ...]) -> socket.socket:
    opened = socket.socket(family, socket.SOCK_STREAM)
    try:
        # On Windows the same option would let two programs listen on one port.
        exclusive = getattr(socket, "SO_EXCLUSIVEADDRUSE", None)
        opened.setsockopt(socket.SOL_SOCKET, exclusive or socket.SO_REUSEADDR, 1)
        if family == socket.AF_INET6:
            opened.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
        opened.bind(address)
        opened.listen(_BACKLOG)
        opened.setblocking(False)
    except OSError:
        opened.close()
        raise
    return opened
