"""From the first start to a disconnected PLC by what a screen reader hears, and by keys.

The program runs in a process of its own, on a desktop of its own. All that is known of it here comes over
AT-SPI: roles, names, states and actions, never a place on the screen.
"""

import json
import shutil
from collections.abc import Iterator

import pytest

from doge_gui.simulator.fleet import FleetInThread
from doge_gui.simulator.server import FleetOptions
from tests.system.walk.at_spi import Control, State
from tests.system.walk.desktop import desktop
from tests.system.walk.finding import matching, nameless, walk
from tests.system.walk.operating import Operator

pytestmark = [
    pytest.mark.system,
    pytest.mark.skipif(shutil.which("Xvfb") is None, reason="a Linux desktop's accessibility is walked"),
]

WINDOW = "WatchDoge – supervision"
PLC = "API-3"
DIALOGS = (("Help", "Shortcuts", "Shortcuts"), ("Help", "About", "About WatchDoge"))
"""Menu, entry, and the title of what it opens."""


@pytest.fixture
def operator(tmp_path) -> Iterator[Operator]:
    with desktop(tmp_path) as place:
        yield Operator(place)


def test_an_operator_who_only_hears_goes_from_the_first_start_to_a_disconnected_plc(operator) -> None:
    with operator.desktop.program() as process:
        operator.hear("label", "What shall be watched?")
        assert nameless(operator.all) == []
        operator.press("Look at the example fleet")
        hear_the_plant(operator)
        open_the_dialogs(operator)
        acknowledge_the_lost_sound(operator)
        visit_the_figures_of_the_alarms(operator)
        visit_the_trends(operator)
        visit_the_replay(operator)
        disconnect(operator)
        operator.choose("File", "Quit")
        assert process.wait(10) == 0


def test_a_list_is_pasted_at_the_first_start_and_one_plc_of_it_is_told_once_to_disconnect(operator) -> None:
    with FleetInThread(FleetOptions(gateways=4)) as fleet, operator.desktop.program():
        operator.press("I have a list of gateways")
        operator.fill("Address list as text", json.dumps(dict(fleet.addresses)))
        operator.press("Next")
        operator.hear("label", "*These questions only read. Nothing is written and no PLC is disconnected.")
        assert nameless(operator.all) == []
        operator.press("Start watching")
        operator.hear("panel", "Connected: 4 / 4 every gateway answers")
        assert json.loads(operator.desktop.configuration.read_text())
        disconnect(operator)
        told = {plc: fleet.account(plc)["disconnections"] for plc in fleet.addresses}
        assert told == {plc: int(plc == PLC) for plc in fleet.addresses}


def test_what_is_wrong_with_a_configuration_is_heard_and_the_example_is_one_button_away(operator) -> None:
    operator.desktop.configuration.parent.mkdir()
    operator.desktop.configuration.write_text('{"jobs": {}}')
    with operator.desktop.program():
        operator.hear("label", "The configuration cannot be used")
        mistakes = operator.hear("text", "Mistakes of the configuration").control
        assert "did you mean 'job'?" in mistakes.text()
        assert nameless(operator.all) == []
        operator.press("Start the example fleet")
        hear_an_example(operator)


def hear_the_plant(operator: Operator) -> None:
    operator.hear("table", "Fleet of PLCs")
    operator.turn_to(WINDOW)
    operator.hear("panel", "Connected: 8 / 8 every gateway answers")
    operator.hear("panel", "Marbles · circuit 0: *all 8 gateways")
    fleet = operator.hear("table", "Fleet of PLCs").control
    assert fleet.table_size()[0] == 8
    told = operator.row(fleet, f"PLC: {PLC}")
    assert told["State and its reason"] == "Connected"
    assert told["Circuit 1: marbles"].isdecimal()
    every_entry_has_a_name(operator)
    hear_an_example(operator)


def hear_an_example(operator: Operator) -> None:
    """Every screen says that no real plant is watched, and nothing that the keyboard reaches lacks a name."""
    operator.hear("label", "EXAMPLE FLEET")
    assert nameless(operator.all) == []


def every_entry_has_a_name(operator: Operator) -> None:
    entries = walk(operator.hear("menu bar").control, hidden=True)
    assert [str(entry) for entry in entries if entry.role == "menu item" and not entry.name] == []


def open_the_dialogs(operator: Operator) -> None:
    for menu, entry, title in DIALOGS:
        operator.choose(menu, entry)
        dialog = operator.hear("dialog", title, State.ACTIVE).control
        assert nameless(dialog) == []
        operator.desktop.keys("Escape")
        no_dialog(operator)


def no_dialog(operator: Operator) -> None:
    operator.wait_for(lambda: not matching(operator.all, "dialog", "*"), "no dialog any more")


def acknowledge_the_lost_sound(operator: Operator) -> None:
    """This desktop has no loudspeaker, which is an alarm."""
    operator.go_to("Alarms")
    hear_an_example(operator)
    alarms = operator.hear("table", "Alarms: Active").control
    operator.turn_to(WINDOW)
    operator.choose_row(alarms, "Priority: Low")
    operator.hear("cell", "Alarm: Sound lost*", State.SELECTED, within=alarms)
    operator.desktop.keys("F9")
    operator.hear("cell", "State: Acknowledged", within=alarms)


def visit_the_figures_of_the_alarms(operator: Operator) -> None:
    operator.go_to("Performance")
    hear_an_example(operator)
    operator.hear("filler", "Standing alarms: *. Recommended: fewer than 10. Good. *")


def visit_the_trends(operator: Operator) -> None:
    """A curve is found by its name and its values are heard."""
    operator.go_to("Trends")
    curves = operator.hear("table", "Values of the curves").control
    operator.hear("cell", "Marbles · Circuit 0", State.CHECKED, within=curves)
    operator.hear("text", "Find a curve").control.write(f"{PLC} temperature")
    operator.hear("tree item", "*temperature*", within=operator.hear("tree", "Recorded values*").control)
    hear_an_example(operator)


def visit_the_replay(operator: Operator) -> None:
    operator.go_to("Replay")
    operator.hear("label", "REPLAY – * – not live")
    operator.press("Next alarm")
    operator.pick("Alarms*")
    hear_an_example(operator)


def disconnect(operator: Operator) -> None:
    """Asked twice: the first time the operator takes it back, as Esc does."""
    operator.go_to("Supervision")
    operator.turn_to(WINDOW)
    fleet = operator.hear("table", "Fleet of PLCs").control
    operator.choose_row(fleet, f"PLC: {PLC}")
    the_question(operator)
    operator.desktop.keys("Escape")
    no_dialog(operator)
    assert last_disconnection(operator, fleet) == ""
    operator.press("Disconnect", within=the_question(operator))
    operator.hear("label", f"{PLC}: disconnected")
    operator.wait_for(
        lambda: last_disconnection(operator, fleet).endswith("disconnected"), "told in its row", fleet
    )


def the_question(operator: Operator) -> Control:
    """It names its target and its effect, and what is pressed by itself does nothing."""
    operator.press("Force disconnect…")
    dialog = operator.hear("dialog", "Force disconnect", State.ACTIVE).control
    operator.hear("label", f"Disconnect {PLC} from the network?", within=dialog)
    operator.hear("label", "*This cannot be taken back from here*", within=dialog)
    operator.hear("push button", "Cancel", State.FOCUSED, within=dialog)
    assert nameless(dialog) == []
    return dialog


def last_disconnection(operator: Operator, fleet: Control) -> str:
    return operator.row(fleet, f"PLC: {PLC}")["Last disconnection status"]
