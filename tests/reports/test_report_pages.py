"""The printed report: whole words, numbered pages, heads on each page, one file or none."""

import re
from datetime import UTC, timedelta
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication, QPageSize
from PySide6.QtPdf import QPdfDocument

from doge_gui.core.reporting.shift import ShiftWish
from doge_gui.export.files import ExportError
from doge_gui.report_file import write_report
from tools.made_history import BEGAN, MadeHistory, quiet, troubled

pytestmark = pytest.mark.usefixtures("qapp")
WISH = ShiftWish("plant.json", BEGAN, BEGAN + timedelta(hours=8), BEGAN + timedelta(hours=9))
LONG = '<img src="x"> Förderband Süd, unter der Treppe, ' + "W" * 90 + " {}"


def pages(source: MadeHistory, path: Path) -> list[str]:
    """The text of each page."""
    write_report(path, source, WISH, zone=UTC)
    paper = QPdfDocument()
    assert paper.load(str(path)) is QPdfDocument.Error.None_
    a4 = QPageSize(QPageSize.PageSizeId.A4).size(QPageSize.Unit.Point)
    for number in range(paper.pageCount()):
        size = paper.pagePointSize(number)
        assert (round(size.width()), round(size.height())) == (a4.width(), a4.height())
    texts = [paper.getAllText(number).text() for number in range(paper.pageCount())]
    paper.close()
    return [re.sub(r"\s+", " ", text) for text in texts]


def test_a_shift_on_numbered_pages(tmp_path):
    found = pages(troubled(30), tmp_path / "shift.pdf")
    assert len(found) > 2
    for number, text in enumerate(found, 1):
        assert f"{number} of {len(found)}" in text
        assert "Shift report" in text
        assert "Sun 22 Nov 2026 05:00 to 13:00 (UTC)" in text
        assert "plant.json" in text
    whole = " ".join(found)
    for title in ("Marbles", "Gateways", "Cycles", "Alarms", "Alarm floods", "Actions"):
        assert title in whole
    assert all(f"API-{number}" in whole for number in range(1, 31))


def test_a_table_goes_on_under_its_heads(tmp_path):
    found = pages(troubled(120), tmp_path / "shift.pdf")
    with_rows = [text for text in found if len(re.findall(r"\d+ of 458", text)) > 3]
    assert len(with_rows) > 1
    assert all("PLC Available" in text for text in with_rows)


def test_no_name_is_cut_however_long(tmp_path):
    found = pages(troubled(4, name=LONG.format), tmp_path / "shift.pdf")
    whole = "".join(found).replace(" ", "")
    for number in range(1, 5):
        assert LONG.format(number).replace(" ", "") in whole
    assert "…" not in whole


def test_nothing_recorded_is_a_page_that_says_so(tmp_path):
    (text,) = pages(MadeHistory(()), tmp_path / "shift.pdf")
    assert "nothing is known of the marbles" in text
    assert "1 of 1" in text


def test_the_ending_chooses_and_others_are_refused(tmp_path):
    write_report(tmp_path / "shift.html", quiet(3, 5), WISH, zone=UTC)
    assert (tmp_path / "shift.html").read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
    with pytest.raises(ExportError, match=r"ends in \.pdf or \.html"):
        write_report(tmp_path / "shift.txt", quiet(3, 5), WISH)
    with pytest.raises(ExportError):
        write_report(tmp_path / "none" / "shift.pdf", quiet(3, 5), WISH)
    assert sorted(one.name for one in tmp_path.iterdir()) == ["shift.html"]


def test_the_fonts_are_the_programs_own(tmp_path):
    pages(quiet(3, 5), tmp_path / "shift.pdf")
    fonts = set(re.findall(rb"/FontName /\w+\+?([\w-]*)", (tmp_path / "shift.pdf").read_bytes()))
    assert fonts
    assert all(b"Inter" in font for font in fonts)
    assert QGuiApplication.instance() is not None
