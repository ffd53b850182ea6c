"""The range of a scan: text -> the addresses and ports that may be asked, and no others.

IPv4 only: the smallest usual IPv6 network has more addresses than could ever be asked one by one.
"""

import ipaddress
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum, auto
from typing import NamedTuple

MOST = 1024
"""Questions of one scan: hosts times ports. As many as a /22 has addresses."""
LONGEST_RANGE = 2000
"""Characters."""
_SEPARATORS = re.compile(r"[\s,;]+")
_DASH = re.compile(r"\s*(?:-|–|\bto\b|\.\.+)\s*")
_PREFIX = re.compile(r"[0-9]{1,2}")
_PORTS = re.compile(r"([0-9]{1,5})(?:-([0-9]{1,5}))?")


class Wrong(Enum):
    """What is wrong with a range or a port."""

    EMPTY = auto()
    NOT_AN_ADDRESS = auto()
    IPV6 = auto()
    PREFIX = auto()
    BACKWARDS = auto()
    NOT_A_HOST = auto()
    """Addresses that belong to no single device: 0.x.x.x, multicast, reserved ones."""
    TOO_MANY = auto()
    NO_PORT = auto()
    NOT_A_PORT = auto()
    TOO_LONG = auto()


class ScanRangeError(ValueError):
    """A range that cannot be asked."""

    def __init__(self, wrong: Wrong, piece: str = "", position: int = 0, count: int = 0) -> None:
        super().__init__(f"{wrong.name.lower().replace('_', ' ')}: {piece!r} at character {position + 1}")
        self.wrong = wrong
        self.piece = piece
        """The part of the text that is wrong."""
        self.position = position
        """Where that part begins, characters from 0."""
        self.count = count
        """Questions that the range would have, where it has too many."""


class Span(NamedTuple):
    """Neighbouring IPv4 addresses as numbers, both ends included."""

    first: int
    last: int

    def __len__(self) -> int:
        return self.last - self.first + 1

    def __str__(self) -> str:
        ends = [str(ipaddress.IPv4Address(end)) for end in dict.fromkeys((self.first, self.last))]
        return "–".join(ends)


@dataclass(frozen=True, slots=True)
class ScanOrder:
    """What one scan may ask. Each address and port is asked at most once."""

    spans: tuple[Span, ...]
    """Rising, not touching each other."""
    ports: tuple[int, ...]
    """Rising."""

    @property
    def hosts(self) -> int:
        """How many addresses."""
        return sum(span.last - span.first + 1 for span in self.spans)

    @property
    def questions(self) -> int:
        """How many questions: one per address and port."""
        return self.hosts * len(self.ports)

    @property
    def beyond_private(self) -> bool:
        """Some addresses are not private ones (RFC 1918), loopback or link-local: they may be anybody's."""
        return not all(any(_within(span, network) for network in _PRIVATE) for span in self.spans)

    def targets(self) -> Iterator[tuple[str, int]]:
        """Every address and port to be asked, neighbouring addresses one after the other."""
        for port in self.ports:
            for span in self.spans:
                for number in range(span.first, span.last + 1):
                    yield str(ipaddress.IPv4Address(number)), port


_PRIVATE = tuple(
    map(
        ipaddress.IPv4Network,
        ("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "127.0.0.0/8", "169.254.0.0/16"),
    )
)


def parse_order(hosts: str, ports: str) -> ScanOrder:
    """The order of a scan. Raises ScanRangeError where it cannot be told, or would ask more than MOST."""
    spans, numbers = parse_hosts(hosts), parse_ports(ports)
    order = ScanOrder(spans, numbers)
    if order.questions > MOST:
        raise ScanRangeError(Wrong.TOO_MANY, hosts.strip(), 0, order.questions)
    return order


def parse_hosts(text: str) -> tuple[Span, ...]:
    """Read `192.168.1.0/24`, `10.0.0.5-10.0.0.20`, `10.0.0.5-20` and single addresses, between them commas.

    A network's own address and its broadcast address are no hosts. Raises ScanRangeError.
    """
    if len(text) > LONGEST_RANGE:
        raise ScanRangeError(Wrong.TOO_LONG, text[:40], 0, len(text))
    spans = [_span(piece, position) for piece, position in _pieces(text)]
    if not spans:
        raise ScanRangeError(Wrong.EMPTY)
    return _merged(spans)


def parse_ports(text: str) -> tuple[int, ...]:
    """Read `8000`, `8000, 8010` and `8000-8003`. Raises ScanRangeError."""
    if len(text) > LONGEST_RANGE:
        raise ScanRangeError(Wrong.TOO_LONG, text[:40], 0, len(text))
    ports: set[int] = set()
    for piece, position in _pieces(text):
        found = _PORTS.fullmatch(piece)
        if found is None:
            raise ScanRangeError(Wrong.NOT_A_PORT, piece, position)
        first, last = int(found[1]), int(found[2] or found[1])
        if not (0 < first < 65536 and 0 < last < 65536):
            raise ScanRangeError(Wrong.NOT_A_PORT, piece, position)
        if last < first:
            raise ScanRangeError(Wrong.BACKWARDS, piece, position)
        ports.update(range(first, last + 1))
    if not ports:
        raise ScanRangeError(Wrong.NO_PORT)
    return tuple(sorted(ports))


def network_around(address: str, prefix: int) -> str:
    """The network of a machine with this IPv4 address as the range of a scan; empty where it has none.

    Larger ones than a scan may ask are cut to the /24 around the address.
    """
    own = ipaddress.IPv4Address(address)
    if not 0 < prefix <= 30 or not any(own in network for network in _PRIVATE):
        return ""
    return str(ipaddress.IPv4Network((address, prefix if prefix >= 22 else 24), strict=False))


def _pieces(text: str) -> Iterable[tuple[str, int]]:
    """What stands between separators, with the place of each; a dash holds its two ends together."""
    # What fills a dash up to its length, so that places stay, must not be in the text already.
    joined = _DASH.sub(lambda dash: "-" + "\0" * (len(dash[0]) - 1), text.replace("\0", "\ufffd"))
    start = 0
    for gap in (*_SEPARATORS.finditer(joined), None):
        end = gap.start() if gap else len(joined)
        piece = joined[start:end].replace("\0", "")
        if piece:
            yield piece, start
        start = gap.end() if gap else end


def _span(piece: str, position: int) -> Span:
    if ":" in piece:
        raise ScanRangeError(Wrong.IPV6, piece, position)
    base, slash, prefix = piece.partition("/")
    first_text, dash, last_text = base.partition("-")
    first = _address(first_text, piece, position)
    if slash:
        span = _network(base, prefix, piece, position)
    elif dash:
        # `10.0.0.5-20`: only the last number is another one.
        whole = f"{first_text.rpartition('.')[0]}.{last_text}" if last_text.isdecimal() else last_text
        span = Span(first, _address(whole, piece, position))
    else:
        span = Span(first, first)
    if span.last < span.first:
        raise ScanRangeError(Wrong.BACKWARDS, piece, position)
    if not _askable(span):
        raise ScanRangeError(Wrong.NOT_A_HOST, piece, position)
    return span


def _address(text: str, piece: str, position: int) -> int:
    try:
        return int(ipaddress.IPv4Address(text))
    except ValueError:
        raise ScanRangeError(Wrong.NOT_AN_ADDRESS, piece, position) from None


def _network(base: str, prefix: str, piece: str, position: int) -> Span:
    if not (prefix.isascii() and _PREFIX.fullmatch(prefix)) or not 0 < int(prefix) <= 32:
        raise ScanRangeError(Wrong.PREFIX, piece, position)
    try:
        network = ipaddress.IPv4Network((base, int(prefix)), strict=False)
    except ValueError:
        # `10.0.0.1-9/24`: either a range or a network.
        raise ScanRangeError(Wrong.PREFIX, piece, position) from None
    first, last = int(network.network_address), int(network.broadcast_address)
    return Span(first + 1, last - 1) if network.prefixlen < 31 else Span(first, last)


def _askable(span: Span) -> bool:
    """0.0.0.0/8 means `this network`, 224.0.0.0 and above are multicast and reserved (RFC 6890)."""
    return span.first >= 1 << 24 and span.last < 224 << 24


def _within(span: Span, network: ipaddress.IPv4Network) -> bool:
    return int(network.network_address) <= span.first and span.last <= int(network.broadcast_address)


def _merged(spans: Iterable[Span]) -> tuple[Span, ...]:
    """The same addresses, each once."""
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.first <= merged[-1].last + 1:
            merged[-1] = Span(merged[-1].first, max(merged[-1].last, span.last))
        else:
            merged.append(span)
    return tuple(merged)
