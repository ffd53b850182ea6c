"""Debian's Chromium, driven by Playwright: what looks at the web view for the tests and for its pictures."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

PROGRAM = Path("/usr/bin/chromium")
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-proxy-server",
    # Whatever a page asks for, nothing leaves this machine.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
)
DESKTOP, TABLET, PHONE, NARROW = (1440, 900), (768, 1024), (390, 844), (360, 640)
"""Widths and heights of screens, in CSS pixels."""


@contextmanager
def chromium() -> Iterator[Browser]:
    """A browser with an empty profile. It holds an event loop in this thread until it ends.

    Raises FileNotFoundError where it is not installed.
    """
    if not PROGRAM.exists():
        raise FileNotFoundError(f"{PROGRAM} is not there: install Debian's package chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=PROGRAM, args=list(FLAGS))
        try:
            yield browser
        finally:
            browser.close()
