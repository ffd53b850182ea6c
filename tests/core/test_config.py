"""The configuration: the original's file means the same, and every mistake is told at once."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from doge_gui.core.config import Config, FileAddresses, RequestSection, SqlAddresses, UrlAddresses
from doge_gui.core.config_text import ConfigError, config_schema, parse_config
from doge_gui.core.questions import RESERVED_NAMES

ORIGINAL = """{
  "logging": {"filename": "doge.log", "filemode": "a", "format": "%(asctime)s %(levelname)s %(message)s",
              "level": "INFO", "time_before_flush": 3600},
  "job": {"interval_minutes": 1},
  "flask": {"host": "127.0.0.1", "port": 5000},
  "requests": [{"name": "temperature", "sum": true, "threshold": 240, "sound": "sounds/warning.wav"}]
}"""


def mistakes(text: str) -> list[str]:
    """The lines an operator reads about a wrong file; fails the test where it is not wrong."""
    with pytest.raises(ConfigError) as caught:
        parse_config(text)
    assert str(caught.value) == "\n".join(map(str, caught.value.mistakes))
    return [str(mistake) for mistake in caught.value.mistakes]


def request_named(name: str) -> str:
    return json.dumps({"requests": [{"name": name}]})


def test_a_file_of_the_original_loads_unchanged_and_means_the_same():
    config = parse_config(ORIGINAL)
    assert config.interval_s == 60
    assert config.logging.filename == "doge.log"
    assert (config.logging.filemode, config.logging.level, config.logging.time_before_flush) == (
        "a",
        "INFO",
        3600,
    )
    assert config.flask is not None
    assert (config.flask.host, config.flask.port) == ("127.0.0.1", 5000)
    (rule,) = config.rules()
    assert (rule.name, rule.summed, rule.threshold) == ("temperature", True, 240)
    assert (rule.sound, rule.title) == ("sounds/warning.wav", "temperature")


def test_the_newer_options_stand_at_the_defaults_the_original_lived_by():
    config = parse_config(ORIGINAL)
    assert config.addresses == FileAddresses(path="ip_addresses.json")
    assert (config.gateway.port, config.gateway.deadline_s, config.gateway.budget_s) == (8000, 2.0, 5.0)
    assert config.job.write_totals
    assert not config.job.disconnect_each_cycle
    assert config.circuits == ("Circuit 0", "Circuit 1", "Circuit 2")


def test_the_file_that_comes_with_the_program_is_the_originals():
    shipped = Path(__file__).parents[2] / "configDoge.json"
    assert parse_config(shipped.read_text(encoding="utf-8")) == parse_config(ORIGINAL)


def test_an_empty_object_and_a_byte_order_mark_are_no_mistakes():
    assert parse_config("\ufeff{}") == Config()


def test_every_source_of_addresses_can_be_named():
    def source(section: str) -> object:
        return parse_config(f'{{"addresses": {section}}}').addresses

    assert source('{"source": "file", "path": "fleet.csv"}') == FileAddresses(path="fleet.csv")
    assert source('{"path": "fleet.csv"}') == FileAddresses(path="fleet.csv")
    assert source("{}") == FileAddresses()
    assert isinstance(source('{"source": "url", "url": "https://plant/list"}'), UrlAddresses)
    assert isinstance(source('{"source": "sql", "url": "postgresql://u:${PW}@db/plant"}'), SqlAddresses)


def test_the_budget_may_be_one_deadline():
    gateway = parse_config('{"gateway": {"deadline_s": 3, "budget_s": 3}}').gateway
    assert (gateway.deadline_s, gateway.budget_s) == (3.0, 3.0)


def test_all_mistakes_are_told_at_once_each_at_its_place_with_the_near_match():
    wrong = """{
      "loging": {},
      "logging": {"filemode": "r", "level": "LOUD", "time_before_flush": 0, "format": "%(nobody)s"},
      "job": {"interval_minutes": 0, "write_total": true},
      "flask": {"port": 70000},
      "gateway": {"deadline_s": "2"},
      "addresses": {"source": "file", "paht": "fleet.csv"},
      "requests": [{"name": "temperature"}, {"name": "../deconnection"}, {"sum": 1, "treshold": 240}]
    }"""
    found = mistakes(wrong)
    assert sorted(found) == sorted(
        [
            "loging: unknown key (did you mean 'logging'?)",
            "logging.filemode: input should be 'a' or 'w', got \"r\"",
            "logging.level: 'LOUD' is none of DEBUG, INFO, WARNING, ERROR, CRITICAL",
            "logging.time_before_flush: input should be greater than 0, got 0",
            "logging.format: not a log format: Formatting field not found in record: 'nobody'",
            "job.interval_minutes: input should be greater than or equal to 0.0166, got 0",
            "job.write_total: unknown key (did you mean 'write_totals'?)",
            "flask.port: input should be less than or equal to 65535, got 70000",
            'gateway.deadline_s: input should be a valid number, got "2"',
            "addresses.paht: unknown key (did you mean 'path'?)",
            "requests[1].name: '../deconnection' must be 1 to 64 letters, digits, '_' or '-'",
            "requests[2].name: this key is missing",
            "requests[2].sum: input should be a valid boolean, got 1",
            "requests[2].treshold: unknown key (did you mean 'threshold'?)",
        ]
    )


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "not JSON: Expecting value at line 1, column 1 (see https://json.org)"),
        ('{\n"job": {', "not JSON: Expecting property name enclosed in double quotes at line 2, column 9"),
        ("[]", "expected a JSON object (it begins with { and ends with })"),
        ('{"job": {}, "job": {}}', "job: this key stands twice in one object (keep one of them)"),
        (
            '{"requests": [{"name": "a", "name": "b"}]}',
            "requests[0].name: this key stands twice in one object",
        ),
        ('{"requests": [{"name": "a"}, {"name": "a"}]}', "requests: a stands more than once"),
        ('{"job": {"interval_minutes": NaN}}', "job.interval_minutes: input should be a finite number"),
        ('{"addresses": {"source": "ftp"}}', "addresses.source: unknown source (one of file, url, sql)"),
        ('{"addresses": {"source": null}}', "addresses.source: unknown source (one of file, url, sql)"),
        ('{"addresses": {"url": "x"}}', "addresses.source: this key is missing (one of file, url, sql)"),
        ('{"addresses": {"paht": "x"}}', "addresses.paht: unknown key (did you mean 'path'?)"),
        ('{"addresses": "x.json"}', 'addresses: input should be an object, got "x.json"'),
        (
            '{"gateway": {"deadline_s": 2, "budget_s": 1.5}}',
            "gateway.budget_s: 1.5 s must be at least gateway.deadline_s, 2 s",
        ),
        (
            '{"gateway": {"deadline_s": 9}}',
            "gateway.budget_s: 5 s must be at least gateway.deadline_s, 9 s",
        ),
        ('{"circuits": ["a", "b"]}', "circuits[2]: this key is missing"),
        (
            '{"zzz": 1}',
            "zzz: unknown key (known here: addresses, alarms, circuits, flask, gateway, history, job",
        ),
        ('{"logging": {"filename": "\\ud800"}}', "Invalid JSON: "),
        ('{"a": ' + "9" * 5000 + "}", "not JSON: "),
        ('{"a": ' + "[" * 100_000, "not a configuration: nested too deeply"),
        ('{"a": ' + "[" * 500 + "]" * 500 + "}", "Invalid JSON: "),
    ],
)
def test_one_mistake_is_told_in_one_line(text, told):
    (found,) = mistakes(text)
    assert found.startswith(told)
    assert found.isprintable()


@given(st.text(max_size=70))
def test_a_request_can_only_be_a_path_of_its_own(name):
    plain = name.isascii() and name.replace("-", "_").replace("_", "a").isalnum() and len(name) <= 64
    if plain and name not in RESERVED_NAMES:
        assert parse_config(request_named(name)).requests == (RequestSection(name=name),)
    else:
        assert mistakes(request_named(name))[0].startswith("requests[0].name: ")


@pytest.mark.parametrize(
    "name", [*sorted(RESERVED_NAMES), "../deconnection", "%2e%2e", "a/b", "a?b", "a#", "a\n", ""]
)
def test_a_request_that_would_resolve_elsewhere_is_refused(name):
    assert mistakes(request_named(name))[0].startswith("requests[0].name: ")


JSON_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner, max_size=3),
    max_leaves=6,
)
SECTIONS = st.fixed_dictionaries({}, optional=dict.fromkeys(Config.model_fields, JSON_VALUES))


@given(st.text(max_size=60) | (SECTIONS | JSON_VALUES).map(json.dumps))
def test_any_text_is_a_configuration_or_a_list_of_mistakes(text):
    try:
        config = parse_config(text)
    except ConfigError as error:
        told = error.mistakes
    else:
        told = None
        assert isinstance(config, Config)
    assert told is None or len(told) > 0


def test_the_schema_for_editors_tells_every_option_once_with_its_words():
    schema = json.loads(json.dumps(config_schema()))
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert set(schema["properties"]) == set(Config.model_fields)
    sections = [schema, *schema["$defs"].values()]
    assert all(section["additionalProperties"] is False for section in sections)
    options = [
        (name, told) for section in schema["$defs"].values() for name, told in section["properties"].items()
    ]
    assert len(options) > 20
    assert [name for name, told in options if "description" not in told and name != "source"] == []


def test_a_token_that_is_refused_is_not_repeated() -> None:
    with pytest.raises(ConfigError) as refused:
        parse_config('{"flask": {"token": "too-short"}}')
    (mistake,) = refused.value.mistakes
    assert mistake.path == "flask.token"
    assert "too-short" not in str(mistake)


def test_names_of_the_web_view_are_a_list_or_a_text_with_commas() -> None:
    for names in ('["plant.example", "doge"]', '"plant.example, doge"'):
        section = parse_config(f'{{"flask": {{"names": {names}}}}}').flask
        assert section is not None
        assert section.names == ("plant.example", "doge")
