"""The address list: text or rows in, a checked list of gateways out.

A bad entry is named and left out; the others live.
"""

import csv
import io
import ipaddress
import json
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from doge_gui.core.phrase import phrase

_LABEL = re.compile(r"(?!-)[A-Za-z0-9_-]{1,63}(?<!-)")
_NUMERIC = re.compile(r"[0-9]+|0[xX][0-9A-Fa-f]*")
"""A last label that makes a resolver read the host as an IPv4 address in an unusual form."""
_MAX_NAME = 200


class AddressListError(ValueError):
    """The list as a whole cannot be used; its text says where and why."""


@dataclass(frozen=True, slots=True)
class Address:
    """One PLC and the gateway in front of it."""

    plc: str
    host: str
    """IPv4, IPv6 (without brackets) or a host name in lower case."""
    port: int

    @property
    def netloc(self) -> str:
        """Host and port as a URL writes them."""
        return f"[{self.host}]:{self.port}" if ":" in self.host else f"{self.host}:{self.port}"


@dataclass(frozen=True, slots=True)
class Problem:
    """An entry that was left out."""

    entry: str
    """Name of the PLC, or the entry's place."""
    what: str


@dataclass(frozen=True, slots=True)
class AddressBook:
    """The gateways that can be asked, in the list's order, and the entries that cannot."""

    addresses: tuple[Address, ...] = ()
    problems: tuple[Problem, ...] = ()


Entry = tuple[str, str]
"""PLC name and RASP_catch as they were written."""


def from_json(text: str, default_port: int) -> AddressBook:
    """Read the original's form, `{"API-1": {"API": "API-1", "RASP_catch": "10.0.0.5"}, ...}`.

    Raises AddressListError where the text is not such an object at all.
    """
    try:
        document = json.loads(text, object_pairs_hook=_Pairs)
    except RecursionError as error:
        raise AddressListError(phrase("said.addresses", "not an address list: nested too deeply")) from error
    except ValueError as error:
        # Beyond JSONDecodeError, a plain ValueError for an integer of thousands of digits.
        raise AddressListError(phrase("said.addresses", "not JSON: {0}").format(error)) from error
    if not isinstance(document, _Pairs):
        raise AddressListError(
            phrase(
                "said.addresses",
                'expected an object {{"API-1": {{"API": "API-1", "RASP_catch": "10.0.0.5"}}, ...}}',
            ).format()
        )
    entries: list[Entry] = []
    problems: list[Problem] = []
    for key, value in document:
        entry = _json_entry(key, value)
        if isinstance(entry, Problem):
            problems.append(entry)
        else:
            entries.append(entry)
    return _checked(entries, problems, default_port)


def from_csv(text: str, default_port: int) -> AddressBook:
    """Read a table with the columns `API` and `RASP_catch` (commas or semicolons; others ignored)."""
    text = text.removeprefix("\ufeff")
    head, _, _ = text.partition("\n")
    delimiter = ";" if head.count(";") > head.count(",") else ","
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
    except csv.Error as error:
        raise AddressListError(phrase("said.addresses", "not a table: {0}").format(error)) from error
    if not rows:
        raise AddressListError(
            phrase("said.addresses", "the file is empty; expected the columns API and RASP_catch")
        )
    return from_rows(rows[0], rows[1:], default_port)


def from_rows(columns: Sequence[str], rows: Iterable[Sequence[Any]], default_port: int) -> AddressBook:
    """Check a table's rows. Raises AddressListError where the two columns are not there."""
    names = [str(column).strip().lower() for column in columns]
    missing = [name for name in ("API", "RASP_catch") if name.lower() not in names]
    if missing:
        raise AddressListError(
            phrase("said.addresses", "no column {0}; found {1}").format(
                " and no column ".join(missing),
                ", ".join(names) or "none",
            )
        )
    plc_at, host_at = names.index("api"), names.index("rasp_catch")
    entries: list[Entry] = []
    problems: list[Problem] = []
    for number, row in enumerate(rows, start=2):
        if not any(str(cell).strip() for cell in row):
            continue
        if len(row) <= max(plc_at, host_at):
            problems.append(
                Problem(
                    phrase("said.addresses", "line {0}").format(number),
                    phrase("said.addresses", "a column is missing"),
                )
            )
            continue
        entries.append((str(row[plc_at] or "").strip(), str(row[host_at] or "").strip()))
    return _checked(entries, problems, default_port)


class _Pairs(list[tuple[str, Any]]):
    """A JSON object as it was written, repeated keys included."""


def _json_entry(key: str, value: Any) -> Entry | Problem:
    if not isinstance(value, _Pairs):
        return Problem(key, phrase("said.addresses", "expected an object with API and RASP_catch"))
    fields = dict(value)
    if len(fields) != len(value):
        return Problem(key, phrase("said.addresses", "a field stands twice in its entry"))
    host = fields.get("RASP_catch")
    if not isinstance(host, str):
        return Problem(key, phrase("said.addresses", "RASP_catch is missing or not a text"))
    name = fields.get("API", key)
    if name != key:
        return Problem(
            key,
            phrase("said.addresses", "its API says {0}; the key and API must be the same name").format(
                repr(name)
            ),
        )
    return key.strip(), host.strip()


def _checked(entries: Sequence[Entry], problems: list[Problem], default_port: int) -> AddressBook:
    parsed: list[Address] = []
    for plc, where in entries:
        wrong = _wrong_name(plc)
        address = None if wrong else _parse(plc, where, default_port)
        if address is None:
            problems.append(
                Problem(
                    plc or phrase("said.addresses", "entry at {0}").format(where),
                    wrong or phrase("said.addresses", "{0} is not a host or host:port").format(repr(where)),
                )
            )
        else:
            parsed.append(address)
    return _without_conflicts(list(dict.fromkeys(parsed)), parsed, problems)


def _without_conflicts(
    unique: Sequence[Address], parsed: Sequence[Address], problems: list[Problem]
) -> AddressBook:
    """Leave out every entry of a conflict: which of them is right, the list alone cannot tell."""
    for address, times in Counter(parsed).items():
        if times > 1:
            problems.append(
                Problem(
                    address.plc,
                    phrase("said.addresses", "stands {0} times with one address; asked once").format(times),
                )
            )
    per_plc = Counter(address.plc for address in unique)
    per_place = Counter((address.host, address.port) for address in unique)
    kept: list[Address] = []
    for address in unique:
        if per_plc[address.plc] > 1:
            problems.append(
                Problem(
                    address.plc,
                    phrase("said.addresses", "stands with several addresses; not asked at {0}").format(
                        address.netloc
                    ),
                )
            )
        elif per_place[address.host, address.port] > 1:
            problems.append(
                Problem(
                    address.plc,
                    phrase("said.addresses", "shares {0} with another PLC; neither is asked").format(
                        address.netloc
                    ),
                )
            )
        else:
            kept.append(address)
    return AddressBook(tuple(kept), tuple(problems))


def _wrong_name(plc: str) -> str:
    if not plc:
        return phrase("said.addresses", "the PLC has no name")
    if len(plc) > _MAX_NAME:
        return phrase("said.addresses", "the name is longer than {0} characters").format(_MAX_NAME)
    if any("\ud800" <= character <= "\udfff" for character in plc):
        return phrase("said.addresses", "the name is not valid text")
    return ""


def _parse(plc: str, where: str, default_port: int) -> Address | None:
    host, port = where, default_port
    if where.startswith("["):
        host, bracket, rest = where[1:].partition("]")
        if not bracket or (rest and not rest.startswith(":")) or ":" not in host:
            return None
        port_text = rest[1:] if rest else None
    elif where.count(":") == 1:
        host, _, port_text = where.partition(":")
    else:
        port_text = None
    if port_text is not None:
        if not (port_text.isascii() and port_text.isdigit() and len(port_text) <= 5):
            return None
        port = int(port_text)
    normal = _host(host)
    return Address(plc, normal, port) if normal and 0 < port < 65536 else None


def _host(host: str) -> str | None:
    """The host in one normal form, so that one gateway written in two ways is seen as one."""
    if "%" in host:
        return None
    try:
        return str(ipaddress.ip_address(host))
    except ValueError:
        pass
    labels = host.rstrip(".").split(".")
    if len(host) > 253 or _NUMERIC.fullmatch(labels[-1]) or not all(map(_LABEL.fullmatch, labels)):
        return None
    return host.rstrip(".").lower()
