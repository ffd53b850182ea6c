"""The command line of `watchdoge`."""

import argparse
import json
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from doge_gui import __version__

_EXAMPLE_GATEWAYS = 8
_MAX_EXAMPLE = 5000


def main(argv: Sequence[str] | None = None) -> int:
    """Start what the command line asks for; returns the exit code."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    # A bundle holds one program, which starts itself again for these two tasks.
    if arguments[:1] == ["--simulate"]:
        from doge_gui.simulator.__main__ import main as simulate

        return simulate(arguments[1:])
    if arguments[:1] == ["--play-sounds"]:
        from doge_gui.sound_player import main as play

        return play()
    if "--selftest" in arguments:
        from doge_gui.selftest import main as try_out

        return try_out([word for word in arguments if word != "--selftest"])
    command = _command(arguments[0]) if arguments else None
    if command is not None:
        return command(arguments[1:])
    given = _parser().parse_args(arguments)
    if given.print_config_schema:
        from doge_gui.core.config_text import config_schema

        print(json.dumps(config_schema(), indent=2))
        return 0
    return _supervise(given)


def _command(name: str) -> Callable[[Sequence[str]], int] | None:
    """What a word on the command line stands for. Written out, so that a bundle holds each of them."""
    if name == "alarms":
        from doge_gui import journal_command

        return journal_command.main
    if name == "audit":
        from doge_gui import audit_command

        return audit_command.main
    if name == "export":
        from doge_gui import export_command

        return export_command.main
    if name == "report":
        from doge_gui import report_command

        return report_command.main
    return None


def _supervise(given: argparse.Namespace) -> int:
    from doge_gui.station import Options

    options = Options(
        config=given.config,
        demo=given.demo,
        headless=given.headless,
        cycles=given.cycles,
        interval_s=given.interval,
        run_seconds=given.run_seconds,
        screenshot=given.screenshot,
        print_cycles=given.print_cycles,
        kiosk=given.kiosk,
    )
    if given.headless:
        from doge_gui import headless

        return headless.run(options)
    from doge_gui import app

    return app.run(options)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="watchdoge",
        description="Supervise a fleet of PLC gateways.",
        epilog="watchdoge alarms, audit, export and report read what was recorded; each knows --help.",
        allow_abbrev=False,
    )
    add = parser.add_argument
    add("--config", type=Path, metavar="F", help="configuration (default: configDoge.json here)")
    add(
        "--demo",
        type=_gateways,
        nargs="?",
        const=_EXAMPLE_GATEWAYS,
        metavar="N",
        help=f"supervise an example fleet of N simulated gateways (default: {_EXAMPLE_GATEWAYS})",
    )
    add("--headless", action="store_true", help="no window; print one JSON line per cycle")
    add("--cycles", type=_positive, metavar="N", help="end after N cycles")
    add("--interval", type=_seconds, metavar="S", help="seconds between cycles, in place of the configured")
    add("--run-seconds", type=_duration, default=0.0, metavar="S", help="end after S seconds (0: never)")
    add("--screenshot", type=Path, metavar="F", help="save a picture of the window before the end")
    add("--print-cycles", action="store_true", help="print one JSON line per cycle beside the window")
    add(
        "--kiosk",
        nargs="?",
        const="",
        metavar="SCREEN",
        help="fill a screen, by its name or number, and leave it by Ctrl+Shift+Q only",
    )
    add("--print-config-schema", action="store_true", help="print the configuration's JSON Schema and end")
    add("--selftest", action="store_true", help="try everything out and print a table; 0 if all is well")
    add("--version", action="version", version=f"WatchDoge Supercharged {__version__}")
    return parser


def _number(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number") from None


def _positive(text: str) -> int:
    number = _number(text)
    if not 1 <= number < 1e9 or number != int(number):
        raise argparse.ArgumentTypeError("must be a whole number from 1 on")
    return int(number)


def _gateways(text: str) -> int:
    number = _positive(text)
    if number > _MAX_EXAMPLE:
        raise argparse.ArgumentTypeError(f"must be at most {_MAX_EXAMPLE}")
    return number


def _seconds(text: str) -> float:
    number = _number(text)
    if not 0.05 <= number <= 86_400:
        raise argparse.ArgumentTypeError("must be from 0.05 to 86400")
    return number


def _duration(text: str) -> float:
    number = _number(text)
    if not 0 <= number <= 1_000_000:
        raise argparse.ArgumentTypeError("must be from 0 to 1000000")
    return number


if __name__ == "__main__":
    sys.exit(main())
