"""What a configuration says of alarms reaches the judgement; what is wrong with it is told with its place."""

import pytest

from doge_gui.core.alarms.alarm import Kind
from doge_gui.core.alarms.rules import Rules, usual
from doge_gui.core.alarms.states import Priority
from doge_gui.core.config_text import ConfigError, parse_config


def test_without_a_word_about_alarms_all_is_as_usual() -> None:
    rules = parse_config('{"requests": [{"name": "t", "threshold": 3}]}').alarm_rules()
    assert {kind: rules.of(kind) for kind in Kind} == {kind: usual(kind) for kind in Kind}
    assert rules.of(Kind.HIGH, "t").priority is Priority.HIGH
    plain = Rules()
    assert (rules.offline_after, rules.group_above) == (plain.offline_after, plain.group_above)
    assert (rules.slow_above_s, rules.connections_limit) == (plain.slow_above_s, plain.connections_limit)
    assert (rules.marbles_expected, rules.shelve_most_s) == (plain.marbles_expected, plain.shelve_most_s)


def test_every_word_about_alarms_is_taken() -> None:
    config = parse_config(
        """{"requests": [{"name": "t", "threshold": 30, "low_threshold": 5, "never_negative": true,
                         "priority": "low", "deadband": 2, "on_delay_s": 10, "off_delay_s": 20,
                         "latching": true, "message": "Too hot", "response": "Open the vent.",
                         "sound": "hot.wav", "label": "Temp.", "unit": "°C"}],
            "alarms": {"offline": {"after_cycles": 3, "priority": "high", "response": "Ring Anne."},
                       "fleet_offline": {"above": 5}, "slow": {"above_s": 0.5, "on_delay_s": 0},
                       "connections": {"limit": 7}, "overrun": {"enabled": false},
                       "marbles": {"expected": [100, 90, 80], "tolerance": 4}, "clock": {"jump_s": 60},
                       "shelve_most_hours": 2}}"""
    )
    rules, request = config.alarm_rules(), config.rules()[0]
    assert (request.low_threshold, request.never_negative) == (5, True)
    hot = rules.of(Kind.LOW, "t")
    assert (hot.priority, hot.deadband, hot.on_delay_s, hot.off_delay_s) == (Priority.LOW, 2, 10, 20)
    assert (hot.latching, hot.message, hot.response, hot.sound) == (
        True,
        "Too hot",
        "Open the vent.",
        "hot.wav",
    )
    assert (hot.title, hot.unit) == ("Temp.", "°C")
    assert (rules.offline_after, rules.of(Kind.OFFLINE).priority) == (3, Priority.HIGH)
    assert rules.of(Kind.OFFLINE).response == "Ring Anne."
    assert (rules.group_above, rules.slow_above_s, rules.connections_limit) == (5, 0.5, 7)
    assert rules.of(Kind.SLOW).on_delay_s == 0
    assert rules.of(Kind.SLOW).off_delay_s == usual(Kind.SLOW).off_delay_s
    assert not rules.of(Kind.OVERRUN).enabled
    assert (rules.marbles_expected, rules.marbles_tolerance) == ((100, 90, 80), 4)
    assert (rules.clock_jump_s, rules.shelve_most_s) == (60, 7200)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ('{"alarms": {"offlin": {}}}', "alarms.offlin: unknown key (did you mean 'offline'?)"),
        ('{"alarms": {"offline": {"above": 2}}}', "alarms.offline.above: unknown key"),
        ('{"alarms": {"slow": {"priority": "urgent"}}}', "alarms.slow.priority:"),
        ('{"alarms": {"marbles": {"expected": [1, 2]}}}', "alarms.marbles.expected[2]: this key is missing"),
        ('{"alarms": {"marbles": {"expected": [1, 2, -3]}}}', "alarms.marbles.expected[2]:"),
        ('{"alarms": {"shelve_most_hours": 0}}', "alarms.shelve_most_hours:"),
        ('{"requests": [{"name": "t", "deadband": -1}]}', "requests[0].deadband:"),
        (
            '{"requests": [{"name": "t", "threshold": 3, "low_threshold": 5}]}',
            "requests[0].low_threshold: 5 must be less than threshold, 3",
        ),
    ],
)
def test_a_mistake_is_told_at_its_place(text: str, place: str) -> None:
    with pytest.raises(ConfigError) as caught:
        parse_config(text)
    assert any(str(mistake).startswith(place) for mistake in caught.value.mistakes)
