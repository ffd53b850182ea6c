"""The graphs: gaps stay gaps, the newest is followed until the operator looks back."""

import csv

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtSvg import QSvgRenderer

from doge_gui.models.marble_history import Onset
from doge_gui.views.marble_plots import MarblePlots
from tests.views.mouse import move_over
from tools.stories import LOAD, TIMEOUT, fleet


@pytest.fixture
def stage(staged):
    stage = staged(fleet(12, (LOAD,)))
    for number in range(12):
        stage.cycle({"API-4": TIMEOUT} if number == 6 else {})
    return stage


def drawn(plots, circuit=0):
    return [item.getData() for item in plots.plots[circuit]._curves if item.isVisible()]


def test_the_totals_have_a_gap_where_one_gateway_was_missing(stage):
    ((_, y),) = drawn(stage.screen.plots)
    assert np.flatnonzero(np.isnan(y)).tolist() == [6]


def test_a_pause_is_a_gap(stage):
    before = len(drawn(stage.screen.plots)[0][0])
    stage.paused(True)
    stage.wait(600)
    stage.paused(False)
    stage.cycle()
    ((x, y),) = drawn(stage.screen.plots)
    assert len(x) == before + 2
    assert np.flatnonzero(np.isnan(y)).tolist() == [6, before]


def test_selected_plcs_have_a_curve_and_a_place_in_the_legend(stage):
    plots = stage.screen.plots
    stage.select("API-2", "API-4", "API-9")
    assert len(drawn(plots)) == 3
    assert np.isnan(drawn(plots, 1)[1][1]).sum() == 1
    assert plots.legend.isVisible()
    top_of_plots = plots.plots[0].mapTo(plots, QPoint(0, 0)).y()
    assert plots.legend.geometry().bottom() <= top_of_plots
    plots.legend._buttons[0].click()
    assert len(drawn(plots)) == 2
    stage.grid.clearSelection()
    assert len(drawn(plots)) == 1
    assert not plots.legend.isVisible()


def test_many_selected_plcs_are_not_all_drawn(stage):
    stage.grid.selectAll()
    assert len(drawn(stage.screen.plots)) == 8
    assert stage.screen.plots.head.what.whole == "first 8 of 12 selected"


def test_looking_back_stops_the_running_and_back_to_live_resumes_it(stage):
    plots = stage.screen.plots
    view = plots.plots[1].plot.getPlotItem().getViewBox()
    assert plots.plots[0].span[1] == pytest.approx(stage.story.now, abs=1)
    view.translateBy(x=-600)
    view.sigRangeChangedManually.emit(view.state["mouseEnabled"])
    before = plots.plots[0].span
    stage.cycle()
    assert plots.plots[0].span == before
    assert plots.head.back.isEnabled()
    stage.window.menus["live"].trigger()
    assert plots.plots[2].span[1] == pytest.approx(stage.story.now, abs=1)
    assert not plots.head.back.isEnabled()


def test_the_span_is_chosen_and_all_plots_move_together(stage):
    plots = stage.screen.plots
    plots.head.span_box.setCurrentIndex(0)
    for plot in plots.plots:
        start, end = plot.span
        assert end - start == pytest.approx(300)


def test_the_crosshair_reads_all_circuits_at_its_time(stage):
    plots = stage.screen.plots
    plots.plots[0].pointed.emit(float(plots.history.fleet.times[3]) + 0.5)
    expected = [f"c{circuit} {int(plots.history.fleet.samples[3][circuit])}" for circuit in range(3)]
    assert plots.readout.whole.split(" · ")[1:] == expected
    plots.plots[0].left.emit()
    assert plots.readout.whole == ""


def test_the_mouse_over_a_plot_moves_the_crosshair(stage, qtbot):
    canvas = stage.screen.plots.plots[1].plot
    with qtbot.waitSignal(stage.screen.plots.plots[1].pointed):
        move_over(canvas.viewport(), canvas.viewport().rect().center())


def test_a_breach_turns_the_graphs_red_and_marks_its_onset(stage):
    plots = stage.screen.plots
    assert plots.property("severity") == 0
    stage.cycle({}, {"API-1": (2e6,)})
    assert plots.property("severity") == 3
    assert plots.plots[0]._name.whole.startswith("▲ ")
    marks = [line for line in plots.plots[2]._marks if line.isVisible()]
    assert [line.value() for line in marks] == [stage.story.snapshot.facts.started_mono]
    assert marks[0].label.format.startswith("▲ ")
    stage.cycle()
    assert plots.property("severity") == 0


def test_labels_that_lose_their_room_give_way_to_the_newest(staged, qtbot):
    plot = staged(fleet(12, (LOAD,))).screen.plots.plots[0]
    plot.set_span(0.0, 1000.0)
    plot.resize(700, 200)
    plot.mark((Onset(400.0, "load"), Onset(700.0, "load")))
    assert [bool(line.label.format) for line in plot._marks] == [True, True]
    plot.resize(264, 200)
    assert [bool(line.label.format) for line in plot._marks] == [False, True]


def test_a_cycle_under_way_draws_nothing_new(stage):
    plots = stage.screen.plots
    held = len(plots.history.fleet)
    stage.window.show_snapshot(stage.story.snapshot)
    assert len(plots.history.fleet) == held


def test_the_graphs_are_exported_as_picture_drawing_and_numbers(stage, tmp_path):
    for ending in ("png", "svg", "csv"):
        stage.window.files.write(tmp_path / f"marbles.{ending}")
    assert (tmp_path / "marbles.png").read_bytes().startswith(b"\x89PNG")
    assert QSvgRenderer(str(tmp_path / "marbles.svg")).isValid()
    rows = list(csv.reader((tmp_path / "marbles.csv").read_text(encoding="utf-8").splitlines()))
    assert rows[0] == ["time", "circuit 0", "circuit 1", "circuit 2"]
    assert len(rows) == 13
    assert rows[7][1:] == ["", "", ""]
    assert float(rows[1][1]) == stage.screen.plots.history.fleet.samples[0][0]


def test_a_file_that_cannot_be_written_is_told(stage, tmp_path):
    stage.window.files.write(tmp_path / "missing" / "marbles.csv")
    assert stage.window.notice.text.whole.startswith("◆ Not exported")


def test_both_themes_are_taken_while_running(stage, themes):
    from doge_gui.views.theme import Choice

    plots: MarblePlots = stage.screen.plots
    light = plots.plots[0].plot.backgroundBrush().color()
    stage.window.menus.themes[Choice.DARK].trigger()
    assert plots.plots[0].plot.backgroundBrush().color() != light
    stage.window.menus.themes[Choice.LIGHT].trigger()
    assert plots.plots[0].plot.backgroundBrush().color() == light
    assert stage.window.focusPolicy() is Qt.FocusPolicy.NoFocus
