"""libcurl's error codes in requests' vocabulary, each with the reason that the operator reads."""

import errno
from typing import ClassVar

import pycurl
import requests
from requests import PreparedRequest

from doge_gui.core.phrase import phrase
from doge_gui.core.replies import Reason


class TransportError(requests.RequestException):
    """No usable answer came; `reason` says why in the operator's words."""

    reason: ClassVar[Reason] = Reason.BROKEN


class DeadlineError(TransportError, requests.Timeout):
    """The deadline passed, whatever the other side was doing meanwhile."""

    reason = Reason.TIMEOUT


class RefusedError(TransportError, requests.ConnectionError):
    """Nothing listens at the address."""

    reason = Reason.REFUSED


class UnreachableError(TransportError, requests.ConnectionError):
    """No way leads to the address."""

    reason = Reason.UNREACHABLE


class UnknownHostError(TransportError, requests.ConnectionError):
    """The host's name is not known."""

    reason = Reason.UNKNOWN_HOST


class BrokenError(TransportError, requests.ConnectionError):
    """The connection ended before the whole answer was there, or what came was not HTTP."""

    reason = Reason.BROKEN


class TooLargeError(TransportError):
    """The answer is larger than a gateway's answer can be."""

    reason = Reason.TOO_LARGE


class CancelledError(TransportError):
    """The program is stopping."""

    reason = Reason.CANCELLED


_E_TOO_LARGE = 100
"""CURLE_TOO_LARGE, for which pycurl has no name; headers beyond libcurl's 300 KB end so."""

_CLASSES: dict[int, type[TransportError]] = {
    pycurl.E_OPERATION_TIMEDOUT: DeadlineError,
    pycurl.E_COULDNT_RESOLVE_HOST: UnknownHostError,
    pycurl.E_FILESIZE_EXCEEDED: TooLargeError,
    pycurl.E_WRITE_ERROR: TooLargeError,
    _E_TOO_LARGE: TooLargeError,
    pycurl.E_OUT_OF_MEMORY: TooLargeError,
}


def error_of(
    code: int, message: str, os_errno: int, request: PreparedRequest | None, deadline_s: float
) -> TransportError:
    """The exception for libcurl's error `code`; `deadline_s` (seconds) is quoted where it passed."""
    if code == pycurl.E_COULDNT_CONNECT:
        refused = os_errno == errno.ECONNREFUSED
        kind: type[TransportError] = RefusedError if refused else UnreachableError
    else:
        kind = _CLASSES.get(code, BrokenError)
    if kind is RefusedError:
        words = phrase("said.answers", "connection refused")
    elif code == pycurl.E_OPERATION_TIMEDOUT:
        words = phrase("said.answers", "no answer in {0} s").format(f"{deadline_s:.1f}")
    else:
        words = _WORDS.get(code) or message or phrase("said.answers", "the connection broke")
    return kind(words, request=request)


_WORDS: dict[int, str] = {
    pycurl.E_COULDNT_RESOLVE_HOST: phrase("said.answers", "the host's name is not known"),
    pycurl.E_FILESIZE_EXCEEDED: phrase("said.answers", "the answer is too large"),
    pycurl.E_WRITE_ERROR: phrase("said.answers", "the answer is too large"),
    pycurl.E_OUT_OF_MEMORY: phrase("said.answers", "the answer's head is too large"),
    _E_TOO_LARGE: phrase("said.answers", "the answer's head is too large"),
    pycurl.E_ABORTED_BY_CALLBACK: phrase(
        "said.answers", "the connection closed before an answer; not sent again, as it acts"
    ),
    pycurl.E_GOT_NOTHING: phrase("said.answers", "the connection closed without an answer"),
    pycurl.E_PARTIAL_FILE: phrase("said.answers", "the connection closed in the middle of the answer"),
    pycurl.E_RECV_ERROR: phrase("said.answers", "the connection broke before the whole answer was there"),
}
