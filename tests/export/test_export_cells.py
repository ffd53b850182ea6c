"""No text from the network acts in a spreadsheet, whatever the file."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from doge_gui.export.cells import neutral
from doge_gui.export.files import ExportError, replacing, write_text
from doge_gui.export.tables import csv_text, write_csv, write_xlsx
from tests.export.spreadsheets import cells_of_csv, cells_of_xlsx, is_formula

LEADS = [
    "=",
    "+",
    "-",
    "@",
    "\t=",
    "\r=",
    "  =",
    '"=',
    "'=",
    '" =',
    " '\"@",
    "\uff1d",
    "\u2212",
    "\u200b=",
    "\ufeff+",
]
HOSTILE = st.builds("{}{}".format, st.sampled_from(["", *LEADS]), st.text(max_size=30))


@pytest.mark.parametrize("lead", LEADS)
def test_what_begins_like_a_formula_becomes_text(lead):
    assert neutral(f"{lead}cmd|' /C calc'!A0").startswith("'")


@pytest.mark.parametrize("text", ["-5", "+3.5", "-1e-9", "API-3", "a=b", "", "3 of 4", "–"])
def test_what_is_none_stays(text):
    assert neutral(text) == text


@given(st.lists(st.lists(HOSTILE, min_size=1, max_size=4), min_size=1, max_size=4), st.sampled_from(",\t"))
def test_no_cell_of_a_csv_is_a_formula(rows, delimiter):
    text = csv_text(rows, delimiter)
    assert len(text.splitlines()) == len(rows)
    for line in cells_of_csv(text, delimiter):
        assert not [cell for cell in line if is_formula(cell)]


@given(st.lists(HOSTILE, min_size=1, max_size=20))
def test_no_cell_of_an_xlsx_is_a_formula(tmp_path_factory, texts):
    path = tmp_path_factory.getbasetemp() / "cells.xlsx"
    write_xlsx(path, [["name"], *([text] for text in texts)])
    for row, text in zip(cells_of_xlsx(path)[1:], texts, strict=True):
        kind, shown = row.get("A", ("inlineStr", ""))
        assert kind == "inlineStr"
        assert shown == neutral(text)
        assert not is_formula(shown)


def test_numbers_and_times_are_what_they_are(tmp_path: Path):
    at = datetime(2026, 1, 31, 8, 0, 0, 250_000, tzinfo=UTC)
    row = ["API-1", 3, 2.5, float("nan"), None, at]
    assert csv_text([row]) == "API-1,3,2.5,,,2026-01-31T08:00:00.250+00:00\n"
    write_xlsx(tmp_path / "t.xlsx", [["a"] * 6, row])
    (_, cells) = cells_of_xlsx(tmp_path / "t.xlsx")
    assert [cells.get(letter, ("", ""))[0] for letter in "ABCDEF"] == ["inlineStr", "n", "n", "", "", "n"]
    assert float(cells["F"][1]) == pytest.approx(46053 + (8 * 3600 + 0.25) / 86400)


def test_a_file_is_there_whole_or_as_it_was(tmp_path: Path):
    path = tmp_path / "table.csv"
    write_csv(path, [["old"]])

    def torn():
        yield ["new"]
        raise RuntimeError("torn")

    with pytest.raises(RuntimeError):
        write_csv(path, torn())
    with pytest.raises(RuntimeError):
        write_xlsx(path, torn())
    assert path.read_text(encoding="utf-8") == "old\n"
    assert [one.name for one in tmp_path.iterdir()] == ["table.csv"]


def test_a_link_keeps_its_place_and_a_device_is_no_file(tmp_path: Path):
    target = tmp_path / "target.txt"
    target.write_text("old", encoding="utf-8")
    link = tmp_path / "link.txt"
    link.symlink_to(target)
    write_text(link, "new")
    assert link.is_symlink()
    assert target.read_text(encoding="utf-8") == "new"
    with pytest.raises(ExportError, match="is not a file"):
        write_text(Path("/dev/null"), "x")
    with pytest.raises(ExportError, match="No such file"), replacing(tmp_path / "none" / "x") as part:
        part.write_text("x", encoding="utf-8")
