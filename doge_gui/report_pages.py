"""A report on A4 pages as PDF, drawn by Qt. Needs a QGuiApplication; any thread will do."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QMarginsF, QRectF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter, QPdfWriter

from doge_gui.core.phrase import phrase
from doge_gui.core.reporting.document import Document, Picture, Table, Text
from doge_gui.export.files import ExportError, replacing
from doge_gui.report_blocks import Block, Drawing, Heading, Letterhead, Paragraph, Tiles
from doge_gui.report_fonts import INK, MUTED, RULE, Ink, load_fonts
from doge_gui.report_rows import table_blocks

_DPI = 300
_POINTS = 72.0
MARGIN_X, MARGIN_TOP, MARGIN_BOTTOM = 48.0, 58.0, 50.0
PAGE_WIDTH, PAGE_HEIGHT = 595.0, 842.0
WIDTH = PAGE_WIDTH - 2 * MARGIN_X
"""Points, 72 to the inch, as all lengths here."""
_BOTTOM = PAGE_HEIGHT - MARGIN_BOTTOM


@dataclass(frozen=True, slots=True)
class Placed:
    """A block and where it stands on its page."""

    block: Block
    top: float


def write_pdf(told: Document, path: Path) -> int:
    """Write the report; returns the number of pages. Raises ExportError."""
    load_fonts()
    with replacing(path) as part:
        # Where nothing can be written, this says why; Qt does not.
        part.touch()
        writer = QPdfWriter(str(part))
        writer.setResolution(_DPI)
        writer.setPageLayout(
            QPageLayout(QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait, QMarginsF())
        )
        writer.setTitle(f"{told.title}: {told.span}")
        writer.setCreator("WatchDoge Supercharged")
        painter = QPainter()
        if not painter.begin(writer):
            raise ExportError(phrase("said.files", "{0} cannot be written").format(path))
        painter.scale(_DPI / _POINTS, _DPI / _POINTS)
        pages = laid_out(blocks_of(told, painter))
        for number, page in enumerate(pages, 1):
            if number > 1:
                writer.newPage()
            draw_page(painter, page, told, number, len(pages))
        if not painter.end():
            raise ExportError(phrase("said.files", "{0} cannot be written").format(path))
    return len(pages)


def blocks_of(told: Document, painter: QPainter) -> list[Block]:
    """Everything in its order, measured for the painter's paper."""
    ink = Ink(painter)
    blocks: list[Block] = [Letterhead(told, ink, WIDTH), Tiles(told.tiles, ink, WIDTH)]
    for section in told.sections:
        blocks.append(Heading(section.title, ink, WIDTH))
        for block in section.blocks:
            if isinstance(block, Table):
                blocks += table_blocks(block, ink, WIDTH)
            elif isinstance(block, Picture):
                blocks.append(Drawing(block, WIDTH))
            elif isinstance(block, Text):
                blocks += Paragraph.parts(block, ink, WIDTH)
    return blocks


def laid_out(blocks: list[Block]) -> list[list[Placed]]:
    """Blocks on pages: headings stay with what they head, and a table's heads are told anew on each page."""
    pages: list[list[Placed]] = [[]]
    top = MARGIN_TOP
    for number, block in enumerate(blocks):
        needed = block.height
        follower = number
        while blocks[follower].keeps_with_next and follower + 1 < len(blocks):
            follower += 1
            needed += blocks[follower].height
        if top + needed > _BOTTOM and pages[-1]:
            pages.append([])
            top = MARGIN_TOP
            if block.repeated is not None:
                pages[-1].append(Placed(block.repeated, top))
                top += block.repeated.height
        pages[-1].append(Placed(block, top))
        top += block.height
    return pages


def draw_page(painter: QPainter, page: list[Placed], told: Document, number: int, count: int) -> None:
    """One page with its head and its number."""
    ink = Ink(painter)
    if number > 1:
        ink.line_of(painter, f"{told.title} · {told.span}", QRectF(MARGIN_X, 26, WIDTH, 12), MUTED)
        painter.fillRect(QRectF(MARGIN_X, 42, WIDTH, 0.5), RULE)
    foot = QRectF(MARGIN_X, PAGE_HEIGHT - 34, WIDTH, 12)
    ink.line_of(painter, told.plant, foot.adjusted(0, 0, -70, 0), MUTED)
    ink.line_of(painter, told.page.format(number, count), foot, INK, at_right=True)
    for placed in page:
        painter.save()
        painter.translate(MARGIN_X, placed.top)
        placed.block.draw(painter)
        painter.restore()
