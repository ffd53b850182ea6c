"""The guide's pictures are made by a command: the same each time, small, and of what they say."""

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtGui import QColor, QImage, QPainter, QRadialGradient

from tools.few_colours import indexed, save
from tools.screenshot_scenes import SCENES
from tools.screenshot_stage import Stage


def pixels(picture: QImage) -> np.ndarray:
    plain = picture.convertToFormat(QImage.Format.Format_RGB32)
    return np.frombuffer(plain.constBits(), np.uint8).reshape(plain.height(), plain.width(), 4).copy()


def picture(colours: int) -> QImage:
    """Stripes of so many colours, 3 px wide."""
    image = QImage(3 * colours, 5, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    for number in range(colours):
        painter.fillRect(3 * number, 0, 3, 5, QColor(number % 256, number // 256 * 40, 99))
    painter.end()
    return image


def test_few_colours_are_kept_as_they_are() -> None:
    image = picture(200)
    assert (pixels(indexed(image)) == pixels(image)).all()


def test_many_colours_become_the_nearest_kept() -> None:
    image = QImage(300, 301, QImage.Format.Format_RGB32)
    gradient = QRadialGradient(150, 150, 200)
    gradient.setColorAt(0, QColor("#bf1120"))
    gradient.setColorAt(1, QColor("#f6f8fa"))
    painter = QPainter(image)
    painter.fillRect(image.rect(), gradient)
    painter.end()
    reduced = indexed(image)
    assert len(reduced.colorTable()) <= 256
    assert np.abs(pixels(reduced).astype(int) - pixels(image)).max() <= 16


def test_what_cannot_be_written_is_said(tmp_path) -> None:
    with pytest.raises(OSError, match="cannot be written"):
        save(picture(3), tmp_path / "none" / "a.png")


def shoot(qapp, themes, folder: Path) -> QImage:
    folder.mkdir()
    stage = Stage(qapp, themes, folder)
    shot = SCENES["sound-lost"](stage)
    stage.settle()
    taken = shot.widget.grab(shot.part).toImage()
    stage.end()
    return taken


def test_a_scene_is_the_same_each_time(qapp, themes, tmp_path) -> None:
    first, second = (shoot(qapp, themes, tmp_path / name) for name in ("first", "second"))
    assert first.size() == second.size()
    assert (pixels(first) == pixels(second)).all()
