"""A small client of AT-SPI 2, by which a screen reader on a Linux desktop asks programs what they show.

A control is an object on the accessibility bus; its interfaces are at-spi2-core's (`org.a11y.atspi.*`).
What is asked is asked anew each time: nothing is kept that could grow old.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import IntEnum
from typing import Any

from jeepney import DBusAddress, HeaderFields, Message, MessageType, new_method_call
from jeepney.io.blocking import DBusConnection, open_dbus_connection

ACCESSIBLE = "org.a11y.atspi.Accessible"
ACTION = "org.a11y.atspi.Action"
COMPONENT = "org.a11y.atspi.Component"
EDITABLE = "org.a11y.atspi.EditableText"
TABLE = "org.a11y.atspi.Table"
TEXT = "org.a11y.atspi.Text"
VALUE = "org.a11y.atspi.Value"

ROOT = "/org/a11y/atspi/accessible/root"
REGISTRY = "org.a11y.atspi.Registry"

_ANSWER_S = 5.0
"""A program that lets a screen reader wait for longer is not usable with one."""
_AT_ONCE = 60
"""Questions on their way together, well below what a socket takes in."""


class State(IntEnum):
    """Bits of `GetState`, AtspiStateType; only those that the walk looks at."""

    ACTIVE = 1
    CHECKED = 4
    DEFUNCT = 6
    ENABLED = 8
    EXPANDED = 10
    FOCUSABLE = 11
    FOCUSED = 12
    MODAL = 16
    SELECTED = 23
    SENSITIVE = 24
    SHOWING = 25
    VISIBLE = 30


class AtSpiError(Exception):
    """The program did not do what a screen reader asked of it, or the control is gone."""


@dataclass(frozen=True, slots=True)
class Question:
    """One method call to a control."""

    control: Control
    interface: str
    method: str
    signature: str | None = None
    arguments: tuple[Any, ...] = ()

    def message(self) -> Message:
        """The call as it goes over the bus."""
        address = DBusAddress(self.control.path, self.control.program, self.interface)
        return new_method_call(address, self.method, self.signature, self.arguments)


class Bus:
    """A connection to the accessibility bus."""

    def __init__(self, address: str) -> None:
        self._connection: DBusConnection = open_dbus_connection(address)

    def close(self) -> None:
        """Leave the bus."""
        self._connection.close()

    def desktop(self) -> Control:
        """The parent of all programs."""
        return Control(self, REGISTRY, ROOT)

    def ask(self, questions: Sequence[Question]) -> list[Any]:
        """The answers in the order of the questions; None where a control is gone or knows no such thing.

        Raises AtSpiError when an answer takes too long.
        """
        answers: list[Any] = []
        for start in range(0, len(questions), _AT_ONCE):
            answers.extend(self._ask_some(questions[start : start + _AT_ONCE]))
        return answers

    def _ask_some(self, questions: Sequence[Question]) -> Iterator[Any]:
        serials = [next(self._connection.outgoing_serial) for _ in questions]
        for serial, question in zip(serials, questions, strict=True):
            self._connection.send(question.message(), serial=serial)
        answers: dict[int, Any] = {}
        while len(answers) < len(serials):
            try:
                message = self._connection.receive(timeout=_ANSWER_S)
            except TimeoutError:
                raise AtSpiError(f"no answer within {_ANSWER_S:g} s to {questions[0]}") from None
            serial = message.header.fields.get(HeaderFields.reply_serial, -1)
            if serial in serials:
                good = message.header.message_type is MessageType.method_return
                answers[serial] = message.body if good else None
        return (_only(answers[serial]) for serial in serials)


def _only(body: Any) -> Any:
    """What a call returns: its one value; several, or none, as a tuple."""
    return body[0] if isinstance(body, tuple) and len(body) == 1 else body


@dataclass(frozen=True, slots=True)
class Seen:
    """What a screen reader would say of a control."""

    control: Control
    name: str
    role: str
    """As AT-SPI names it: `push button`, `table cell`, `menu item`."""
    states: frozenset[State]
    children: tuple[Control, ...] = ()

    def has(self, *states: State) -> bool:
        """Whether it is in all of these states."""
        return self.states.issuperset(states)

    def __str__(self) -> str:
        said = ", ".join(state.name.lower() for state in sorted(self.states & _TOLD))
        return f"{self.role} {self.name!r}" + (f" ({said})" if said else "")


_TOLD = frozenset({State.ACTIVE, State.CHECKED, State.EXPANDED, State.FOCUSED, State.MODAL, State.SELECTED})


@dataclass(frozen=True, slots=True)
class Control:
    """One control of a running program, by its address on the bus."""

    bus: Bus = field(repr=False, compare=False)
    program: str
    path: str

    def question(self, interface: str, method: str, signature: str = "", *arguments: Any) -> Question:
        """A call to this control."""
        return Question(self, interface, method, signature or None, arguments)

    def property_of(self, interface: str, name: str) -> Question:
        """The question for a property; its answer is a (type, value)."""
        return self.question("org.freedesktop.DBus.Properties", "Get", "ss", interface, name)

    def call(self, interface: str, method: str, signature: str = "", *arguments: Any) -> Any:
        """Raises AtSpiError where the control is gone or cannot do that."""
        (answer,) = self.bus.ask([self.question(interface, method, signature, *arguments)])
        if answer is None:
            raise AtSpiError(f"{interface}.{method}{arguments} was refused by {self.path}")
        return answer

    def get(self, interface: str, name: str) -> Any:
        """A property's value. Raises AtSpiError."""
        return self.call("org.freedesktop.DBus.Properties", "Get", "ss", interface, name)[1]

    def look(self) -> Seen:
        """What it is now. Raises AtSpiError where it is gone."""
        (seen,) = look_at([self])
        if seen is None:
            raise AtSpiError(f"{self.path} is gone")
        return seen

    def description(self) -> str:
        """What a screen reader says beside the name."""
        return str(self.get(ACCESSIBLE, "Description"))

    def actions(self) -> list[str]:
        """The names of what can be done with it, as `Press` or `ShowMenu`."""
        return [name for name, _, _ in self.call(ACTION, "GetActions")]

    def do(self, action: str) -> None:
        """Do one of its actions. Raises AtSpiError where it has no such one."""
        actions = self.actions()
        if action not in actions:
            raise AtSpiError(f"{self.look()} has no {action}, only {actions}")
        if not self.call(ACTION, "DoAction", "i", actions.index(action)):
            raise AtSpiError(f"{self.look()} refused to {action}")

    def take_focus(self) -> None:
        """Let what is typed go there."""
        self.call(COMPONENT, "GrabFocus")

    def text(self) -> str:
        """What is written in it."""
        return str(self.call(TEXT, "GetText", "ii", 0, -1))

    def write(self, text: str) -> None:
        """Replace what is written in it."""
        if not self.call(EDITABLE, "SetTextContents", "s", text):
            raise AtSpiError(f"nothing can be written into {self.look()}")

    def cell(self, row: int, column: int) -> Control:
        """A cell of this table, counted from 0."""
        return Control(self.bus, *self.call(TABLE, "GetAccessibleAt", "ii", row, column))

    def table_size(self) -> tuple[int, int]:
        """Rows and columns of this table."""
        return int(self.get(TABLE, "NRows")), int(self.get(TABLE, "NColumns"))


def look_at(controls: Sequence[Control]) -> list[Seen | None]:
    """What these controls are now, asked together; None for one that is gone."""
    questions = [
        question
        for control in controls
        for question in (
            control.property_of(ACCESSIBLE, "Name"),
            control.question(ACCESSIBLE, "GetRoleName"),
            control.question(ACCESSIBLE, "GetState"),
            control.question(ACCESSIBLE, "GetChildren"),
        )
    ]
    if not questions:
        return []
    answers = iter(controls[0].bus.ask(questions))
    return [_seen(control, *answer) for control, answer in zip(controls, _fours(answers), strict=True)]


def _fours(answers: Iterator[Any]) -> Iterator[tuple[Any, Any, Any, Any]]:
    return zip(answers, answers, answers, answers, strict=True)


def _seen(control: Control, name: Any, role: Any, states: Any, children: Any) -> Seen | None:
    if name is None or role is None or states is None or children is None:
        return None
    bits = states[0] | states[1] << 32
    is_in = frozenset(state for state in State if bits >> state & 1)
    inside = tuple(Control(control.bus, *child) for child in children)
    return None if State.DEFUNCT in is_in else Seen(control, name[1], role, is_in, inside)
