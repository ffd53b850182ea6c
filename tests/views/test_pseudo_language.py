"""The whole window in a made language: nothing on it is left in English, and longer words find room."""

import re
from datetime import datetime

import pytest
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from doge_gui.core.addresses import from_json
from doge_gui.core.config_text import ConfigError, parse_config
from doge_gui.core.program_options import ProgramOptions
from doge_gui.core.replies import Failure, Reason
from doge_gui.core.statuses import AddressStatus, Disconnection, DisconnectionState, Schedule, SoundStatus
from doge_gui.views.alarm_acts import Act
from doge_gui.views.assistant.window import Assistant
from doge_gui.views.config_screen import ConfigScreen
from doge_gui.views.crash_dialog import CrashDialog, CrashReport
from doge_gui.views.labels import ElidedLabel
from doge_gui.views.report_dialog import ReportDialog
from doge_gui.views.settings.dialog import SettingsDialog
from tests.views.pseudo_language import fall_silent, speak, texts, unmarked
from tools.stories import CROWD, START, TIMEOUT, fleet

ALLOWED = re.compile(
    r"\((?:Ctrl|Alt|Shift|Left|Right|Space|F\d|\w)(?:\+[\w,]+)*\)|PNG|SVG|CSV|XLSX|ann: ok|temperature"
    r"|requests\[\d\]\.\w+"
    r"|API-\d+|API|RASP_catch|Circuit \d|WatchDoge(?: Supercharged)?"
    r"|Temp\.|Load|Pressure|Humidity|Motor current"
    r"|multi_possible|checkplusde3|compteur_bille|deconnection|°C|kW|bar|\b(?:ms|min|MB|PLC)\b|\bann\b"
    r"|Open the cooling vent, then check the belt motor\.|[\w./-]+\.(?:json|pdf|html|db|qm|py)"
    r"|\b(?:treshold|interval_minutes|job|threshold|gatewya|deadline_s)\b"
    r"|\bdisconnected\b|\bstatus\b|DEBUG|INFO|WARNING|ERROR|CRITICAL|SELECT .* FROM ip_addresses"
    r"|&?English|&?Français"
)
"""What comes from the plant, the configuration or the contract; names of files and languages; units."""
GARBLED = Failure("checkplusde3", Reason.PAYLOAD, "expected 3 counts, got null")
WRONG = (
    '{"job": {"interval_minutes": "1"}, "requests": [{"name": "a/b"}, {"name": "t", "treshold": 3}], '
    '"gatewya": 1}'
)


@pytest.fixture
def pseudo(qapp):
    translator = speak(qapp)
    yield
    fall_silent(qapp, translator)


def broken(stage):
    """Everything goes wrong that can."""
    for _ in range(3):
        stage.cycle()
    lost = dict.fromkeys(("API-2", "API-3"), TIMEOUT)
    hot = {"API-5": (31.8, 4e5, 40.0, 40.0, 60.0)}
    for _ in range(4):
        stage.cycle({**lost, "API-4": GARBLED}, hot)
    book = from_json('{"API-9": {"API": "API-8", "RASP_catch": "10.0.0.9"}, "API-7": 3}', 8000)
    now = stage.story.now
    window = stage.window
    source = AddressStatus("example fleet", 8, now - 3, "no answer in 2.0 s", now, book.problems)
    window.show_addresses(source)
    window.show_sound(SoundStatus(False, "no audio device"))
    stage.alarms.judge_sound(SoundStatus(False, "no audio device"))
    high = [one.id for one in stage.alarms.book.standing()]
    stage.alarms.acknowledge(high[:1], "ok")
    stage.alarms.shelve(high[1:2], 600, "ok")
    stage.alarms.take_out_of_service(high[2:3], "ok")
    stage.alarms.mute(600)
    stage.tell()
    window.show_sounding(True, "temperature")
    window.show_log("cannot be written: No space left on device")
    window.show_config_mistakes("configDoge.json", mistakes(WRONG))
    status = '{"status": "disconnected"}'
    window.show_disconnections(
        (
            Disconnection("API-5", DisconnectionState.FAILED, "no answer in 2.0 s", START, True),
            Disconnection("API-6", DisconnectionState.NOT_SENT, "no longer in the address list", START, True),
            Disconnection("API-7", DisconnectionState.DONE, status, START, True),
        )
    )
    window.show_schedule(Schedule(15.0, now + 11, False, False, 3))
    window.banner.more.setChecked(True)
    window.tick()
    QApplication.processEvents()


def mistakes(text):
    with pytest.raises(ConfigError) as caught:
        parse_config(text)
    return caught.value.mistakes


def left_in_english(root):
    found = {}
    for where, text in texts(root):
        words = unmarked(text, ALLOWED)
        if words:
            found.setdefault(f"{where}: {text!r}", words)
    return list(found)


def test_nothing_on_the_window_is_left_in_english(staged, pseudo):
    stage = staged(fleet(8, CROWD))
    broken(stage)
    stage.window.disconnecting.ask(("API-1", "API-2"))
    stage.window.alarms.tools.buttons[Act.SHELVE].click()
    found = []
    for page in range(len(stage.window.pages.navigation.buttons)):
        stage.window.pages.show_page(page)
        QApplication.processEvents()
        found += left_in_english(stage.window)
    assert not found, "\n".join(sorted(set(found)))


def test_a_screen_without_a_usable_configuration_is_translated(qtbot, pseudo):
    screen = ConfigScreen("configDoge.json", mistakes(WRONG))
    qtbot.addWidget(screen)
    assert not left_in_english(screen)


def settings_dialog(themes):
    return SettingsDialog("/plant/configDoge.json", WRONG, ProgramOptions(), themes.theme)


def test_every_page_of_the_settings_is_translated_and_has_room(themes, qtbot, pseudo):
    dialog = settings_dialog(themes)
    qtbot.addWidget(dialog)
    dialog.resize(1024, 640)
    dialog.show()
    qtbot.waitExposed(dialog)
    found = []
    for row in range(dialog.pages.list.count()):
        dialog.pages.list.setCurrentRow(row)
        QApplication.processEvents()
        found += left_in_english(dialog) + cut_short(dialog)
    assert not found, "\n".join(sorted(set(found)))


def assistant(themes):
    return Assistant(themes.theme, ("192.168.1.0/24",), "/plant")


def report_dialog(_themes):
    return ReportDialog(lambda: datetime.astimezone(START), None, "/")


def crash_dialog(_themes):
    return CrashDialog((CrashReport("2026-01-31.json", "API-1"),))


@pytest.mark.parametrize("made", [settings_dialog, assistant, report_dialog, crash_dialog])
def test_a_dialog_is_translated_and_has_room(made, themes, qtbot, pseudo):
    dialog = made(themes)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitExposed(dialog)
    found = left_in_english(dialog) + cut_short(dialog)
    assert not found, "\n".join(sorted(set(found)))


def cut_short(root: QWidget) -> list[str]:
    """Texts in sight that have less room than they need, and no tooltip that tells the whole."""
    found = []
    for widget in root.findChildren(QWidget):
        if not widget.isVisible() or not isinstance(widget, QLabel | QAbstractButton) or not widget.text():
            continue
        if isinstance(widget, ElidedLabel) or (isinstance(widget, QLabel) and widget.wordWrap()):
            continue
        wanted, given = needed(widget), widget.contentsRect().width()
        if wanted > given and widget.text() not in widget.toolTip():
            found.append(f"{type(widget).__name__} {widget.text()!r}: {wanted} in {given} px")
    return found


def needed(widget):
    text = widget.text().replace("&", "")
    return QFontMetrics(widget.font()).horizontalAdvance(text)


@pytest.mark.parametrize("size", [(1024, 640), (1600, 960)])
def test_words_that_are_longer_are_not_cut_short(staged, pseudo, size):
    stage = staged(fleet(8, CROWD))
    stage.window.resize(*size)
    broken(stage)
    found = []
    for page in range(len(stage.window.pages.navigation.buttons)):
        stage.window.pages.show_page(page)
        QApplication.processEvents()
        found += cut_short(stage.window)
    assert stage.window.size().toTuple() == size
    assert not found, "\n".join(found)
