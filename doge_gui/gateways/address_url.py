"""The address list at a web address."""

from urllib.parse import urlsplit

import requests

from doge_gui.core.addresses import AddressBook, AddressListError, from_json
from doge_gui.core.config import UrlAddresses
from doge_gui.core.phrase import phrase
from doge_gui.gateways.address_memory import MAX_BYTES, AddressMemory, decoded, refuse
from doge_gui.gateways.names import NameBook
from doge_gui.gateways.transport import CurlAdapter


class UrlSource:
    """A GET that is answered with the JSON form: one exchange, one deadline, no redirect followed."""

    def __init__(self, section: UrlAddresses, default_port: int) -> None:
        self._url = section.url
        self._deadline_s = section.deadline_s
        self._default_port = default_port
        self._memory = AddressMemory()
        self._names = NameBook()
        self._origin = without_secrets(section.url)

    @property
    def origin(self) -> str:
        """The web address without its user, password and query."""
        return self._origin

    def fetch(self) -> AddressBook:
        """Ask the server. Raises AddressListError, one line with the address and what to do."""
        try:
            content = self._content()
            return self._memory.book(content, lambda: from_json(decoded(content), self._default_port))
        except AddressListError as error:
            refuse(self._origin, error, error)
        except requests.exceptions.InvalidURL as error:
            refuse(self._origin, phrase("said.addresses", "not a web address; change addresses.url"), error)
        except (requests.RequestException, UnicodeError) as error:
            # The text of an error may quote the address with its secrets.
            reason = str(error).replace(self._url, self._origin) or type(error).__name__
            refuse(self._origin, phrase("said.addresses", "{0}; is its server up?").format(reason), error)

    def _content(self) -> bytes:
        adapter = CurlAdapter(MAX_BYTES, self._deadline_s, https=True, names=self._names)
        with requests.Session() as session:
            session.trust_env = False
            session.mount("http://", adapter)
            session.mount("https://", adapter)
            # The transport unpacks nothing, so that a small answer cannot grow into a large one.
            wanted = {"Accept": "application/json", "Accept-Encoding": "identity"}
            answer = session.get(self._url, headers=wanted, allow_redirects=False)
        if 300 <= answer.status_code < 400:
            raise AddressListError(
                phrase("said.addresses", "status {0}: it redirects; write the final address").format(
                    answer.status_code
                )
            )
        if answer.status_code != 200:
            raise AddressListError(
                phrase("said.addresses", "status {0} instead of 200; ask its administrator").format(
                    answer.status_code
                )
            )
        return answer.content


def without_secrets(url: str) -> str:
    """Scheme, host, port and path of a web address; only the scheme where it cannot be taken apart."""
    try:
        parts = urlsplit(url)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        return url.partition("://")[0] + "://…"
    shown = f"[{host}]" if ":" in host else host
    return f"{parts.scheme}://{shown}{f':{port}' if port else ''}{parts.path}"
