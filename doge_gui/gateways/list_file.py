"""The text of an address list's file, for somebody who looks at it before it is used."""

import stat
from pathlib import Path

from doge_gui.core.addresses import AddressListError
from doge_gui.core.phrase import phrase
from doge_gui.gateways.address_memory import decoded

MOST_BYTES = 4 * 1024 * 1024
"""Larger files are no list that anybody reads through; 5,000 gateways take less than half a megabyte."""


def text_of(path: Path) -> str:
    """The file's text. Raises AddressListError with what is wrong, one line without the file's name."""
    try:
        # A pipe or a device could keep the reader waiting for ever.
        if not stat.S_ISREG(path.stat().st_mode):
            raise AddressListError(phrase("said.addresses", "not a file"))
        with path.open("rb") as file:
            content = file.read(MOST_BYTES + 1)
    except (OSError, ValueError) as error:
        if isinstance(error, AddressListError):
            raise
        raise AddressListError(str(getattr(error, "strerror", None) or error)) from error
    if len(content) > MOST_BYTES:
        too_large = phrase("said.addresses", "larger than {0} MiB; is it the address list?")
        raise AddressListError(too_large.format(MOST_BYTES // 2**20))
    return decoded(content)
