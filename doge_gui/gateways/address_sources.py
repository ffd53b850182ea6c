"""Where the list of gateways comes from: one protocol, and the source that a configuration asks for."""

from collections.abc import Mapping
from pathlib import Path
from typing import Protocol

from doge_gui.core.addresses import AddressBook
from doge_gui.core.config import AddressesSection, FileAddresses, UrlAddresses
from doge_gui.gateways.address_file import FileSource
from doge_gui.gateways.address_sql import SqlSource
from doge_gui.gateways.address_url import UrlSource


class AddressSource(Protocol):
    """Something that can be asked for the newest list. One thread asks at a time."""

    @property
    def origin(self) -> str:
        """The source in a word or two for the screen, without secrets."""

    def fetch(self) -> AddressBook:
        """The newest list; the same object as before where nothing has changed.

        Blocks up to the source's deadline. Raises AddressListError with one line that names the place and
        the remedy.
        """


def source_of(
    section: AddressesSection, config_folder: Path, default_port: int, environment: Mapping[str, str]
) -> AddressSource:
    """The configured source.

    Relative paths start at `config_folder`; `default_port` stands where an entry names no port;
    `environment` fills each `${NAME}` of a database URL.
    """
    if isinstance(section, FileAddresses):
        return FileSource(config_folder / section.path, default_port)
    if isinstance(section, UrlAddresses):
        return UrlSource(section, default_port)
    return SqlSource(section, config_folder, default_port, environment)
