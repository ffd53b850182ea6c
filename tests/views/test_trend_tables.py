"""A table of the trend in view is ordered from the window, written elsewhere, and told of."""

from pathlib import Path

from doge_gui.models.trend_table import TableOrder, write_trend


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
    for show, said in (
        (window.past.show_table_begun, f"Writing the trend {path}"),
        (window.past.show_table, f"Trend written to {path}"),
        (window.past.show_table_failure, f"Not exported: {path}"),
    ):
        show(str(path))
        assert said in window.notice.text.whole
