"""How each fault of the wire is played. Nothing here waits: what takes time is a timer of the loop."""

import zlib
from collections.abc import Iterable, Iterator
from functools import lru_cache, singledispatch
from itertools import chain, repeat
from typing import NamedTuple

from doge_gui.simulator.connection import Connection
from doge_gui.simulator.faults import (
    CloseIdle,
    Drip,
    Empty,
    Endless,
    Garble,
    GzipBomb,
    Html,
    Raw,
    Redirect,
    Reset,
    Silent,
    Status,
    WireEvent,
)
from doge_gui.simulator.loop import Loop
from doge_gui.simulator.wire import HTML, JSON, Request, answer, head

MEGABYTE = 1024**2
TWO_GIGABYTES = 2 * 1024**3
FILLER = b" " * 16384
RESET_AFTER_S = 0.02
"""Time for the first half of a body to reach the client before the reset overtakes it."""

PAGE = b"<!DOCTYPE html><html><body><h1>It works!</h1></body></html>"


class Exchange(NamedTuple):
    """A question on its connection, and the good answer it should have had."""

    loop: Loop
    connection: Connection
    request: Request
    body: bytes

    def reply(self, data: bytes) -> None:
        """Send a whole answer and take the next question."""
        self.connection.send(data)
        self.connection.finish(keep_alive=self.request.keep_alive)


class Stream:
    """Sends piece after piece at a steady pace, until there are no more or the client has gone."""

    def __init__(self, exchange: Exchange, pieces: Iterable[bytes], every_s: float) -> None:
        self._exchange = exchange
        self._pieces: Iterator[bytes] = iter(pieces)
        self._every_s = every_s

    def step(self) -> None:
        """Send one piece, unless the client has not taken the last one yet."""
        connection = self._exchange.connection
        if connection.closed:
            return
        if not connection.clogged:
            piece = next(self._pieces, None)
            if piece is None:
                connection.finish(keep_alive=self._exchange.request.keep_alive)
                return
            connection.send(piece)
        self._exchange.loop.call_later(self._every_s, self.step)


@singledispatch
def play(fault: WireEvent, exchange: Exchange) -> None:
    """Answer `exchange` as badly as `fault` says."""
    raise NotImplementedError(f"{type(fault).__name__} has no way to be played")


@play.register
def _silent(_fault: Silent, _exchange: Exchange) -> None:
    """The connection stays open and the question unanswered."""


@play.register
def _drip(fault: Drip, exchange: Exchange) -> None:
    whole = answer(exchange.request, exchange.body)
    at_once = len(whole) - len(exchange.body) if fault.fault == "body_drip" else 0
    drops = (whole[index : index + 1] for index in range(at_once, len(whole)))
    Stream(exchange, chain([whole[:at_once]] if at_once else [], drops), fault.every_ms / 1000).step()


@play.register
def _endless(fault: Endless, exchange: Exchange) -> None:
    connection = exchange.request.connection
    pieces: Iterable[bytes]
    match fault.fault:
        case "endless_continue":
            pieces = repeat(b"HTTP/1.1 100 Continue\r\n\r\n")
        case "endless_header":
            pieces = chain([b"HTTP/1.1 200 OK\r\n"], repeat((b"X-Filler: " + FILLER[:1000] + b".\r\n") * 16))
        case "endless_chunks":
            chunk = b"%x\r\n%b\r\n" % (len(FILLER), FILLER)
            pieces = chain([head(200, None, JSON, connection, "Transfer-Encoding: chunked")], repeat(chunk))
        case "huge_length":
            pieces = chain([head(200, TWO_GIGABYTES, JSON, connection)], repeat(FILLER))
    Stream(exchange, pieces, fault.every_ms / 1000).step()


@play.register
def _gzip_bomb(fault: GzipBomb, exchange: Exchange) -> None:
    bomb = gzip_after_blanks(fault.megabytes, exchange.body)
    exchange.reply(head(200, len(bomb), JSON, exchange.request.connection, "Content-Encoding: gzip") + bomb)


@play.register
def _redirect(fault: Redirect, exchange: Exchange) -> None:
    exchange.reply(head(fault.code, 0, JSON, exchange.request.connection, f"Location: {fault.to}"))


@play.register
def _close_idle(fault: CloseIdle, exchange: Exchange) -> None:
    exchange.reply(answer(exchange.request, exchange.body))
    exchange.loop.call_later(fault.after_ms / 1000, exchange.connection.close)


@play.register
def _reset(_fault: Reset, exchange: Exchange) -> None:
    whole = answer(exchange.request, exchange.body)
    exchange.connection.send(whole[: len(whole) - (len(exchange.body) + 1) // 2])
    exchange.loop.call_later(RESET_AFTER_S, exchange.connection.reset)


@play.register
def _status(fault: Status, exchange: Exchange) -> None:
    if fault.code in (204, 304):
        exchange.reply(head(fault.code, None, JSON, exchange.request.connection))
    else:
        exchange.reply(answer(exchange.request, fault.body.encode(), fault.code))


@play.register
def _html(_fault: Html, exchange: Exchange) -> None:
    exchange.reply(answer(exchange.request, PAGE, content_type=HTML))


@play.register
def _empty(_fault: Empty, exchange: Exchange) -> None:
    exchange.reply(answer(exchange.request, b""))


@play.register
def _garble(_fault: Garble, exchange: Exchange) -> None:
    exchange.reply(answer(exchange.request, exchange.body[: len(exchange.body) // 2] + b"\xff\xfe\x00{"))


@play.register
def _raw(fault: Raw, exchange: Exchange) -> None:
    exchange.reply(answer(exchange.request, fault.payload()))


def gzip_after_blanks(megabytes: int, body: bytes) -> bytes:
    """One gzip member (RFC 1952): that many megabytes of blanks, then `body`."""
    packed, checksum = _packed_blanks(megabytes)
    packer = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    last = packer.compress(body) + packer.flush()
    checksum = zlib.crc32(body, checksum)
    size = megabytes * MEGABYTE + len(body)
    header = b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x02\xff"
    return header + packed + last + checksum.to_bytes(4, "little") + size.to_bytes(4, "little")


@lru_cache(maxsize=4)
def _packed_blanks(megabytes: int) -> tuple[bytes, int]:
    """Deflated blanks without an ending, and their checksum; one megabyte is deflated and then repeated."""
    blanks = b" " * MEGABYTE
    packer = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    packed = packer.compress(blanks) + packer.flush(zlib.Z_FULL_FLUSH)
    checksum = 0
    for _ in range(megabytes):
        checksum = zlib.crc32(blanks, checksum)
    return packed * megabytes, checksum
