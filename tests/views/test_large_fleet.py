"""The table with 5,000 gateways under an operator's hands."""

import time

import pytest

from tools.stories import fleet


@pytest.fixture
def stage(staged):
    stage = staged(fleet(5000))
    stage.cycle()
    return stage


def took_ms(act, before=None):
    best = 9.0
    for _ in range(3):
        if before is not None:
            before()
        start = time.perf_counter()
        act()
        best = min(best, time.perf_counter() - start)
    return best * 1000


def narrow(stage):
    stage.screen.fleet.filter.setText("api-4")


def all_selected(stage):
    stage.screen.fleet.filter.clear()
    stage.grid.selectAll()


def replanned(stage):
    all_selected(stage)
    stage.story.replan(fleet(9999 - len(stage.story.plan)).plan)
    stage.story.cycle()


def test_filtering_selecting_and_a_new_plan_do_not_stall(stage):
    took = {
        "select all": took_ms(stage.grid.selectAll, stage.grid.clearSelection),
        "filter": took_ms(lambda: narrow(stage), lambda: all_selected(stage)),
        "new plan": took_ms(
            lambda: stage.window.show_snapshot(stage.story.snapshot), lambda: replanned(stage)
        ),
    }
    print(took)
    assert took["select all"] < 50, took
    assert took["filter"] < 50, took
    assert took["new plan"] < 150, took


def test_a_new_plan_keeps_the_selection_as_few_ranges(stage):
    replanned(stage)
    stage.window.show_snapshot(stage.story.snapshot)
    assert stage.grid.selectionModel().selection().count() == 1
    assert len(stage.grid.selected_plcs()) == 4999
