"""Takes the figures and prints them as a table; exit code 1 when one is missed, 2 for a wrong name.

python -m tests.benchmarks              all of them, less than ten minutes
python -m tests.benchmarks silent start    these
"""

import sys
import time
from collections.abc import Callable, Sequence

from tests.benchmarks import alarms, cycles, history, history_window, simulator, web, window
from tests.benchmarks.children import ROOT, BenchmarkError
from tests.benchmarks.figures import Figure, Machine, details, save, table

RESULTS = ROOT / ".run" / "bench.json"
BENCHMARKS: dict[str, Callable[[], list[Figure]]] = {
    "cycle_vs_original": cycles.cycle_vs_original,
    "cycle_vs_aiohttp": cycles.cycle_vs_aiohttp,
    "latency_20ms": cycles.latency_20ms,
    "silent": cycles.silent,
    "frame_gap": window.frame_gap,
    "thousand": window.thousand,
    "five_thousand": cycles.five_thousand,
    "start": window.start,
    "alarms": alarms.alarms,
    "recording": history.recording,
    "recording_gap": history_window.recording_gap,
    "year": history_window.year,
    "replay": history_window.replay,
    "web_window": web.window_gap,
    "web_cycle": web.cycle,
    "simulator": simulator.answers_per_second,
}
"""Name on the command line -> what takes its figures."""


def main(names: Sequence[str]) -> int:
    """Take the named figures, or all; returns the exit code."""
    unknown = [name for name in names if name not in BENCHMARKS]
    if unknown:
        print(
            f"no benchmark is called {', '.join(unknown)}; there are {', '.join(BENCHMARKS)}", file=sys.stderr
        )
        return 2
    machine = Machine.this()
    figures: list[Figure] = []
    failed: list[str] = []
    for name in names or BENCHMARKS:
        began = time.monotonic()
        try:
            figures += BENCHMARKS[name]()
        except BenchmarkError as error:
            failed.append(f"{name} could not be measured: {error}")
        print(f"{name}: {time.monotonic() - began:.0f} s", file=sys.stderr, flush=True)
    save(figures, machine, RESULTS)
    report(figures, failed, machine)
    return 0 if not failed and all(figure.reached for figure in figures) else 1


def report(figures: Sequence[Figure], failed: Sequence[str], machine: Machine) -> None:
    """Print the table, then what stands behind it."""
    print(f"\n{machine.line()}\n")
    print(table(figures))
    for line in failed:
        print(line)
    print("\nRead off the clock (seconds unless told otherwise):")
    told: list[object] = []
    for figure in figures:
        # Two figures of one measurement stand on the same readings.
        print(details(figure, readings=figure.raw not in told))
        told.append(figure.raw)
    print(f"\nAlso in {RESULTS}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
