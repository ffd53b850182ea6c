"""Files are written beside the supervision, one at a time."""

import threading
from datetime import timedelta
from pathlib import Path

import pytest

from doge_gui.core.recording.tags import FLEET, Tag
from doge_gui.core.reporting.order import ReportOrder
from doge_gui.core.reporting.shift import ShiftWish
from doge_gui.engine.writing_desk import WritingDesk
from doge_gui.export.files import ExportError
from doge_gui.models.trend_table import TableOrder, write_trend
from doge_gui.report_file import write_report
from tools.made_history import BEGAN, quiet


def order(path: Path) -> ReportOrder:
    return ReportOrder(BEGAN, BEGAN + timedelta(hours=8), str(path))


def write(wanted: ReportOrder) -> None:
    write_report(Path(wanted.path), quiet(4, 60), ShiftWish("plant", wanted.begin, wanted.end, wanted.end))


def test_a_report_is_written_in_another_thread_and_told(qtbot, tmp_path):
    threads = []

    def noted(wanted: ReportOrder) -> None:
        threads.append(threading.get_ident())
        write(wanted)

    desk = WritingDesk(noted, (ExportError,))
    path = tmp_path / "shift.pdf"
    begun = []
    desk.begun.connect(begun.append)
    with qtbot.waitSignal(desk.done) as told:
        desk.order(order(path))
    assert begun == told.args == [str(path)]
    assert path.read_bytes().startswith(b"%PDF")
    assert threads != [threading.get_ident()]
    assert desk.stop()


def test_what_fails_is_told_and_the_next_order_is_served(qtbot, tmp_path):
    desk = WritingDesk(write, (ExportError,))
    with qtbot.waitSignal(desk.failed) as told:
        desk.order(order(tmp_path / "none" / "shift.html"))
    assert "No such file" in told.args[0]
    with qtbot.waitSignal(desk.done):
        desk.order(order(tmp_path / "shift.html"))
    assert desk.stop()


def test_every_file_that_was_ordered_is_written_once(qtbot, tmp_path):
    gate, written = threading.Event(), []

    def slow(wanted: ReportOrder) -> None:
        assert gate.wait(20)
        written.append(Path(wanted.path).name)

    desk = WritingDesk(slow, ())
    done = []
    desk.done.connect(done.append)
    for name in "abcb":
        desk.order(order(tmp_path / name))
    gate.set()
    qtbot.waitUntil(lambda: len(done) == 3)
    assert written == ["a", "c", "b"]
    assert desk.stop()


def test_a_long_table_is_given_up_when_the_program_ends(qtbot, tmp_path):
    begun = threading.Event()
    (raw,) = quiet(2, 3000).curves([Tag(FLEET, "compteur_bille/0")], BEGAN, BEGAN + timedelta(days=9), 1)

    def write_table(wanted: TableOrder) -> None:
        def stopping() -> bool:
            begun.set()
            return desk.stopping

        while not desk.stopping:
            write_trend(wanted, stopping)

    desk = WritingDesk(write_table, (ExportError,))
    desk.order(TableOrder(str(tmp_path / "t.xlsx"), (raw,)))
    assert begun.wait(20)
    assert desk.stop()
    assert {path.name for path in tmp_path.iterdir()} <= {"t.xlsx"}


@pytest.mark.parametrize("known", [(), (ExportError,)])
def test_a_defect_is_logged_and_told(qtbot, tmp_path, caplog, known):
    def broken(_wanted: ReportOrder) -> None:
        raise ZeroDivisionError("a defect")

    desk = WritingDesk(broken, known)
    with qtbot.waitSignal(desk.failed) as told:
        desk.order(order(tmp_path / "x.pdf"))
    assert told.args == ["a defect"]
    assert "unexpected error while writing a file" in caplog.text
    assert desk.stop()
