"""An operator changes the settings: every option is there, mistakes stand at their fields."""

import json
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from doge_gui.core.config_text import parse_config
from doge_gui.core.program_options import ProgramOptions
from doge_gui.core.settings.document import place_of, placed_in
from doge_gui.core.settings.options import Sort, all_options
from doge_gui.core.settings.program import program_options
from doge_gui.models.settings_words import make_words
from doge_gui.settings_desk import SettingsDesk
from doge_gui.views.settings.dialog import SettingsDialog
from doge_gui.views.settings.row import OptionRow

SHIPPED = (Path(__file__).parents[3] / "configDoge.json").read_text(encoding="utf-8")
WRONG = """{
  "loging": {},
  "logging": {"filemode": "r", "level": "LOUD", "time_before_flush": 0},
  "flask": {"port": 70000},
  "gateway": {"deadline_s": 9},
  "addresses": {"source": "url", "paht": "fleet.csv"},
  "alarms": {"slow": {"above_s": -1}, "fleet_offline": {"on_delay_s": 5}},
  "circuits": ["a", "", "c"],
  "requests": [{"name": "temperature", "threshold": 30, "low_threshold": 40}, {"name": "../deconnection"}]
}"""


@pytest.fixture
def opened(qtbot, themes):
    """Opens the screen on a text."""
    dialogs = []

    def open_on(text: str = SHIPPED, **kwargs) -> SettingsDialog:
        dialog = SettingsDialog("/plant/configDoge.json", text, ProgramOptions(), themes.theme, **kwargs)
        dialogs.append(dialog)
        dialog.show()
        dialog.activateWindow()
        qtbot.waitUntil(dialog.isActiveWindow)
        return dialog

    yield open_on
    for dialog in dialogs:
        dialog.discard()
        dialog.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def desk(qtbot, themes, tmp_path):
    """The screen on a real file, which a desk writes."""
    path = tmp_path / "configDoge.json"
    path.write_text(SHIPPED, encoding="utf-8")
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    held = SettingsDesk()
    held.path = path
    held.open(path, ProgramOptions(), themes.theme, window)
    qtbot.waitUntil(held.dialog.isActiveWindow)
    yield held
    held.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def row(dialog: SettingsDialog, path: str):
    """The row of an option, after the way to it."""
    assert dialog.go_to(path), path
    rows = dialog.pages.stack.currentWidget().findChildren(OptionRow)
    return next(one for one in rows if one.place == place_of(path) and one.isVisible())


def enter(qtbot, dialog: SettingsDialog, path: str, text: str) -> None:
    """Type into an option's field, as a person does: over what is there."""
    line = row(dialog, path).field.inner[0]
    line.selectAll()
    qtbot.keyClicks(line, text) if text else qtbot.keyClick(line, Qt.Key.Key_Delete)


def saved_text(qtbot, dialog: SettingsDialog) -> str:
    with qtbot.waitSignal(dialog.save_wanted) as told:
        dialog.foot.save.click()
    return told.args[0]


def test_every_option_of_the_model_has_its_field(opened):
    dialog = opened('{"requests": [{"name": "temperature"}], "flask": {}}')
    for source in ("url", "sql", "file"):
        dialog.editor.edit(("addresses", "source"), source)
        for option in (*all_options(), *program_options()):
            if option.sort is Sort.ENTRIES or option.source not in _sources(source):
                continue
            place = placed_in(option.pattern, 0)
            assert dialog.pages.go_to(place), option
            page = dialog.pages.stack.currentWidget()
            shown = [one for one in page.findChildren(OptionRow) if one.place == place and one.isVisible()]
            (field,) = [one.field for one in shown]
            assert field.isEnabled()
            assert all(inner.accessibleName() for inner in field.inner), option


def _sources(source: str) -> tuple[str, ...]:
    """Options that belong to no source are looked at once, with the files."""
    return ("", source) if source == "file" else (source,)


def test_it_opens_on_its_first_page(opened):
    dialog = opened()
    shown = [one.option.pattern[0] for one in dialog.findChildren(OptionRow) if one.isVisible()]
    assert shown
    assert set(shown) <= {"job", "circuits"}


def test_a_kind_of_alarm_is_named_over_its_options(opened):
    dialog = opened()
    assert dialog.go_to("alarms.shelve_most_hours")
    page = dialog.pages.stack.currentWidget()
    assert page.title.text() == page.list.item(0).text()
    assert page.told.text()


def test_what_an_empty_number_means_can_be_read(opened):
    line = row(opened(), "alarms.offline.on_delay_s").field.inner[0]
    assert line.fontMetrics().horizontalAdvance(line.placeholderText()) < line.width() - 16


def test_every_option_and_every_kind_of_alarm_has_words():
    words = make_words()
    for option in (*all_options(), *program_options()):
        assert words.of(option).label, option
        assert words.of(option).help, option
    kinds = {one.pattern[1] for one in all_options() if len(one.pattern) == 3 and one.pattern[0] == "alarms"}
    assert all(words.words["alarms", kind].label for kind in kinds)
    patterns = {one.pattern for one in (*all_options(), *program_options())}
    for key in words.words:
        base = key[:-1] if key[-1] in ("url", "sql") and len(key) == 3 else key
        known = [
            pattern for pattern in patterns if all(map(_alike, base, pattern)) and len(base) <= len(pattern)
        ]
        assert known, f"words for no option: {key}"


def _alike(step: str, other: str) -> bool:
    return step in (other, "*")


def test_one_change_is_written_and_nothing_else(qtbot, opened):
    dialog = opened()
    assert not dialog.foot.save.isEnabled()
    enter(qtbot, dialog, "job.interval_minutes", "2,5")
    assert saved_text(qtbot, dialog) == SHIPPED.replace('"interval_minutes": 1', '"interval_minutes": 2.5')
    dialog.show_saved()
    assert dialog.foot.said.whole == "Saved"
    assert not dialog.foot.save.isEnabled()


def test_all_mistakes_stand_at_their_fields_at_once(opened):
    dialog = opened(WRONG)
    for path, told in (
        ("logging.filemode", "'a' or 'w'"),
        ("logging.level", "LOUD"),
        ("logging.time_before_flush", "greater than 0"),
        ("flask.port", "65535"),
        ("gateway.budget_s", "at least gateway.deadline_s"),
        ("addresses.url", "Something must be entered"),
        ("alarms.slow.above_s", "greater than 0"),
        ("circuits", "at least 1 character"),
        ("requests[0].low_threshold", "less than threshold"),
        ("requests[1].name", "letters, digits"),
    ):
        one = row(dialog, path)
        assert told in one.error.text()
        assert one.error.isVisible()
        assert told in one.field.inner[-1].accessibleDescription()
    assert [dialog.pages.list.item(at).text()[:3] for at in range(7)] == [
        *("◆ 1", "◆ 2", "◆ 2", "◆ 1"),
        *("His", "◆ 4", "Thi"),
    ]
    assert "13 things" in dialog.foot.said.whole


def test_keys_that_have_no_field_are_told_above_and_can_be_removed(qtbot, opened):
    dialog = opened(WRONG)
    lines = [line for line in dialog.strip.lines if line.isVisible()]
    told = sorted(line.label.text() for line in lines)
    assert [text.split(":")[0] for text in told] == [
        "◆ addresses.paht",
        "◆ alarms.fleet_offline.on_delay_s",
        "◆ loging",
    ]
    for _ in lines:
        dialog.strip.lines[0].button.click()
    assert not dialog.strip.isVisible()
    assert dialog.editor.state.document["addresses"] == {"source": "url"}
    dialog.foot.undo.click()
    assert dialog.strip.isVisible()


def test_nothing_is_written_while_something_is_wrong(qtbot, opened):
    dialog = opened()
    enter(qtbot, dialog, "gateway.deadline_s", "fast")
    dialog.go_to("job.interval_minutes")
    with qtbot.assertNotEmitted(dialog.save_wanted):
        dialog.foot.save.click()
    assert dialog.foot.said.whole.startswith("Not saved")
    assert row(dialog, "gateway.deadline_s").field.line.hasFocus()
    enter(qtbot, dialog, "gateway.deadline_s", "3")
    assert json.loads(saved_text(qtbot, dialog))["gateway"] == {"deadline_s": 3}


def test_undo_takes_back_a_word_and_shows_where(qtbot, opened):
    dialog = opened()
    enter(qtbot, dialog, "logging.filename", "plant.log")
    enter(qtbot, dialog, "gateway.port", "8001")
    line = row(dialog, "gateway.port").field.line
    qtbot.keyClick(line, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert line.text() == "8000"
    qtbot.keyClick(line, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    back = row(dialog, "logging.filename").field.line
    assert (back.text(), back.hasFocus()) == ("doge.log", True)
    assert not dialog.foot.save.isEnabled()
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(back, Qt.Key.Key_Z, both)
    assert back.text() == "plant.log"
    assert "•" in row(dialog, "logging.filename").label.text()


def test_undo_in_a_longer_text_is_that_of_the_screen_too(qtbot, opened):
    dialog = opened()
    lines = row(dialog, "requests[0].response").field.lines
    qtbot.keyClicks(lines, "Open the vent.")
    enter(qtbot, dialog, "requests[0].unit", "°C")
    lines.setFocus()
    for left in ("Open the vent.", ""):
        qtbot.keyClick(lines, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        assert lines.toPlainText() == left
        lines.setFocus()
    assert not dialog.editor.draft.changed


def test_a_field_goes_back_to_its_default_which_is_not_written(qtbot, opened):
    dialog = opened()
    one = row(dialog, "logging.time_before_flush")
    assert one.reset.isVisible()
    assert "3600 s" in one.reset.toolTip()
    one.reset.click()
    assert not one.reset.isVisible()
    assert "time_before_flush" not in saved_text(qtbot, dialog)
    dialog.show_saved()


def test_null_is_an_empty_field_or_a_switch(qtbot, opened):
    dialog = opened()
    enter(qtbot, dialog, "requests[0].threshold", "")
    row(dialog, "flask").field.switch.click()
    assert not row(dialog, "flask.host").isEnabled()
    row(dialog, "alarms.marbles.expected").field.switch.click()
    enter_parts = row(dialog, "alarms.marbles.expected").field.lines
    for line, text in zip(enter_parts, ("500", "500", "480"), strict=True):
        line.selectAll()
        qtbot.keyClicks(line, text)
    priority = row(dialog, "alarms.marbles.priority").field.choice
    assert priority.currentText() == "as usual: High"
    document = json.loads(saved_text(qtbot, dialog))
    assert "flask" not in document
    assert "threshold" not in document["requests"][0]
    assert document["alarms"] == {"marbles": {"expected": [500, 500, 480]}}
    parse_config(json.dumps(document))


def test_requests_are_added_copied_ordered_and_removed(qtbot, opened):
    dialog = opened()
    dialog.go_to("requests")
    page = dialog.pages.page(2)
    page.add.click()
    enter(qtbot, dialog, "requests[1].name", "humidity")
    page.copy.click()
    page.up.click()
    assert [page.list.item(at).text().rstrip(" •") for at in range(3)] == [
        "temperature",
        "humidity-2",
        "humidity",
    ]
    assert page.list.currentRow() == 1
    page.remove.click()
    page.list.setCurrentRow(0)
    page.remove.click()
    assert [one["name"] for one in json.loads(dialog.editor.text)["requests"]] == ["humidity"]
    for _ in range(6):
        dialog.foot.undo.click()
    assert not dialog.editor.draft.changed


def test_two_requests_of_one_name_are_told_at_the_list(qtbot, opened):
    dialog = opened()
    dialog.go_to("requests")
    page = dialog.pages.page(2)
    page.copy.click()
    enter(qtbot, dialog, "requests[1].name", "temperature")
    assert page.error.isVisible()
    assert "temperature stands more than once" in page.error.text()


def test_another_source_of_addresses_and_back(opened):
    dialog = opened('{"addresses": {"path": "fleet.csv"}}')
    source = row(dialog, "addresses.source").field.choice
    source.setCurrentIndex(2)
    source.activated.emit(2)
    assert row(dialog, "addresses.query").isVisible()
    assert dialog.editor.state.document == {"addresses": {"source": "sql"}}
    source.setCurrentIndex(0)
    source.activated.emit(0)
    assert row(dialog, "addresses.path").field.line.text() == "fleet.csv"
    assert not dialog.editor.draft.changed


def test_the_search_leaves_what_is_called_so(qtbot, opened):
    dialog = opened()
    qtbot.keyClicks(dialog.search, "deadband")
    shown = [at for at in range(7) if not dialog.pages.list.isRowHidden(at)]
    assert shown == [2]
    assert [one.option.pattern[-1] for one in dialog.pages.page(2).rows.rows if not one.isHidden()] == [
        "deadband"
    ]
    dialog.search.setText("history")
    assert dialog.pages.list.currentRow() in (3, 4)
    dialog.search.setText("zzzz")
    assert dialog.pages.nothing.isVisible()
    dialog.search.clear()
    assert not dialog.pages.nothing.isVisible()


def questions(dialog) -> list[QMessageBox]:
    return [one for one in dialog.findChildren(QMessageBox) if one.isVisible()]


def test_escape_closes_at_once_without_changes_and_asks_before_they_are_lost(qtbot, opened):
    dialog = opened()
    enter(qtbot, dialog, "gateway.port", "8001")
    assert dialog.foot.cancel.text() == "Cancel"
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    (box,) = questions(dialog)
    qtbot.keyClick(box, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert row(dialog, "gateway.port").field.line.text() == "8001"
    dialog.close()
    assert dialog.isVisible()
    (box,) = questions(dialog)
    next(one for one in box.buttons() if one.text() == "Discard changes").click()
    assert not dialog.isVisible()


def test_the_programs_own_options_are_told_on_saving_without_the_file_being_written(qtbot, opened):
    dialog = opened(WRONG)
    theme = row(dialog, "program.theme").field.choice
    theme.setCurrentIndex(2)
    theme.activated.emit(2)
    with qtbot.assertNotEmitted(dialog.save_wanted), qtbot.waitSignal(dialog.program_changed) as told:
        dialog.foot.save.click()
    assert told.args[0] == ProgramOptions(theme="dark")
    assert not dialog.foot.save.isEnabled()


def test_options_of_the_program_that_make_no_sense_here_are_not_offered(opened):
    assert not opened(without=frozenset({"autostart"})).go_to("program.autostart")


def test_a_file_that_is_no_json_is_not_written_over(opened):
    dialog = opened('{"job": ')
    assert not dialog.pages.isEnabled()
    assert "not JSON" in dialog.strip.lines[0].label.text()
    assert not dialog.foot.save.isEnabled()
    dialog.show_changed(SHIPPED)
    assert dialog.pages.isEnabled()


def test_a_key_that_stands_twice_is_told_and_goes_by_saving(qtbot, opened):
    dialog = opened('{"job": {"interval_minutes": 1, "interval_minutes": 2}}')
    assert "stands twice" in dialog.strip.lines[0].label.text()
    assert saved_text(qtbot, dialog) == '{"job": {"interval_minutes": 2}}'


def test_saving_writes_the_file(qtbot, desk):
    enter(qtbot, desk.dialog, "gateway.port", "8001")
    desk.dialog.foot.save.click()
    assert parse_config(desk.path.read_text(encoding="utf-8")).gateway.port == 8001
    assert desk.dialog.foot.said.whole == "Saved"
    desk.look_again()
    enter(qtbot, desk.dialog, "gateway.port", "8002")
    desk.dialog.foot.save.click()
    assert parse_config(desk.path.read_text(encoding="utf-8")).gateway.port == 8002


def test_a_file_changed_by_somebody_else_is_reloaded_or_overwritten_by_choice(qtbot, desk):
    other = SHIPPED.replace('"interval_minutes": 1', '"interval_minutes": 7')
    enter(qtbot, desk.dialog, "gateway.port", "8001")
    desk.path.write_text(other, encoding="utf-8")
    desk.dialog.foot.save.click()
    assert desk.path.read_text(encoding="utf-8") == other
    assert desk.dialog.strip.elsewhere.isVisible()
    desk.dialog.strip.reload.click()
    assert row(desk.dialog, "job.interval_minutes").field.line.text() == "7"
    assert row(desk.dialog, "gateway.port").field.line.text() == "8000"
    enter(qtbot, desk.dialog, "gateway.port", "8001")
    desk.path.write_text(SHIPPED, encoding="utf-8")
    desk.look_again()
    assert desk.dialog.strip.elsewhere.isVisible()
    desk.dialog.strip.overwrite.click()
    config = parse_config(desk.path.read_text(encoding="utf-8"))
    assert (config.gateway.port, config.job.interval_minutes) == (8001, 7)
    assert not desk.dialog.strip.isVisible()


def test_without_changes_another_text_of_the_file_is_shown_at_once(qtbot, desk):
    desk.path.write_text("{}", encoding="utf-8")
    desk.look_again()
    assert row(desk.dialog, "logging.time_before_flush").field.line.text() == "3600"
    assert desk.dialog.editor.file_text == "{}"


def test_a_failure_is_told_and_the_changes_stay(qtbot, desk):
    enter(qtbot, desk.dialog, "gateway.port", "8001")
    desk.path.unlink()
    desk.dialog.foot.save.click()
    assert "not there any more" in desk.dialog.foot.said.whole
    assert desk.dialog.foot.save.isEnabled()
    assert row(desk.dialog, "gateway.port").field.line.text() == "8001"
