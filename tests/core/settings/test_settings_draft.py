"""A configuration is edited: only what was set is written, in the file's manner, and all can be undone."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from doge_gui.core.program_options import ProgramOptions
from doge_gui.core.settings.document import ABSENT, place_of, value_at, with_value, without_value
from doge_gui.core.settings.draft import Draft
from doge_gui.core.settings.entries import copied, free_name, moved
from doge_gui.core.settings.layout import NotJsonError, read, written
from doge_gui.core.settings.sources import with_source

SHIPPED = (Path(__file__).parents[3] / "configDoge.json").read_text(encoding="utf-8")


def edited(text: str, path: str, value: object) -> str:
    document, layout = read(text)
    draft = Draft(document, ProgramOptions())
    if value is ABSENT:
        draft.unset(place_of(path))
    else:
        draft.set(place_of(path), value)
    return written(draft.now.document, layout)


def test_the_file_that_ships_is_written_as_it_was():
    assert written(*read(SHIPPED)) == SHIPPED


def test_one_edit_changes_one_line():
    after = edited(SHIPPED, "job.interval_minutes", 2)
    assert after == SHIPPED.replace('"interval_minutes": 1', '"interval_minutes": 2')


def test_a_new_section_comes_at_the_end_and_goes_again_with_its_last_option():
    after = edited(SHIPPED, "gateway.deadline_s", 3)
    assert after.rstrip().endswith('"gateway": {"deadline_s": 3}\n}')
    assert edited(after, "gateway.deadline_s", ABSENT).rstrip().endswith('"gateway": {}\n}')
    draft = Draft(read(SHIPPED)[0], ProgramOptions())
    draft.set(("gateway", "deadline_s"), 3)
    draft.unset(("gateway", "deadline_s"))
    assert not draft.changed


@pytest.mark.parametrize(
    "text",
    [
        '{\n\t"job": {\n\t\t"interval_minutes": 1\n\t}\n}',
        '\ufeff{\r\n    "job": {"interval_minutes": 1},\r\n    "circuits": ["a", "b", "ç"]\r\n}\r\n',
        '{\n  "requests": [\n    {\n      "name": "a{\\"]"\n    },\n    {"name": "b"}\n  ]\n}\n\n',
    ],
)
def test_indents_line_ends_and_the_byte_order_mark_stay(text):
    assert written(*read(text)) == text


@given(
    st.dictionaries(
        st.text(max_size=5),
        st.recursive(
            st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=9),
            lambda inner: (
                st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3)
            ),
            max_leaves=8,
        ),
        max_size=5,
    ),
    st.sampled_from([None, 2, 4, "\t"]),
)
def test_whatever_is_read_is_written_again(document, indent):
    text = json.dumps(document, indent=indent)
    found, layout = read(text)
    again = written(found, layout)
    assert json.loads(again) == document
    assert written(*read(again)) == again
    again.encode("utf-8")


@pytest.mark.parametrize("text", ["", "[]", "{", '{"a": 1} x', "[" * 100_000, '{"a": ' + "9" * 5000 + "}"])
def test_what_is_no_object_is_refused(text):
    with pytest.raises(NotJsonError):
        read(text)


def test_edits_leave_the_document_before_as_it_was():
    document = {"requests": [{"name": "a"}, {"name": "b"}]}
    after = with_value(document, ("requests", 1, "threshold"), 5)
    assert document == {"requests": [{"name": "a"}, {"name": "b"}]}
    assert value_at(after, ("requests", 1, "threshold")) == 5
    assert without_value(after, ("requests", 1, "threshold"), {}) == document
    assert without_value(document, ("requests", 0), {}) == {"requests": [{"name": "b"}]}
    assert value_at(document, ("requests", 7)) is ABSENT
    assert value_at(document, ("requests", "name")) is ABSENT


def test_typing_is_one_edit_and_another_place_is_another():
    draft = Draft({}, ProgramOptions())
    for text in ("p", "pl", "pla"):
        draft.set(("logging", "filename"), text)
    draft.set(("program", "theme"), "dark")
    assert draft.undo() == ("program", "theme")
    assert draft.now.program.theme == "system"
    assert draft.undo() == ("logging", "filename")
    assert (draft.now.document, draft.can_undo, draft.changed) == ({}, False, False)
    assert draft.redo() == ("logging", "filename")
    assert draft.now.document == {"logging": {"filename": "pla"}}
    draft.set(("logging", "filename"), "other")
    assert (draft.can_redo, draft.undo()) == (False, ("logging", "filename"))
    assert draft.now.document == {"logging": {"filename": "pla"}}


def test_a_default_is_not_written_where_the_file_did_not_name_it_but_kept_where_it_did():
    draft = Draft({"gateway": {"port": 8001}}, ProgramOptions())
    draft.set(("gateway", "deadline_s"), 2, default=2.0)
    assert not draft.changed
    draft.set(("gateway", "port"), 8000, default=8000)
    assert draft.now.document == {"gateway": {"port": 8000}}


def test_true_is_not_one():
    draft = Draft({"job": {"write_totals": 1}}, ProgramOptions())
    draft.set(("job", "write_totals"), True, default=True)
    assert draft.changed
    assert draft.now.document["job"]["write_totals"] is True


def test_a_web_view_that_was_switched_on_stays_on_without_options():
    draft = Draft({}, ProgramOptions())
    draft.set(("flask",), {})
    draft.set(("flask", "port"), 8080)
    draft.unset(("flask", "port"))
    assert draft.now.document == {"flask": {}}


def test_requests_are_copied_under_a_name_of_their_own_and_moved():
    entries = [{"name": "a", "sum": True}, {"name": "a-2"}]
    assert copied(entries, 0)[1] == {"name": "a-3", "sum": True}
    assert moved(entries, 1, -1) == [{"name": "a-2"}, {"name": "a", "sum": True}]
    assert free_name(entries, "x" * 70) == "x" * 64
    assert free_name([{"name": "x" * 64}], "x" * 70) == "x" * 62 + "-2"
    assert copied([7], 0) == [7, 7]


def test_another_source_takes_nothing_along_but_the_waiting_and_remembers_what_it_was():
    file = {"path": "fleet.csv"}
    web = with_source({**file, "deadline_s": 4}, "url", ABSENT)
    assert web == {"source": "url", "deadline_s": 4}
    assert with_source(web, "file", file) == file
    assert with_source(ABSENT, "sql", ABSENT) == {"source": "sql"}
