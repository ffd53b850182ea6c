"""Values out of the history: piece by piece, nothing lost, nothing twice, gaps told once."""

import io
from datetime import UTC, timedelta, timezone
from pathlib import Path

import pyarrow.parquet
import pytest

from doge_gui.core.recording.curves import Level
from doge_gui.core.recording.kept import Kept
from doge_gui.core.recording.tags import CONNECTED, FLEET, Tag
from doge_gui.export import passage, series
from doge_gui.export.files import ExportError
from doge_gui.export.passage import Passage, Wish, times_of
from doge_gui.export.series import Form, check, print_series, write_series
from doge_gui.export.wide import Part
from tests.export.spreadsheets import cells_of_csv, cells_of_xlsx
from tools.made_history import BEGAN, MadeHistory, quiet

TOTAL = Tag(FLEET, "compteur_bille/0")
TAGS = (TOTAL, Tag("API-1", CONNECTED))
HOUR = timedelta(hours=1)
PARIS = timezone(HOUR)


def told(source: MadeHistory, begin=BEGAN, end=BEGAN + 8 * HOUR, step=Level.RAW, part=Part.MEAN):
    """Heads and rows as CSV has them."""
    out = io.StringIO()
    walk = Passage(source, Wish(TAGS, begin, end, step, part))
    print_series(out, [str(tag) for tag in TAGS], walk.pieces(), UTC)
    return cells_of_csv(out.getvalue())


def shift(*pieces: tuple[int, int], lost=()) -> MadeHistory:
    made = MadeHistory(("API-1", "API-2"))
    for first, after in pieces:
        for minute in range(first, after):
            rows = (1,) if minute in lost else ()
            made.cycle(BEGAN + timedelta(minutes=minute), rows, (100 + minute, 0, 0))
    return made


def test_one_row_per_cycle_and_an_incomplete_total_is_an_empty_cell():
    heads, *rows = told(shift((0, 5), lost=(2,)))
    assert heads == ["time", "compteur_bille/0", "API-1:connected"]
    assert [row[1] for row in rows] == ["100", "101", "", "103", "104"]
    assert [row[2] for row in rows] == ["1"] * 5
    assert rows[1][0] == "2026-11-22T05:01:00+00:00"


@pytest.mark.parametrize("step", [Level.RAW, Level.MINUTE])
@pytest.mark.parametrize("points", [2, 4, 6, 8, 40])
def test_a_pause_is_one_empty_row_however_many_pieces_it_lasts(monkeypatch, points, step):
    source = shift((0, 3), (300, 303))
    monkeypatch.setattr(passage, "MOST_POINTS", points)
    _, *rows = told(source, step=step)
    assert len(source.asked) >= 2
    assert [row[1] for row in rows] == ["100", "101", "102", "", "400", "401", "402"]


@pytest.mark.parametrize("step", list(Level))
def test_in_pieces_it_is_the_same_as_at_once(monkeypatch, step):
    source = quiet(2, 300)
    begin, end = BEGAN + timedelta(minutes=7), BEGAN + timedelta(minutes=283)
    once = told(source, begin, end, step)
    monkeypatch.setattr(passage, "MOST_POINTS", 4 if step is Level.HOUR else 60)
    source.asked.clear()
    assert told(source, begin, end, step) == once
    assert len(source.asked) > 3


def test_a_large_fleet_is_never_in_memory_at_once(monkeypatch):
    source = quiet(20, 400)
    tags = source.tags()
    monkeypatch.setattr(passage, "MOST_POINTS", 1000)
    pieces = list(Passage(source, Wish(tags, BEGAN, BEGAN + 8 * HOUR)).pieces())
    assert sum(map(len, pieces)) == 400
    assert max(len(piece) * len(tags) for piece in pieces) <= 2000


def test_by_the_hour_with_the_figure_that_is_wanted():
    source = shift((0, 120), lost=(0, 1))
    assert [row[1] for row in told(source, step=Level.HOUR, part=Part.MIN)[1:3]] == ["102", "160"]
    assert [row[1] for row in told(source, step=Level.HOUR, part=Part.LAST)[1:3]] == ["159", "219"]
    mean = (sum(range(102, 160)) / 58, sum(range(160, 220)) / 60)
    assert [float(row[1]) for row in told(source, step=Level.HOUR)[1:3]] == pytest.approx(mean)


def test_what_is_kept_is_written_as_finely_as_it_was_asked_for():
    # A hundred days: the most that was ever asked of a history at once.
    source = shift((0, 3), (100 * 1440, 100 * 1440 + 3))
    for step in (Level.RAW, Level.MINUTE):
        _, *rows = told(source, end=BEGAN + timedelta(days=101), step=step)
        assert [row[1] for row in rows] == ["100", "101", "102", "", "144100", "144101", "144102"]


def test_what_is_not_kept_any_more_comes_coarser_and_is_told():
    source = shift((0, 480))
    source.kept_from = {Level.RAW: BEGAN + 6 * HOUR, Level.MINUTE: BEGAN + 3 * HOUR}
    walk = Passage(source, Wish(TAGS, BEGAN, BEGAN + 8 * HOUR))
    times = [at for rows in walk.pieces() for at in times_of(rows)]
    assert times == [
        *(BEGAN + hour * HOUR for hour in range(3)),
        *(BEGAN + timedelta(minutes=minute) for minute in range(180, 480)),
    ]
    assert walk.coarser == [
        Kept(Level.HOUR, BEGAN, BEGAN + 3 * HOUR),
        Kept(Level.MINUTE, BEGAN + 3 * HOUR, BEGAN + 6 * HOUR),
    ]
    walk = Passage(source, Wish(TAGS, BEGAN + 3 * HOUR, BEGAN + 8 * HOUR, Level.MINUTE))
    assert sum(map(len, walk.pieces())) == 300
    assert walk.coarser == []


def test_a_program_that_began_within_the_span_lost_nothing():
    for step in Level:
        walk = Passage(shift((97, 300)), Wish(TAGS, BEGAN, BEGAN + 8 * HOUR, step))
        assert list(walk.pieces())
        assert walk.coarser == []


def test_before_and_after_all_that_is_recorded():
    source = shift((0, 3))
    assert told(source, BEGAN - 900 * HOUR, BEGAN + 900 * HOUR)[1:4] == told(source)[1:4]
    assert len(told(source, BEGAN + 50 * HOUR, BEGAN + 60 * HOUR)) == 1
    assert len(told(MadeHistory(()))) == 1


def test_as_xlsx_with_local_time_beside_utc(tmp_path: Path):
    path = tmp_path / "t.xlsx"
    pieces = Passage(shift((0, 3)), Wish(TAGS, BEGAN, BEGAN + HOUR)).pieces()
    assert write_series(path, Form.XLSX, ["=a", "b"], pieces, PARIS) == 3
    heads, first, *_ = cells_of_xlsx(path)
    assert [text for _, text in heads.values()] == ["time", "UTC", "'=a", "b"]
    assert float(first["A"][1]) - float(first["B"][1]) == pytest.approx(1 / 24)
    assert first["C"] == ("n", "100")


def test_xlsx_goes_on_on_another_sheet_and_refuses_what_it_cannot_hold(tmp_path: Path, monkeypatch):
    monkeypatch.setattr(series, "MOST_ROWS", 3)
    path = tmp_path / "t.xlsx"
    pieces = Passage(shift((0, 4)), Wish(TAGS, BEGAN, BEGAN + timedelta(minutes=4))).pieces()
    write_series(path, Form.XLSX, ["a", "b"], pieces, UTC)
    assert [cells["C"][1] for sheet in (1, 2) for cells in cells_of_xlsx(path, sheet)] == [
        *("a", "100", "101"),
        *("a", "102", "103"),
    ]
    with pytest.raises(ExportError, match="XLSX holds 16382 tags, not 20000"):
        check(Form.XLSX, 20_000)


def test_as_parquet_and_what_to_do_without_its_library(tmp_path: Path, monkeypatch):
    path = tmp_path / "t.parquet"
    walk = Passage(shift((0, 4), lost=(1,)), Wish(TAGS, BEGAN, BEGAN + timedelta(minutes=4)))
    write_series(path, Form.PARQUET, ["a", "time"], walk.pieces(), None)
    table = pyarrow.parquet.read_table(path)
    assert table.column_names == ["time (UTC)", "a", "time"]
    assert table.column(0).to_pylist() == [BEGAN + timedelta(minutes=minute) for minute in range(4)]
    assert table.column("a").to_pylist() == [100.0, None, 102.0, 103.0]
    monkeypatch.setitem(__import__("sys").modules, "pyarrow", None)
    with pytest.raises(ExportError, match=r'pip install "watchdoge-supercharged\[parquet\]"'):
        write_series(path, Form.PARQUET, ["a", "b"], (), None)
    assert path.exists()
