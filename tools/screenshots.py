"""Take the guide's pictures: the real window on scripted plants, in every language and theme.

python -m tools.screenshots [--languages en fr] [--themes light dark contrast] [--only NAME ...]

On a machine without a screen it takes a virtual one. The pictures are `LANGUAGE/NAME-THEME.png` below
`docs/guide/images`; with English come the README's in `docs/images`.
"""

import argparse
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QCursor, QGuiApplication
from PySide6.QtWidgets import QApplication

from doge_gui.views.language import LanguageManager
from doge_gui.views.theme import Choice, ThemeManager
from tools import SetupError, display, few_colours
from tools.screenshot_scenes import SCENES
from tools.screenshot_stage import Stage

FOLDER = Path("docs/guide/images")
README = (("supervision", "light"), ("supervision", "dark"), ("alarms", "light"), ("trends", "light"))
"""Scenes and themes of the README's pictures, of a larger fleet on a larger screen."""
_README_FOLDER = Path("docs/images")
_README_GATEWAYS, _README_SIZE = 50, (1600, 960)
_ALWAYS = ("light", "dark")
_CONTRAST = ("supervision",)
"""Scenes that are worth a picture in high contrast, too."""


def themes_of(scene: str, wanted: list[str]) -> list[str]:
    """Themes a scene is taken in."""
    return [theme for theme in wanted if theme in _ALWAYS or scene in _CONTRAST]


class Camera:
    """Takes pictures in one language."""

    def __init__(self, application: QApplication, language: str, scratch: Path) -> None:
        self._application, self._scratch = application, scratch
        settings = QSettings(str(scratch / "look.ini"), QSettings.Format.IniFormat)
        self._speech = LanguageManager(application, settings, (language,))
        self._themes = ThemeManager(application, settings)

    def take(self, scene: str, theme: str, folder: Path, *stage: object) -> None:
        """Take one picture; `stage`: number of gateways and size, where they are not the usual ones."""
        # A window of its own for each: what one theme measured is not another's. Nothing is pointed at.
        self._themes.choose(Choice(theme))
        QCursor.setPos(QGuiApplication.primaryScreen().geometry().bottomRight())
        plant = Stage(self._application, self._themes, self._scratch, *stage)  # type: ignore[arg-type]
        shot = SCENES[scene](plant)
        plant.settle()
        picture = shot.widget.grab(shot.part) if shot.part is not None else shot.widget.grab()
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / f"{scene}-{theme}.png"
        few_colours.save(picture.toImage(), path)
        print(f"{path}  {path.stat().st_size // 1024} KB", flush=True)
        plant.end()

    def end(self) -> None:
        """Speak the language of the code again."""
        self._speech.end()


def take_all(application: QApplication, options: argparse.Namespace, scratch: Path) -> None:
    """Every picture that is wanted."""
    for language in options.languages:
        camera = Camera(application, language, scratch)
        for scene in options.only or SCENES:
            for theme in themes_of(scene, options.themes):
                camera.take(scene, theme, Path(options.folder) / language)
        if language == "en" and options.folder == str(FOLDER):
            for scene, theme in README:
                if scene in (options.only or SCENES) and theme in options.themes:
                    camera.take(scene, theme, _README_FOLDER, _README_GATEWAYS, _README_SIZE)
        camera.end()


def _options(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="tools.screenshots", description="Take the guide's pictures.")
    parser.add_argument("--languages", nargs="+", default=["en", "fr"])
    themes = [one.value for one in Choice if one is not Choice.SYSTEM]
    parser.add_argument("--themes", nargs="+", default=themes, choices=themes)
    parser.add_argument("--only", nargs="+", default=[], choices=sorted(SCENES))
    parser.add_argument("--folder", default=str(FOLDER))
    return parser.parse_args(arguments)


def _on_a_virtual_screen(arguments: list[str]) -> int:
    try:
        with display.virtual_screen(display.with_locale(os.environ)) as visible:
            command = [sys.executable, "-m", "tools.screenshots", *arguments]
            return subprocess.run(command, env=visible, check=False).returncode
    except SetupError as error:
        print(error, file=sys.stderr)
        return 1


def main(arguments: list[str]) -> int:
    """Take them all. Returns the exit code."""
    options = _options(arguments)
    if not display.has_screen(os.environ):
        return _on_a_virtual_screen(arguments)
    # The same picture everywhere: one pixel per point, times of day in UTC.
    os.environ["TZ"] = "UTC"
    if hasattr(time, "tzset"):
        time.tzset()
    QApplication.setAttribute(Qt.ApplicationAttribute.AA_DontShowIconsInMenus)
    application = QApplication(sys.argv[:1])
    application.setEffectEnabled(Qt.UIEffect.UI_AnimateMenu, False)
    application.setCursorFlashTime(0)
    with tempfile.TemporaryDirectory(prefix="watchdoge-shots-") as scratch:
        take_all(application, options, Path(scratch))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
