"""One cell of the fleet table: its text, how it looks, and what its tooltip tells."""

import math
from dataclasses import dataclass
from enum import Enum, auto
from html import escape

from PySide6.QtCore import QCoreApplication

from doge_gui.core.snapshot import Quality
from doge_gui.core.states import State
from doge_gui.core.statuses import Disconnection, DisconnectionState
from doge_gui.models.disconnection_words import UNWELL, in_a_cell, in_full
from doge_gui.models.fleet_columns import Column, Kind
from doge_gui.models.fleet_picture import FleetPicture
from doge_gui.models.phrasebook import told as translated
from doge_gui.models.phrases import NOTHING, exact, grouped, measure, milliseconds, one_line, span
from doge_gui.models.severity import state_word

_tr = QCoreApplication.translate


class Tone(Enum):
    """How a cell's text looks."""

    PLAIN = auto()
    STRONG = auto()
    """The PLC's name."""
    MUTED = auto()
    OLD = auto()
    """Not of this cycle: grey and italic."""
    MEDIUM = auto()
    """The age of a lost gateway."""
    HIGH = auto()
    """A value above its threshold."""


@dataclass(frozen=True, slots=True)
class Cell:
    """What is painted."""

    text: str
    tone: Tone = Tone.PLAIN


def cell(picture: FleetPicture, row: int, column: Column) -> Cell:
    """Text and look of one cell. The state and the button are painted from `FleetPicture` itself."""
    text = _TEXTS.get(column.kind)
    return text(picture, row) if text else _value(picture, row, column)


def _plc(picture: FleetPicture, row: int) -> Cell:
    return Cell(one_line(picture.snapshot.plan.addresses[row].plc), Tone.STRONG)


def _gateway(picture: FleetPicture, row: int) -> Cell:
    return Cell(picture.snapshot.plan.addresses[row].netloc.removesuffix(":8000"), Tone.MUTED)


def _state(picture: FleetPicture, row: int) -> Cell:
    return Cell(state_line(picture, row))


def _latency(picture: FleetPicture, row: int) -> Cell:
    latency = float(picture.snapshot.latency_s[row])
    if picture.state(row) is State.LOST or math.isnan(latency):
        return Cell(NOTHING, Tone.MUTED)
    return Cell(milliseconds(latency), Tone.OLD if picture.age_s[row] > picture.oldest_s else Tone.PLAIN)


def _last_disconnection(picture: FleetPicture, row: int) -> Cell:
    return Cell(*_disconnection(picture.disconnections.get(picture.snapshot.plan.addresses[row].plc)))


def _button(picture: FleetPicture, row: int) -> Cell:
    return Cell(_tr("Fleet", "Waiting…") if picture.disconnecting(row) else _tr("Fleet", "Force disconnect"))


def short_button(waiting: bool) -> str:
    """The button's text where its column is narrow."""
    return _tr("Fleet", "Waiting") if waiting else _tr("Fleet", "Disconnect")


def state_line(picture: FleetPicture, row: int) -> str:
    """State and reason in a line of words."""
    told = picture.words(row)
    word = state_word(told.state)
    return f"{word}: {told.reason}" if told.reason else word


def _age(picture: FleetPicture, row: int) -> Cell:
    age = float(picture.age_s[row])
    if math.isnan(age):
        return Cell(NOTHING, Tone.MUTED)
    if picture.state(row) is State.LOST:
        return Cell(span(age), Tone.MEDIUM)
    return Cell(span(age), Tone.OLD if age > picture.oldest_s else Tone.PLAIN)


def _value(picture: FleetPicture, row: int, column: Column) -> Cell:
    quality = picture.quality(row, column)
    if quality is Quality.NEVER:
        return Cell(NOTHING, Tone.MUTED)
    text = _value_text(picture, row, column)
    if quality is not Quality.GOOD:
        return Cell(text, Tone.OLD)
    return Cell(text, Tone.HIGH if picture.breach(row, column) else Tone.PLAIN)


def _value_text(picture: FleetPicture, row: int, column: Column) -> str:
    if column.kind is Kind.REQUEST:
        return measure(float(picture.snapshot.values[row, column.part]))
    vector = picture.vector(row, column.kind)
    if column.kind is Kind.MARBLES:
        return grouped(vector[column.part])
    if not any(vector):
        return "0"
    return "·".join(map(grouped, vector))


def _disconnection(last: Disconnection | None) -> tuple[str, Tone]:
    if last is None:
        return "", Tone.MUTED
    if last.state in UNWELL:
        return in_a_cell(last), Tone.MEDIUM
    return in_a_cell(last), Tone.MUTED if last.state is DisconnectionState.PENDING else Tone.PLAIN


def tooltip(picture: FleetPicture, row: int, column: Column) -> str:
    """What a cell tells beyond its text. Rich text with everything from the network escaped."""
    address = picture.snapshot.plan.addresses[row]
    lines = [f"{one_line(address.plc)} · {address.netloc}"]
    if column.kind in (Kind.PLC, Kind.GATEWAY, Kind.STATE, Kind.AGE, Kind.LATENCY):
        lines.append(state_line(picture, row))
        lines += [
            f"{one.question}: {translated(one_line(one.detail))}" for one in picture.snapshot.failures[row]
        ]
    elif column.kind is Kind.FORCE:
        lines.append(_tr("Fleet", "Disconnects this PLC from the network, after a confirmation"))
    elif column.kind is Kind.DISCONNECTION:
        last = picture.disconnections.get(address.plc)
        lines += in_full(last) if last is not None else []
    else:
        lines += _value_lines(picture, row, column)
    return "<br>".join(escape(line) for line in lines if line)


def _value_lines(picture: FleetPicture, row: int, column: Column) -> list[str]:
    quality = picture.quality(row, column)
    if quality is Quality.NEVER:
        return [_tr("Fleet", "{0}: no answer yet").format(column.name)]
    if column.kind in (Kind.MULTI, Kind.BEYOND):
        counts = zip(picture.snapshot.plan.circuits, picture.vector(row, column.kind), strict=True)
        lines = [column.name, *(f"{one_line(circuit)}: {count}" for circuit, count in counts)]
    elif column.kind is Kind.REQUEST:
        lines = [f"{column.name}: {exact(float(picture.snapshot.values[row, column.part]))}"]
    else:
        lines = [f"{column.name}: {_value_text(picture, row, column)}"]
    if quality is not Quality.GOOD:
        lines.append(_tr("Fleet", "last known value, {0} old").format(span(picture.value_age_s(row, column))))
    return lines


_TEXTS = {
    Kind.PLC: _plc,
    Kind.GATEWAY: _gateway,
    Kind.STATE: _state,
    Kind.LATENCY: _latency,
    Kind.AGE: _age,
    Kind.DISCONNECTION: _last_disconnection,
    Kind.FORCE: _button,
}
