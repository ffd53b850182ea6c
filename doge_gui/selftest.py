"""`watchdoge --selftest`: the window on an example fleet, three cycles, a sound, the history; a table."""

import argparse
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator, MutableMapping, Sequence
from pathlib import Path

from doge_gui import __version__, paths

GATEWAYS = 8
"""For so many the thresholds of the configuration that comes with the program are meant."""
INTERVAL_S = 1.0
OK, FAILED = 0, 1


def main(argv: Sequence[str] | None = None) -> int:
    """Run it, print the table. `argv`: what follows `--selftest`. 0 when all is well, else 1."""
    parser = argparse.ArgumentParser(prog="watchdoge --selftest", allow_abbrev=False)
    parser.add_argument("--screenshot", type=Path, metavar="F", help="save a picture of the window")
    given = parser.parse_args(sys.argv[1:] if argv is None else list(argv))
    choose_platform(os.environ, shown=given.screenshot is not None)
    with tempfile.TemporaryDirectory(prefix="watchdoge-selftest-", ignore_cleanup_errors=True) as folder:
        keep_apart(os.environ, Path(folder))
        return _run(Path(folder), given.screenshot)


def choose_platform(environment: MutableMapping[str, str], shown: bool) -> None:
    """Without a screen unless one is named, or a picture is `shown` that shall look as on this screen."""
    has_screen = sys.platform != "linux" or environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY")
    if not (shown and has_screen):
        environment.setdefault("QT_QPA_PLATFORM", "offscreen")


def keep_apart(environment: MutableMapping[str, str], folder: Path) -> None:
    """Whatever the program writes in the user's folders goes below `folder`, where the platform lets it."""
    for name in ("CONFIG", "DATA", "STATE", "CACHE"):
        environment[f"XDG_{name}_HOME"] = str(folder / name.lower())


def _run(folder: Path, screenshot: Path | None) -> int:
    from PySide6.QtCore import QSettings, Qt
    from PySide6.QtWidgets import QApplication

    from doge_gui.selftest_parts import Finding, Verdict, check_parts
    from doge_gui.station import Options

    began = time.monotonic()
    QApplication.setAttribute(Qt.ApplicationAttribute.AA_DontShowIconsInMenus)
    application = QApplication(sys.argv[:1])
    application.setApplicationName("WatchDoge Supercharged")
    print(f"WatchDoge Supercharged {__version__}, {sys.platform}, {application.platformName()}", flush=True)
    config = Path(shutil.copy(paths.example_config(), folder))
    options = Options(
        config=config, demo=GATEWAYS, interval_s=INTERVAL_S, screenshot=screenshot and screenshot.absolute()
    )

    def findings() -> Iterator[Finding]:
        yield from check_parts()
        from doge_gui.app import Desktop
        from doge_gui.selftest_run import SelfTest

        settings = QSettings(str(folder / "window.ini"), QSettings.Format.IniFormat)
        yield from SelfTest(Desktop(application, settings, options), options, GATEWAYS).run()

    failed = _print(findings())
    total = time.monotonic() - began
    if failed:
        print(f"FAILED after {total:.1f} s: {', '.join(failed)}", flush=True)
        return FAILED
    print(f"{Verdict.OK.value} after {total:.1f} s", flush=True)
    return OK


def _print(findings: Iterable[object]) -> list[str]:
    """Each as it comes, in columns; the names of the checks that failed."""
    from doge_gui.selftest_parts import Finding, Verdict

    failed = []
    for one in findings:
        assert isinstance(one, Finding)
        print(f"{one.check:<20} {one.verdict.value:<7} {one.seconds:6.2f} s  {one.result}", flush=True)
        if one.verdict is Verdict.FAILED:
            failed.append(one.check)
    return failed


if __name__ == "__main__":
    sys.exit(main())
