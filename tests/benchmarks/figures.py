"""A figure: what was measured, what it must reach, the verdict; and the table they make."""

import json
import os
import platform
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class Figure:
    """One line of the table."""

    what: str
    measured: float
    limit: float
    unit: str
    """Of both numbers; "x" for a ratio."""
    at_least: bool
    """The limit is a least value (True) or a greatest one (False)."""
    how: str
    """How it was measured, in one line."""
    raw: Mapping[str, Any]
    """What was read off the clock, by name; seconds unless the name says otherwise."""

    @property
    def reached(self) -> bool:
        """The verdict. Never for a figure that is not a number."""
        return self.measured >= self.limit if self.at_least else self.measured <= self.limit

    @property
    def must(self) -> str:
        """The limit in words."""
        return f"{'>=' if self.at_least else '<='} {self.limit:g} {self.unit}".rstrip()

    @property
    def got(self) -> str:
        """The measurement in words."""
        digits = 0 if abs(self.measured) >= 100 else 2
        return f"{self.measured:.{digits}f} {self.unit}".rstrip()


@dataclass(frozen=True, slots=True)
class Machine:
    """Where the figures were taken."""

    cpu: str
    cores: int
    system: str
    python: str
    load: float
    """Load average of the last minute when the run began: what else the machine was doing."""

    @classmethod
    def this(cls) -> "Machine":
        """The machine this runs on."""
        load = os.getloadavg()[0] if hasattr(os, "getloadavg") else float("nan")
        return cls(
            _cpu(), os.cpu_count() or 0, platform.platform(terse=True), platform.python_version(), load
        )

    def line(self) -> str:
        """The same in one line."""
        where = f"{self.cpu}, {self.cores} cores, {self.system}, Python {self.python}"
        return f"{where}, load {self.load:.1f} before"


def table(figures: Sequence[Figure]) -> str:
    """The figures as aligned columns."""
    lines = [("what", "must reach", "measured", "verdict")]
    lines += [(figure.what, figure.must, figure.got, verdict(figure)) for figure in figures]
    widths = [max(len(line[column]) for line in lines) for column in range(4)]
    rows = ["  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)) for line in lines]
    rows.insert(1, "  ".join("-" * width for width in widths))
    return "\n".join(row.rstrip() for row in rows)


def verdict(figure: Figure) -> str:
    """The verdict in a word."""
    return "reached" if figure.reached else "MISSED"


def details(figure: Figure, readings: bool = True) -> str:
    """How a figure was taken and, with `readings`, what the clock said."""
    lines = [f"  {figure.what}", f"    {figure.how}"]
    if readings:
        lines += [f"    {name}: {_shown(value)}" for name, value in figure.raw.items()]
    return "\n".join(lines)


def save(figures: Sequence[Figure], machine: Machine, path: Path) -> None:
    """Write everything as JSON, for programs."""
    rows = [
        {**asdict(figure), "must": figure.must, "got": figure.got, "reached": figure.reached}
        for figure in figures
    ]
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps({"machine": asdict(machine), "figures": rows}, indent=2) + "\n", "utf-8")


def _shown(value: Any) -> str:
    if isinstance(value, float):
        return f"{value:.4g}"
    if isinstance(value, list | tuple):
        return ", ".join(map(_shown, value))
    return str(value)


def _cpu() -> str:
    """The processor's name, from /proc/cpuinfo where there is one."""
    listing = Path("/proc/cpuinfo")
    if listing.exists():
        for line in listing.read_text("utf-8", "replace").splitlines():
            if line.startswith("model name"):
                return " ".join(line.partition(":")[2].split())
    return platform.processor() or platform.machine()
