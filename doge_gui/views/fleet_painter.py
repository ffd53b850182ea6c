"""Paints the rows of the fleet table.

A cycle changes most cells at once, so their painting bounds how smoothly the window runs: a row is judged
once, not once per cell, and nothing is laid out twice (`doge_gui.views.stamps`).
"""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF
from PySide6.QtGui import QColor, QFont, QPainter

from doge_gui.core.states import State
from doge_gui.models.fleet_cells import Cell, Tone, cell, short_button
from doge_gui.models.fleet_columns import NUMERIC, Column, Kind
from doge_gui.models.fleet_picture import FleetPicture
from doge_gui.models.severity import SEVERITY_OF, Severity, state_word
from doge_gui.views.fleet_button import PAD, button_rect
from doge_gui.views.frames import frame_focus, frame_selection
from doge_gui.views.stamps import Paint, Stamps, Texts
from doge_gui.views.theme import Theme, font

_TINTS = {State.BREACH: "high_tint", State.LOST: "medium_tint"}
_MARK_PX = 3
"""Width of the stripe before an abnormal row."""


@dataclass(frozen=True, slots=True)
class Place:
    """One column on the screen."""

    column: Column
    x: int
    width: int


@dataclass(frozen=True, slots=True)
class RowLook:
    """What the view knows of a row."""

    y: int
    height: int
    selected: bool
    pointed: bool
    """The mouse is over its button."""
    pressed: bool
    """Its button is held down."""


class FleetPainter:
    """Paints with the colours and fonts of a theme, at one scale of the screen."""

    def __init__(self, theme: Theme, scale: float) -> None:
        self._colours = {role: QColor(value) for role, value in theme.roles.items()}
        self._theme = theme
        plain, strong, old = font(), font(weight=QFont.Weight.DemiBold), font(italic=True)
        self._small = Texts(font(12))
        self._stamps = Stamps(font(12), plain, font(12, QFont.Weight.DemiBold), scale)
        ordinary, bold = Texts(plain), Texts(strong)
        self._tones = {
            Tone.PLAIN: (ordinary, self._colours["text"]),
            Tone.STRONG: (bold, self._colours["text"]),
            Tone.MUTED: (ordinary, self._colours["muted"]),
            Tone.OLD: (Texts(old), self._colours["muted"]),
            Tone.MEDIUM: (bold, self._colours["medium"]),
            Tone.HIGH: (bold, self._colours["high"]),
        }

    @property
    def scale(self) -> float:
        """Device pixels per px of the pictures kept."""
        return self._stamps.scale

    def row(
        self, painter: QPainter, picture: FleetPicture, plan_row: int, look: RowLook, places: Sequence[Place]
    ) -> None:
        """Paint one gateway into the columns in sight."""
        state = picture.state(plan_row)
        self._ground(painter, state, look, places)
        for place in places:
            kind = place.column.kind
            if kind is Kind.STATE:
                self._state(painter, picture, plan_row, look, place)
            elif kind is Kind.FORCE:
                self._button(painter, picture, plan_row, look, place)
            else:
                shown = cell(picture, plan_row, place.column)
                if shown.text:
                    self._text(painter, shown, place.x + PAD, place.width - 2 * PAD, look, kind in NUMERIC)

    def focus(self, painter: QPainter, box: QRect) -> None:
        """Frame the cell the keyboard is in."""
        frame_focus(painter, QRectF(box).adjusted(0, 0, 0, -1), self._theme)

    def _ground(self, painter: QPainter, state: State, look: RowLook, places: Sequence[Place]) -> None:
        left = places[0].x
        width = places[-1].x + places[-1].width - left
        tint = "selection" if look.selected else _TINTS.get(state)
        if tint is not None:
            painter.fillRect(left, look.y, width, look.height, self._colours[tint])
        if state in _TINTS and places[0].column.kind is Kind.PLC:
            severity = self._theme.severity(SEVERITY_OF[state])
            painter.fillRect(left, look.y, _MARK_PX, look.height, severity)
        painter.fillRect(left, look.y + look.height - 1, width, 1, self._colours["grid"])
        if look.selected and self._theme.selection_px:
            frame_selection(painter, QRect(left, look.y, width, look.height), self._theme)

    def _text(
        self, painter: QPainter, shown: Cell, x: int, room: int, look: RowLook, to_the_right: bool
    ) -> None:
        texts, colour = self._tones[shown.tone]
        line = texts.line(shown.text, room)
        if to_the_right:
            x += room - round(line.size.width())
        painter.setFont(texts.face)
        painter.setPen(colour)
        painter.drawStaticText(QPoint(x, look.y + round((look.height - line.size.height()) / 2)), line.text)

    def _state(
        self, painter: QPainter, picture: FleetPicture, plan_row: int, look: RowLook, place: Place
    ) -> None:
        told = picture.words(plan_row)
        severity = SEVERITY_OF[told.state]
        roles = self._theme.roles
        edge = self._theme.severity(severity).name()
        ink = roles["text"] if severity is Severity.NORMAL else edge
        stamp = self._stamps.state(
            severity, state_word(told.state), look.height - 9, Paint(roles["panel"], edge, ink)
        )
        x = place.x + PAD - 2
        painter.drawPixmap(QPointF(x, look.y + 4), stamp)
        x += round(stamp.deviceIndependentSize().width()) + 7
        if told.reason:
            room = place.x + place.width - PAD - x
            self._text(painter, Cell(told.reason, Tone.MUTED), x, room, look, to_the_right=False)

    def _button(
        self, painter: QPainter, picture: FleetPicture, plan_row: int, look: RowLook, place: Place
    ) -> None:
        box = button_rect(QRect(place.x, look.y, place.width, look.height))
        waiting = picture.disconnecting(plan_row)
        shown = cell(picture, plan_row, place.column).text
        if self._small.width(shown) > box.width() - 8:
            shown = short_button(waiting)
        if waiting:
            line = self._small.line(shown, box.width())
            painter.setFont(self._small.face)
            painter.setPen(self._colours["muted"])
            centre = (line.size / 2).toSize()
            painter.drawStaticText(box.center() - QPoint(centre.width(), centre.height()), line.text)
            return
        active = look.pressed or look.pointed
        ground = "pressed" if look.pressed else "button_hover" if look.pointed else "button"
        roles = self._theme.roles
        paint = Paint(roles[ground], roles["outline" if active else "border"], roles["text"])
        painter.drawPixmap(box.topLeft(), self._stamps.button(shown, box.width(), box.height(), paint))
