"""The graphs as a file: a picture (PNG, SVG) or their numbers (CSV)."""

import csv
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QPainter
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QWidget

from doge_gui.models.table_text import neutral
from doge_gui.views.circuit_plot import Curve
from doge_gui.views.graph_axes import LocalTimeAxis


class ExportError(Exception):
    """The file could not be written; its text says why."""


def save_picture(widget: QWidget, path: Path) -> None:
    """Write a widget as it looks to a `.png` or `.svg`. Raises ExportError."""
    if path.suffix.lower() == ".svg":
        _save_svg(widget, path)
    elif not widget.grab().save(str(path), "PNG"):
        raise ExportError(f"{path} cannot be written")


def _save_svg(widget: QWidget, path: Path) -> None:
    generator = QSvgGenerator()
    generator.setFileName(str(path))
    generator.setSize(widget.size())
    generator.setViewBox(QRect(QPoint(0, 0), widget.size()))
    painter = QPainter()
    if not painter.begin(generator):
        raise ExportError(f"{path} cannot be written")
    widget.render(painter, QPoint(0, 0))
    painter.end()


def save_numbers(circuits: Sequence[tuple[str, Sequence[Curve]]], axis: LocalTimeAxis, path: Path) -> None:
    """Write the curves of all circuits, one line per time; a gap is an empty cell. Raises ExportError."""
    curves = [(f"{name} {curve.name}".strip(), curve) for name, drawn in circuits for curve in drawn]
    moments = np.unique(np.concatenate([curve.x for _, curve in curves])) if curves else np.empty(0)
    columns = [dict(zip(curve.x.tolist(), curve.y.tolist(), strict=True)) for _, curve in curves]
    try:
        with path.open("w", newline="", encoding="utf-8") as file:
            writer = csv.writer(file)
            writer.writerow(["time", *(neutral(name) for name, _ in curves)])
            for moment in moments.tolist():
                cells = [column.get(moment, np.nan) for column in columns]
                time = axis.local(moment).isoformat(timespec="milliseconds")
                writer.writerow([time, *("" if np.isnan(cell) else f"{cell:.15g}" for cell in cells)])
    except OSError as error:
        raise ExportError(f"{path}: {error.strerror}") from error
