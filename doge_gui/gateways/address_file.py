"""The address list in a file."""

import stat
from pathlib import Path

from doge_gui.core.addresses import AddressBook, AddressListError, from_csv, from_json
from doge_gui.core.phrase import phrase
from doge_gui.gateways.address_memory import MAX_BYTES, AddressMemory, decoded, refuse


class FileSource:
    """A JSON file in the original's form, or a table where the name ends in `.csv`."""

    def __init__(self, path: Path, default_port: int) -> None:
        self._path = path
        self._default_port = default_port
        self._memory = AddressMemory()

    @property
    def origin(self) -> str:
        """Name of the file."""
        return self._path.name

    def fetch(self) -> AddressBook:
        """Read the list. Raises AddressListError, one line with the file and what to do."""
        try:
            content = self._content()
            return self._memory.book(content, lambda: self._book(content))
        except AddressListError as error:
            refuse(str(self._path), error, error)
        except FileNotFoundError as error:
            refuse(
                str(self._path),
                phrase("said.addresses", "no such file; put the list there or change addresses.path"),
                error,
            )
        except PermissionError as error:
            refuse(
                str(self._path),
                phrase("said.addresses", "may not be read; allow the program to read it"),
                error,
            )
        except (OSError, ValueError) as error:
            refuse(str(self._path), getattr(error, "strerror", None) or error, error)

    def _content(self) -> bytes:
        # A pipe or a device in the file's place could keep the reader waiting for ever.
        if not stat.S_ISREG(self._path.stat().st_mode):
            raise AddressListError(phrase("said.addresses", "not a file; change addresses.path"))
        with self._path.open("rb") as file:
            content = file.read(MAX_BYTES + 1)
        if len(content) > MAX_BYTES:
            raise AddressListError(
                phrase("said.addresses", "larger than {0} MiB; is it the address list?").format(
                    MAX_BYTES // 2**20
                )
            )
        return content

    def _book(self, content: bytes) -> AddressBook:
        read = from_csv if self._path.suffix.lower() == ".csv" else from_json
        return read(decoded(content), self._default_port)
