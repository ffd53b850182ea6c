"""What every answer tells the browser it may do with it."""

from typing import Final

from werkzeug.datastructures import Headers

CONTENT_SECURITY_POLICY: Final = "; ".join((
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "font-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
))  # fmt: skip
"""Only files of this server are run or shown, only it is asked, no script stands in a page (W3C CSP 3)."""
HSTS_S: Final = 30 * 86_400
_ALWAYS: Final = {
    "Content-Security-Policy": CONTENT_SECURITY_POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), serial=(), usb=()",
}
_NEVER: Final = (
    "Server",
    "X-Powered-By",
    "Access-Control-Allow-Origin",
    "Access-Control-Allow-Credentials",
    "Access-Control-Allow-Headers",
    "Access-Control-Allow-Methods",
)


def set_headers(headers: Headers, *, secure: bool, trustworthy: bool, kept: bool) -> None:
    """Set them, whatever stood there.

    `secure`: it came over TLS. `trustworthy`: it did, or from this machine itself; anywhere else a browser
    ignores an opener policy, and complains. `kept`: a file that is the same for everybody, which a browser
    may keep as long as it asks whether there is a newer one.
    """
    for name in _NEVER:
        headers.remove(name)
    for name, value in _ALWAYS.items():
        headers.set(name, value)
    headers.set("Cache-Control", "no-cache" if kept else "no-store")
    if trustworthy:
        headers.set("Cross-Origin-Opener-Policy", "same-origin")
    if secure:
        headers.set("Strict-Transport-Security", f"max-age={HSTS_S}")
