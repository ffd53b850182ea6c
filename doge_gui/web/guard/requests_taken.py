"""What a request must be to be looked at: a question, without a body, to us, not sent by a stranger's page.

Pure: texts of the request in, the refusal out. Every check is done before any route is entered.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlsplit

from doge_gui.core.phrase import phrase
from doge_gui.web.guard.hosts import OwnNames, authority, same_place

METHODS: Final = ("GET", "HEAD")
_PORTS: Final = {"http": 80, "https": 443}
_OWN_SITE: Final = frozenset({"none", "same-origin"})


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a request is not answered."""

    status: int
    detail: str
    """One sentence for the asker, in English; it quotes nothing of the request."""


NOT_OUR_NAME = Refusal(
    400,
    phrase("web", "This name is not ours; flask.names lists the names by which browsers reach WatchDoge."),
)
OTHER_METHOD = Refusal(405, phrase("web", "Everything here is read-only: only GET and HEAD are answered."))
WITH_BODY = Refusal(413, phrase("web", "A question has no body."))
STRANGE_LENGTH = Refusal(400, phrase("web", "A question has no body, and no other framing than its own."))
FROM_ELSEWHERE = Refusal(403, phrase("web", "Another site's page must not ask in your name."))


def refused(environ: Mapping[str, object], names: OwnNames) -> Refusal | None:
    """Why the request (a WSGI environment, PEP 3333) is refused; None where it is looked at."""

    def header(name: str) -> str | None:
        value = environ.get(name)
        return None if value is None else str(value)

    host = header("HTTP_HOST") or ""
    method = header("REQUEST_METHOD") or ""
    return (
        host_refused(host, header("REQUEST_URI") or "/", names)
        or (None if method in METHODS else OTHER_METHOD)
        or body_refused(header("CONTENT_LENGTH"), header("HTTP_TRANSFER_ENCODING"))
        or origin_refused(header("HTTP_ORIGIN"), host)
        or site_refused(
            header("HTTP_SEC_FETCH_SITE"), header("HTTP_SEC_FETCH_MODE"), header("HTTP_SEC_FETCH_DEST")
        )
    )


def host_refused(host: str, target: str, names: OwnNames) -> Refusal | None:
    """`host`: the header as it came, empty where it is missing. `target`: of the request line, which may name
    a host, too (the absolute form, RFC 9112, section 3.2.2), and then must name the same one."""
    asked = authority(host)
    if asked is None or not names.answers(asked.host):
        return NOT_OUR_NAME
    if target.startswith("/"):
        return None
    try:
        parts = urlsplit(target)
    except ValueError:
        return NOT_OUR_NAME
    named = authority(parts.netloc)
    usual_port = _PORTS.get(parts.scheme)
    if named is None or usual_port is None or not same_place(named, asked, usual_port):
        return NOT_OUR_NAME
    return None


def body_refused(length: str | None, transfer: str | None) -> Refusal | None:
    """By `Content-Length` and `Transfer-Encoding` (RFC 9112, section 6)."""
    if transfer is not None:
        return STRANGE_LENGTH
    if length is None or not length.strip("0"):
        return None
    return WITH_BODY if length.isascii() and length.isdigit() else STRANGE_LENGTH


def origin_refused(origin: str | None, host: str) -> Refusal | None:
    """By `Origin` (RFC 6454, section 7): where it is told, it is this very host."""
    if origin is None:
        return None
    scheme, _, place = origin.partition("://")
    usual_port = _PORTS.get(scheme)
    from_there, here = authority(place), authority(host)
    if (
        usual_port is None
        or from_there is None
        or here is None
        or not same_place(from_there, here, usual_port)
    ):
        return FROM_ELSEWHERE
    return None


def site_refused(site: str | None, mode: str | None, destination: str | None) -> Refusal | None:
    """By W3C's Fetch Metadata Request Headers: a link of another site may lead here, its page may not ask."""
    if site is None or site in _OWN_SITE:
        return None
    return None if (mode, destination) == ("navigate", "document") else FROM_ELSEWHERE
