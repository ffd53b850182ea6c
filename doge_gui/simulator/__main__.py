"""The command line of the simulated fleet: `watchdoge-sim`."""

import argparse
import json
import signal
import sys
from collections.abc import Sequence
from pathlib import Path
from types import FrameType

from doge_gui.core.questions import REQUEST_NAME, RESERVED_NAMES
from doge_gui.open_files import TooFewFilesError
from doge_gui.simulator.control import obey_stdin
from doge_gui.simulator.ledger import table
from doge_gui.simulator.scenario import ScenarioError
from doge_gui.simulator.server import FleetOptions, FleetServer

DONE = 0
WRONG_INPUT = 2


def main(argv: Sequence[str] | None = None) -> int:
    """Serve until interrupted, then print what the gateways saw. 0: done; 2: it could not start."""
    parser = _parser()
    arguments = parser.parse_args(argv)
    if arguments.base_port and not 0 < arguments.base_port <= 65536 - arguments.gateways:
        parser.error(
            f"--base-port {arguments.base_port}: {arguments.gateways} ports from there on do not exist"
        )
    try:
        server = FleetServer(_options(arguments))
    except (OSError, TooFewFilesError) as error:
        print(f"watchdoge-sim: {error}", file=sys.stderr)
        return WRONG_INPUT
    try:
        return _serve(server, arguments)
    except ScenarioError as error:
        print("\n".join(f"{arguments.scenario}: {problem}" for problem in error.problems), file=sys.stderr)
    except (OSError, UnicodeDecodeError) as error:
        print(f"watchdoge-sim: {error}", file=sys.stderr)
    finally:
        server.close()
    return WRONG_INPUT


def _serve(server: FleetServer, arguments: argparse.Namespace) -> int:
    scenario = server.read_scenario(arguments.scenario.read_bytes()) if arguments.scenario else None
    if arguments.addresses_out:
        text = json.dumps(server.addresses, indent=2) + "\n"
        arguments.addresses_out.write_text(text, encoding="utf-8")
    _stop_on_signals(server, controlled=arguments.control)
    if scenario:
        server.set_scenario(scenario)
    if arguments.for_seconds:
        server.loop.call_later(arguments.for_seconds, server.stop)
    options = server.options
    print(f"ready: {options.gateways} gateways on {options.host}, seed {options.seed}", flush=True)
    if arguments.control:
        obey_stdin(server)
    server.run()
    if arguments.ledger_json:
        print(json.dumps(server.ledger()), flush=True)
    elif not arguments.control:
        print(table(server.ledger()), flush=True)
    return DONE


def _stop_on_signals(server: FleetServer, *, controlled: bool) -> None:
    def stop(_number: int, _frame: FrameType | None) -> None:
        server.stop()

    signal.signal(signal.SIGTERM, stop)
    # An interrupt typed at the terminal reaches the whole group: a controlled fleet leaves it to its parent.
    signal.signal(signal.SIGINT, signal.SIG_IGN if controlled else stop)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="watchdoge-sim", description="A fleet of simulated PLC gateways on loopback."
    )
    add = parser.add_argument
    add("--gateways", type=_positive, default=8, help="how many (default: 8)")
    add("--seed", type=int, default=1, help="same seed, same story (default: 1)")
    add("--scenario", type=Path, help="JSON file that says who misbehaves when")
    add("--addresses-out", type=Path, help="write the address list to this file")
    add("--host", default="127.0.0.1", help="address to listen on (default: 127.0.0.1)")
    add("--base-port", type=int, default=0, help="port of the first gateway (default: any free ones)")
    add("--requests", type=_names, default=("temperature",), help="configured requests, separated by commas")
    add("--latency-ms", type=_seconds, default=0.0, help="wait before every answer")
    add("--marble-speed", type=_seconds, default=1.0, help="scales the marbles' speed; 0: they stand still")
    add("--rejoin-s", type=_seconds, default=30.0, help="time a disconnected PLC stays away; 0: for ever")
    add("--for-seconds", type=_seconds, help="end after this time")
    add("--ledger-json", action="store_true", help="print the final ledger as one JSON document")
    add("--control", action="store_true", help="obey JSON commands on standard input; end with it")
    return parser


def _options(arguments: argparse.Namespace) -> FleetOptions:
    return FleetOptions(
        gateways=arguments.gateways,
        seed=arguments.seed,
        requests=arguments.requests,
        host=arguments.host,
        base_port=arguments.base_port,
        latency_ms=arguments.latency_ms,
        marble_speed=arguments.marble_speed,
        rejoin_s=arguments.rejoin_s,
    )


def _positive(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError("must be at least 1")
    return number


def _seconds(text: str) -> float:
    number = float(text)
    if not 0 <= number < 1e9:
        raise argparse.ArgumentTypeError("must be a number from 0 on")
    return number


def _names(text: str) -> tuple[str, ...]:
    names = tuple(name for name in text.split(",") if name)
    for name in names:
        if not REQUEST_NAME.fullmatch(name) or name in RESERVED_NAMES:
            raise argparse.ArgumentTypeError(f"{name!r} is not a request's name")
    return names


if __name__ == "__main__":
    sys.exit(main())
