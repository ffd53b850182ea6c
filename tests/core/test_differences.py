"""What another list or configuration would change is told before it is used."""

import json

import pytest

from doge_gui.core.addresses import from_csv, from_json
from doge_gui.core.config import Config
from doge_gui.core.config_text import parse_config
from doge_gui.core.differences import Change, GatewayChange, OptionChange, config_changes, list_changes
from doge_gui.core.dropped_file import DroppedConfig, DroppedList, DroppedNothing, as_text, recognise


def listed(**places: str) -> str:
    return json.dumps({plc: {"API": plc, "RASP_catch": place} for plc, place in places.items()})


def test_gateways_are_added_removed_moved_or_stay():
    before = from_json(listed(A="10.0.0.1", B="10.0.0.2", C="10.0.0.3"), 8000).addresses
    after = from_json(listed(D="10.0.0.4", C="10.0.0.3:9000", A="10.0.0.1", X="not a host"), 8000)
    found = list_changes(before, after)
    assert found.changes == (
        GatewayChange(Change.REMOVED, "B", "10.0.0.2:8000"),
        GatewayChange(Change.MOVED, "C", "10.0.0.3:8000", "10.0.0.3:9000"),
        GatewayChange(Change.ADDED, "D", "", "10.0.0.4:8000"),
    )
    assert (found.same, found.count(Change.MOVED)) == (1, 1)
    assert [one.entry for one in found.left_out] == ["X"]


def test_options_that_differ_are_named_with_both_values():
    before = parse_config('{"requests": [{"name": "t", "threshold": 5}], "job": {"interval_minutes": 1}}')
    after = parse_config(
        '{"requests": [{"name": "t", "threshold": 7}, {"name": "h"}], "addresses": {"source": "url", "url": "http://a"}}'
    )
    found = {one.path: (one.before, one.after) for one in config_changes(before, after)}
    assert found["requests"] == (("t",), ("t", "h"))
    assert found["requests.t.threshold"] == (5, 7)
    assert found["addresses.source"] == ("file", "url")
    assert found["addresses.path"] == ("ip_addresses.json", None)
    assert "job.interval_minutes" not in found
    assert config_changes(before, before) == ()
    on = parse_config('{"flask": {}}')
    assert OptionChange("flask.port", None, 5000) in config_changes(parse_config("{}"), on)


@pytest.mark.parametrize(
    ("name", "text", "kind"),
    [
        ("fleet.csv", "API;RASP_catch\nA;10.0.0.1\n", DroppedList),
        ("fleet.CSV", "\ufeffAPI,RASP_catch\nA,10.0.0.1\n", DroppedList),
        ("fleet.json", listed(A="10.0.0.1"), DroppedList),
        ("fleet.json", listed(job="10.0.0.1"), DroppedList),
        ("c.json", "{}", DroppedConfig),
        ("c.json", '\ufeff{"job": {"interval_minutes": 5}}', DroppedConfig),
        ("c.json", '{"job": {"interval_minutes": 0}}', DroppedNothing),
        ("c.json", "[1]", DroppedNothing),
        ("c.json", "{", DroppedNothing),
        ("table.csv", "a,b\n1,2\n", DroppedNothing),
    ],
)
def test_a_file_is_recognised_by_what_it_holds(name, text, kind):
    assert isinstance(recognise(name, text, 8000), kind)


def test_a_list_is_written_in_the_form_of_the_file_it_replaces():
    table = recognise("fleet.csv", "API;RASP_catch\nA;10.0.0.1\nB;no host\n", 8000)
    assert isinstance(table, DroppedList)
    assert as_text(table, is_csv=True) == "API;RASP_catch\nA;10.0.0.1\nB;no host\n"
    assert from_json(as_text(table, is_csv=False), 1).addresses == table.book.addresses
    document = recognise("fleet.json", listed(A="10.0.0.1", B="[::1]:9"), 8000)
    assert isinstance(document, DroppedList)
    assert from_csv(as_text(document, is_csv=True), 1).addresses == document.book.addresses


def test_a_secret_is_not_shown() -> None:
    before, after = (Config.model_validate({"flask": {"token": 16 * sign}}) for sign in "ab")
    (change,) = config_changes(before, after)
    assert (change.path, change.before, change.after) == ("flask.token", "•••", "•••")
    (added,) = (one for one in config_changes(Config(), after) if one.path == "flask.token")
    assert (added.before, added.after) == (None, "•••")
