"""The alarm lists as Qt tables: their order, their groups, their filter, what stays selected."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from doge_gui.core.alarms.alarm import Kind
from doge_gui.core.alarms.report import AlarmReport
from doge_gui.core.alarms.rules import AlarmRule
from doge_gui.core.alarms.states import AlarmState, Priority
from doge_gui.core.statuses import SoundStatus
from doge_gui.export.tables import csv_text
from doge_gui.models.alarm_cells import Group, Moment
from doge_gui.models.alarm_columns import Part
from doge_gui.models.alarm_csv import journal_order, list_order
from doge_gui.models.alarm_digest import AlarmDigest, Count, Place, digest
from doge_gui.models.alarm_journal import AlarmJournal
from doge_gui.models.alarm_table import AlarmTable
from doge_gui.models.severity import Severity
from tools.alarm_stories import AlarmStory
from tools.stories import CURRENT, GARBLED, LOAD, TEMPERATURE, TIMEOUT, fleet, named

STRICT = QAbstractItemModelTester.FailureReportingMode.Fatal


class Told:
    """A story, its alarms, and one list of them."""

    def __init__(self, count=8, place=Place.ACTIVE, requests=(TEMPERATURE,), story=None):
        self.story = story or fleet(count, requests)
        self.alarms = AlarmStory(self.story)
        self.table = AlarmTable(place)
        self.tester = QAbstractItemModelTester(self.table, STRICT)
        self.digest = AlarmDigest()

    def cycle(self, failures=None, values=None):
        self.alarms.judge(self.story.cycle(failures or {}, values or {}))
        self.show()

    def show(self):
        self.digest = digest(self.alarms.report(), self.digest)
        instant = self.alarms.instant
        self.table.show(self.digest, Moment(self.digest.report, instant.utc))

    def column(self, part):
        number = self.table.column(part)
        return [self.table.cell(row, number).text for row in range(self.table.rowCount())]


def hot(*plcs):
    return dict.fromkeys(plcs, (31.8,))


def plcs_of(count, first=1):
    return tuple(f"API-{number}" for number in range(first, first + count))


def test_unacknowledged_first_then_the_worse_then_the_newer():
    told = Told()
    told.cycle({"API-5": TIMEOUT}, hot("API-1"))
    told.alarms.acknowledge(("high:temperature:API-1",))
    told.cycle({"API-5": TIMEOUT}, hot("API-1", "API-2"))
    told.cycle({"API-5": TIMEOUT}, hot("API-1", "API-2", "API-3"))
    assert told.column(Part.PLC) == ["API-3", "API-2", "API-5", "API-1"]
    assert told.column(Part.STATE)[-1] == "Acknowledged"
    assert told.digest.counts[Priority.HIGH] == Count(2, 3)
    assert told.digest.counts[Priority.MEDIUM] == Count(1, 1)
    assert (told.digest.unacknowledged, told.digest.loudest) == (3, Severity.HIGH)
    assert told.digest.worst.plc == "API-3"


def test_what_is_over_comes_after_what_still_is():
    told = Told()
    told.cycle({}, hot("API-1"))
    told.cycle({}, hot("API-1", "API-2"))
    told.cycle({}, hot("API-1"))
    assert told.column(Part.STATE) == ["Unacknowledged", "Over, unacknowledged"]


def test_a_pending_alarm_stands_last_and_counts_for_nothing():
    told = Told(requests=(CURRENT,))
    told.cycle({"API-5": TIMEOUT}, {"API-2": (61.0,)})
    assert told.column(Part.STATE) == ["Unacknowledged", "Pending"]
    assert told.table.pending(1)
    assert not told.table.loud(1)
    assert told.digest.counts[Priority.LOW] == Count(0, 0)


def test_what_is_hidden_is_told_by_whom_until_when_and_why():
    told = Told(place=Place.SHELVED)
    told.cycle({}, hot("API-1", "API-2"))
    told.alarms.shelve(("high:temperature:API-1",), 3600.0, "vent open")
    told.alarms.take_out_of_service(("high:temperature:API-2",), "sensor broken")
    told.show()
    until = f"{(told.alarms.instant.utc + timedelta(hours=1)).astimezone():%H:%M:%S}"
    assert told.column(Part.UNTIL)[0] == f"{until} · 1\u202fh left"
    assert told.column(Part.REASON) == ["ann: vent open"]
    assert (len(told.digest.active), told.digest.hidden, told.digest.worst) == (0, 2, None)
    away = AlarmTable(Place.OUT_OF_SERVICE)
    away.show(told.digest, told.table.moment)
    assert away.cell(0, away.column(Part.REASON)).text == "ann: sensor broken"


def test_a_suppressed_alarm_names_the_one_that_explains_it():
    told = Told(place=Place.SUPPRESSED)
    told.cycle({}, hot("API-5"))
    told.cycle({"API-5": TIMEOUT})
    rows = dict(zip(told.column(Part.MESSAGE), told.column(Part.EXPLAINED), strict=True))
    assert rows["Temp. 31.8 °C above 30.0 °C"] == "API-5 lost: no answer in 2.0 s"
    assert set(told.column(Part.NOW)) == {"unknown", ""} or "unknown" in told.column(Part.NOW)


def test_in_a_flood_alarms_of_one_sort_are_one_row_that_opens():
    told = Told(50)
    many = plcs_of(30)
    told.cycle({"API-40": TIMEOUT}, hot(*many))
    assert told.table.flood
    assert told.column(Part.MESSAGE) == ["Temp. above 30.0 °C: 30 PLCs", "Lost: no answer in 2.0 s"]
    assert told.column(Part.STATE)[0] == "30 unacknowledged"
    assert isinstance(told.table.row(0), Group)
    assert len(told.table.alarms([0])) == 30
    told.table.toggle(0)
    assert told.table.rowCount() == 32
    assert told.table.nested(1)
    assert not told.table.nested(31)
    told.alarms.acknowledge([alarm.id for alarm in told.table.alarms([0])])
    told.show()
    assert told.column(Part.STATE)[0] == "Unacknowledged"
    assert told.table.alarms(range(32)) == told.table.everything()
    row = next(row for row in range(32) if isinstance(told.table.row(row), Group))
    assert not told.table.loud(row)
    told.table.toggle(row)
    assert told.table.rowCount() == 2


def test_ten_alarms_in_ten_minutes_are_no_flood():
    told = Told(50)
    told.cycle({}, hot(*plcs_of(10)))
    assert (told.table.flood, told.table.rowCount()) == (False, 10)


def test_a_flood_is_over_when_ten_minutes_are():
    told = Told(50)
    told.cycle({}, hot(*plcs_of(30)))
    told.story.now += 601
    told.show()
    assert (told.table.flood, told.table.rowCount()) == (False, 30)


def test_the_filter_looks_into_plc_message_state_and_comment():
    told = Told(20)
    told.cycle({"API-15": TIMEOUT}, hot("API-1", "API-12"))
    told.alarms.acknowledge(("high:temperature:API-12",), "Vent opened")
    told.show()
    for text, expected in (
        ("API-12", 1),
        ("temp", 2),
        ("lost ANSWER", 1),
        ("vent", 1),
        ("nothing", 0),
        ("", 3),
    ):
        told.table.filter_by(text)
        assert told.table.rowCount() == expected, text
    assert told.table.listed == 3


def test_only_a_change_of_rows_resets_the_model(qtbot):
    told = Told()
    told.cycle({}, hot("API-1", "API-2"))
    with qtbot.assertNotEmitted(told.table.modelReset), qtbot.waitSignal(told.table.dataChanged):
        told.cycle({}, hot("API-1", "API-2"))
    with qtbot.waitSignal(told.table.modelReset):
        told.cycle({}, hot("API-1", "API-2", "API-3"))


def test_ages_run_on_and_names_from_the_network_stay_characters():
    told = Told(story=named(fleet(3), "<img src=x>"))
    told.cycle({}, hot("<img src=x>"))
    moment = told.table.moment
    told.table.set_moment(Moment(moment.report, moment.now + timedelta(minutes=5)))
    assert told.column(Part.SINCE)[0].endswith("5\u202fmin")
    tip = told.table.data(told.table.index(0, 0), Qt.ItemDataRole.ToolTipRole)
    assert "<img" not in tip
    assert "&lt;img src=x&gt;" in tip
    named_cell = told.table.data(
        told.table.index(0, told.table.column(Part.PLC)), Qt.ItemDataRole.AccessibleTextRole
    )
    assert named_cell == "PLC: <img src=x>"


def test_a_latched_alarm_is_held_until_reset():
    told = Told(3, requests=(LOAD,))
    told.cycle({}, {"API-1": (2e6,)})
    told.alarms.acknowledge(("high:load",))
    told.cycle()
    assert told.column(Part.STATE) == ["Held until reset"]


@pytest.fixture
def journal():
    model = AlarmJournal()
    model.tester = QAbstractItemModelTester(model, STRICT)
    return model


def test_the_journal_is_newest_first_and_grows_at_its_top(journal, qtbot):
    told = Told()
    told.cycle({}, hot("API-1"))
    journal.show(told.alarms.events[:], told.alarms.rules)
    before = journal.rowCount()
    told.alarms.acknowledge(("high:temperature:API-1",), "seen")
    with qtbot.assertNotEmitted(journal.modelReset), qtbot.waitSignal(journal.rowsInserted):
        journal.show(told.alarms.events[:], told.alarms.rules)
    assert journal.rowCount() == before + 1
    heads = [column.part for column in journal.columns]
    shown = dict(zip(heads, (journal.cell(0, number).text for number in range(len(heads))), strict=True))
    assert (shown[Part.EVENT], shown[Part.WHO], shown[Part.COMMENT]) == ("Acknowledged", "ann", "seen")
    journal.filter_by("raised API-1")
    assert journal.rowCount() == 1
    assert journal.listed == before + 1


def test_the_journal_forgets_the_oldest_and_begins_anew_with_another(journal):
    told = Told()
    for _ in range(4):
        told.cycle({}, hot("API-1"))
        told.cycle()
    events = told.alarms.events
    journal.show(events[:4], told.alarms.rules)
    journal.show(events[2:6], told.alarms.rules)
    assert [journal.entry(row) for row in range(4)] == events[5:1:-1]
    journal.show((), told.alarms.rules)
    assert journal.rowCount() == 0


def test_an_exported_cell_is_no_formula_and_times_are_utc():
    told = Told(story=named(fleet(3), "=cmd()"))
    told.cycle({"API-2": GARBLED}, hot("=cmd()"))
    told.alarms.acknowledge(("high:temperature:=cmd()",), "+1 of us")
    told.show()
    listed = list_order("a.csv", told.table.everything(), told.table.columns, told.table.moment)
    lines = csv_text(listed.rows()).splitlines()
    assert len(lines) == listed.count + 1
    assert lines[0].startswith("Priority,State,PLC,Alarm,")
    row = next(line for line in lines if "cmd" in line)
    assert ",'=cmd()," in row
    assert told.alarms.instant.utc.isoformat(timespec="seconds") in row
    journal = journal_order("j.csv", told.alarms.events, AlarmJournal().columns, told.alarms.rules)
    written = csv_text(journal.rows())
    assert ",'=cmd()," in written
    assert ",'+1 of us" in written
    assert not any(cell[:1] in tuple("=+@") for line in written.splitlines() for cell in line.split(","))


def test_the_digest_of_the_same_alarms_is_not_sorted_again():
    told = Told()
    told.cycle({}, hot("API-1"))
    first = told.digest
    told.cycle({}, hot("API-1"))
    assert told.digest.lists is first.lists
    assert digest(AlarmReport()).worst is None


def test_a_priority_that_rises_is_shown():
    told = Told()
    told.cycle({"API-5": TIMEOUT})
    told.alarms.rules = type(told.alarms.rules)(kinds={Kind.OFFLINE: AlarmRule(Priority.HIGH)})
    told.cycle({"API-5": TIMEOUT})
    assert told.column(Part.PRIORITY) == ["High"]
    assert told.alarms.book.alarms["offline:API-5"].state is AlarmState.UNACK


def test_the_sound_alarm_has_no_plc_and_no_value():
    told = Told()
    told.alarms.judge_sound(SoundStatus(False, "no device"))
    told.show()
    assert (told.column(Part.PLC), told.column(Part.NOW)) == ([""], [""])
