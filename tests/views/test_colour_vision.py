"""The screen in the eyes of people who see red, green or blue otherwise.

Simulated as in G. M. Machado, M. M. Oliveira, L. A. F. Fernandes, "A physiologically-based model for
simulation of color vision deficiency", IEEE TVCG 15 (2009), full severity; the matrices act on linear RGB.
"""

from itertools import combinations

import numpy as np
import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from doge_gui.core.states import State
from doge_gui.models.severity import SEVERITY_OF, Severity, state_word
from doge_gui.paths import resource
from doge_gui.views.shapes import paint_shape
from doge_gui.views.theme import NAMES, contrast, load

VISIONS = {
    "usual": np.eye(3),
    "without red": np.array(
        [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]
    ),
    "without green": np.array(
        [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]
    ),
    "without blue": np.array(
        [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]]
    ),
}
TO_XYZ = np.array(
    [[0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.0721750], [0.0193339, 0.1191920, 0.9503041]]
)
"""Linear sRGB to CIE XYZ, D65 (IEC 61966-2-1)."""
LEAST_APART = 12.0
"""CIE76 distance below which two curves are held to be too much alike."""
TEXT, GRAPHICS = 4.5, 3.0


def linear(colour):
    channels = np.array([int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)])
    return np.where(channels <= 0.04045, channels / 12.92, ((channels + 0.055) / 1.055) ** 2.4)


def seen(colour, vision):
    """How somebody sees a colour `#rrggbb`, linear RGB."""
    return np.clip(VISIONS[vision] @ linear(colour), 0, 1)


def as_text(rgb):
    coded = np.where(rgb <= 0.0031308, 12.92 * rgb, 1.055 * rgb ** (1 / 2.4) - 0.055)
    return "#" + "".join(f"{round(255 * float(one)):02x}" for one in coded)


def lab(rgb):
    """CIE L*a*b* under D65."""
    part = (TO_XYZ @ rgb) / TO_XYZ.sum(axis=1)
    f = np.where(part > 0.008856, np.cbrt(part), 7.787 * part + 16 / 116)
    return np.array([116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])])


def apart(first, second, vision):
    """CIE76 distance of two colours as somebody sees them."""
    return float(np.linalg.norm(lab(seen(first, vision)) - lab(seen(second, vision))))


@pytest.fixture(params=NAMES)
def theme(request):
    return load(resource("themes", f"{request.param}.toml"))


def covered(severity):
    """The pixels a severity's shape covers."""
    image = QImage(20, 20, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    paint_shape(painter, severity, QRectF(5, 5, 10, 10), QColor("black"))
    painter.end()
    return {(x, y) for x in range(20) for y in range(20) if image.pixelColor(x, y).lightness() < 128}


def test_grey_stays_grey_and_red_does_not_stay_red():
    for vision in VISIONS:
        assert apart("#808080", as_text(seen("#808080", vision)), "usual") < 1
    assert apart("#bf1120", as_text(seen("#bf1120", "without red")), "usual") > 40


@pytest.mark.parametrize(("one", "other"), list(combinations(Severity, 2)))
def test_each_severity_has_a_shape_that_covers_places_of_its_own(one, other):
    first, second = covered(one), covered(other)
    assert len(first ^ second) >= 0.15 * max(len(first), len(second))
    assert one.word != other.word
    assert one.mark != other.mark


def test_each_state_has_a_word_of_its_own():
    assert set(SEVERITY_OF) == set(State)
    assert len({state_word(state) for state in State}) == len(State)


@pytest.mark.parametrize("vision", VISIONS)
def test_what_is_abnormal_can_be_read_in_every_kind_of_vision(theme, vision):
    grounds = ("panel", "window", "selection", "high_tint", "medium_tint")
    as_seen = {role: as_text(seen(colour, vision)) for role, colour in theme.roles.items()}
    for role in ("high", "medium", "low"):
        for ground in grounds:
            assert contrast(as_seen[role], as_seen[ground]) >= GRAPHICS, (role, ground)
        assert contrast(as_seen[f"on_{role}"], as_seen[role]) >= TEXT, role
    for ground in grounds:
        assert contrast(as_seen["text"], as_seen[ground]) >= TEXT, ground


@pytest.mark.parametrize("vision", VISIONS)
def test_curves_differ_and_stand_out_in_every_kind_of_vision(theme, vision):
    distances = {(one, other): apart(one, other, vision) for one, other in combinations(theme.plc_curves, 2)}
    (pair, least) = min(distances.items(), key=lambda told: told[1])
    print(f"{theme.name}, {vision}: the two most alike are {pair}, {least:.1f} apart")
    assert least >= LEAST_APART
    ground = as_text(seen(theme.roles["panel"], vision))
    assert all(contrast(as_text(seen(one, vision)), ground) >= GRAPHICS - 0.2 for one in theme.plc_curves)
