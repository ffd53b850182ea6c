"""What is being edited: the configuration and the program's options, with every edit undoable."""

from dataclasses import dataclass, replace
from typing import Any

from doge_gui.core.program_options import ProgramOptions
from doge_gui.core.settings.document import ABSENT, Document, Place, value_at, with_value, without_value
from doge_gui.core.settings.program import PROGRAM

_MOST_UNDONE = 500


@dataclass(frozen=True)
class State:
    """One state of what is edited."""

    document: Document
    program: ProgramOptions

    def at(self, place: Place) -> Any:
        """The value at a place; ABSENT where there is none."""
        if place[0] == PROGRAM:
            return getattr(self.program, str(place[1]))
        return value_at(self.document, place)


@dataclass(frozen=True)
class _Step:
    before: State
    after: State
    place: Place
    """Where the edit was."""


class Draft:
    """The state being edited, the one it began from, and the edits between them.

    Edits of one place that follow each other are one: undoing takes back a word, not a letter.
    """

    def __init__(self, document: Document, program: ProgramOptions) -> None:
        self.saved = State(document, program)
        """What the file and the program have now."""
        self.read = document
        """The document as it was read: its sections stay, even empty."""
        self.now = self.saved
        self._done: list[_Step] = []
        self._undone: list[_Step] = []
        self._open = False

    @property
    def changed(self) -> bool:
        """Something differs from what is saved."""
        return not _alike(self.now, self.saved)

    @property
    def can_undo(self) -> bool:
        """There is an edit to take back."""
        return bool(self._done)

    @property
    def can_redo(self) -> bool:
        """There is an edit that was taken back."""
        return bool(self._undone)

    def set(self, place: Place, value: Any, default: Any = ABSENT) -> None:
        """Put a value at a place. The default's own value is not written where the file did not name it."""
        if place[0] == PROGRAM:
            program = replace(self.now.program, **{str(place[1]): value})
            self._edit(replace(self.now, program=program), place)
        elif _same(value, default) and value_at(self.read, place) is ABSENT:
            self.unset(place)
        else:
            if value == {}:
                # A section that is there by being there: without any option it stays as well.
                self.read = with_value(self.read, place, {})
            document = with_value(self.now.document, place, value)
            self._edit(replace(self.now, document=document), place)

    def unset(self, place: Place) -> None:
        """Leave a place out, so that its default holds."""
        if place[0] == PROGRAM:
            self.set(place, getattr(ProgramOptions(), str(place[1])))
            return
        document = without_value(self.now.document, place, self.read)
        self._edit(replace(self.now, document=document), place)

    def close_edit(self) -> None:
        """The next edit is one of its own, wherever it is."""
        self._open = False

    def undo(self) -> Place | None:
        """Take the last edit back. Returns where it was."""
        if not self._done:
            return None
        step = self._done.pop()
        self._undone.append(step)
        self.now, self._open = step.before, False
        return step.place

    def redo(self) -> Place | None:
        """Make the edit again that was taken back last. Returns where it is."""
        if not self._undone:
            return None
        step = self._undone.pop()
        self._done.append(step)
        self.now, self._open = step.after, False
        return step.place

    def note_saved(self) -> None:
        """The file and the program have the present state; the edits before can still be taken back."""
        self.saved = self.now
        self.close_edit()

    def _edit(self, after: State, place: Place) -> None:
        if _alike(after, self.now):
            return
        before = self.now
        if self._open and self._done and self._done[-1].place == place:
            before = self._done.pop().before
        self._done.append(_Step(before, after, place))
        del self._done[:-_MOST_UNDONE]
        self._undone.clear()
        self.now, self._open = after, True


def _same(value: Any, default: Any) -> bool:
    """Equal, and of one sort: true is not 1."""
    return bool(value == default) and isinstance(value, bool) == isinstance(default, bool)


def _alike(first: State, second: State) -> bool:
    """Equal, true being told from 1 and 1 from 1.0."""
    return first.program == second.program and repr(first.document) == repr(second.document)
