"""A table of the trend in view is ordered from the window, written elsewhere, and told of."""

from pathlib import Path

from doge_gui.models.trend_table import TableOrder, write_trend
from doge_gui.table_desk import TableDesk


def test_a_table_is_ordered_and_what_becomes_of_it_is_told(staged, qtbot, tmp_path: Path) -> None:
    window = staged().window
    window.pages.show_widget(window.trends)
    path = tmp_path / "trend.xlsx"
    files = window.past._files
    with qtbot.waitSignal(window.past.table_wanted) as told:
        files.write(path)
    (order,) = told.args
    assert isinstance(order, TableOrder)
    # The window itself writes nothing.
    assert not path.exists()
    write_trend(order)
    assert path.exists()
    path.unlink()
    desk = TableDesk()
    desk.serve(window)
    with qtbot.waitSignal(desk.done):
        files.write(path)
    assert path.exists()
    assert window.notice.text.whole == f"Table written to {path}"
    with qtbot.waitSignal(desk.failed):
        files.write(tmp_path / "nowhere" / "trend.csv")
    assert window.notice.text.whole.startswith("◆ Not exported: ")
    assert desk.stop()
