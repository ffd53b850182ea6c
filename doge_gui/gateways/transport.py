"""libcurl under requests' vocabulary: limits that every exchange has, and single exchanges of a Session."""

import time
from collections.abc import Mapping
from datetime import timedelta
from typing import cast
from urllib.parse import urlsplit

import certifi
import pycurl
from requests import PreparedRequest, Response
from requests.adapters import BaseAdapter
from requests.cookies import RequestsCookieJar
from requests.structures import CaseInsensitiveDict

from doge_gui.gateways.names import NameBook, is_numeric, no_address, resolve_entry
from doge_gui.gateways.transport_errors import UnreachableError, error_of

_NO_HEADERS: CaseInsensitiveDict[str] = CaseInsensitiveDict()


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


class CurlResponse(Response):
    """A whole answer that is here already.

    The same to its reader as requests' own, but made without the parts that only a lazy answer needs: at
    some ten thousand answers a second they cost as much as reading the answer.
    """

    encoding = "utf-8"
    headers = _NO_HEADERS
    reason = ""
    raw = None
    _content_consumed = True
    _next = None

    # Response's own initialiser is left out on purpose: it builds a cookie jar for each answer.
    def __init__(self, request: PreparedRequest, status: int, body: bytes, elapsed_s: float) -> None:
        self.request = request
        self.status_code = status
        self.elapsed_s = elapsed_s
        """Seconds of the whole exchange."""
        self.body = body
        """The answer's body as it came; the same as `content`."""
        self._content = body

    @property
    def elapsed(self) -> timedelta:
        """Time of the whole exchange."""
        return timedelta(seconds=self.elapsed_s)

    @elapsed.setter
    def elapsed(self, value: timedelta) -> None:
        # A Session measures by its own clock as well.
        self.elapsed_s = value.total_seconds()

    @property
    def url(self) -> str:
        """What was asked."""
        return self.request.url or ""

    @url.setter
    def url(self, value: str) -> None:
        """requests' Session repeats what is known."""

    @property
    def history(self) -> list[Response]:
        """No redirect is followed."""
        return []

    @history.setter
    def history(self, value: list[Response]) -> None:
        """requests' Session repeats what is known."""

    @property
    def cookies(self) -> RequestsCookieJar:  # type: ignore[override]
        """None are taken."""
        return RequestsCookieJar()


class CurlAdapter(BaseAdapter):
    """Single exchanges of a requests.Session: a hard deadline, a size limit, no redirects."""

    def __init__(
        self, max_bytes: int, deadline_s: float, https: bool = True, names: NameBook | None = None
    ) -> None:
        """`names` is where hosts' names are looked up, within the deadline; a book of its own by default."""
        super().__init__()
        self._names = names or NameBook()
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
            return CurlResponse(
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
        began = time.monotonic()
        self._find_host(easy, request)
        left_s = self._deadline_s - (time.monotonic() - began)
        easy.setopt(pycurl.CAINFO, certifi.where())
        easy.setopt(pycurl.URL, request.url)
        easy.setopt(pycurl.TIMEOUT_MS, max(1, round(left_s * 1000)))
        easy.setopt(pycurl.HTTPHEADER, [f"{name}: {text}" for name, text in request.headers.items()])
        easy.setopt(pycurl.WRITEFUNCTION, body.take)

    def _find_host(self, easy: pycurl.Curl, request: PreparedRequest) -> None:
        """Tell libcurl the addresses of the host, so that it asks no name server itself."""
        parts = urlsplit(request.url or "")
        host = parts.hostname or ""
        if is_numeric(host):
            return
        addresses = self._names.addresses_of(host, self._deadline_s)
        if not addresses:
            raise no_address(addresses, request, self._deadline_s)
        port = parts.port or (443 if parts.scheme == "https" else 80)
        easy.setopt(pycurl.RESOLVE, [resolve_entry(f"{host}:{port}", addresses)])


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
