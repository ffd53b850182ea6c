"""Which names this server answers to: what a browser believes it is talking to.

A page of a stranger can let its own name point at this machine (DNS rebinding) and would then read the
answers as its own. So every request says in `Host` (RFC 9110, section 7.2) whom it wants, and only our names
are answered. An address as such cannot be made to point elsewhere.
"""

import ipaddress
import re
from dataclasses import dataclass

from doge_gui.core.config import FlaskSection
from doge_gui.core.phrase import phrase

Address = ipaddress.IPv4Address | ipaddress.IPv6Address

LOCALHOST = "localhost"
_AUTHORITY = re.compile(
    r"(?:\[(?P<six>[0-9A-Fa-f:.]+)\]|(?P<name>[A-Za-z0-9._-]+))(?::(?P<port>[0-9]{1,5}))?"
)
_HIGHEST_PORT = 65535


@dataclass(frozen=True, slots=True)
class Authority:
    """Host and port as a client wrote them."""

    host: str
    """In lower case, an address in its usual form, without brackets and without a closing dot."""
    port: int | None = None


@dataclass(frozen=True, slots=True)
class OwnNames:
    """What we answer to."""

    names: frozenset[str]
    """Names and addresses, in the form of `Authority.host`."""
    any_loopback: bool = False
    any_address: bool = False

    def answers(self, host: str) -> bool:
        """Whether a host is ours."""
        if host in self.names:
            return True
        address = _address(host)
        if address is None or address.is_unspecified:
            return False
        return self.any_address or (self.any_loopback and address.is_loopback)


def authority(text: str) -> Authority | None:
    """Host and port of `host:port`; None where it is not exactly that (a user, a list, a path, nothing)."""
    match = _AUTHORITY.fullmatch(text)
    if match is None:
        return None
    port = int(match["port"]) if match["port"] else None
    if port is not None and not 0 < port <= _HIGHEST_PORT:
        return None
    if match["six"] is not None:
        address = _address(match["six"])
        return Authority(str(address), port) if isinstance(address, ipaddress.IPv6Address) else None
    host = _usual(match["name"])
    return Authority(host, port) if host else None


def own_names(section: FlaskSection, machine: str) -> OwnNames:
    """The names that are ours where we are bound as the section says, on a machine of this name."""
    bound = _usual(section.host)
    named = {_usual(name) for name in section.names}
    if is_loopback(section.host):
        return OwnNames(frozenset({bound, LOCALHOST} | named), any_loopback=True)
    machines = frozenset({_usual(machine)} | named) - {""}
    if _is_wildcard(section.host):
        return OwnNames(machines | {LOCALHOST}, any_address=True)
    return OwnNames(machines | {bound})


def is_loopback(host: str) -> bool:
    """Whether only this machine can reach what is bound there, by the text alone; no name is looked up."""
    usual = _usual(host)
    address = _address(usual)
    return usual == LOCALHOST if address is None else address.is_loopback


def serving_refused(section: FlaskSection) -> str:
    """Why the web view must not be served as the section says; empty where it may."""
    if section.token is not None:
        return ""
    if section.proxy is not None:
        return phrase(
            "said.web",
            "behind a proxy other machines ask, and there is no flask.token; set one, or no flask.proxy",
        )
    if is_loopback(section.host):
        return ""
    return phrase(
        "said.web",
        "{0} can be reached from other machines, and there is no flask.token; set one, or serve on 127.0.0.1",
    ).format(section.host)


def same_place(one: Authority, other: Authority, usual_port: int) -> bool:
    """Whether both are the same host and port; a port that is not written is the usual one."""
    return (one.host, one.port or usual_port) == (other.host, other.port or usual_port)


def _is_wildcard(host: str) -> bool:
    address = _address(_usual(host))
    return host == "*" or (address is not None and address.is_unspecified)


def _usual(host: str) -> str:
    text = host.strip("[]").lower().removesuffix(".")
    address = _address(text)
    return text if address is None else str(address)


def _address(text: str) -> Address | None:
    try:
        return ipaddress.ip_address(text)
    except ValueError:
        return None
