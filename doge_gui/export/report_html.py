"""A report as one HTML file: no script, nothing fetched from elsewhere, every text escaped."""

from collections.abc import Iterator
from html import escape

from doge_gui.core.reporting.document import (
    Column,
    Document,
    Picture,
    Section,
    Table,
    Text,
    Tile,
    Tone,
    Toned,
)
from doge_gui.core.reporting.wording import clean

_STYLE = """
:root { color-scheme: light; }
* { box-sizing: border-box; }
body { margin: 0; background: #e9ecf0; color: #1b2026; font: 15px/1.45 Inter, "Segoe UI", Roboto, sans-serif;
  font-variant-numeric: tabular-nums; overflow-wrap: anywhere; }
main { max-width: 60rem; margin: 0 auto; padding: 1.5rem clamp(1rem, 4vw, 2.5rem) 3rem; background: #fff; }
h1 { margin: 0; font-size: 1.7rem; } h2 { margin: 2.2rem 0 .6rem; font-size: 1.15rem; }
h3 { margin: 1.2rem 0 .3rem; font-size: .95rem; } p { margin: .5rem 0; }
header p { margin: .15rem 0; } .muted { color: #57616c; } .high { color: #bf1120; font-weight: 600; }
.medium { color: #9e4800; font-weight: 600; } .low { color: #666000; font-weight: 600; }
.tiles { display: grid; grid-template-columns: repeat(3, 1fr); gap: .6rem; margin: 1.2rem 0; }
@media (max-width: 40rem) { .tiles { grid-template-columns: repeat(2, 1fr); } }
.tile { padding: .6rem .8rem; background: #f6f8fa; border: 1px solid #dde2e8; border-radius: 6px; }
.tile b { display: block; font-size: 1.45rem; line-height: 1.3; font-weight: 600; }
.tile span { display: block; font-size: .82rem; color: #57616c; }
.scroll { overflow-x: auto; } table { width: 100%; border-collapse: collapse; font-size: .87rem; }
th { text-align: left; vertical-align: bottom; color: #57616c; font-weight: 500;
  border-bottom: 1px solid #79838e; }
th, td { padding: .3rem .5rem; } td { vertical-align: top; border-bottom: 1px solid #e9ecf0;
  min-width: 5.5rem; } td:first-child { min-width: 8rem; } th { white-space: nowrap; }
.number, td.number { min-width: 0; text-align: right; white-space: nowrap; }
svg { width: 100%; height: auto; display: block; }
figure { margin: 1rem 0; min-width: 32rem; }
@media print { body, main { background: #fff; } tr, .tile, figure { break-inside: avoid; }
  h2 { break-after: avoid; } }
"""


def as_html(told: Document) -> str:
    """The whole file."""
    title = _escaped(f"{told.title}: {told.span}")
    policy = "default-src 'none'; style-src 'unsafe-inline'"
    head = (
        f'<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="{policy}">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{title}</title><style>{_STYLE}</style>"
    )
    body = "\n".join((*_header(told), *(line for one in told.sections for line in _section(one))))
    whole = f"<head>{head}</head>\n<body><main>\n{body}\n</main></body>"
    return f'<!DOCTYPE html>\n<html lang="{told.language}">{whole}</html>\n'


def _escaped(text: str) -> str:
    return escape(clean(text))


def _header(told: Document) -> Iterator[str]:
    yield f"<header><h1>{_escaped(told.title)}</h1>"
    yield f"<p><strong>{_escaped(told.span)}</strong></p>"
    yield f'<p class="muted">{_escaped(told.plant)}</p>'
    yield f'<p class="muted">{_escaped(told.made)}</p></header>'
    yield f'<div class="tiles">{"".join(map(_tile, told.tiles))}</div>'


def _tile(tile: Tile) -> str:
    value = f"<b{_class(tile.tone)}>{_escaped(tile.value)}</b>"
    label, note = f"<span>{_escaped(tile.label)}</span>", f"<span>{_escaped(tile.note)}</span>"
    return f'<div class="tile">{label}{value}{note}</div>'


def _section(section: Section) -> Iterator[str]:
    yield f"<section><h2>{_escaped(section.title)}</h2>"
    for block in section.blocks:
        if isinstance(block, Table):
            yield from _table(block)
        elif isinstance(block, Picture):
            label = f'role="img" aria-label="{_escaped(block.told)}"'
            drawing = block.svg.replace("<svg ", f"<svg {label} ", 1)
            yield f'<div class="scroll"><figure>{drawing}</figure></div>'
        else:
            yield _text(block)
    yield "</section>"


def _text(block: Text) -> str:
    tag = "h3" if block.strong else "p"
    return f"<{tag}{_class(block.tone)}>{_escaped(block.text)}</{tag}>"


def _table(table: Table) -> Iterator[str]:
    yield '<div class="scroll"><table><thead><tr>'
    yield "".join(f"<th{_aligned(column)}>{_escaped(column.head)}</th>" for column in table.columns)
    yield "</tr></thead><tbody>"
    for row in table.rows:
        cells = zip(row, table.columns, strict=True)
        yield f"<tr>{''.join(_cell(cell, column) for cell, column in cells)}</tr>"
    yield "</tbody></table></div>"


def _cell(cell: Toned | str, column: Column) -> str:
    if isinstance(cell, str):
        return f"<td{_aligned(column)}>{_escaped(cell)}</td>"
    return f"<td{_aligned(column)}><span{_class(cell.tone)}>{_escaped(cell.text)}</span></td>"


def _aligned(column: Column) -> str:
    return ' class="number"' if column.number else ""


def _class(tone: Tone) -> str:
    return "" if tone is Tone.PLAIN else f' class="{tone.value}"'
