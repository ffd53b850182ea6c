"""The language is the operator's choice or the desktop's, and can be changed while the program runs."""

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, QSettings
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialogButtonBox, QPushButton

from doge_gui.models.fleet_cells import tooltip
from doge_gui.models.phrasebook import told
from doge_gui.models.phrases import measure
from doge_gui.models.report_tongue import report_tongue
from doge_gui.views.language import Choice, LanguageManager
from tools import translations
from tools.stories import TIMEOUT, fleet

translate = QCoreApplication.translate


@pytest.fixture(scope="module", autouse=True)
def _built():
    translations.ensure()


@pytest.fixture
def manager(qapp, settings):
    managers = []

    def open_with(*desktop):
        managers.append(LanguageManager(qapp, settings, desktop))
        return managers[-1]

    yield open_with
    for one in managers:
        one.choose(Choice.ENGLISH)
        one.end()
    QLocale.setDefault(QLocale.c())


@pytest.mark.parametrize(
    ("desktop", "language"),
    [((), "en"), (("C",), "en"), (("fr-CH", "fr", "en"), "fr"), (("de-DE", "fr-FR"), "fr"), (("pt",), "en")],
)
def test_without_a_choice_it_is_the_desktops(manager, desktop, language):
    assert manager(*desktop).language == language


def test_a_choice_is_in_force_at_once_told_and_remembered(manager, settings, qtbot):
    languages = manager("en")
    with qtbot.waitSignal(languages.changed):
        languages.choose(Choice.FRENCH)
    assert translate("Menus", "&File") == "&Fichier"
    assert told("no answer in 2.0 s") == "pas de réponse en 2,0 s"
    assert measure(21.25) == "21,2"
    assert QLocale().decimalPoint() == ","
    settings.sync()
    again = QSettings(settings.fileName(), QSettings.Format.IniFormat)
    assert again.value("language") == "fr"
    with qtbot.waitSignal(languages.changed):
        languages.choose(Choice.ENGLISH)
    assert translate("Menus", "&File") == "&File"
    assert told("no answer in 2.0 s") == "no answer in 2.0 s"
    assert measure(21.25) == "21.2"


def test_a_choice_of_what_is_in_force_already_changes_nothing(manager, qtbot):
    languages = manager("fr")
    with qtbot.assertNotEmitted(languages.changed):
        languages.choose(Choice.FRENCH)
    assert languages.choice is Choice.FRENCH


def test_what_was_stored_and_is_no_language_counts_as_nothing(manager, settings):
    settings.setValue("language", "tlh")
    assert manager("fr").choice is Choice.SYSTEM


def test_qts_own_buttons_and_the_shortcuts_follow(manager, qtbot):
    manager("fr")
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    qtbot.addWidget(box)
    assert [button.text() for button in box.findChildren(QPushButton)] == ["Annuler"]
    # Written in English in the code, a shortcut is the same key in every language.
    assert QKeySequence("Ctrl+Shift+S").toString() == "Ctrl+Shift+S"


def test_the_window_speaks_french_and_what_is_copied_stays_readable_by_programs(manager, staged):
    manager("fr")
    stage = staged(fleet(8))
    stage.cycle({"API-3": TIMEOUT}, {"API-5": (31.8,)})
    assert stage.window.windowTitle().startswith("WatchDoge")
    assert stage.window.menuBar().actions()[0].text() == "&Fichier"
    assert stage.text("API-3", "state") == "Perdu: pas de réponse en 2,0 s"
    assert stage.text("API-5", "request:temperature") == "31,8"
    row, column = stage.place("API-5", "request:temperature")
    assert "31,8" in tooltip(stage.table.picture, stage.table.plan_row(row), stage.table.columns[column])
    stage.select("API-5")
    stage.grid.copy()
    copied = QCoreApplication.instance().clipboard().text()
    assert "31.8" in copied
    assert "31,8" not in copied


def test_a_report_speaks_the_windows_language(manager):
    manager("fr")
    tongue = report_tongue()
    assert tongue.language == "fr"
    assert tongue.translate("report", "Shift report") == "Rapport de poste"
    assert tongue.told("acknowledged") == "acquittée"
