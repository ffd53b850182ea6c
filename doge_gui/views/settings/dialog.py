"""The settings screen: every option of the configuration and of the program, in a window of its own."""

from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QMessageBox, QVBoxLayout, QWidget

from doge_gui.core.program_options import ProgramOptions
from doge_gui.core.settings.document import ABSENT, Place, place_of
from doge_gui.core.settings.program import PROGRAM
from doge_gui.models.phrasebook import told as translated
from doge_gui.models.phrases import one_line
from doge_gui.models.settings_editor import SettingsEditor
from doge_gui.models.settings_pages import make_pages
from doge_gui.models.settings_words import make_words
from doge_gui.views.labels import ElidedLabel
from doge_gui.views.settings.foot import Foot
from doge_gui.views.settings.pages import SettingsPages
from doge_gui.views.settings.strip import Strip
from doge_gui.views.theme import Theme


class SettingsDialog(QDialog):
    """Edits the configuration's text; nothing is in force before it is saved. Supervision goes on meanwhile.

    Signals: `save_wanted(str)` the text the file is to have, answered by `show_saved`, `show_failure` or
    `show_changed`; `program_changed(ProgramOptions)` chosen anew.
    Attributes: `path` of the file, `expected` what it says as far as is known here.
    """

    save_wanted = Signal(str)
    program_changed = Signal(object)

    def __init__(
        self,
        path: str,
        text: str,
        program: ProgramOptions,
        theme: Theme,
        parent: QWidget | None = None,
        without: frozenset[str] = frozenset(),
    ) -> None:
        """`path`: empty where there is no file, so that only the program's own options are offered;
        `without`: names of ProgramOptions' fields that are not."""
        super().__init__(parent)
        self.path, self._saving, self._elsewhere = path, "", ""
        self._next_at = 0
        """Number of the mistake to go to next."""
        self.setWindowTitle(self.tr("Settings"))
        self.setMinimumSize(880, 480)
        self.resize(940, 620)
        self.editor = SettingsEditor(text, program, self)
        self.file = ElidedLabel(one_line(path), look="muted")
        self.strip = Strip()
        pages = make_pages(without)
        offered = pages if path else tuple(page for page in pages if page.key == PROGRAM)
        self.pages = SettingsPages(offered, make_words(), theme, str(Path(path).parent))
        self.foot = Foot()
        self.search = QLineEdit()
        self._make_search()
        self._lay_out()
        self._connect()
        self._show()
        self.pages.list.setFocus()

    @property
    def expected(self) -> str:
        """What the file says, as far as is known here; it is compared with this before it is written."""
        return self.editor.file_text

    @property
    def unsaved(self) -> bool:
        """Something was changed and not saved."""
        return self.editor.draft.changed

    def _make_search(self) -> None:
        self.search.setPlaceholderText(self.tr("Find an option…"))
        self.search.setAccessibleName(self.tr("Find an option"))
        self.search.setClearButtonEnabled(True)
        self.search.setFixedWidth(260)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self.file, 1)
        top.addWidget(self.search)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(12)
        layout.addLayout(top)
        layout.addWidget(self.strip)
        layout.addWidget(self.pages, 1)
        layout.addWidget(self.foot)

    def _connect(self) -> None:
        self.editor.changed.connect(self._show)
        self.pages.edited.connect(self.editor.edit)
        self.pages.left.connect(self.editor.close_edit)
        self.strip.removed.connect(self._on_removed)
        self.strip.reload_wanted.connect(self._on_reload)
        self.strip.overwrite_wanted.connect(self._on_overwrite)
        self.search.textChanged.connect(self._on_search)
        keys = QKeySequence.StandardKey
        for button, key, slot in (
            (self.foot.undo, keys.Undo, self._on_undo),
            (self.foot.redo, QKeySequence("Ctrl+Shift+Z"), self._on_redo),
            (self.foot.next, QKeySequence("F8"), self._on_next),
            (self.foot.save, keys.Save, self._on_save),
        ):
            button.clicked.connect(slot)
            QShortcut(key, self).activated.connect(slot)
        QShortcut(keys.Find, self).activated.connect(self.search.setFocus)
        self.foot.cancel.clicked.connect(self.reject)

    @Slot()
    def _show(self) -> None:
        """Show everything anew; also what the last word was about is over by an edit."""
        editor = self.editor
        self.pages.show_state(editor)
        self.strip.show_mistakes((*editor.notes, *editor.others), editor.state)
        self.pages.setEnabled(editor.readable)
        self.foot.show_state(editor, bool(self._saving))

    @Slot(str)
    def _on_search(self, text: str) -> None:
        self.pages.show_only(text)
        self.pages.show_state(self.editor)

    @Slot(object)
    def _on_removed(self, place: Place) -> None:
        self.editor.edit(place, ABSENT)

    @Slot()
    def _on_undo(self) -> None:
        self._go_to(self.editor.undo())

    @Slot()
    def _on_redo(self) -> None:
        self._go_to(self.editor.redo())

    def _go_to(self, place: Place | None) -> None:
        if place is not None:
            self.search.clear()
            self.pages.go_to(place)

    @Slot()
    def _on_next(self) -> None:
        """Go to the next mistake; after the last to the first."""
        places = list(self.editor.placed)
        if places:
            at = self._next_at % len(places)
            self._next_at = at + 1
            self._go_to(places[at])

    @Slot()
    def _on_save(self) -> None:
        editor = self.editor
        if self._saving or not self.foot.save.isEnabled():
            return
        if (editor.configuration_changed or editor.notes) and editor.mistakes:
            self._next_at = 0
            self._on_next()
            self.foot.say(self.tr("Not saved: {0}").format(self.foot.said.whole), wrong=True)
            return
        self._write()

    def _write(self) -> None:
        editor = self.editor
        if editor.configuration_changed or editor.notes:
            self._saving = editor.text
            self.foot.save.setEnabled(False)
            self.save_wanted.emit(self._saving)
        else:
            self._note_saved(editor.file_text)

    def _note_saved(self, text: str) -> None:
        program, changed = self.editor.state.program, self.editor.program_changed
        self.editor.note_saved(text)
        self.foot.say(self.tr("Saved"))
        if changed:
            # Last: another language closes this window.
            self.program_changed.emit(program)

    @Slot()
    def show_saved(self) -> None:
        """The text was written."""
        text, self._saving = self._saving, ""
        self.strip.show_elsewhere(False)
        self._note_saved(text)

    @Slot(str)
    def show_failure(self, told: str) -> None:
        """The text was not written; the file is as it was."""
        self._saving = ""
        self._show()
        self.foot.say(self.tr("Not saved: {0}").format(translated(told)), wrong=True)

    @Slot(str)
    def show_changed(self, found: str) -> None:
        """The file says something else than it did: it is shown, or where changes would be lost, asked."""
        saving, self._saving = self._saving, ""
        if found == self.editor.file_text and not saving:
            return
        if not self.editor.configuration_changed:
            self.editor.reload(found)
            return
        self._elsewhere = found
        self.strip.show_elsewhere(True)
        self._show()

    @Slot()
    def _on_reload(self) -> None:
        self.strip.show_elsewhere(False)
        self.editor.reload(self._elsewhere)

    @Slot()
    def _on_overwrite(self) -> None:
        self.strip.show_elsewhere(False)
        self.editor.file_text = self._elsewhere
        self._on_save()

    def go_to(self, path: str) -> bool:
        """Show an option by its path, `gateway.deadline_s`. False where there is none."""
        return bool(path) and self.pages.go_to(place_of(path))

    @Slot(object)
    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self.pages.set_theme(theme)

    def reject(self) -> None:
        """Close; where changes would be lost, ask first."""
        if not self.unsaved:
            super().reject()
            return
        box = QMessageBox(self)
        box.setIcon(QMessageBox.Icon.Question)
        box.setWindowTitle(self.tr("Settings"))
        box.setText(self.tr("Discard the changes? The file stays as it is."))
        discard = box.addButton(self.tr("Discard changes"), QMessageBox.ButtonRole.DestructiveRole)
        keep = box.addButton(self.tr("Keep editing"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(keep)
        box.setEscapeButton(keep)
        discard.clicked.connect(self.discard)
        box.finished.connect(box.deleteLater)
        box.open()

    @Slot()
    def discard(self) -> None:
        """Close without a question; what was not saved is lost."""
        super().reject()
