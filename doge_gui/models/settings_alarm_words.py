"""The words of the requests' options and of the alarms'."""

from PySide6.QtCore import QCoreApplication

from doge_gui.core.settings.options import ANY, Pattern
from doge_gui.models.settings_word import Word

_tr = QCoreApplication.translate
_Words = dict[Pattern, Word]


def parts() -> tuple[_Words, ...]:
    """All of them, in the language that is in force."""
    return (
        _request(),
        _request_limits(),
        *map(_behaviour, ("requests", "alarms")),
        _own(),
        _kinds(),
        _seen(),
    )


def _request() -> _Words:
    at = ("requests", ANY)
    return {
        ("requests",): Word(
            _tr("Settings", "Requests"),
            _tr("Settings", "Questions beyond the plant's own, asked of each gateway in each cycle."),
        ),
        (*at, "name"): Word(
            _tr("Settings", "Name"),
            _tr("Settings", "Path asked of each gateway: letters, digits, _ and -."),
        ),
        (*at, "label"): Word(
            _tr("Settings", "Title"), _tr("Settings", "Title of the column; the name where it is empty.")
        ),
        (*at, "unit"): Word(_tr("Settings", "Unit"), _tr("Settings", "Shown beside the value, °C say.")),
        (*at, "sum"): Word(
            _tr("Settings", "Judge the fleet's sum"),
            _tr("Settings", "Off: each gateway's own value is judged."),
        ),
        (*at, "never_negative"): Word(
            _tr("Settings", "Never below zero"),
            _tr("Settings", "Then a partial sum above the threshold is certain already."),
        ),
    }


def _request_limits() -> _Words:
    at, none = ("requests", ANY), _tr("Settings", "none")
    return {
        (*at, "threshold"): Word(
            _tr("Settings", "High threshold"), _tr("Settings", "A greater value is a breach."), nothing=none
        ),
        (*at, "low_threshold"): Word(
            _tr("Settings", "Low threshold"), _tr("Settings", "A smaller value is a breach."), nothing=none
        ),
        (*at, "deadband"): Word(
            _tr("Settings", "Deadband"),
            _tr("Settings", "How far back a value must go before its alarm clears, in the value's unit."),
        ),
    }


def _behaviour(section: str) -> _Words:
    at, usual = (section, ANY), _tr("Settings", "as usual")
    return {
        (*at, "priority"): Word(_tr("Settings", "Priority"), _tr("Settings", "How urgent the alarm is.")),
        (*at, "on_delay_s"): Word(
            _tr("Settings", "On-delay"),
            _tr("Settings", "How long it must last before the alarm is raised."),
            _tr("Settings", "s"),
            _tr("Settings", "as usual: at once"),
        ),
        (*at, "off_delay_s"): Word(
            _tr("Settings", "Off-delay"),
            _tr("Settings", "How long it must be over before the alarm clears."),
            _tr("Settings", "s"),
            _tr("Settings", "as usual: at once"),
        ),
        (*at, "latching"): Word(
            _tr("Settings", "Latching"), _tr("Settings", "Keep the alarm until somebody resets it.")
        ),
        (*at, "message"): Word(
            _tr("Settings", "Message"),
            _tr("Settings", "In place of the program's own words."),
            nothing=_tr("Settings", "the program's own words"),
        ),
        (*at, "response"): Word(
            _tr("Settings", "What to do"), _tr("Settings", "Shown with the alarm."), nothing=usual
        ),
        (*at, "sound"): Word(
            _tr("Settings", "Sound"),
            _tr("Settings", "WAV file, relative to the configuration's folder."),
            nothing=_tr("Settings", "the priority's tone"),
        ),
    }


def _own() -> _Words:
    return {
        ("alarms", ANY, "enabled"): Word(_tr("Settings", "In use"), _tr("Settings", "Raise this alarm.")),
        ("alarms", "offline", "after_cycles"): Word(
            _tr("Settings", "Raised after"),
            _tr("Settings", "Cycles in a row without an answer."),
            _tr("Settings", "cycles"),
        ),
        ("alarms", "fleet_offline", "above"): Word(
            _tr("Settings", "More than"),
            _tr("Settings", "More gateways than this, lost in one cycle, are one alarm."),
            _tr("Settings", "gateways"),
        ),
        ("alarms", "slow", "above_s"): Word(
            _tr("Settings", "Slower than"),
            _tr("Settings", "Mean time of an answer."),
            _tr("Settings", "s"),
        ),
        ("alarms", "connections", "limit"): Word(
            _tr("Settings", "More than"),
            _tr("Settings", "Connections beyond the allowed ones, per circuit (checkplusde3)."),
            _tr("Settings", "connections"),
        ),
        ("alarms", "marbles", "expected"): Word(
            _tr("Settings", "Expected marbles"),
            _tr("Settings", "Of each circuit. Off: nothing is judged."),
            _tr("Settings", "marbles"),
        ),
        ("alarms", "marbles", "tolerance"): Word(
            _tr("Settings", "Tolerance"),
            _tr("Settings", "How many more or fewer are well: marbles in transit."),
            _tr("Settings", "marbles"),
        ),
        ("alarms", "clock", "jump_s"): Word(
            _tr("Settings", "A jump is more than"),
            _tr("Settings", "How far the time of day must jump."),
            _tr("Settings", "s"),
        ),
        ("alarms", "shelve_most_hours"): Word(
            _tr("Settings", "Longest shelving"),
            _tr("Settings", "Also of a mute."),
            _tr("Settings", "hours"),
        ),
    }


def _kinds() -> _Words:
    return {
        ("alarms", "offline"): Word(
            _tr("Settings", "Gateway lost"), _tr("Settings", "A gateway does not answer.")
        ),
        ("alarms", "fleet_offline"): Word(
            _tr("Settings", "Several gateways lost"),
            _tr("Settings", "One alarm in place of many, which it hides; so it cannot wait itself."),
        ),
        ("alarms", "flapping"): Word(
            _tr("Settings", "Gateway comes and goes"),
            _tr("Settings", "A gateway is lost and back again and again."),
        ),
        ("alarms", "slow"): Word(
            _tr("Settings", "Slow answers"), _tr("Settings", "A gateway takes long to answer.")
        ),
        ("alarms", "wrong"): Word(
            _tr("Settings", "Wrong answers"), _tr("Settings", "A gateway answers against the contract.")
        ),
        ("alarms", "still_connected"): Word(
            _tr("Settings", "Still connected"),
            _tr("Settings", "A PLC accepted its disconnection and is connected all the same."),
        ),
        ("alarms", "connections"): Word(
            _tr("Settings", "Too many connections"),
            _tr("Settings", "More connections on a circuit than are allowed."),
        ),
        ("alarms", "not_connected"): Word(
            _tr("Settings", "Not all connected"), _tr("Settings", "Not every PLC of the fleet is connected.")
        ),
    }


def _seen() -> _Words:
    return {
        ("alarms", "marbles"): Word(
            _tr("Settings", "Marbles"), _tr("Settings", "A circuit's marbles are not as many as expected.")
        ),
        ("alarms", "addresses"): Word(
            _tr("Settings", "Address list"), _tr("Settings", "The list of gateways cannot be read.")
        ),
        ("alarms", "overrun"): Word(
            _tr("Settings", "Cycle overrun"), _tr("Settings", "A cycle took longer than its interval.")
        ),
        ("alarms", "disk"): Word(
            _tr("Settings", "Disk nearly full"), _tr("Settings", "The disk of the recordings runs full.")
        ),
        ("alarms", "sound"): Word(_tr("Settings", "Sound lost"), _tr("Settings", "Alarms cannot be heard.")),
        ("alarms", "clock"): Word(
            _tr("Settings", "Time of day jumped"),
            _tr("Settings", "The machine's clock was put forward or back."),
        ),
        ("alarms", "journal"): Word(
            _tr("Settings", "Alarm journal"), _tr("Settings", "Alarms cannot be recorded.")
        ),
        ("alarms", "history"): Word(
            _tr("Settings", "History"), _tr("Settings", "Readings cannot be recorded.")
        ),
    }
