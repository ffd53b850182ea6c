"""libcurl under requests' vocabulary: limits that every exchange has, and single exchanges of a Session."""

from collections.abc import Mapping
from datetime import timedelta
from typing import cast

import certifi
import pycurl
from requests import PreparedRequest, Response
from requests.adapters import BaseAdapter

from doge_gui.gateways.transport_errors import UnreachableError, error_of


def configure(easy: pycurl.Curl, max_bytes: int, protocols: int) -> None:
    """Give a handle the limits of all: no signal, proxy, redirect, HTTP/0.9 or oversized answer."""
    easy.setopt(pycurl.NOSIGNAL, 1)
    easy.setopt(pycurl.NOPROXY, "*")
    easy.setopt(pycurl.FOLLOWLOCATION, 0)
    easy.setopt(pycurl.PROTOCOLS, protocols)
    easy.setopt(pycurl.HTTP_VERSION, pycurl.CURL_HTTP_VERSION_1_1)
    easy.setopt(pycurl.MAXFILESIZE, max_bytes)
    easy.setopt(pycurl.HTTP09_ALLOWED, 0)
    easy.setopt(pycurl.TCP_NODELAY, 1)


def response_of(request: PreparedRequest, status: int, body: bytes, elapsed_s: float) -> Response:
    """A whole answer as requests has it; `elapsed` is the time of the whole exchange."""
    response = Response()
    response.status_code = status
    response.request = request
    response.url = request.url or ""
    response.encoding = "utf-8"
    response.elapsed = timedelta(seconds=elapsed_s)
    # requests offers no public way to hand it a body that is already here.
    response._content = body
    return response


class CurlAdapter(BaseAdapter):
    """Single exchanges of a requests.Session: a hard deadline, a size limit, no redirects."""

    def __init__(self, max_bytes: int, deadline_s: float, https: bool = True) -> None:
        super().__init__()
        self._max_bytes, self._deadline_s = max_bytes, deadline_s
        self._protocols = pycurl.PROTO_HTTP | (pycurl.PROTO_HTTPS if https else 0)

    def send(
        self,
        request: PreparedRequest,
        stream: bool = False,
        timeout: float | tuple[float, float] | tuple[float, None] | None = None,
        verify: bool | str = True,
        cert: bytes | str | tuple[bytes | str, bytes | str] | None = None,
        proxies: Mapping[str, str] | None = None,
    ) -> Response:
        """Make one exchange. Raises a TransportError where no whole answer comes."""
        body = _Capped(self._max_bytes)
        easy = pycurl.Curl()
        try:
            self._load(easy, request, body)
            easy.perform()
            return response_of(
                request, easy.getinfo(pycurl.RESPONSE_CODE), bytes(body.data), easy.getinfo(pycurl.TOTAL_TIME)
            )
        except pycurl.error as error:
            code, message = cast("tuple[int, str]", error.args)
            raise error_of(
                int(code), str(message), easy.getinfo(pycurl.OS_ERRNO), request, self._deadline_s
            ) from error
        finally:
            easy.close()

    def close(self) -> None:
        """Nothing is kept open."""

    def _load(self, easy: pycurl.Curl, request: PreparedRequest, body: "_Capped") -> None:
        if request.method != "GET" or request.url is None:
            raise UnreachableError("only GET is offered here", request=request)
        configure(easy, self._max_bytes, self._protocols)
        easy.setopt(pycurl.CAINFO, certifi.where())
        easy.setopt(pycurl.URL, request.url)
        easy.setopt(pycurl.TIMEOUT_MS, max(1, round(self._deadline_s * 1000)))
        easy.setopt(pycurl.HTTPHEADER, [f"{name}: {text}" for name, text in request.headers.items()])
        easy.setopt(pycurl.WRITEFUNCTION, body.take)


class _Capped:
    """Collects an answer up to a size."""

    def __init__(self, room: int) -> None:
        self.data = bytearray()
        self._room = room

    def take(self, data: bytes) -> int | None:
        self._room -= len(data)
        if self._room < 0:
            return 0
        self.data += data
        return None
