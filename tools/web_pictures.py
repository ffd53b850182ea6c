"""Take pictures of the web view's pages, of a scripted plant that is well and one that is not.

python -m tools.web_pictures FOLDER [--pages overview ...] [--screens phone ...] [--themes light dark]
    [--languages en fr] [--states healthy broken] [--gateways 50] [--whole]

The pictures are `PAGE-STATE-SCREEN-THEME-LANGUAGE.png`. What a page complains of on its console is printed.
"""

import argparse
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, Page
from PySide6.QtGui import QImage

from tools import few_colours
from tools.chromium import DESKTOP, PHONE, TABLET, chromium
from tools.web_stage import Scene, Served, served

PAGES = {
    "overview": "/",
    "fleet": "/fleet",
    "plots": "/plots",
    "alarms": "/alarms",
    "trend": "/trend?tag=API-2:temperature&tag=compteur_bille/0&span=28800",
    "health": "/health",
}
SCREENS = {"phone": PHONE, "tablet": TABLET, "desktop": DESKTOP}
STATES = ("healthy", "broken")
_SETTLED_MS = 700
"""After the page was loaded: its first message came, and its plots are drawn."""


def main(arguments: list[str]) -> int:
    """Take all that are wanted. Returns the exit code: 1 where a page complained."""
    options = _options(arguments)
    options.folder.mkdir(parents=True, exist_ok=True)
    complaints: list[str] = []
    with chromium() as browser:
        for state in options.states:
            scene = Scene(options.gateways, broken=state == "broken")
            with tempfile.TemporaryDirectory() as scratch, served(Path(scratch), scene) as plant:
                camera = _Camera(browser, plant, state, options)
                camera.take_all()
                complaints += camera.complaints
    print("\n".join(complaints), file=sys.stderr)
    return 1 if complaints else 0


class _Camera:
    """Takes the pictures of one plant."""

    def __init__(self, browser: Browser, plant: Served, state: str, options: argparse.Namespace) -> None:
        self._browser, self._served = browser, plant
        self._state, self._options = state, options
        self.complaints: list[str] = []

    def take_all(self) -> None:
        """Every page in every language and theme on every screen that is wanted."""
        for language in self._options.languages:
            for theme in self._options.themes:
                for screen in self._options.screens:
                    self._take(language, theme, screen)

    def _take(self, language: str, theme: str, screen: str) -> None:
        width, height = SCREENS[screen]
        context = self._browser.new_context(
            viewport={"width": width, "height": height},
            locale=language,
            timezone_id="Europe/Paris",
            color_scheme="dark" if theme == "dark" else "light",
            reduced_motion="reduce",
        )
        page = context.new_page()
        page.clock.set_fixed_time(self._served.plant.wall_clock())
        page.on("console", lambda message: self.complaints.append(f"{page.url}: {message.text}"))
        page.on("pageerror", lambda error: self.complaints.append(f"{page.url}: {error}"))
        for name in self._options.pages:
            page.goto(self._served.url + PAGES[name], wait_until="load")
            page.wait_for_timeout(_SETTLED_MS)
            self._save(page, f"{name}-{self._state}-{screen}-{theme}-{language}.png")
        context.close()

    def _save(self, page: Page, name: str) -> None:
        path = self._options.folder / name
        picture = QImage.fromData(page.screenshot(full_page=self._options.whole))
        few_colours.save(picture, path)
        print(f"{path}  {path.stat().st_size // 1024} KB", flush=True)


def _options(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tools.web_pictures")
    parser.add_argument("folder", type=Path)
    for name, known in (
        ("pages", tuple(PAGES)),
        ("screens", tuple(SCREENS)),
        ("themes", ("light", "dark")),
        ("languages", ("en", "fr")),
        ("states", STATES),
    ):
        parser.add_argument(f"--{name}", nargs="+", choices=known, default=known)
    parser.add_argument("--gateways", type=int, default=50)
    parser.add_argument("--whole", action="store_true", help="the whole page, not what the screen shows")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
