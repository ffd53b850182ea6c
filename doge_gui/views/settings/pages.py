"""The settings screen's pages and the list that chooses one."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from doge_gui.core.settings.document import Place
from doge_gui.core.settings.options import Pattern
from doge_gui.models.settings_editor import SettingsEditor
from doge_gui.models.settings_pages import PageOptions, found_options
from doge_gui.models.settings_words import Words
from doge_gui.views.labels import PlainLabel
from doge_gui.views.settings.alarms_page import AlarmsPage
from doge_gui.views.settings.marked_list import MarkedList
from doge_gui.views.settings.requests_page import RequestsPage
from doge_gui.views.settings.rows_page import RowsPage
from doge_gui.views.theme import Theme

Page = RowsPage | AlarmsPage | RequestsPage


class SettingsPages(QWidget):
    """All options, a page at a time.

    Signals: `edited(object, object)` place and value; `left()` when an entry is over.
    """

    edited = Signal(object, object)
    left = Signal()

    def __init__(self, pages: tuple[PageOptions, ...], words: Words, theme: Theme, folder: str) -> None:
        super().__init__()
        self._pages, self._words = pages, words
        self.list = MarkedList(theme, 168)
        self.list.setAccessibleName(self.tr("Sections"))
        self.list.show_names([page.title for page in pages])
        self.stack = QStackedWidget()
        self.nothing = PlainLabel(self.tr("No option is called so."), look="muted")
        self.nothing.hide()
        self._theme, self._folder = theme, folder
        self._built: dict[int, Page] = {}
        self._found: frozenset[Pattern] | None = None
        self._editor: SettingsEditor | None = None
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(self.list)
        panel = QFrame()
        panel.setObjectName("panel")
        right = QVBoxLayout(panel)
        right.setContentsMargins(16, 12, 4, 12)
        right.addWidget(self.nothing)
        right.addWidget(self.stack, 1)
        layout.addWidget(panel, 1)
        self.list.currentRowChanged.connect(self._on_chosen)
        # The list has chosen its first entry already, and told nobody.
        self._on_chosen(self.list.currentRow())

    def page(self, row: int) -> Page:
        """A page, built when it is first looked at."""
        if row not in self._built:
            page = _widget(self._pages[row], self._words, self._theme, self._folder)
            page.edited.connect(self.edited)
            page.left.connect(self.left)
            self._built[row] = page
            self.stack.addWidget(page)
            page.show_only(self._found)
            if self._editor is not None:
                page.show_state(self._editor.state, self._editor.draft.saved, self._editor.placed)
        return self._built[row]

    @Slot(int)
    def _on_chosen(self, row: int) -> None:
        if row >= 0:
            self.left.emit()
            self.stack.setCurrentWidget(self.page(row))

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self._theme = theme
        for marked in self.findChildren(MarkedList):
            marked.set_theme(theme)

    def show_only(self, text: str) -> None:
        """Show only what is called so."""
        found = found_options(text, self._pages, self._words) if text.strip() else None
        has = [found is None or _has(page, found) for page in self._pages]
        self._found = found
        for page in self._built.values():
            page.show_only(found)
        for row, wanted in enumerate(has):
            self.list.setRowHidden(row, not wanted)
        self.nothing.setVisible(not any(has))
        self.stack.setVisible(any(has))
        if any(has) and not has[self.list.currentRow()]:
            self.list.setCurrentRow(has.index(True))

    def show_state(self, editor: SettingsEditor) -> None:
        """Show what is being edited, what is wrong with it and what differs from the file."""
        self._editor = editor
        state, saved = editor.state, editor.draft.saved
        for built in self._built.values():
            built.show_state(state, saved, editor.placed)
        for row, page in enumerate(self._pages):
            sections = _sections(page)
            wrong = sum(len(some) for place, some in editor.placed.items() if place[0] in sections)
            changed = any(state.at(place) != saved.at(place) for place in _roots(page))
            self.list.mark(row, wrong, changed)

    def go_to(self, place: Place) -> bool:
        """Show a place's page and put the keyboard into its field. False where no page has it."""
        for row, page in enumerate(self._pages):
            if place[0] in _sections(page):
                self.list.setCurrentRow(row)
                return self.page(row).go_to(place)
        return False


def _widget(page: PageOptions, words: Words, theme: Theme, folder: str) -> Page:
    if page.key == "requests":
        return RequestsPage(page, words, theme, folder)
    if page.key == "alarms":
        return AlarmsPage(page, words, theme, folder)
    return RowsPage(page.groups, words, folder)


def _has(page: PageOptions, found: frozenset[Pattern]) -> bool:
    return any(option.pattern in found for option in page.options)


def _sections(page: PageOptions) -> frozenset[str]:
    """First steps of the page's places."""
    return frozenset(option.pattern[0] for option in page.options)


def _roots(page: PageOptions) -> frozenset[Place]:
    """Places that hold all of the page's values."""
    return frozenset(
        option.pattern if option.pattern[0] == "program" else option.pattern[:1] for option in page.options
    )
