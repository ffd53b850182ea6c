"""A cycle's line carries the alarms that this cycle led to, however the two come in."""

import json
from dataclasses import replace

from doge_gui.core.alarms.report import AlarmReport
from doge_gui.core.snapshot import Phase
from doge_gui.engine.cycle_lines import CycleLines
from tests.core.pictures import cycle, good, plan_of

PLAN = plan_of("API-1")


def done(number: int):
    picture = cycle(PLAN, good("API-1"))
    return replace(picture, facts=replace(picture.facts, number=number, phase=Phase.DONE))


def test_a_cycle_waits_for_its_judgement(qtbot) -> None:
    lines, told = CycleLines(), []
    lines.ready.connect(told.append)
    lines.take_snapshot(done(1))
    lines.take_snapshot(done(2))
    assert told == []
    lines.take_report(AlarmReport(cycle=1))
    assert [json.loads(line)["cycle"] for line in told] == [1]
    lines.take_report(AlarmReport(cycle=2))
    assert [json.loads(line)["cycle"] for line in told] == [1, 2]


def test_a_judgement_that_came_first_is_not_waited_for(qtbot) -> None:
    lines, told = CycleLines(), []
    lines.ready.connect(told.append)
    lines.take_report(AlarmReport(cycle=1))
    lines.take_snapshot(replace(done(1), facts=replace(done(1).facts, phase=Phase.READ)))
    assert told == []
    lines.take_snapshot(done(1))
    assert json.loads(told[0])["alarms"] == []
