"""A real Chromium that looks at the web view, and holds everything it complains of against the page."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Page,
    Request,
    WebError,
)

from tools.chromium import DESKTOP

PATIENCE_S = 15.0
"""So long a fact is waited for on a busy machine; a page that lives shows it within two seconds."""
_LOOK_MS = 40.0
_TELL_VIOLATIONS = """
addEventListener("securitypolicyviolation", (violation) => {
  console.error(`policy: ${violation.violatedDirective} forbids ${violation.blockedURI || "inline"} `
    + `(${violation.sourceFile ?? ""}:${violation.lineNumber ?? 0})`);
});
"""
_SHOWN = "document.body.innerText.replace(/[\\u00a0\\u202f\\u2009]/g, ' ')"


class Visit:
    """A person's visit with a browser of his own: one page, and all that it complained of."""

    def __init__(self, context: BrowserContext, home: str) -> None:
        """`home`: the address of the web view; whatever else is asked for is a complaint."""
        self.context, self.home = context, home.rstrip("/")
        self.complaints: list[str] = []
        self.asked: list[str] = []
        """Every address that was asked for."""
        self._expected: tuple[str, ...] = ()
        context.set_default_timeout(1000 * PATIENCE_S)
        context.add_init_script(_TELL_VIOLATIONS)
        context.on("console", self._on_console)
        context.on("weberror", self._on_error)
        context.on("request", self._on_request)
        self.page: Page = context.new_page()

    def open(self, path: str = "/") -> Page:
        """Go to a page of the web view."""
        # A page that listens for events never goes idle: loaded is all it ever is.
        self.page.goto(self.home + path, wait_until="load")
        return self.page

    def expect_complaints(self, *parts: str) -> None:
        """From now on complaints with one of these parts are what this visit is about."""
        self._expected += parts

    def until(self, condition: str, argument: Any = None) -> None:
        """Wait until this JavaScript expression, or function of `argument`, is true in the page."""
        # Asked from here: what waits within the page is evaluated there, which the page's policy forbids.
        until = time.monotonic() + PATIENCE_S
        while not self.page.evaluate(condition, argument):
            assert time.monotonic() < until, f"never true: {condition} {argument or ''}"
            self.page.wait_for_timeout(_LOOK_MS)

    def told(self, *texts: str) -> None:
        """Wait until the page shows all of these."""
        self.until(
            f"(texts) => {{ const shown = {_SHOWN}; return texts.every((one) => shown.includes(one)); }}",
            texts,
        )

    def untold(self, *texts: str) -> None:
        """Wait until the page shows none of these any more."""
        self.until(
            f"(texts) => {{ const shown = {_SHOWN}; return !texts.some((one) => shown.includes(one)); }}",
            texts,
        )

    @property
    def shown(self) -> str:
        """What the page shows now; every space is an ordinary one."""
        text: str = self.page.evaluate(_SHOWN)
        return text

    def unexpected(self) -> list[str]:
        """Complaints that nobody announced."""
        return [told for told in self.complaints if not any(part in told for part in self._expected)]

    def _on_console(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning", "assert"):
            self.complaints.append(f"{message.type}: {message.text} ({message.location.get('url', '')})")

    def _on_error(self, error: WebError) -> None:
        self.complaints.append(f"not caught: {error.error}")

    def _on_request(self, request: Request) -> None:
        self.asked.append(request.url)
        url = urlsplit(request.url)
        if url.scheme not in ("data", "blob") and f"{url.scheme}://{url.netloc}" != self.home:
            self.complaints.append(f"outside: {request.url}")


@contextmanager
def visit(
    browser: Browser,
    home: str,
    pictures: Path,
    *,
    screen: tuple[int, int] = DESKTOP,
    language: str = "en-GB",
    theme: str = "light",
    **more: Any,
) -> Iterator[Visit]:
    """A visit that must end without a complaint; one that fails leaves a picture in `pictures`."""
    width, height = screen
    context = browser.new_context(
        viewport={"width": width, "height": height}, locale=language, color_scheme=theme, **more
    )
    try:
        guest = Visit(context, home)
        try:
            yield guest
            # What the page did last may not have been told yet.
            guest.page.evaluate("new Promise((done) => setTimeout(done, 0))")
            assert guest.unexpected() == []
        except Exception as error:
            _picture(guest, pictures, error)
            raise
    finally:
        context.close()


def _picture(guest: Visit, pictures: Path, error: Exception) -> None:
    """Tell with the error what the page looked like and complained of."""
    path = pictures / "failed.png"
    guest.page.screenshot(path=path, timeout=1000 * PATIENCE_S)
    error.add_note(f"the page {guest.page.url} looked like {path}")
    error.add_note(f"it showed: {guest.shown[:2000]}")
    error.add_note("it complained: " + ("; ".join(guest.complaints) or "of nothing"))
