"""The curves in view as a table: one row per time, one column per tag."""

from collections.abc import Sequence
from pathlib import Path

from doge_gui.core.recording.curves import Curve, Level
from doge_gui.export.series import Form, write_series
from doge_gui.export.wide import Part, wide

_OF_A_BUCKET = (Part.MEAN, Part.MIN, Part.MAX)


def write_trend(path: Path, curves: Sequence[Curve], titles: Sequence[str] = ()) -> None:
    """Write curves as the CSV or XLSX that the path's ending says. Raises ExportError.

    `titles`: a head for each curve; without them the tags' names. Readings are one column per curve; where
    minutes or hours are shown, mean, min and max are three. A gap is an empty cell. Times are local.
    """
    form = Form.XLSX if path.suffix.lower() == ".xlsx" else Form.CSV
    names = list(titles) or [str(curve.tag) for curve in curves]
    heads, columns = [], []
    for name, curve in zip(names, curves, strict=True):
        for part in _parts(curve):
            heads.append(name if curve.level is Level.RAW else f"{name} ({part.value})")
            columns.append((curve, part))
    write_series(path, form, heads, [wide(columns)], None)


def _parts(curve: Curve) -> tuple[Part, ...]:
    return (Part.LAST,) if curve.level is Level.RAW else _OF_A_BUCKET
