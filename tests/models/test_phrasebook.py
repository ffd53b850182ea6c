"""What the core says in English is said in the window's language, and nothing else is."""

import sqlite3

import pytest

from doge_gui.core.addresses import from_json
from doge_gui.core.config_text import ConfigError, parse_config
from doge_gui.core.notation import ENGLISH, FRENCH
from doge_gui.core.payload import PayloadError, parse
from doge_gui.core.phrasebook import Phrasebook
from doge_gui.core.questions import Answer
from doge_gui.models import phrasebook
from doge_gui.models.writing import use
from tools.translation_file import messages
from tools.translations import languages

THIN = "\u202f"
DAMAGED = (
    "/data/history.db: damaged (database disk image is malformed); it is set aside, and a new one begun, "
    "when the recording starts anew"
)
ENDOMMAGE = (
    f"/data/history.db : endommagé (le contenu de la base est altéré){THIN}; il est mis de côté, et un "
    "nouveau commencé, à la reprise de l’enregistrement"
)


@pytest.fixture(scope="module")
def book():
    (path,) = languages()
    known = {(one.context, one.source): one.translation for one in messages(path)}
    lines = "\n".join(f"{context}|{text}" for context, text in known if context.startswith("said."))
    use(FRENCH)
    yield Phrasebook(lines, lambda context, text: known.get((context, text), text), FRENCH.number).tell
    use(ENGLISH)


@pytest.mark.parametrize(
    ("english", "french"),
    [
        ("connection refused", "connexion refusée"),
        ("no answer in 2.0 s", "pas de réponse en 2,0 s"),
        ("checkplusde3: expected 3 counts, got null", "checkplusde3 : 3 comptes attendus, reçu null"),
        ("not JSON: Extra data at character 4", "pas du JSON : données en trop au caractère 4"),
        ('input should be a valid number, got "1"', 'un nombre est attendu, reçu "1"'),
        (DAMAGED, ENDOMMAGE),
        ("/data/x.db: No space left on device; check its folder", None),
        ("example fleet", "parc d’exemple"),
        ("Look after the plant.", "Intervenir sur l’installation."),
    ],
)
def test_a_text_of_the_program_is_translated(book, english, french):
    said = book(english).replace("\u00a0:", " :")
    assert said != english
    if french is not None:
        assert said == french


@pytest.mark.parametrize(
    "text",
    [
        "",
        "API-1",
        "Motor 3.5 of hall 2",
        "bye",
        "acquittée",
        "who: knows; nobody",
        '{"status": 3}',
        "timeout: me",
    ],
)
def test_what_the_program_did_not_say_stays_as_it_is(book, text):
    assert book(text) == text


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"[1,2]",
        b"[1,2,-3]",
        b"[1,2,1.5]",
        b"{",
        b"[1,2,3]x",
        b"\xff",
        b"[NaN]",
        b'{"a":1,"a":2}',
        b"[" * 40,
    ],
)
def test_every_refusal_of_an_answer_is_translated(book, body):
    with pytest.raises(PayloadError) as caught:
        parse(Answer.VECTOR, body)
    assert book(str(caught.value)) != str(caught.value)


CONFIGURATIONS = [
    "",
    "[]",
    '{"a": 1, "a": 2}',
    '{"job": {"interval_minutes": "1"}}',
    '{"job": {"interval_minutes": 0}}',
    '{"job": {"interval_minutes": 1e9}}',
    '{"job": {"write_totals": 1}}',
    '{"flask": {"port": 1.5}}',
    '{"flask": 3}',
    '{"requests": 3}',
    '{"requests": [{"name": "a/b"}, {"nam": "t"}]}',
    '{"requests": [{"name": "t", "threshold": 1, "low_threshold": 2}]}',
    '{"requests": [{"name": "t", "unit": "much too long to stand"}]}',
    '{"addresses": {"source": "ftp"}}',
    '{"addresses": {"source": "url", "url": "x"}}',
    '{"logging": {"filename": "", "filemode": "x", "level": "LOUD", "format": "%(x"}}',
    '{"gateway": {"deadline_s": 9, "budget_s": 1}}',
    '{"history": {"keep_minutes_days": 1}}',
    '{"circuits": ["a"]}',
    '{"alarms": {"fleet_offline": {"on_delay_s": 3}, "slow": {"above_s": 0}}}',
]


@pytest.mark.parametrize("text", CONFIGURATIONS)
def test_every_mistake_of_a_configuration_is_translated(book, text):
    with pytest.raises(ConfigError) as caught:
        parse_config(text)
    english = [one.what for one in caught.value.mistakes if book(one.what) == one.what]
    english += [one.remedy for one in caught.value.mistakes if one.remedy and book(one.remedy) == one.remedy]
    assert not english


def test_every_problem_of_an_address_list_is_translated(book):
    text = """{"a": 3, "b": {"API": "c", "RASP_catch": "10.0.0.1"}, "d": {"API": "d"},
        "e": {"API": "e", "RASP_catch": "1.2.3"}, "": {"RASP_catch": "10.0.0.2"},
        "f": {"RASP_catch": "10.0.0.3"}, "g": {"RASP_catch": "10.0.0.3"}, "h": {"x": 1, "x": 2}}"""
    problems = from_json(text, 8000).problems
    assert len(problems) == 8
    assert not [one.what for one in problems if book(one.what) == one.what]


def test_an_error_of_a_database_library_is_passed_on_as_it_came(book):
    said = str(sqlite3.OperationalError("no such table: plants"))
    assert book(said) == said


def test_in_english_a_text_is_its_own_translation(qapp):
    phrasebook.renew()
    assert phrasebook.told("no answer in 2.0 s") == "no answer in 2.0 s"
