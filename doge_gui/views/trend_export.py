"""The trend as a picture in a file: what is in view, with a heading and every curve named."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QImage, QPaintDevice, QPainter
from PySide6.QtSvg import QSvgGenerator

from doge_gui.models.trend_picture import TrendPicture
from doge_gui.views.plot_export import ExportError
from doge_gui.views.theme import Theme, font
from doge_gui.views.trend_painter import TrendPainter
from doge_gui.views.trend_pens import SWATCH_PX, paint_swatch

_HEAD_PX, _ROW_PX, _EDGE_PX = 30, 19, 12
_NAME_PX = 260
_SCALE = 2
"""Pixels of a PNG per point of the picture: legible in print."""
Legend = Sequence[tuple[int, str]]
"""Slot and name of every curve."""


def picture_size(plot: QSize, legend: Legend) -> QSize:
    """The size of a picture whose curves take `plot`."""
    rows = -(-len(legend) // _columns(plot.width()))
    return QSize(plot.width(), _HEAD_PX + plot.height() + rows * _ROW_PX + _EDGE_PX)


def _columns(width: int) -> int:
    return max(width // _NAME_PX, 1)


def paint_trend(
    painter: QPainter, size: QSize, picture: TrendPicture, theme: Theme, heading: str, legend: Legend
) -> None:
    """Paint heading, curves and legend at the origin."""
    whole = QRectF(0, 0, size.width(), size.height())
    painter.fillRect(whole, theme.colour("panel"))
    painter.setFont(font(13, QFont.Weight.DemiBold))
    painter.setPen(theme.colour("text"))
    head = QRectF(_EDGE_PX, 0, whole.width() - 2 * _EDGE_PX, _HEAD_PX)
    words = QFontMetricsF(painter.font()).elidedText(heading, Qt.TextElideMode.ElideRight, head.width())
    painter.drawText(head, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), words)
    rows = -(-len(legend) // _columns(size.width()))
    height = whole.height() - _HEAD_PX - rows * _ROW_PX - _EDGE_PX
    TrendPainter(theme).paint(painter, QRectF(0, _HEAD_PX, whole.width(), height), picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    _legend(painter, QPointF(0, _HEAD_PX + height), size.width(), theme, legend)


def _legend(painter: QPainter, at: QPointF, width: int, theme: Theme, legend: Legend) -> None:
    columns = _columns(width)
    each = (width - 2 * _EDGE_PX) / columns
    painter.setFont(font(11))
    metrics = QFontMetricsF(painter.font())
    for number, (slot, name) in enumerate(legend):
        x = at.x() + _EDGE_PX + number % columns * each
        y = at.y() + 4 + number // columns * _ROW_PX
        paint_swatch(painter, theme, slot, QPointF(x, y + _ROW_PX / 2))
        painter.setPen(theme.colour("text"))
        text = QRectF(x + SWATCH_PX[0] + 7, y, each - SWATCH_PX[0] - 16, _ROW_PX)
        words = metrics.elidedText(name, Qt.TextElideMode.ElideMiddle, text.width())
        painter.drawText(text, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), words)


def save_trend(
    path: Path, plot: QSize, picture: TrendPicture, theme: Theme, heading: str, legend: Legend
) -> None:
    """Write a `.png` or `.svg` whose curves take `plot`. Raises ExportError."""
    size = picture_size(plot, legend)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if path.suffix.lower() == ".svg":
        generator = QSvgGenerator()
        generator.setOutputDevice(buffer)
        generator.setTitle(heading)
        generator.setSize(size)
        generator.setViewBox(QRect(0, 0, size.width(), size.height()))
        _painted(generator, size, picture, theme, heading, legend)
    else:
        image = QImage(size * _SCALE, QImage.Format.Format_ARGB32_Premultiplied)
        image.setDevicePixelRatio(_SCALE)
        _painted(image, size, picture, theme, heading, legend)
        image.save(buffer, "PNG")  # type: ignore[call-overload]
    try:
        path.write_bytes(buffer.data().data())
    except OSError as error:
        raise ExportError(f"{path}: {error.strerror}") from error


def _painted(
    device: QPaintDevice, size: QSize, picture: TrendPicture, theme: Theme, heading: str, legend: Legend
) -> None:
    painter = QPainter(device)
    paint_trend(painter, size, picture, theme, heading, legend)
    painter.end()
