"""No text of the program lacks its translation, and what is built is what was written."""

from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QTranslator

from tools import translations
from tools.translation_file import Message, fill, messages, wrong

MADE = """<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr_FR">
<context>
    <name>Menus</name>
    <message>
        <source>&amp;Open…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>said.answers</name>
    <message>
        <source>no answer in {0} s</source>
        <translation>pas de réponse en {0} s</translation>
    </message>
</context>
</TS>
"""


@pytest.mark.parametrize("path", translations.languages(), ids=lambda path: path.stem)
def test_every_text_of_the_program_is_translated(path):
    assert not translations.problems(path)


@pytest.fixture
def folder(tmp_path, monkeypatch):
    (tmp_path / "watchdoge_fr.ts").write_text(MADE, encoding="utf-8")
    monkeypatch.setattr(translations, "FOLDER", tmp_path)
    return tmp_path


def test_what_the_code_says_and_the_file_does_not_is_told(folder):
    found = translations.problems(folder / "watchdoge_fr.ts")
    assert "Menus: '&Open…': not in the code" in found
    assert any(line.endswith("not in the file yet") for line in found)


@pytest.mark.parametrize(
    ("source", "told", "why"),
    [
        ("{0} of {1}", "{0} sur {1}", ""),
        ("{0} of {1}", "{1} sur {0}", ""),
        ("{0} of {1}", "{0} sur 8", "places"),
        ("&Copy", "Copier", "letters marked"),
        ("Open…", "Ouvrir", "ellipsis"),
        ("Open", " ", "not translated"),
    ],
)
def test_a_translation_that_would_not_work_is_told(source, told, why):
    assert why in wrong(Message("Any", source, told, finished=True))
    assert bool(wrong(Message("Any", source, told, finished=True))) is bool(why)


def test_a_table_fills_the_file_once(folder):
    path = folder / "watchdoge_fr.ts"
    table = {"Menus": {"&Open…": "&Ouvrir…", "gone": "parti"}}
    assert fill(path, table) == 1
    assert fill(path, table) == 0
    assert not wrong(next(one for one in messages(path) if one.context == "Menus"))
    assert ElementTree.parse(path).getroot().get("language") == "fr_FR"


def test_the_built_file_says_it_and_is_built_again_only_when_the_source_is_newer(folder, qapp):
    (built,) = translations.ensure()
    assert translations.ensure() == []
    translator = QTranslator()
    assert translator.load(str(built))
    assert translator.translate("said.answers", "no answer in {0} s") == "pas de réponse en {0} s"
    assert translator.translate("Phrasebook", "templates") == "said.answers|no answer in {0} s"
    # What nobody has translated yet is shown in English.
    assert not translator.translate("Menus", "&Open…")
