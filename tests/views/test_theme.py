"""Both themes can be read: contrast of text, of shapes and of curves."""

import pytest

from doge_gui.paths import resource
from doge_gui.views.theme import contrast, load

GROUNDS = ("window", "panel", "field", "head", "selection", "high_tint", "medium_tint")
TEXT, GRAPHICS = 4.5, 3.0


@pytest.fixture(params=["light", "dark"])
def theme(request):
    return load(resource("themes", f"{request.param}.toml"))


def test_the_contrast_of_black_on_white_is_the_greatest():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#777777") == pytest.approx(1)


@pytest.mark.parametrize("role", ["text", "muted", "high", "medium", "low"])
def test_text_can_be_read_on_every_ground(theme, role):
    for ground in GROUNDS:
        assert contrast(theme.roles[role], theme.roles[ground]) >= TEXT, ground


@pytest.mark.parametrize("severity", ["high", "medium", "low"])
def test_text_on_a_chip_can_be_read(theme, severity):
    assert contrast(theme.roles[f"on_{severity}"], theme.roles[severity]) >= TEXT


def test_buttons_can_be_read_in_every_state(theme):
    for ground in ("button", "button_hover", "border"):
        assert contrast(theme.roles["text"], theme.roles[ground]) >= TEXT
    assert contrast(theme.roles["accent"], theme.roles["selection"]) >= TEXT


def test_curves_and_the_focus_frame_stand_out(theme):
    for curve in (theme.total_curve, *theme.plc_curves):
        assert contrast(curve, theme.roles["panel"]) >= GRAPHICS
    for ground in ("panel", "head", "selection", "field"):
        assert contrast(theme.roles["accent"], theme.roles[ground]) >= GRAPHICS
    for ground in ("panel", "window", "field"):
        assert contrast(theme.roles["outline"], theme.roles[ground]) >= GRAPHICS


def test_there_are_as_many_pens_as_curves_and_no_two_are_alike(theme):
    assert len(set(theme.plc_curves)) == 8


def test_the_style_sheet_leaves_no_role_open(theme):
    assert "$" not in theme.style_sheet()
