"""Every theme can be read: contrast of text, of shapes and of curves; which one is in force."""

import re

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from doge_gui.paths import resource
from doge_gui.views.theme import NAMES, Choice, ThemeManager, contrast, load

GROUNDS = ("window", "panel", "field", "head", "selection", "high_tint", "medium_tint")
ROWS = ("panel", "selection", "high_tint", "medium_tint")
TEXT = {"light": 4.5, "dark": 4.5, "contrast": 7.0}
GRAPHICS = {"light": 3.0, "dark": 3.0, "contrast": 4.5}
WRITTEN = {
    "text": (*GROUNDS, "button", "button_hover", "pressed", "replay_tint"),
    "muted": (*GROUNDS, "replay_tint"),
    "high": GROUNDS,
    "medium": GROUNDS,
    "low": GROUNDS,
    "accent": ("panel", "window", "field", "selection"),
    "replay": ("window", "replay_tint"),
    "on_high": ("high",),
    "on_medium": ("medium",),
    "on_low": ("low",),
}
"""Each role of text, and every ground it is written on."""
DRAWN = {
    "high": ROWS,
    "medium": (*ROWS, "replay_tint"),
    "low": (*ROWS, "replay_tint"),
    "muted": ROWS,
    "accent": GROUNDS,
    "outline": ("panel", "window", "field"),
    "replay": ("window", "replay_tint"),
}
"""Each role of shapes, frames and lines that tell something, and every ground it is drawn on."""


@pytest.fixture(params=NAMES)
def theme(request):
    return load(resource("themes", f"{request.param}.toml"))


def pairs(told):
    return [(role, ground) for role, grounds in told.items() for ground in grounds]


def test_the_contrast_of_black_on_white_is_the_greatest():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#777777") == pytest.approx(1)


@pytest.mark.parametrize(("role", "ground"), pairs(WRITTEN))
def test_text_can_be_read_on_every_ground_it_is_written_on(theme, role, ground):
    assert contrast(theme.roles[role], theme.roles[ground]) >= TEXT[theme.name]


@pytest.mark.parametrize(("role", "ground"), pairs(DRAWN))
def test_shapes_and_the_focus_frame_stand_out_from_every_ground(theme, role, ground):
    assert contrast(theme.roles[role], theme.roles[ground]) >= GRAPHICS[theme.name]


def test_curves_stand_out_and_no_two_are_alike(theme):
    for curve in (theme.total_curve, *theme.plc_curves):
        assert contrast(curve, theme.roles["panel"]) >= GRAPHICS[theme.name]
    assert len(set(theme.plc_curves)) == 8


def test_with_high_contrast_every_edge_stands_out_and_no_row_is_tinted():
    theme = load(resource("themes", "contrast.toml"))
    for edge in ("border", "outline", "grid"):
        assert contrast(theme.roles[edge], theme.roles["panel"]) >= GRAPHICS["contrast"]
    for tint in ("high_tint", "medium_tint", "replay_tint"):
        assert theme.roles[tint] == theme.roles["panel"]
    assert theme.focus_px >= 3
    assert theme.selection_px >= 2


def test_the_style_sheet_leaves_no_role_open_and_its_pictures_are_there(theme):
    sheet = theme.style_sheet()
    assert "$" not in sheet
    pictures = re.findall(r'url\("([^"]+)"\)', sheet)
    assert pictures
    assert all(QImage(one).width() for one in pictures)
    ink = re.compile(r'(?:stroke|fill)="(#[0-9a-f]{6})"')
    for name in ("check", "chevron-down", "chevron-up", "dot"):
        (colour,) = ink.findall(resource("icons", f"{name}-{theme.name}.svg").read_text())
        grounds = ("field",) if name in ("check", "dot") else ("button", "button_hover", "field")
        assert all(contrast(colour, theme.roles[ground]) >= GRAPHICS[theme.name] for ground in grounds)


def test_every_role_is_told_by_every_theme():
    light, *others = (load(resource("themes", f"{name}.toml")) for name in NAMES)
    assert all(one.roles.keys() == light.roles.keys() for one in others)


# Which theme is in force


@pytest.fixture
def manager(qapp: QApplication, settings: QSettings, themes: ThemeManager):
    wants = {"contrast": False}
    made = ThemeManager(qapp, settings, lambda: wants["contrast"])
    made.wants = wants
    yield made
    made.deleteLater()
    themes._apply()


def test_a_desktop_that_wants_contrast_gets_it_until_the_operator_chooses(manager, qtbot):
    assert manager.theme.name in ("light", "dark")
    manager.wants["contrast"] = True
    with qtbot.waitSignal(manager.changed) as told:
        manager._on_desktop_changed()
    assert told.args[0].name == "contrast"
    manager.choose(Choice.LIGHT)
    assert manager.theme.name == "light"
    manager.choose(Choice.SYSTEM)
    assert manager.theme.name == "contrast"


def test_high_contrast_can_be_chosen_and_is_remembered(manager, qapp, settings):
    manager.choose(Choice.CONTRAST)
    again = ThemeManager(qapp, settings)
    assert again.choice is Choice.CONTRAST
    assert again.theme.name == "contrast"
    again.deleteLater()
