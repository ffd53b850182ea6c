"""Values over time as CSV, XLSX and Parquet, written piece by piece: time first, then one column per tag."""

import csv
from collections.abc import Iterable, Iterator, Sequence
from datetime import tzinfo
from enum import Enum
from pathlib import Path
from typing import Any, Protocol, TextIO

import numpy as np
from numpy.typing import NDArray

from doge_gui.export.cells import Cell, neutral, time_text
from doge_gui.export.files import ExportError, replacing
from doge_gui.export.passage import times_of
from doge_gui.export.tables import MOST_COLUMNS, MOST_ROWS, Sheet, Workbook
from doge_gui.export.wide import Rows

PARQUET_REMEDY = 'Parquet needs pyarrow: pip install "watchdoge-supercharged[parquet]"'

_ROW_GROUP = 8_000_000
"""Values that are written together to Parquet: each group costs its own description of every column."""


class Form(Enum):
    """What kind of file."""

    CSV = "csv"
    XLSX = "xlsx"
    PARQUET = "parquet"


class _Taker(Protocol):
    def add(self, rows: Rows) -> None: ...

    def close(self) -> None: ...

    def abandon(self) -> None:
        """Let go of what is open; the file is not wanted."""


def write_series(
    path: Path, form: Form, names: Sequence[str], pieces: Iterable[Rows], zone: tzinfo | None
) -> int:
    """Write the pieces; returns the number of rows. Raises ExportError, and what the pieces raise.

    `zone`: of the times people read; None is the machine's.

    CSV has `time` in ISO 8601 with the zone's offset. XLSX has `time` in that zone and `UTC` beside it, and
    goes on on another sheet where one is full. Parquet has `time` as an instant, UTC. The file is there
    whole or not at all.
    """
    check(form, len(names))
    with replacing(path) as part:
        if form is Form.CSV:
            with part.open("w", newline="", encoding="utf-8") as file:
                return print_series(file, names, pieces, zone)
        taker = _Xlsx(part, names, zone) if form is Form.XLSX else _Parquet(part, names)
        return _passed(taker, pieces)


def print_series(out: TextIO, names: Sequence[str], pieces: Iterable[Rows], zone: tzinfo | None) -> int:
    """The same as CSV to an open file."""
    return _passed(_Csv(out, names, zone), pieces)


def check(form: Form, columns: int) -> None:
    """Raises ExportError where so many columns cannot be written in this form, or not on this machine."""
    if form is Form.XLSX and columns + 2 > MOST_COLUMNS:
        raise ExportError(
            f"XLSX holds {MOST_COLUMNS - 2} tags, not {columns}: choose fewer, or CSV or Parquet"
        )
    if form is Form.PARQUET:
        try:
            import pyarrow  # noqa: F401
        except ImportError as error:
            raise ExportError(PARQUET_REMEDY) from error


def _passed(taker: _Taker, pieces: Iterable[Rows]) -> int:
    count = 0
    try:
        for rows in pieces:
            taker.add(rows)
            count += len(rows)
    except BaseException:
        taker.abandon()
        raise
    taker.close()
    return count


class _Csv:
    def __init__(self, out: TextIO, names: Sequence[str], zone: tzinfo | None) -> None:
        self._zone = zone
        self._out = out
        csv.writer(out, lineterminator="\n").writerow(["time", *map(neutral, names)])

    def add(self, rows: Rows) -> None:
        for at, cells in zip(times_of(rows), _numbers(rows.values), strict=True):
            # Numbers and times need no quotes: this is ten times as fast as asking for each.
            self._out.write(f"{time_text(at.astimezone(self._zone))},{','.join(cells)}\n")

    def close(self) -> None:
        self._out.flush()

    def abandon(self) -> None:
        self._out.flush()


def _numbers(values: NDArray[np.float64]) -> Iterator[list[str]]:
    """Per row the cells' texts: 15 digits, nothing for what is not finite."""
    for row in values:
        yield [f"{value:.15g}" if value - value == 0 else "" for value in row.tolist()]


class _Xlsx:
    def __init__(self, path: Path, names: Sequence[str], zone: tzinfo | None) -> None:
        self._book = Workbook(path)
        self._heads: list[Cell] = ["time", "UTC", *names]
        self._zone = zone
        self._sheets = 0
        self._sheet = self._next_sheet()

    def add(self, rows: Rows) -> None:
        for at, values in zip(times_of(rows), rows.values.tolist(), strict=True):
            if self._sheet.rows >= MOST_ROWS:
                self._sheet = self._next_sheet()
            self._sheet.add([at.astimezone(self._zone), at, *values])

    def close(self) -> None:
        self._book.close()

    def abandon(self) -> None:
        self._book.abandon()

    def _next_sheet(self) -> Sheet:
        self._sheets += 1
        sheet = self._book.sheet(f"Values {self._sheets}" if self._sheets > 1 else "Values")
        sheet.add(self._heads, head=True)
        return sheet


class _Parquet:
    def __init__(self, path: Path, names: Sequence[str]) -> None:
        import pyarrow
        import pyarrow.parquet

        self._arrow: Any = pyarrow
        time = "time" if "time" not in names else "time (UTC)"
        fields = [(time, pyarrow.timestamp("us", tz="UTC")), *((name, pyarrow.float64()) for name in names)]
        self._schema = pyarrow.schema(fields)
        # Readings seldom repeat: a dictionary of them would be larger than they are.
        self._writer = pyarrow.parquet.ParquetWriter(
            str(path), self._schema, use_dictionary=False, write_statistics=False, compression="zstd"
        )
        self._waiting: list[Rows] = []

    def add(self, rows: Rows) -> None:
        self._waiting.append(rows)
        if sum(piece.values.size for piece in self._waiting) >= _ROW_GROUP:
            self._write()

    def close(self) -> None:
        try:
            self._write()
        finally:
            self._writer.close()

    def abandon(self) -> None:
        self._waiting.clear()
        self._writer.close()

    def _write(self) -> None:
        if not self._waiting:
            return
        times = np.concatenate([piece.times for piece in self._waiting])
        values = np.concatenate([piece.values for piece in self._waiting])
        self._waiting.clear()
        stamps = np.round(times * 1e6).astype("datetime64[us]")
        columns = [self._arrow.array(stamps, self._schema.field(0).type)]
        columns += [self._arrow.array(column, mask=~np.isfinite(column)) for column in values.T]
        self._writer.write_table(self._arrow.Table.from_arrays(columns, schema=self._schema))
