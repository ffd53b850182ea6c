"""The window on the example fleet for half an hour, its memory sampled: `python -m tests.soak [minutes]`.

Prints one line a minute and at the end the slope over what follows the first third, in MB an hour, by least
squares. What counts is the program's anonymous memory: what it has allocated itself. Its libraries' pages
come and go with the system's caches and with other programs that use the same files. The sound player and
the simulator are processes of their own.
"""

import subprocess
import sys
import tempfile
import time
from pathlib import Path

import numpy as np
import psutil

SAMPLE_S = 5.0
LIMIT_MB_PER_HOUR = 1.0


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
    settled = times > minutes * 60 / 3
    slope, _ = np.polyfit(times[settled] / 3600, memory[settled], 1)
    verdict = "flat" if slope < LIMIT_MB_PER_HOUR else "GROWS"
    print(
        f"{len(samples)} samples over {minutes:g} min; "
        f"{memory[settled].mean():.1f} MB; {slope:+.2f} MB/h: {verdict}"
    )
    return 0 if slope < LIMIT_MB_PER_HOUR else 1


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
