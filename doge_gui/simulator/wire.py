"""The little of HTTP that a gateway speaks: one GET in, one answer out (RFC 9112, versions 1.0 and 1.1)."""

from functools import lru_cache
from http import HTTPStatus
from typing import NamedTuple

MAX_REQUEST = 8192
"""Bytes of a request, all headers included."""

JSON = "application/json"
HTML = "text/html; charset=utf-8"

PHRASES = {int(status): status.phrase for status in HTTPStatus}

END_OF_HEAD = b"\r\n\r\n"


class Request(NamedTuple):
    """One question as it came in."""

    target: bytes
    """The path, still as it stood on the wire."""
    keep_alive: bool
    """The client wants to use the connection again."""
    connection: str
    """The Connection header that the answer needs; empty where the version's default says it already."""


class BadRequestError(Exception):
    """A request that no gateway answers; `status` is the refusal."""

    def __init__(self, status: int) -> None:
        super().__init__(HTTPStatus(status).phrase)
        self.status = status


def parse_request(received: bytes) -> tuple[Request, bytes] | None:
    """The first request in `received` and the bytes after it, or None while its head is incomplete.

    Raises BadRequestError for a head that is too large, is not HTTP, is not a GET, or announces a body.
    """
    end = received.find(END_OF_HEAD)
    if end < 0 or end > MAX_REQUEST:
        if len(received) > MAX_REQUEST:
            raise BadRequestError(431)
        return None
    line, _, fields = received[:end].partition(b"\r\n")
    words = line.split(b" ")
    if len(words) != 3 or words[2] not in (b"HTTP/1.1", b"HTTP/1.0"):
        raise BadRequestError(400)
    if words[0] != b"GET":
        raise BadRequestError(405)
    keep_alive, connection = _persistence(words[2], b"\n" + fields.lower() + b"\r")
    return Request(words[1], keep_alive, connection), received[end + len(END_OF_HEAD) :]


def _persistence(version: bytes, fields: bytes) -> tuple[bool, str]:
    """Whether the connection stays open, and the header that says so; `fields` is lower case."""
    if b"\ntransfer-encoding:" in fields or (
        b"\ncontent-length:" in fields and _field(fields, b"\ncontent-length:") != b"0"
    ):
        raise BadRequestError(400)
    options = b""
    if b"\nconnection:" in fields:
        options = _field(fields, b"\nconnection:")
    if version == b"HTTP/1.1":
        return (False, "close") if b"close" in options else (True, "")
    return (True, "keep-alive") if b"keep-alive" in options else (False, "")


def _field(fields: bytes, name: bytes) -> bytes:
    start = fields.index(name) + len(name)
    return fields[start : fields.index(b"\r", start)].strip()


@lru_cache(maxsize=4096)
def head(status: int, length: int | None, content_type: str, connection: str, *more: str) -> bytes:
    """An answer's head; `length` is left out where None, `more` are whole header lines."""
    phrase = PHRASES.get(status, "Unknown")
    lines = [f"HTTP/1.1 {status} {phrase}", f"Content-Type: {content_type}", *more]
    if length is not None:
        lines.append(f"Content-Length: {length}")
    if connection:
        lines.append(f"Connection: {connection}")
    return "\r\n".join(lines).encode() + END_OF_HEAD


def answer(request: Request, body: bytes, status: int = 200, content_type: str = JSON) -> bytes:
    """A whole answer, ready to be sent."""
    return head(status, len(body), content_type, request.connection) + body


def refusal(status: int) -> bytes:
    """The answer to a request that was not understood; the connection is closed after it."""
    return head(status, 0, JSON, "close")
