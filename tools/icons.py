"""Draw the program's icon in every size and container that a desktop asks for, from its two SVG files.

    python -m tools.icons

The large drawing is for 48 pixels and more; the small one, with fewer and stronger shapes, is for less.
"""

import os
import sys
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QGuiApplication, QImage, QImageWriter, QPainter
from PySide6.QtSvg import QSvgRenderer

from tools.icon_files import ICNS_KINDS, ICO_SIZES, icns, ico

ROOT = Path(__file__).resolve().parent.parent
APP = ROOT / "resources" / "icons" / "app"
LARGE, SMALL = APP / "watchdoge.svg", APP / "watchdoge-small.svg"
SMALL_UP_TO = 32
"""Edge in pixels."""
HICOLOR = (16, 22, 24, 32, 48, 64, 128, 256, 512)
"""The sizes of the freedesktop.org icon theme specification that desktops look for."""


def png(edge: int) -> bytes:
    """The icon as a PNG of `edge` x `edge` pixels on a transparent ground."""
    image = QImage(edge, edge, QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    QSvgRenderer(str(SMALL if edge <= SMALL_UP_TO else LARGE)).render(painter)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, b"PNG")
    writer.setQuality(0)  # which for a PNG means: packed as small as can be
    if not writer.write(image):
        raise OSError(f"Qt could not write a PNG: {writer.errorString()}")
    return bytes(buffer.data().data())


def write_all(root: Path = ROOT) -> list[Path]:
    """Write every file below the project's folder `root`; answers them."""
    pictures = {edge: png(edge) for edge in sorted({*HICOLOR, *ICO_SIZES, *ICNS_KINDS.values()})}
    files = {f"resources/icons/app/watchdoge-{edge}.png": pictures[edge] for edge in HICOLOR}
    files["packaging/windows/watchdoge.ico"] = ico({edge: pictures[edge] for edge in ICO_SIZES})
    files["packaging/macos/watchdoge.icns"] = icns(pictures)
    for name, content in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return [root / name for name in files]


def main() -> None:
    """Draw and write."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    _application = QGuiApplication(sys.argv[:1])
    for path in write_all():
        print(f"{path.stat().st_size:7d} {path.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
