"""The topic of the page that watches the watcher: the program's own condition, each part with a judgement."""

from dataclasses import replace
from typing import Any

from doge_gui.core.config_text import Mistake
from doge_gui.core.station_facts import StationFacts
from doge_gui.web.given import Given
from doge_gui.web.tongue import Tongue
from doge_gui.web.topics.health_parts import (
    Part,
    addresses,
    configuration,
    cycle_age,
    cycle_time,
    disk,
    history,
    log,
    overruns,
    sound,
)
from doge_gui.web.topics.severity import worst
from doge_gui.web.topics.station import station


def health(given: Given, tongue: Tongue, facts: StationFacts) -> dict[str, Any]:
    """`station`; `severity`: the worst of the parts; `running_s`; `cycles` since the start; `version`;
    `parts`, each `key`, `title`, `severity`, `word`, `text`, `figure` (a number or null), `form` (how to
    write it: `age` counts on, `span` in seconds, `count`, `bytes`), `notes` (lines of text).
    """
    now = given.clock()
    parts = [
        cycle_age(facts, now),
        cycle_time(facts),
        overruns(facts),
        history(facts),
        addresses(facts, now),
        sound(facts),
        log(facts),
        disk(facts),
        configuration(facts),
    ]
    return {
        "station": station(given, tongue, facts),
        "severity": worst(*(part.severity for part in parts)),
        "running_s": max(0.0, now - facts.started_at),
        "cycles": facts.tally.cycles,
        "version": given.version,
        "parts": [_told(tongue, part) for part in parts],
    }


def _told(tongue: Tongue, part: Part) -> dict[str, Any]:
    return {
        "key": part.key,
        "title": tongue.word(part.title),
        "severity": part.severity,
        "word": tongue.word(part.word),
        "text": tongue.word(part.text).format(*map(tongue.told, part.filled)) if part.text else "",
        "figure": part.figure,
        "form": part.form,
        "notes": [_note(tongue, note) for note in part.notes],
    }


def _note(tongue: Tongue, note: str | Mistake) -> str:
    if isinstance(note, str):
        return tongue.told(note)
    return str(replace(note, what=tongue.told(note.what), remedy=tongue.told(note.remedy)))
