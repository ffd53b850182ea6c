"""The window on the example fleet for half an hour, its memory sampled: `python -m tests.soak [minutes]`.

Prints one line a minute and at the end the slope in MB an hour, by least squares: after ten minutes, and
after the graphs' half hour is full, up to when memory grows with what they show. What counts is the
program's anonymous memory: what it has allocated itself. Its libraries' pages come and go with the system's
caches and with other programs that use the same files. The sound player and the simulator are processes of
their own.
"""

import subprocess
import sys
import tempfile
import time
from pathlib import Path

import numpy as np
import psutil
from numpy.typing import NDArray

SAMPLE_S = 5.0
LIMIT_MB_PER_HOUR = 1.0
SETTLED_S, FULL_S = 600.0, 2100.0
"""Caches are warm, and the span that the graphs show at first is full."""


def main(minutes: float) -> int:
    """Run, sample, judge. 0 where memory stays flat."""
    with tempfile.TemporaryDirectory() as folder:
        program = [sys.executable, "-m", "doge_gui", "--demo", "8", "--run-seconds", str(minutes * 60)]
        with subprocess.Popen(
            [*program, "--screenshot", str(Path(folder) / "end.png")],
            stdout=subprocess.DEVNULL,
        ) as process:
            samples = _sampled(psutil.Process(process.pid), process)
    times, memory = np.array(samples).T
    slope = 0.0
    for name, since in (("after 10 min", SETTLED_S), ("with full graphs", FULL_S)):
        if (times > since).sum() > 1:
            slope = _slope(times[times > since], memory[times > since])
            print(f"{name}: {memory[times > since].mean():.1f} MB, {slope:+.2f} MB/h")
    flat = slope < LIMIT_MB_PER_HOUR
    print(f"{len(samples)} samples over {minutes:g} min: {'flat' if flat else 'GROWS'}")
    return 0 if flat else 1


def _slope(times: NDArray[np.float64], memory: NDArray[np.float64]) -> float:
    """MB an hour of samples at `times` (seconds)."""
    return float(np.polyfit(times / 3600, memory, 1)[0])


def _anonymous_mb(watched: psutil.Process) -> float:
    """MB that the process has allocated; resident memory where the system does not tell it apart."""
    rollup = Path(f"/proc/{watched.pid}/smaps_rollup")
    if not rollup.exists():
        return watched.memory_info().rss / 1e6
    fields = dict(line.split(":", 1) for line in rollup.read_text().splitlines()[1:])
    return int(fields["Anonymous"].split()[0]) * 1024 / 1e6


def _sampled(watched: psutil.Process, process: "subprocess.Popen[bytes]") -> list[tuple[float, float]]:
    """(seconds since the start, MB of unique memory) until the program ends."""
    samples: list[tuple[float, float]] = []
    started = time.monotonic()
    while process.poll() is None:
        try:
            memory = _anonymous_mb(watched)
        except (psutil.Error, OSError):
            break
        samples.append((time.monotonic() - started, memory))
        if len(samples) % int(60 / SAMPLE_S) == 0:
            print(f"{samples[-1][0] / 60:5.1f} min  {memory:7.2f} MB", flush=True)
        time.sleep(SAMPLE_S)
    process.wait()
    return samples


if __name__ == "__main__":
    sys.exit(main(float(sys.argv[1]) if len(sys.argv) > 1 else 30.0))
