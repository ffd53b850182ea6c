"""A page of the guide: Markdown in the type and the colours of the window, with its pictures."""

from pathlib import Path

from PySide6.QtCore import Qt, QTimer, QUrl, Signal, Slot
from PySide6.QtGui import (
    QImage,
    QImageReader,
    QResizeEvent,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextImageFormat,
    QTextTable,
)
from PySide6.QtWidgets import QTextBrowser, QTextEdit

from doge_gui.guide_pages import Section
from doge_gui.views.guide_look import TEXT_PX, letters, stretches_of, style_table
from doge_gui.views.theme import Theme, font

_MARGIN_PX = 26
_MOST_PX = 760
"""A longer line is hard to read."""
_LEAST_PX = 240
_SETTLED_MS = 120


class GuideText(QTextBrowser):
    """Shows one section at a time. Nothing is ever fetched from a network.

    Signals: `section_wanted(str)` a link to another section was followed, by its name.
    """

    section_wanted = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._section: Section | None = None
        self._words: tuple[str, ...] = ()
        self._settled = QTimer(self, singleShot=True, interval=_SETTLED_MS)
        self._settled.timeout.connect(self._on_settled)
        self.setObjectName("guide")
        self.setOpenLinks(False)
        self.setAccessibleName(self.tr("Text of the guide"))
        # The column keeps its width whatever the length of the page.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(_MARGIN_PX)
        self.document().setDefaultFont(font(TEXT_PX))
        self.anchorClicked.connect(self._on_link)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme, and the pictures that were taken in it."""
        self._theme = theme
        self._show_again()

    def show_section(self, section: Section, topic: int = 0) -> None:
        """Show a section, from the beginning of a topic on."""
        if section is not self._section:
            self._section = section
            self._set_text(section)
        self._go_to(topic)

    def mark(self, words: tuple[str, ...]) -> int:
        """Mark all places of these words; tells how many there are."""
        self._words = words
        cursors = [cursor for word in words for cursor in self._places(word)]
        marks = []
        for cursor in cursors:
            mark = QTextEdit.ExtraSelection()
            mark.cursor = cursor
            mark.format.setBackground(self._theme.colour("selection"))
            marks.append(mark)
        self.setExtraSelections(marks)
        return len(cursors)

    @Slot()
    def next_mark(self) -> None:
        """Go to the next place of the marked words, from the end to the beginning again."""
        if not self._words:
            return
        starts = [cursor for word in self._words for cursor in self._places(word)]
        starts.sort(key=QTextCursor.position)
        here = self.textCursor().position()
        later = [cursor for cursor in starts if cursor.position() > here] or starts
        if later:
            self.setTextCursor(later[0])
            self.ensureCursorVisible()

    def _places(self, word: str) -> list[QTextCursor]:
        found, places = self.document().find(word), []
        while not found.isNull():
            places.append(found)
            found = self.document().find(word, found)
        return places

    # Pictures

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """A picture beside the text, in the theme's colours where there is one; anything else is nothing."""
        url = QUrl(name)
        path = self._picture(url.path())
        if kind != QTextDocument.ResourceType.ImageResource.value or url.scheme() or path is None:
            return None
        scale = self.devicePixelRatioF()
        picture = QImage(str(path)).convertToFormat(QImage.Format.Format_RGB32)
        width = round(min(picture.width(), self._wide_px()) * scale)
        if width < picture.width():
            # Qt's own way of making a picture small in a text leaves out pixels.
            picture = picture.scaledToWidth(width, Qt.TransformationMode.SmoothTransformation)
        picture.setDevicePixelRatio(max(1.0, picture.width() / self._shown_px(path)))
        return picture

    def _picture(self, name: str) -> Path | None:
        if self._section is None:
            return None
        path = (self._section.folder / name).resolve()
        looks = (self._theme.name, "dark" if self._theme.dark else "light", "light")
        taken = (path.with_name(path.name.replace("-light.", f"-{look}.")) for look in looks)
        return next((one for one in taken if one.is_file()), None)

    # Text

    def _show_again(self) -> None:
        if self._section is not None:
            share = self.verticalScrollBar().value() / max(1, self.verticalScrollBar().maximum())
            self._set_text(self._section)
            self.verticalScrollBar().setValue(round(share * self.verticalScrollBar().maximum()))
            self.mark(self._words)

    def _set_text(self, section: Section) -> None:
        document = self.document()
        document.clear()
        document.setMarkdown(section.text, QTextDocument.MarkdownFeature.MarkdownDialectGitHub)
        block = document.begin()
        while block.isValid():
            self._style(block)
            block = block.next()
        for frame in document.rootFrame().childFrames():
            if isinstance(frame, QTextTable):
                style_table(frame, self._theme, self._column_px())
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def _style(self, block: QTextBlock) -> None:
        cursor = QTextCursor(block)
        level = block.blockFormat().headingLevel()
        form = QTextBlockFormat()
        stretches = stretches_of(block)
        if any(was.isImageFormat() for _, _, was in stretches):
            form.setTopMargin(4)
        else:
            form.setLineHeight(138.0, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
            form.setTopMargin({0: 0, 1: 0, 2: 20}.get(level, 12))
            if cursor.currentTable() is None:
                form.setRightMargin(self._wide_px() - self._column_px())
        form.setBottomMargin(10 if level == 1 else 3 if block.textList() is not None else 8)
        cursor.mergeBlockFormat(form)
        for begin, end, was in stretches:
            cursor.setPosition(begin)
            cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            self._style_stretch(cursor, was, level)

    def _style_stretch(self, cursor: QTextCursor, was: QTextCharFormat, level: int) -> None:
        if was.isImageFormat():
            self._fit_picture(cursor, was.toImageFormat())
        else:
            cursor.mergeCharFormat(letters(was, level, self._theme))

    # Width

    def _fit_picture(self, cursor: QTextCursor, form: QTextImageFormat) -> None:
        path = self._picture(form.name())
        if path is not None:
            form.setWidth(self._shown_px(path))
            cursor.setCharFormat(form)

    def _shown_px(self, path: Path) -> int:
        """How wide a picture is shown."""
        return min(QImageReader(str(path)).size().width(), self._wide_px())

    def _wide_px(self) -> int:
        """What there is for a picture."""
        return max(_LEAST_PX, self.viewport().width() - 2 * _MARGIN_PX - 2)

    def _column_px(self) -> int:
        """What lines of text take of it."""
        return min(_MOST_PX, self._wide_px())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._settled.start()

    @Slot()
    def _on_settled(self) -> None:
        self._show_again()

    # Ways

    def _go_to(self, topic: int) -> None:
        if topic <= 0:
            self.moveCursor(QTextCursor.MoveOperation.Start)
            self.verticalScrollBar().setValue(0)
            return
        headings = [block for block in self._blocks() if 0 < block.blockFormat().headingLevel() <= 2]
        if topic < len(headings):
            self.setTextCursor(QTextCursor(headings[topic]))
            top = self.document().documentLayout().blockBoundingRect(headings[topic]).top()
            self.verticalScrollBar().setValue(int(top) - 8)

    def _blocks(self) -> list[QTextBlock]:
        blocks, block = [], self.document().begin()
        while block.isValid():
            blocks.append(block)
            block = block.next()
        return blocks

    @Slot(QUrl)
    def _on_link(self, link: QUrl) -> None:
        name = Path(link.path()).stem.partition("-")[2]
        if not link.scheme() and name:
            self.section_wanted.emit(name)
