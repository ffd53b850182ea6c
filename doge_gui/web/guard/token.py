"""The token, and the pass that a browser keeps instead of it.

A pass is `1.<expiry>.<HMAC>`: it proves that the token was known, tells nothing of it, needs no memory here
(it holds after a restart) and is void as soon as the token is another. Whatever is secret is compared over
digests, in a time that tells nothing of it.
"""

import hashlib
import hmac
import re
from typing import Final

LIFETIME_S: Final = 30 * 86_400
_CLOCK_SET_BACK_S: Final = 3_600
_VERSION: Final = "1"
_PASS: Final = re.compile(r"1\.([0-9]{1,12})\.([0-9a-f]{64})")
_PURPOSE: Final = b"watchdoge pass, version 1"


def is_token(token: str, offered: str) -> bool:
    """Whether what was offered is the token; texts of any letters and any length."""
    return hmac.compare_digest(_digest(token), _digest(offered))


def offered_token(authorization: str | None) -> str | None:
    """The token of `Authorization: Bearer ...` (RFC 6750, section 2.1); None where none is offered."""
    if authorization is None:
        return None
    scheme, _, offered = authorization.partition(" ")
    return offered.strip(" ") if scheme.lower() == "bearer" else None


def make_pass(token: str, now_s: float) -> str:
    """A pass that holds for LIFETIME_S from now (seconds since 1970, UTC)."""
    expiry = str(int(now_s) + LIFETIME_S)
    return f"{_VERSION}.{expiry}.{_seal(token, expiry)}"


def pass_holds(token: str, offered: str, now_s: float) -> bool:
    """Whether it was made from this token and has not expired."""
    match = _PASS.fullmatch(offered)
    if match is None:
        return False
    expiry, seal = match.groups()
    # The clock may have been set back since: no reason to send somebody to the door.
    lifetime_s = LIFETIME_S + _CLOCK_SET_BACK_S
    return hmac.compare_digest(_seal(token, expiry), seal) and 0 < int(expiry) - now_s <= lifetime_s


def _seal(token: str, expiry: str) -> str:
    key = hmac.digest(_bytes(token), _PURPOSE, hashlib.sha256)
    return hmac.new(key, f"{_VERSION}.{expiry}".encode("ascii"), hashlib.sha256).hexdigest()


def _digest(text: str) -> bytes:
    return hashlib.sha256(_bytes(text)).digest()


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")
