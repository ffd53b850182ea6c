"""The settings screen's lower edge: undo and redo, what is wrong, save and cancel."""

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from doge_gui.models.phrases import one_line
from doge_gui.models.settings_editor import SettingsEditor
from doge_gui.views.labels import ElidedLabel
from doge_gui.views.theme import set_property


class Foot(QWidget):
    """The buttons, and one line of words between them."""

    def __init__(self) -> None:
        super().__init__()
        self.undo, self.redo = QPushButton(self.tr("Undo")), QPushButton(self.tr("Redo"))
        self.undo.setToolTip(self.tr("Take the last change back (Ctrl+Z)"))
        self.redo.setToolTip(self.tr("Make it again (Ctrl+Shift+Z)"))
        self.next = QPushButton(self.tr("Next mistake"))
        self.next.setToolTip(self.tr("Go to the next field that is wrong (F8)"))
        self.said = ElidedLabel("")
        self.cancel, self.save = QPushButton(self.tr("Close")), QPushButton(self.tr("Save"))
        self.save.setToolTip(self.tr("Write the file, and have the settings in force (Ctrl+S)"))
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        for button in (self.undo, self.redo, self.next):
            box.addWidget(button)
        box.addSpacing(8)
        box.addWidget(self.said, 1)
        for button in (self.cancel, self.save):
            box.addWidget(button)
        for button in (self.undo, self.redo, self.next, self.cancel, self.save):
            button.setAutoDefault(False)

    def show_state(self, editor: SettingsEditor, saving: bool) -> None:
        """What can be done now, and how many things are wrong."""
        self.undo.setEnabled(editor.draft.can_undo)
        self.redo.setEnabled(editor.draft.can_redo)
        self.save.setEnabled((editor.draft.changed or bool(editor.notes)) and not saving)
        self.cancel.setText(self.tr("Cancel") if editor.draft.changed else self.tr("Close"))
        self.next.setVisible(bool(editor.placed))
        count = len(editor.mistakes)
        one = self.tr("◆ One thing is wrong")
        words = one if count == 1 else self.tr("◆ {0} things are wrong").format(count)
        self.say(words if count else "", wrong=bool(count))

    def say(self, text: str, wrong: bool = False) -> None:
        """Say something, until the next change."""
        self.said.say(one_line(text))
        set_property(self.said, "severity", 2 if wrong else 0)
