"""How the guide's text looks: letters by what they are, tables with a head."""

from PySide6.QtGui import (
    QBrush,
    QFont,
    QTextBlock,
    QTextCharFormat,
    QTextLength,
    QTextTable,
    QTextTableFormat,
)

from doge_gui.views.theme import Theme, font

TEXT_PX = 14
_HEADING_PX = {1: 23, 2: 17, 3: 15}


def letters(was: QTextCharFormat, level: int, theme: Theme) -> QTextCharFormat:
    """What is to be merged into a stretch of text; `level` of the heading it is in, 0 in none."""
    form = QTextCharFormat()
    if level:
        form.setFont(font(_HEADING_PX.get(level, TEXT_PX), QFont.Weight.DemiBold))
    elif was.fontFixedPitch():
        form.setFont(font(TEXT_PX - 1, QFont.Weight.Medium))
        form.setBackground(theme.colour("head"))
    elif was.fontWeight() > QFont.Weight.Medium:
        form.setFont(font(TEXT_PX, QFont.Weight.DemiBold))
    if was.isAnchor():
        form.setForeground(theme.colour("accent"))
    return form


def style_table(table: QTextTable, theme: Theme, width_px: int) -> None:
    """Draw a table with fine lines and a head."""
    form = QTextTableFormat()
    form.setBorder(1)
    form.setBorderBrush(QBrush(theme.colour("border")))
    form.setBorderStyle(QTextTableFormat.BorderStyle.BorderStyle_Solid)
    form.setBorderCollapse(True)
    form.setCellSpacing(0)
    form.setCellPadding(6)
    form.setTopMargin(8)
    form.setBottomMargin(12)
    form.setWidth(QTextLength(QTextLength.Type.FixedLength, width_px))
    table.setFormat(form)
    for column in range(table.columns()):
        head = table.cellAt(0, column)
        look = head.format()
        look.setBackground(theme.colour("head"))
        head.setFormat(look)


def stretches_of(block: QTextBlock) -> list[tuple[int, int, QTextCharFormat]]:
    """Begin, end and format of each stretch of one look, taken before anything is changed."""
    found, at = [], block.begin()
    while not at.atEnd():
        stretch = at.fragment()
        found.append((stretch.position(), stretch.position() + stretch.length(), stretch.charFormat()))
        at += 1
    return found
