"""The settings being edited: text in, edits with undo, mistakes as they arise, text out."""

from typing import Any

from PySide6.QtCore import QObject, Signal, Slot

from doge_gui.core.config_text import ConfigError, Mistake, parse_config
from doge_gui.core.program_options import ProgramOptions
from doge_gui.core.settings.document import ABSENT, Place, pattern_of, value_at
from doge_gui.core.settings.draft import Draft, State
from doge_gui.core.settings.layout import Layout, NotJsonError, read, written
from doge_gui.core.settings.options import SOURCE, all_options
from doge_gui.core.settings.program import PROGRAM
from doge_gui.core.settings.sources import with_source
from doge_gui.models.settings_pages import applies, sorted_mistakes, source_in_force


class SettingsEditor(QObject):
    """Holds a configuration's text and the program's options while they are edited.

    Signals: `changed()` after an edit, an undo, a reload; everything is to be shown anew.
    """

    changed = Signal()

    def __init__(self, text: str, program: ProgramOptions, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.file_text = text
        """What the file says, as far as is known here."""
        self.readable = True
        """The file holds a JSON object, so that there is something to edit."""
        self.notes: tuple[Mistake, ...] = ()
        """Mistakes of the text that its document does not have any more: keys that stand twice."""
        self.mistakes: tuple[Mistake, ...] = ()
        self.placed: dict[Place, list[Mistake]] = {}
        """The mistakes that belong to a field, by its place."""
        self.others: list[Mistake] = []
        """Those that belong to none."""
        self._sections: dict[str, Any] = {}
        """Source of addresses -> the section when it had that source last."""
        self._begin(text, program)

    def _begin(self, text: str, program: ProgramOptions) -> None:
        document: dict[str, Any] = {}
        self._layout = Layout()
        try:
            document, self._layout = read(text)
            self.readable = True
        except NotJsonError:
            self.readable = False
        self.draft = Draft(document, program)
        self._sections.clear()
        self._judge()
        shown = set(map(str, self.mistakes))
        self.notes = tuple(one for one in _mistakes(text) if str(one) not in shown) if self.readable else ()

    @property
    def state(self) -> State:
        """What is to be shown."""
        return self.draft.now

    @property
    def configuration_changed(self) -> bool:
        """The configuration differs from the file."""
        return repr(self.state.document) != repr(self.draft.saved.document)

    @property
    def program_changed(self) -> bool:
        """The program's options differ from those in force."""
        return self.state.program != self.draft.saved.program

    @property
    def text(self) -> str:
        """What the file is to say. Without a change in the configuration, what it says."""
        if not self.readable or not (self.configuration_changed or self.notes):
            return self.file_text
        return written(self.state.document, self._layout)

    @Slot(object, object)
    def edit(self, place: Place, value: Any) -> None:
        """Put a value at a place; ABSENT leaves the option out, so that its default holds."""
        if place == SOURCE:
            self._choose_source(value)
        elif value is ABSENT:
            self.draft.unset(place)
        else:
            self.draft.set(place, value, self._default(place))
        self._tell()

    def _choose_source(self, source: Any) -> None:
        now, place = source_in_force(self.state), SOURCE[:1]
        wanted = "file" if source is ABSENT else str(source)
        section = value_at(self.state.document, place)
        self._sections[now] = section
        self.draft.close_edit()
        section = with_source(section, wanted, self._sections.get(wanted))
        if section == {"source": "file"}:
            self.draft.unset(place)
        else:
            self.draft.set(place, section)
        self.draft.close_edit()

    def _default(self, place: Place) -> Any:
        pattern = pattern_of(place)
        return next(
            (one.default for one in all_options() if one.pattern == pattern and applies(one, self.state)),
            ABSENT,
        )

    @Slot()
    def close_edit(self) -> None:
        """The next edit is one of its own."""
        self.draft.close_edit()

    def undo(self) -> Place | None:
        """Take the last edit back. Returns where it was."""
        place = self.draft.undo()
        self._tell()
        return place

    def redo(self) -> Place | None:
        """Make the edit again that was taken back last. Returns where it is."""
        place = self.draft.redo()
        self._tell()
        return place

    def reload(self, text: str) -> None:
        """Begin anew with another text of the file; the edits of the program's options stay."""
        program, saved = self.state.program, self.draft.saved.program
        self.file_text = text
        self._begin(text, saved)
        for name in type(program).__dataclass_fields__:
            self.draft.set((PROGRAM, name), getattr(program, name))
        self.draft.close_edit()
        self._tell()

    def note_saved(self, text: str) -> None:
        """The file says this text now, and the program's options are in force."""
        self.file_text = text
        self.notes = ()
        self.draft.note_saved()
        self._tell()

    def _tell(self) -> None:
        self._judge()
        self.changed.emit()

    def _judge(self) -> None:
        text = written(self.state.document, self._layout) if self.readable else self.file_text
        self.mistakes = _mistakes(text)
        self.placed, self.others = sorted_mistakes(self.mistakes, self.state)


def _mistakes(text: str) -> tuple[Mistake, ...]:
    try:
        parse_config(text)
    except ConfigError as error:
        return error.mistakes
    return ()
