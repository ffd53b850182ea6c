"""The guide: an operator opens it at the screen in sight, looks something up, and reads it in both themes."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QColor, QTextDocument
from PySide6.QtTest import QTest

from doge_gui.guide_pages import Section, read
from doge_gui.paths import guide_folder
from doge_gui.views.guide import PAGES, GuideWindow
from doge_gui.views.kiosk import LEAVE_KEYS
from doge_gui.views.theme import Choice

LANGUAGES = ("en", "fr")
_PICTURE = re.compile(r"!\[(.*?)\]\((.*?)\)")
_KEYS = re.compile(r"`((?:Ctrl|Alt|Shift|Maj|F\d)[^`]*)`")


@pytest.fixture
def guide(qtbot, themes):
    """Opens the guide in a language."""

    def open_in(language: str = "en") -> GuideWindow:
        window = GuideWindow(language, themes.theme, None)
        qtbot.addWidget(window)
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        return window

    return open_in


def sections(language: str) -> tuple[Section, ...]:
    return read(guide_folder(), language)


def titles(window: GuideWindow) -> list[str]:
    return [item.text(0) for item in window.contents.items if not item.isHidden()]


def test_it_opens_at_the_screen_in_sight(guide) -> None:
    window = guide()
    for name in PAGES:
        window.open_at(name)
        (section,) = [one for one in window.sections if one.name == name]
        assert window.contents.currentItem().text(0) == section.title
        assert window.text.toPlainText().startswith(section.title)
    window.open_at("no such section")
    assert window.text.toPlainText().startswith("Replay")


def test_a_word_is_looked_up(guide, qtbot) -> None:
    window = guide()
    QTest.keyClick(window.contents, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert window.focusWidget() is window.search
    QTest.keyClicks(window.search, "journal")
    assert titles(window) == ["Alarms"]
    assert window.contents.currentItem().text(0) == "Alarms"
    assert window.note.text() == "Found in 2 places"
    assert len(window.text.extraSelections()) == 2
    first = window.text.textCursor().position()
    QTest.keyClick(window.search, Qt.Key.Key_Return)
    assert window.text.textCursor().position() > first
    window.search.clear()
    assert len(titles(window)) == len(window.sections)
    assert window.text.extraSelections() == []


def test_what_is_nowhere_leaves_nothing(guide) -> None:
    window = guide()
    window.search.setText("zebra")
    assert titles(window) == []
    assert window.note.text() == "Found in 0 places"


def test_a_topic_is_gone_to(guide, qtbot) -> None:
    window = guide()
    window.open_at("alarms")
    item = window.contents.currentItem()
    window.contents.setCurrentItem(item.child(item.childCount() - 1))
    assert window.text.textCursor().block().text() == item.child(item.childCount() - 1).text(0)


def test_pictures_follow_the_theme(guide, themes) -> None:
    window = guide()
    window.open_at("alarms")
    kind = QTextDocument.ResourceType.ImageResource.value
    shown = {}
    try:
        for choice in (Choice.LIGHT, Choice.DARK):
            themes.choose(choice)
            window.set_theme(themes.theme)
            picture = window.text.loadResource(kind, QUrl("../images/en/alarms-light.png"))
            shown[choice] = QColor(picture.pixel(4, picture.height() - 6)).lightness()
    finally:
        themes.choose(Choice.LIGHT)
    assert shown[Choice.LIGHT] > 200
    assert shown[Choice.DARK] < 80


@pytest.mark.parametrize("address", ["http://127.0.0.1:9/a.png", "file:///etc/hostname", "//127.0.0.1/a.png"])
def test_nothing_is_fetched(guide, address: str) -> None:
    window = guide()
    assert window.text.loadResource(QTextDocument.ResourceType.ImageResource.value, QUrl(address)) is None


def test_a_link_leads_to_a_section_and_nowhere_else(guide) -> None:
    window = guide()
    window.text.anchorClicked.emit(QUrl("03-alarms.md"))
    assert window.text.toPlainText().startswith("Alarms")
    window.text.anchorClicked.emit(QUrl("http://127.0.0.1:9/05-trends.md"))
    assert window.text.toPlainText().startswith("Alarms")


def test_a_narrow_window_makes_pictures_smaller(guide, qtbot) -> None:
    window = guide()
    window.open_at("supervision")
    window.resize(700, 500)
    qtbot.waitUntil(lambda: window.text.document().idealWidth() <= window.text.viewport().width())


def test_without_a_guide_it_says_so(guide, monkeypatch, tmp_path) -> None:
    monkeypatch.setattr("doge_gui.views.guide.guide_folder", lambda: tmp_path / "none")
    assert guide().note.text() == "The guide did not come with this program."


def test_a_language_the_guide_does_not_speak_is_english() -> None:
    assert [one.title for one in sections("de_DE")] == [one.title for one in sections("en")]


def test_both_languages_have_the_same_sections_and_topics() -> None:
    english, french = (sections(language) for language in LANGUAGES)
    assert [one.name for one in english] == [one.name for one in french]
    assert [len(one.topics) for one in english] == [len(one.topics) for one in french]
    assert set(PAGES) <= {one.name for one in english}


def _names(pictures: list[tuple[str, str]]) -> list[str]:
    return [Path(place).name for _, place in pictures]


def test_every_picture_is_there_in_both_themes_and_is_described() -> None:
    for language in LANGUAGES:
        for section in sections(language):
            for described, place in _PICTURE.findall(section.text):
                path = section.folder / place
                assert described, place
                assert f"images/{language}/" in place
                assert path.is_file(), path
                if path.name.endswith("-light.png"):
                    assert path.with_name(path.name.replace("-light", "-dark")).is_file(), path


def test_both_languages_show_the_same_pictures_and_name_the_same_keys() -> None:
    for english, french in zip(*map(sections, LANGUAGES), strict=True):
        assert _names(_PICTURE.findall(english.text)) == _names(_PICTURE.findall(french.text))
        keys = [key.replace("Shift", "Maj") for key in _KEYS.findall(english.text)]
        said = [
            key.replace("Gauche", "Left").replace("Droite", "Right") for key in _KEYS.findall(french.text)
        ]
        assert keys == said, english.name


def test_every_shortcut_of_the_guide_is_one_of_the_window(staged) -> None:
    known = {action.shortcut().toString() for action in staged().window.menus.all()} | {LEAVE_KEYS, "Shift"}
    (page,) = [one for one in sections("en") if one.name == "shortcuts"]
    told = {key for key in _KEYS.findall(page.text) if " to " not in key}
    assert {"F5", "Ctrl+M", "F9", "Ctrl+Alt+3", LEAVE_KEYS} <= told
    assert told <= known
