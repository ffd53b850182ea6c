"""Text that leaves the machine, without its secrets: passwords in web addresses, and what is named one."""

import json
import re
from collections.abc import Iterable, Mapping
from typing import Any
from urllib.parse import quote, unquote

from doge_gui.core.config import HIDDEN

_LEAST = 4
"""Shorter secrets are not looked for in running text: they would take half of its letters with them."""
_PLACEHOLDER = re.compile(r"\$\{([^{}]*)\}")
_NAMES = (
    r"pass(?:word|wd|phrase)?|pwd|secret|token|(?:api|access|private)[-_]?key|(?<![a-z])keys?(?![a-z])"
    r"|credentials?|authori[sz]ation"
)
_SECRET_NAME = re.compile(_NAMES, re.IGNORECASE)
_NAMED = re.compile(
    rf"""(?P<name>["']?[\w.-]*(?:{_NAMES})[\w.-]*["']?\s*[:=]\s*(?:(?:bearer|basic)\s+)?)"""
    r"""(?P<value>"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|\$\{[^{}]*\}|[^\s,;&"'}\])]+)""",
    re.IGNORECASE,
)
_URL_USER = re.compile(r"""([a-z][a-z0-9+.-]*://)([^\s"'<>]*)@""", re.IGNORECASE)


def is_secret_name(name: str) -> bool:
    """Whether an option, a header or a parameter of this name holds a secret."""
    return _SECRET_NAME.search(name) is not None


def redact_url(url: str) -> str:
    """A web address with its password hidden, and its user where that stands alone; `${NAME}` stays."""
    scheme, mark, rest = url.partition("://")
    user, at, place = rest.rpartition("@")
    if not mark:
        return url
    return f"{scheme}://{_hidden_user(user)}@{place}" if at else url


def redact(text: str, secrets: Iterable[str] = ()) -> str:
    """Running text (a log, a trace) without these secrets, passwords in addresses, and what is named one."""
    for secret in sorted({one for one in secrets if len(one) >= _LEAST}, key=len, reverse=True):
        text = text.replace(secret, HIDDEN)
    text = _URL_USER.sub(lambda found: f"{found[1]}{_hidden_user(found[2])}@", text)
    return _NAMED.sub(_hidden_value, text)


def redact_document(document: Any, name: str = "") -> Any:
    """A JSON document of any shape with its secrets hidden; what is named one is hidden whole."""
    if (
        name
        and is_secret_name(name)
        and document not in (None, "", [], {})
        and not isinstance(document, bool)
    ):
        return document if isinstance(document, str) and _PLACEHOLDER.fullmatch(document) else HIDDEN
    if isinstance(document, dict):
        return {key: redact_document(value, str(key)) for key, value in document.items()}
    if isinstance(document, list):
        return [redact_document(value) for value in document]
    return redact(redact_url(document)) if isinstance(document, str) else document


def redact_config(text: str) -> str:
    """A configuration file without its secrets; one that is no JSON as running text."""
    try:
        document = json.loads(text)
    except (ValueError, RecursionError):
        return redact(text)
    return json.dumps(redact_document(document), indent=2, ensure_ascii=False)


def secrets_of(text: str, environment: Mapping[str, str]) -> frozenset[str]:
    """Every secret that a configuration holds or names by `${NAME}`, in each form a log could show it."""
    found = {environment[name] for name in _PLACEHOLDER.findall(text) if environment.get(name)}
    found.update([password for value in found for password in _passwords(value)])
    try:
        found.update(_in_document(json.loads(text), ""))
    except (ValueError, RecursionError):
        found.update(match[2].rpartition(":")[2] for match in _URL_USER.finditer(text))
    whole = {one for one in found if not _PLACEHOLDER.fullmatch(one)}
    forms = {
        form for one in whole for form in (one, unquote(one), quote(one, safe=""), json.dumps(one)[1:-1])
    }
    return frozenset(forms - {""})


def _in_document(document: Any, name: str) -> Iterable[str]:
    if isinstance(document, dict):
        for key, value in document.items():
            yield from _in_document(value, name if is_secret_name(name) else str(key))
    elif isinstance(document, list):
        for value in document:
            yield from _in_document(value, name)
    elif is_secret_name(name) and document is not None and not isinstance(document, bool):
        yield str(document)
    elif isinstance(document, str):
        yield from _passwords(document)


def _passwords(url: str) -> Iterable[str]:
    _scheme, mark, rest = url.partition("://")
    user, at, _place = rest.rpartition("@")
    if mark and at:
        yield user.partition(":")[2] or user


def _hidden_user(user: str) -> str:
    name, colon, password = user.partition(":")
    if not colon:
        return user if _PLACEHOLDER.fullmatch(user) or not user else HIDDEN
    return f"{name}:{password if _PLACEHOLDER.fullmatch(password) or not password else HIDDEN}"


def _hidden_value(found: re.Match[str]) -> str:
    value = found["value"]
    bare = value.strip("\"'")
    if _PLACEHOLDER.fullmatch(bare) or bare in ("", HIDDEN, "null", "true", "false"):
        return found[0]
    mark = value[0] if value[0] in "\"'" else ""
    return f"{found['name']}{mark}{HIDDEN}{mark}"
