"""A quiet screen (ISA-101): when all is well, next to nothing on it is coloured; what is abnormal stands out.

A pixel is coloured where its saturation is above 0.35 and its value above 0.3, both in HSV, of 0 to 1: below
that the eye takes it for grey, as the grounds of the light theme, a breath of blue, are taken.
"""

import numpy as np
import pytest
from PySide6.QtGui import QImage, QPixmap

from doge_gui.views.theme import Choice
from tools.whole_window import SCREENS, WholeWindow

SATURATION, VALUE = 0.35, 0.3
MOST = 0.01
THEMES = (Choice.LIGHT, Choice.DARK, Choice.CONTRAST)


def coloured(picture: QPixmap) -> float:
    """Share of a picture's pixels that are coloured."""
    image = picture.toImage().convertToFormat(QImage.Format.Format_RGB32)
    pixels = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.width(), 4)[..., :3]
    highest, lowest = pixels.max(axis=2) / 255.0, pixels.min(axis=2) / 255.0
    saturation = (highest - lowest) / np.maximum(highest, 1e-9)
    return float(((saturation > SATURATION) & (highest > VALUE)).mean())


@pytest.fixture
def whole(qtbot, settings, themes):
    """Opens the real window with something on every screen."""
    opened = []

    def open_on(gateways: int, broken: bool) -> WholeWindow:
        themes.choose(Choice.LIGHT)
        made = WholeWindow(gateways, broken, themes, settings)
        opened.append(made)
        made.window.show()
        qtbot.waitExposed(made.window)
        return made

    yield open_on
    themes.choose(Choice.LIGHT)
    for one in opened:
        one.end()


def shares(shown: WholeWindow, themes, screens=SCREENS) -> dict[str, float]:
    """The coloured share of each screen in each theme."""
    told = {}
    for choice in THEMES:
        themes.choose(choice)
        for screen in screens:
            shown.go_to(screen)
            told[f"{screen}, {choice.value}"] = coloured(shown.window.grab())
    return told


@pytest.mark.parametrize("gateways", [8, 200])
def test_a_healthy_plant_is_grey_on_every_screen_in_every_theme(whole, themes, gateways):
    told = shares(whole(gateways, broken=False), themes)
    too_loud = {name: share for name, share in told.items() if share >= MOST}
    print({name: f"{share:.2%}" for name, share in told.items()})
    assert not too_loud


def test_a_broken_plant_has_clearly_more_colour(whole, themes):
    screens = ("supervision", "alarms")
    well = shares(whole(8, broken=False), themes, screens)
    broken = shares(whole(8, broken=True), themes, screens)
    print({name: f"{well[name]:.2%} -> {broken[name]:.2%}" for name in well})
    assert all(broken[name] > max(5 * well[name], 0.0025) for name in well)


def test_a_red_pixel_is_coloured_and_a_bluish_grey_one_is_not(qapp):
    picture = QPixmap(10, 10)
    picture.fill("#bf1120")
    assert coloured(picture) == 1
    picture.fill("#d5e0ec")
    assert coloured(picture) == 0
