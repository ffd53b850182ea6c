"""About: what the program is made of can be read in full, and what it runs on can be copied."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from doge_gui import __version__
from doge_gui.views.about_dialog import AboutDialog


@pytest.fixture
def about(qtbot, themes):
    dialog = AboutDialog(None)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(dialog)
    with qtbot.waitActive(dialog):
        dialog.show()
        dialog.activateWindow()
    return dialog


def rows(about: AboutDialog) -> list[str]:
    shown = about.licences.list
    return [shown.item(row).text() for row in range(shown.count()) if not shown.item(row).isHidden()]


def test_every_part_shows_its_licence_in_full(about) -> None:
    about.tabs[1].click()
    for row in range(about.licences.list.count()):
        about.licences.list.setCurrentRow(row)
        named = about.licences.list.item(row).text().split()[0]
        assert named in about.licences.title.whole
        assert len(about.licences.text.toPlainText()) > 400, named


def test_the_lgpl_parts_show_both_of_its_texts(about) -> None:
    about.licences.filter.setText("lgpl pyside6")
    assert [row.split()[0] for row in rows(about)] == ["PySide6_Addons", "PySide6_Essentials"]
    text = about.licences.text.toPlainText()
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in text
    assert "GNU GENERAL PUBLIC LICENSE\n                       Version 3" in text


def test_a_part_is_found_by_what_it_lies_in(about) -> None:
    about.licences.filter.setText("pycurl curl")
    assert "libcurl (in pycurl)" in rows(about)
    about.licences.filter.setText("nothing is called that")
    assert rows(about) == []
    assert about.licences.text.toPlainText() == ""


def test_what_it_runs_on_is_copied_as_text(about) -> None:
    about.tabs[2].click()
    about.system.copy.click()
    told = QGuiApplication.clipboard().text().splitlines()
    assert told[0].startswith(f"Program: WatchDoge Supercharged {__version__}")
    assert len(told) == len(about.system.facts)


def test_the_tabs_are_reached_and_changed_by_keys(about) -> None:
    assert about.focusWidget() is about.tabs[0]
    QTest.keyClick(about.tabs[0], Qt.Key.Key_Right)
    assert about.licences.isVisible()
    QTest.keyClick(about, Qt.Key.Key_Escape)
    assert not about.isVisible()
