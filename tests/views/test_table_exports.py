"""The tables of the screens leave as files: written elsewhere while the window goes on, and cancelled."""

import threading

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog

from doge_gui.models.table_order import RowsOrder
from doge_gui.table_desk import TableDesk
from doge_gui.views.trend_screen import TrendScreen
from tests.export.spreadsheets import cells_of_csv, cells_of_xlsx
from tools.stories import LOAD, TEMPERATURE, TIMEOUT, fleet, named
from tools.whole_window import SCREENS, WholeWindow


@pytest.fixture
def served(staged):
    """Opens a window with what writes its tables."""
    desks = []

    def open_on(story):
        stage, desk = staged(story), TableDesk()
        desk.serve(stage.window)
        desks.append(desk)
        return stage, desk

    yield open_on
    assert all(desk.stop() for desk in desks)


@pytest.fixture
def typed(tmp_path, monkeypatch):
    """What is chosen where a file is asked for."""
    chosen = [str(tmp_path / "fleet.csv"), "CSV (*.csv)"]
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: tuple(chosen))
    return chosen


def test_the_fleet_is_written_as_csv_with_filter_order_and_every_column(served, typed, qtbot, tmp_path):
    stage, desk = served(named(fleet(6, (TEMPERATURE, LOAD)), "=cmd()"))
    stage.cycle()
    stage.cycle({"API-5": TIMEOUT}, {"API-2": (21.5, 12.0)})
    stage.grid.sort_by_key("plc", descending=True)
    stage.screen.fleet.filter.setText("connected")
    stage.grid.show_column("marbles1", False)
    with qtbot.waitSignal(desk.done):
        stage.window.menus["table"].trigger()
    heads, *rows = cells_of_csv((tmp_path / "fleet.csv").read_text(encoding="utf-8"))
    assert heads[:5] == [
        *("PLC", "Address of the gateway", "State and its reason"),
        *("Mean time of an answer", "Age of the last good answer"),
    ]
    assert "Circuit 1: marbles" in heads
    # Neither the lost one, nor a name that a spreadsheet would run.
    assert [row[0] for row in rows] == ["API-6", "API-4", "API-3", "API-2", "'=cmd()"]
    warm = dict(zip(heads, next(row for row in rows if row[0] == "API-2"), strict=True))
    assert (warm["Temp."], float(warm["Load"])) == ("21.5", 12.0)
    assert stage.window.notice.text.whole == f"Table written to {typed[0]}"
    assert not stage.window.notice.cancel.isVisible()


def test_the_fleet_is_written_as_xlsx_with_numbers_as_numbers(served, typed, qtbot, tmp_path):
    stage, desk = served(fleet(6))
    stage.cycle()
    typed[:] = str(tmp_path / "fleet"), "XLSX (*.xlsx)"
    with qtbot.waitSignal(desk.done):
        stage.window.menus["table"].trigger()
    heads, *rows = cells_of_xlsx(tmp_path / "fleet.xlsx")
    assert len(rows) == 6
    (marbles,) = [letter for letter, (_, text) in heads.items() if text == "Circuit 0: marbles"]
    assert rows[0][marbles] == ("n", stage.text("API-1", "marbles0"))
    assert rows[0]["A"] == ("inlineStr", "API-1")


def test_a_long_table_shows_how_far_it_is_and_is_left_by_a_click(served, qtbot, tmp_path):
    stage, desk = served(fleet(3))
    going = threading.Event()

    def rows():
        yield ["number"]
        for number in range(1000):
            if number == 500:
                going.wait(20)
            yield [number]

    notice = stage.window.notice
    path = tmp_path / "long.csv"
    stage.window.table_requested.emit(RowsOrder(str(path), rows, 1000))
    qtbot.waitUntil(lambda: notice.text.whole == f"Writing {path}: 400 of 1\u202f000 rows")
    # The window goes on meanwhile, and its notes are told beside.
    stage.cycle({"API-2": TIMEOUT})
    assert "API-2 lost" in stage.window.banner.worst.title.whole
    notice.say("something else", failed=False)
    assert notice.text.whole.endswith(" rows · something else")
    qtbot.mouseClick(notice.cancel, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(desk.given_up):
        going.set()
    assert notice.text.whole == f"Not exported, as you wished: {path} · something else"
    assert not notice.cancel.isVisible()
    assert list(tmp_path.glob("*long*")) == []


def test_what_cannot_be_written_is_told(served, typed, qtbot, tmp_path):
    stage, desk = served(fleet(3))
    stage.cycle()
    typed[0] = str(tmp_path / "no" / "fleet.csv")
    with qtbot.waitSignal(desk.failed):
        stage.window.menus["table"].trigger()
    assert stage.window.notice.text.whole.startswith("◆ Not exported: ")


def test_the_table_of_every_screen_is_copied_as_text_for_a_spreadsheet(qtbot, settings, themes):
    whole = WholeWindow(8, True, themes, settings, cycles=3)
    whole.window.show()
    copied = {}
    for screen in SCREENS:
        whole.go_to(screen)
        whole.window.menus["copy"].trigger()
        lines = QGuiApplication.clipboard().text().splitlines()
        copied[screen] = lines[0].split("\t")[0], len(lines)
        widths = {line.count("\t") for line in lines if line}
        assert len(widths) == 1 or screen == "performance", screen
    whole.end()
    assert copied["supervision"] == ("PLC", 9)
    assert copied["replay"] == ("PLC", 9)
    assert copied["alarms"][0] == "Priority"
    assert copied["alarms"][1] > 2
    assert copied["performance"][0] == "since"
    assert copied["trends"][1] == 4


def test_the_curves_in_view_are_ordered_as_csv_or_xlsx(qtbot, settings, themes, typed, tmp_path):
    whole = WholeWindow(8, False, themes, settings, cycles=3)
    whole.window.show()
    whole.go_to("trends")
    assert isinstance(whole.window.trends.screen_, TrendScreen)
    typed[:] = str(tmp_path / "trend"), "XLSX (*.xlsx)"
    with qtbot.waitSignal(whole.window.past.table_wanted) as told:
        whole.window.menus["table"].trigger()
    assert told.args[0].path == str(tmp_path / "trend.xlsx")
    whole.end()
