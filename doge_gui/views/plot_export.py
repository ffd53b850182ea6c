"""The graphs as a file: a picture (PNG, SVG) or their numbers (CSV)."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QPainter
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QWidget

from doge_gui.export.cells import Cell
from doge_gui.export.files import ExportError
from doge_gui.export.tables import write_csv
from doge_gui.views.circuit_plot import Curve
from doge_gui.views.graph_axes import LocalTimeAxis

__all__ = ["ExportError", "save_numbers", "save_picture"]


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
    write_csv(path, _rows(circuits, axis))


def _rows(circuits: Sequence[tuple[str, Sequence[Curve]]], axis: LocalTimeAxis) -> Iterator[list[Cell]]:
    curves = [(f"{name} {curve.name}".strip(), curve) for name, drawn in circuits for curve in drawn]
    moments = np.unique(np.concatenate([curve.x for _, curve in curves])) if curves else np.empty(0)
    columns = [dict(zip(curve.x.tolist(), curve.y.tolist(), strict=True)) for _, curve in curves]
    yield ["time", *(name for name, _ in curves)]
    for moment in moments.tolist():
        yield [axis.local(moment), *(column.get(moment) for column in columns)]
