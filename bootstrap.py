"""Installs what is missing and runs the program, its tests, its benchmarks or its bundle.

    python3 bootstrap.py run [ARGUMENTS OF watchdoge]    the window on a simulated fleet of 8 gateways
    python3 bootstrap.py test [ARGUMENTS OF pytest]      checks, types, floors and all tests
    python3 bootstrap.py bench [ARGUMENTS]               the benchmarks
    python3 bootstrap.py soak [ROUNDS [SEED]]            2,000 kills: nothing recorded is lost
    python3 bootstrap.py soak memory [MINUTES]           the window for half an hour: its memory stays flat
    python3 bootstrap.py bundle                          a one-folder program in dist/, checked and packed
    python3 bootstrap.py check-bundle                    the bundle started from a folder with an awkward name
    python3 bootstrap.py deb                             a Debian package of the bundle in dist/
    python3 bootstrap.py icons                           (maintainer) draw the icon in all sizes
    python3 bootstrap.py screenshots [ARGUMENTS]         (maintainer) take the guide's pictures anew
    python3 bootstrap.py lock                            (maintainer) resolve the lock files anew

Standard library only, the same on Linux, Windows and macOS. Exit codes: those of what is run; 1 when
something is missing that it may not or cannot install; 64 for a wrong command line.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

from tools import SetupError, bundle, bundle_trial, deb, debian, display
from tools.environment import Environment, check_python
from tools.processes import ROOT, call

RUN_TIME = Environment(ROOT, ROOT / ".venv", "requirements.lock", ("requirements-dev.lock",))
DEVELOPMENT = Environment(ROOT, ROOT / ".venv", "requirements-dev.lock")
BUNDLING = Environment(ROOT, ROOT / ".venv-bundle", "requirements-bundle.lock")
SCREENSHOT = ROOT / ".run" / "watchdoge.png"
DEMO_GATEWAYS = 8
CHECKS = (
    ("ruff", "check"),
    ("ruff", "format", "--check"),
    ("mypy",),
    ("lint-imports",),
)
"""What is checked before the tests run, in this order."""
LOCKS = {
    "requirements.lock": ("build",),
    "requirements-dev.lock": ("build", "dev"),
    "requirements-bundle.lock": ("build", "bundle"),
}
"""Lock file -> the dependency groups of pyproject.toml it adds to the run-time dependencies."""


def tool(name: str, *arguments: str) -> list[str | Path]:
    """The command line of a console program of the development environment."""
    suffix = ".exe" if os.name == "nt" else ""
    return [DEVELOPMENT.python.parent / f"{name}{suffix}", *arguments]


def translate(environment: Environment) -> None:
    """Builds the translations that are older than their source. Raises SetupError."""
    if call([environment.python, "-m", "tools.translations", "build"]) != 0:
        raise SetupError("The translations could not be built; see above.")


@contextmanager
def surroundings(shown: bool) -> Iterator[dict[str, str]]:
    """Environment variables for a program with a window; on a virtual screen unless `shown`."""
    with display.runtime_folder(display.with_locale(os.environ)) as environment:
        if shown:
            yield environment
            return
        with display.virtual_screen(environment) as screen:
            yield screen


def run_seconds(text: str) -> float:
    """RUN_SECONDS as a number of seconds, 0 for `until closed`. Raises SetupError."""
    try:
        seconds = float(text)
    except ValueError:
        seconds = -1.0
    if not 0 <= seconds < 1e6:
        raise SetupError(f"RUN_SECONDS is {text!r}; a number of seconds is needed, or 0 for: until closed")
    return seconds


def run(arguments: Sequence[str]) -> int:
    """The window on a simulated fleet; on a virtual screen for RUN_SECONDS where there is none."""
    shown = display.has_screen(os.environ)
    seconds = run_seconds(os.environ.get("RUN_SECONDS", "20"))
    debian.ensure(debian.WINDOW if shown else (*debian.WINDOW, *debian.SCREEN))
    RUN_TIME.ensure()
    translate(RUN_TIME)
    command: list[str | Path] = [RUN_TIME.python, "-m", "doge_gui"]
    # Whoever names a configuration means the gateways that it names.
    if not {word.partition("=")[0] for word in arguments} & {"--demo", "--config"}:
        command += ["--demo", str(DEMO_GATEWAYS)]
    if not shown:
        SCREENSHOT.parent.mkdir(exist_ok=True)
        command += ["--run-seconds", f"{seconds:g}", "--screenshot", SCREENSHOT, "--print-cycles"]
    with surroundings(shown) as environment:
        return call([*command, *arguments], environment)


def test(arguments: Sequence[str]) -> int:
    """Every check, then every test; stops at the first check that fails. pytest has the last word."""
    debian.ensure(debian.TESTS)
    DEVELOPMENT.ensure()
    translate(DEVELOPMENT)
    for check in CHECKS:
        print(f"--- {' '.join(check)}", flush=True)
        code = call(tool(*check))
        if code != 0:
            return code
    print("--- pytest", flush=True)
    with surroundings(shown=sys.platform != "linux") as environment:
        # A file's tests stay together, so that a server or a fleet is started once.
        return call(tool("pytest", "-n", "2", "--dist", "loadfile", *arguments), environment)


def bench(arguments: Sequence[str]) -> int:
    """The benchmarks, whose table is printed."""
    debian.ensure((*debian.WINDOW, *debian.SCREEN))
    DEVELOPMENT.ensure()
    with surroundings(shown=sys.platform != "linux") as environment:
        return call([DEVELOPMENT.python, "-m", "tests.benchmarks", *arguments], environment)


def soak(arguments: Sequence[str]) -> int:
    """What takes longer than a test may: many kills, or with `memory` first, the window's memory."""
    memory = list(arguments[:1]) == ["memory"]
    debian.ensure((*debian.WINDOW, *debian.SCREEN) if memory else debian.WINDOW)
    DEVELOPMENT.ensure()
    if not memory:
        return call([DEVELOPMENT.python, "-m", "tests.soak_kills", *arguments])
    with surroundings(shown=sys.platform != "linux") as environment:
        return call([DEVELOPMENT.python, "-m", "tests.soak", *arguments[1:]], environment)


def make_bundle(_arguments: Sequence[str]) -> int:
    """A one-folder program in dist/watchdoge, built from an environment that holds nothing else."""
    debian.ensure(debian.BUNDLE)
    BUNDLING.ensure()
    return bundle.build(BUNDLING.python)


def check_bundle(_arguments: Sequence[str]) -> int:
    """The bundle, built anew where it is stale, tried from a folder with an awkward name."""
    debian.ensure(debian.BUNDLE)
    BUNDLING.ensure()
    code = bundle.build_if_stale(BUNDLING.python)
    if code != 0:
        return code
    with surroundings(shown=sys.platform != "linux") as environment:
        return bundle_trial.run(bundle.FOLDER, environment)


def make_deb(_arguments: Sequence[str]) -> int:
    """A Debian package of the bundle."""
    debian.ensure(debian.BUNDLE)
    BUNDLING.ensure()
    return bundle.build_if_stale(BUNDLING.python) or deb.build(bundle.FOLDER)


def icons(_arguments: Sequence[str]) -> int:
    """(maintainer) The program's icon, drawn in all its sizes."""
    debian.ensure(debian.WINDOW)
    DEVELOPMENT.ensure()
    return call([DEVELOPMENT.python, "-m", "tools.icons"])


def screenshots(arguments: Sequence[str]) -> int:
    """(maintainer) The guide's pictures, taken of the running program."""
    debian.ensure((*debian.WINDOW, *debian.SCREEN))
    DEVELOPMENT.ensure()
    translate(DEVELOPMENT)
    with surroundings(shown=sys.platform != "linux") as environment:
        return call([DEVELOPMENT.python, "-m", "tools.screenshots", *arguments], environment)


def lock(arguments: Sequence[str]) -> int:
    """Resolves every lock file for all platforms, with hashes and without any address."""
    resolver = tool("uv", "pip", "compile", "pyproject.toml", "--quiet", "--universal", "--no-config")
    form = ["--generate-hashes", "--no-header", "--no-annotate", "--fork-strategy", "fewest"]
    if not Path(resolver[0]).exists():
        raise SetupError(f"uv resolves the lock files: {DEVELOPMENT.python} -m pip install uv")
    for name, groups in LOCKS.items():
        chosen = [word for group in groups for word in ("--group", group)]
        # The other locks hold the run-time packages in the very versions the program ships with.
        constrained = [] if name == RUN_TIME.lock else ["--constraint", RUN_TIME.lock]
        code = call([*resolver, *form, *chosen, *constrained, "--output-file", name, *arguments])
        if code != 0:
            return code
    return 0


COMMANDS: dict[str, Callable[[Sequence[str]], int]] = {
    "run": run,
    "test": test,
    "bench": bench,
    "soak": soak,
    "bundle": make_bundle,
    "check-bundle": check_bundle,
    "deb": make_deb,
    "icons": icons,
    "screenshots": screenshots,
    "lock": lock,
}


def on_terminate(_signal: int, _frame: FrameType | None) -> None:
    """Leaves through every `finally`, so that the child and the virtual screen end too."""
    raise SystemExit(143)


def main(arguments: Sequence[str]) -> int:
    """The command line; returns the exit code."""
    if not arguments or arguments[0] not in COMMANDS:
        asked = bool(arguments) and arguments[0] in {"help", "-h", "--help"}
        print(__doc__, file=sys.stdout if asked else sys.stderr)
        return 0 if asked else 64
    signal.signal(signal.SIGTERM, on_terminate)
    try:
        check_python(sys.version_info[:2])
        return COMMANDS[arguments[0]](arguments[1:])
    except SetupError as problem:
        print(f"\n{problem}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
