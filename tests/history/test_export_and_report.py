"""`watchdoge export` and `watchdoge report` on a recorded plant."""

import csv
import io
import json
from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pyarrow.parquet
import pytest

from doge_gui import export_command, paths, report_command
from doge_gui.core.audit.action import Act, Action
from doge_gui.core.recording.batch import Batch
from doge_gui.core.recording.sampler import Sampler
from doge_gui.core.snapshot import Quality, Snapshot
from doge_gui.history.recorder import Recorder
from doge_gui.history.retention import Keep
from tests.core.recording.fleets import BEGAN, story
from tests.export.spreadsheets import cells_of_xlsx
from tests.history.sessions import raised

NOW = BEGAN + timedelta(hours=3)
CYCLES = 120


@pytest.fixture
def config(tmp_path: Path) -> Path:
    """A configuration whose recordings lie beside it."""
    told = json.loads(paths.example_config().read_text(encoding="utf-8")) | {"history": {"path": "doge.db"}}
    file = tmp_path / "plant.json"
    file.write_text(json.dumps(told), encoding="utf-8")
    return file


@pytest.fixture
def pictures(config: Path) -> Iterator[list[Snapshot]]:
    """Two hours on record, the recorder still at work."""
    told, sampler = list(story(3, CYCLES)), Sampler()
    with closing(Recorder(config.with_name("doge.db"), str(config), lambda: NOW)) as recorder:
        for number, picture in enumerate(told):
            actions = (
                Action(picture.facts.started_at, "ada", Act.DISCONNECTED, "<b>API-1</b>", "accepted"),
                Action(picture.facts.started_at, "watchdoge", Act.TOTALS_WRITTEN, "fleet"),
            )
            events = (raised(0)._replace(at=picture.facts.started_at),)
            recorder.append(
                Batch(
                    events=events if number == 30 else (),
                    actions=actions if number == 40 else (),
                    cycle=sampler.take(picture, 60.0),
                )
            )
        while recorder.settle():
            pass
        yield told


def export(capsys, config: Path, *arguments: object) -> tuple[int, list[list[str]], str]:
    """Exit code, cells on standard output, standard error."""
    code = export_command.main([*map(str, arguments), "--config", str(config)], now=NOW)
    said = capsys.readouterr()
    return code, list(csv.reader(io.StringIO(said.out))), said.err


def test_what_was_read_well_is_in_the_file(config, pictures, capsys):
    arguments = ("--tags", "API-1:compteur_bille/0,compteur_bille/0", "--from", BEGAN.isoformat())
    code, (heads, *rows), errors = export(capsys, config, *arguments, "--to", "1h")
    assert (code, errors) == (0, "")
    assert heads == ["time", "API-1:compteur_bille/0", "compteur_bille/0"]
    assert len(rows) == CYCLES
    for row, picture in zip(rows, pictures, strict=True):
        good = picture.quality[0, 2] == Quality.GOOD
        assert row[1] == (str(picture.counts[0, 2, 0]) if good else "")
        assert row[2] == (str(picture.marbles.value[0]) if picture.marbles.complete else "")


@pytest.mark.usefixtures("pictures")
def test_every_format_holds_the_same(config, tmp_path, capsys):
    common = ("--tags", "*:temperature", "--from", "3h", "--step", "hour", "--value", "max")
    code, (heads, *rows), _ = export(capsys, config, *common)
    assert (code, len(heads)) == (0, 5)
    for ending in ("csv", "xlsx", "parquet"):
        file = tmp_path / f"t.{ending}"
        assert export(capsys, config, *common, "--format", ending, "--out", file)[0] == 0
    assert list(csv.reader(io.StringIO((tmp_path / "t.csv").read_text("utf-8")))) == [heads, *rows]
    numbers = [[float(cell) for cell in row[1:]] for row in rows if row[1]]
    sheet = cells_of_xlsx(tmp_path / "t.xlsx")[1:]
    assert [[float(row[column][1]) for column in "CDEF"] for row in sheet if "C" in row] == numbers
    table = pyarrow.parquet.read_table(tmp_path / "t.parquet").to_pylist()
    assert [[*row.values()][1:] for row in table if row[heads[1]] is not None] == numbers


@pytest.mark.usefixtures("pictures")
def test_what_cannot_be_exported_is_said_in_one_line(config, tmp_path, capsys):
    cases = [
        (("--tags", "API-1:temprature", "--from", "3h"), 2, "did you mean API-1:temperature"),
        (("--tags", "*", "--from", "never"), 2, "is no instant"),
        (("--tags", "*", "--from", "1h", "--to", "2h"), 2, "is not before --to 2h"),
        (("--tags", "*", "--from", "3h", "--format", "xlsx"), 2, "name a file with --out"),
        (("--tags", "*", "--from", "3h", "--out", tmp_path / "no" / "x.csv"), 1, "No such file"),
        # Neither the history itself nor anything else of another kind is written over.
        (("--tags", "*", "--from", "3h", "--out", config.with_name("doge.db")), 2, "must end in .csv, .xlsx"),
        (("--tags", "*", "--from", "3h", "--format", "csv", "--out", tmp_path / "x.xlsx"), 2, "end in .csv"),
        (("--tags", "*", "--from", "9d", "--to", "8d"), 0, "nothing is recorded in this span"),
    ]
    for arguments, expected, said in cases:
        code, _, errors = export(capsys, config, *arguments)
        assert (code, errors.count("\n")) == (expected, 1)
        assert errors.startswith("watchdoge export: ")
        assert said in errors


@pytest.fixture
def long_ago(config: Path) -> Path:
    """Twenty cycles, and twenty a hundred days later: of the first only their sums are kept."""
    keep, now = Keep(readings=timedelta(days=30)), BEGAN + timedelta(days=100, hours=1)
    with closing(Recorder(config.with_name("doge.db"), str(config), lambda: now, keep=keep)) as recorder:
        for began in (BEGAN, BEGAN + timedelta(days=100)):
            sampler = Sampler()
            for picture in story(3, 20, began=began):
                recorder.append(Batch(cycle=sampler.take(picture, 60.0)))
    with closing(Recorder(config.with_name("doge.db"), str(config), lambda: now, keep=keep)) as recorder:
        while recorder.settle():
            pass
    return config


@pytest.mark.parametrize("step", ["raw", "minute"])
def test_of_a_hundred_days_minutes_and_cycles_are_written_where_they_are_kept(long_ago, capsys, step):
    arguments = ["--tags", "cycle", "--from", BEGAN.isoformat(), "--step", step, "--config", str(long_ago)]
    assert export_command.main(arguments, now=BEGAN + timedelta(days=100, hours=1)) == 0
    said = capsys.readouterr()
    _, *rows = csv.reader(io.StringIO(said.out))
    assert [bool(row[1]) for row in rows] == [*([True] * 20), False, *([True] * 20)]
    if step == "minute":
        assert said.err == ""
    else:
        until = (BEGAN + timedelta(days=100)).astimezone().isoformat()
        assert said.err == f"watchdoge export: up to {until} only a value per minute is kept\n"


def test_a_report_of_a_shift_long_ago(long_ago, tmp_path):
    out = tmp_path / "shift.html"
    span = ["--from", BEGAN.isoformat(), "--to", (BEGAN + timedelta(minutes=20)).isoformat()]
    arguments = [*span, "--out", str(out), "--config", str(long_ago)]
    assert report_command.main(arguments, now=BEGAN + timedelta(days=100, hours=1)) == 0
    html = out.read_text(encoding="utf-8")
    assert "single cycles are kept for 30 days" in html
    assert "of 20 cycles" in html
    assert "nothing is known" not in html
    assert "Süd 3" in html
    span = [
        "--from",
        (BEGAN + timedelta(days=40)).isoformat(),
        "--to",
        (BEGAN + timedelta(days=41)).isoformat(),
    ]
    arguments = [*span, "--out", str(out), "--config", str(long_ago)]
    assert report_command.main(arguments, now=BEGAN + timedelta(days=100, hours=1)) == 0
    assert "nothing is known of the marbles" in out.read_text(encoding="utf-8")


def test_before_anything_is_recorded(config, capsys):
    code, _, errors = export(capsys, config, "--tags", "*", "--from", "1h")
    assert code == 1
    assert "nothing is recorded yet in" in errors
    assert not config.with_name("doge.db").exists()


@pytest.mark.usefixtures("pictures", "qapp")
def test_a_report_of_the_last_shift(config, tmp_path):
    for ending in ("pdf", "html"):
        out = tmp_path / f"shift.{ending}"
        assert (
            report_command.main(["--last-shift", "8h", "--out", str(out), "--config", str(config)], now=NOW)
            == 0
        )
        assert out.stat().st_size > 5_000
    html = (tmp_path / "shift.html").read_text(encoding="utf-8")
    assert "Süd 3" in html
    assert "&lt;b&gt;API-1&lt;/b&gt;" in html
    assert "<td>ada</td><td>disconnected</td>" in html
    assert "By the program itself: totals written (1)." in html
    assert f"of {CYCLES} cycles" in html


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--last-shift", "8h", "--to", "1h", "--out", "x.pdf"), "leave --to out"),
        (("--last-shift", "0h", "--out", "x.pdf"), "is no time"),
        (("--last-shift", "999999999w", "--out", "x.pdf"), "write one such as"),
        (("--last-shift", "3d", "--out", "x.doc"), "ends in .pdf or .html"),
        (("--from", "yesterday", "--out", "x.pdf"), "is no instant"),
    ],
)
def test_a_wrong_order_is_told(config, capsys, arguments, said):
    assert report_command.main([*arguments, "--config", str(config)], now=NOW) == 2
    assert said in capsys.readouterr().err


def test_a_report_before_anything_is_recorded(config, capsys, tmp_path):
    arguments = ["--last-shift", "8h", "--out", str(tmp_path / "x.html"), "--config", str(config)]
    assert report_command.main(arguments, now=NOW) == 1
    assert "nothing is recorded yet in" in capsys.readouterr().err
