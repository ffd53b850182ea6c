"""The curves in view as a file for a spreadsheet."""

import tempfile
from datetime import timedelta

import pytest

from doge_gui.core.recording.curves import Level
from doge_gui.core.recording.tags import FLEET, Tag
from doge_gui.export.files import ExportError
from doge_gui.models.trend_table import TableOrder, write_trend
from tests.export.spreadsheets import cells_of_csv, cells_of_xlsx
from tools.made_history import BEGAN, quiet

TAG = Tag(FLEET, "compteur_bille/0")


def test_readings_are_a_column_and_minutes_are_three(tmp_path):
    source = quiet(2, 10)
    (raw,) = source.curves([TAG], BEGAN, BEGAN + timedelta(minutes=10), 100)
    (hours,) = source.curves([TAG], BEGAN, BEGAN + timedelta(minutes=10), 100, level=Level.HOUR)
    write_trend(TableOrder(str(tmp_path / "t.csv"), (raw, hours), ("=Sorting", "Hours")))
    heads, *rows = cells_of_csv((tmp_path / "t.csv").read_text(encoding="utf-8"))
    assert heads == ["time", "'=Sorting", "Hours (mean)", "Hours (min)", "Hours (max)"]
    assert [float(row[1]) for row in rows] == [one[0] for one in source.marbles]
    assert [bool(row[2]) for row in rows] == [True] + [False] * 9
    write_trend(TableOrder(str(tmp_path / "t.XLSX"), (raw,)))
    sheet = cells_of_xlsx(tmp_path / "t.XLSX")
    assert sheet[0]["C"] == ("inlineStr", "compteur_bille/0")
    assert len(sheet) == 11


def test_nothing_in_view_is_a_table_without_rows(tmp_path):
    write_trend(TableOrder(str(tmp_path / "t.csv"), ()))
    assert (tmp_path / "t.csv").read_text(encoding="utf-8") == "time\n"


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_a_writing_that_is_given_up_leaves_no_file(tmp_path, monkeypatch, ending):
    (tmp_path / "waiting").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "waiting"))
    (raw,) = quiet(2, 3000).curves([TAG], BEGAN, BEGAN + timedelta(days=9), 100)
    looks = iter((False, False, True))
    with pytest.raises(ExportError, match="given up"):
        write_trend(TableOrder(str(tmp_path / f"t.{ending}"), (raw,)), looks.__next__)
    assert [path.name for path in tmp_path.rglob("*")] == ["waiting"]
