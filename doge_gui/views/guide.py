"""The user's guide in a window of its own: contents, text, and a search in all of it."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QLineEdit, QSplitter, QVBoxLayout, QWidget

from doge_gui.guide_pages import Section, read
from doge_gui.paths import guide_folder
from doge_gui.views.guide_contents import GuideContents
from doge_gui.views.guide_text import GuideText
from doge_gui.views.labels import PlainLabel
from doge_gui.views.theme import Theme

PAGES = ("supervision", "alarms", "performance", "trends", "replay")
"""Names of the sections that tell of the window's screens, in the screens' order."""

_SIZE, _LEAST = (1240, 860), (640, 420)
_CONTENTS_PX = 270


class GuideWindow(QDialog):
    """The guide. Not modal: `show()` it once and keep it.

    Slots: `set_theme(Theme)`; `open_at(str)` turns to a section, of a screen to `PAGES[number]`.
    """

    def __init__(self, language: str, theme: Theme, parent: QWidget | None) -> None:
        """`language` as a locale tells it (`fr_FR`, `en`); English where the guide does not speak it."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("WatchDoge – guide"))
        self.setWindowFlag(Qt.WindowType.WindowMinMaxButtonsHint, True)
        self.resize(*_SIZE)
        self.setMinimumSize(*_LEAST)
        self.sections = _sections(language)
        self.search = QLineEdit()
        self.contents = GuideContents(self.sections)
        self.note = PlainLabel(px=12, look="muted")
        self.text = GuideText(theme)
        self._set_up()
        self._lay_out()
        self.contents.chosen.connect(self._on_chosen)
        self.search.textChanged.connect(self._on_typed)
        self.search.returnPressed.connect(self.text.next_mark)
        self.text.section_wanted.connect(self.open_at)
        QShortcut(QKeySequence("Ctrl+F"), self).activated.connect(self._on_find)
        QShortcut(QKeySequence("F3"), self).activated.connect(self.text.next_mark)
        self.contents.turn_to(0)
        self.contents.setFocus()

    def _set_up(self) -> None:
        self.search.setPlaceholderText(self.tr("Find in the guide…"))
        self.search.setClearButtonEnabled(True)
        self.search.setAccessibleName(self.tr("Find in the guide"))
        tip = self.tr("Words that occur in the guide (Ctrl+F); Enter or F3 goes to the next place")
        self.search.setToolTip(tip)
        self.note.setWordWrap(True)
        self.note.setVisible(not self.sections)
        if not self.sections:
            self.note.say(self.tr("The guide did not come with this program."))

    def _lay_out(self) -> None:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(7)
        for widget in (self.search, self.contents, self.note):
            column.addWidget(widget)
        splitter = QSplitter()
        splitter.setChildrenCollapsible(False)
        splitter.setHandleWidth(9)
        splitter.addWidget(left)
        splitter.addWidget(self.text)
        splitter.setSizes([_CONTENTS_PX, _SIZE[0] - _CONTENTS_PX])
        splitter.setStretchFactor(1, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(9, 9, 9, 9)
        layout.addWidget(splitter)

    @Slot(str)
    def open_at(self, name: str) -> None:
        """Turn to a section; a name that is none changes nothing."""
        for number, section in enumerate(self.sections):
            if section.name == name:
                self.search.clear()
                self.contents.turn_to(number)

    @Slot(object)
    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self.text.set_theme(theme)

    @property
    def _words(self) -> tuple[str, ...]:
        return tuple(self.search.text().split())

    @Slot(int, int)
    def _on_chosen(self, number: int, topic: int) -> None:
        self.text.show_section(self.sections[number], topic)
        self.text.mark(self._words)

    @Slot(str)
    def _on_typed(self, _text: str) -> None:
        words = self._words
        found = self.contents.show_only(words)
        self.note.say(self.tr("Found in {0} places").format(found) if words else "")
        self.note.setVisible(bool(words))
        if self.text.mark(words):
            self.text.next_mark()

    @Slot()
    def _on_find(self) -> None:
        self.search.setFocus()
        self.search.selectAll()


def _sections(language: str) -> tuple[Section, ...]:
    try:
        return read(guide_folder(), language)
    except OSError:
        return ()
