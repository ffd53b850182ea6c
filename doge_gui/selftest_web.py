"""The web view of the running program answers, page by page."""

import requests

from doge_gui.selftest_parts import Verdict

PAGES = (
    "",
    "fleet",
    "alarms",
    "sign-in",
    "static/js/live.js",
    "api/v1/snapshot",
    "api/v1/openapi.json",
    "metrics",
)
"""Of each part of it one: templates, files that come with the program, the API, the metrics."""
_WAIT_S = 10.0


def ask_pages(url: str) -> tuple[Verdict, str]:
    """Ask for every kind of page below this address, which is this machine's own."""
    with requests.Session() as session:
        # The address is this machine's: no proxy can know it.
        session.trust_env = False
        for page in PAGES:
            try:
                status = session.get(url + page, timeout=_WAIT_S).status_code
            except requests.RequestException as error:
                return Verdict.FAILED, f"/{page}: {error}"
            if status != 200:
                return Verdict.FAILED, f"/{page} was answered with {status}"
    return Verdict.OK, f"{len(PAGES)} pages of {url} were answered"
