"""The options that are edited are those of the configuration's model, with its limits and defaults."""

from doge_gui.core.config import Config
from doge_gui.core.config_text import config_schema, parse_config
from doge_gui.core.settings.options import Sort, all_options


def option(path: str, source: str = ""):
    pattern = tuple(path.split("."))
    return next(one for one in all_options() if one.pattern == pattern and one.source in ("", source))


def test_every_property_of_the_schema_is_an_option():
    schema = config_schema()
    known = {one.pattern[-1] for one in all_options()}
    of_sections = {
        name
        for section, told in schema["$defs"].items()
        for name in told["properties"]
        if section != "AlarmsSection" or name == "shelve_most_hours"
    }
    assert of_sections <= known
    assert {one.pattern[0] for one in all_options()} == set(Config.model_fields)


def test_an_option_knows_its_limits_its_default_and_what_null_comes_to():
    interval = option("job.interval_minutes")
    assert (interval.sort, interval.default) == (Sort.NUMBER, 1)
    assert (interval.limits.least, interval.limits.most) == (0.0166, 1440)
    assert option("logging.level").choices == ("DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL")
    slow = option("alarms.slow.on_delay_s")
    assert (slow.optional, slow.default, slow.usual) == (True, None, 120.0)
    assert option("alarms.marbles.priority").usual == "high"
    assert (option("alarms.marbles.expected").parts, option("circuits").parts) == (3, 3)
    assert option("addresses.query", "sql").default == "SELECT API, RASP_catch FROM ip_addresses"
    assert option("requests.*.name").required


def test_the_defaults_told_are_the_models():
    config = parse_config("{}")
    for one in all_options():
        if "*" in one.pattern or one.source or one.sort is Sort.ENTRIES or one.pattern[0] == "flask":
            continue
        value = config
        for step in one.pattern:
            value = getattr(value, step)
        assert (list(value) if isinstance(value, tuple) else value) == one.default, one.pattern
