"""A small plant as the web view is given it, healthy or in trouble, without anything that runs."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial

from doge_gui import paths
from doge_gui.core.alarms.book import Book, Instant
from doge_gui.core.alarms.report import AlarmReport
from doge_gui.core.alarms.step import step
from doge_gui.core.alarms.watch import Watch, watch
from doge_gui.core.config import Config, FlaskSection
from doge_gui.core.config_text import parse_config
from doge_gui.core.phrasebook import Translate
from doge_gui.core.recording.source import HistorySource
from doge_gui.core.snapshot import Phase, Snapshot
from doge_gui.core.station_facts import StationFacts
from doge_gui.core.statuses import AddressStatus, DiskStatus, Schedule, SoundStatus
from doge_gui.web.given import Given
from tests.core.pictures import OWN, SUMMED, cycle, good, lost, plan_of
from tools.translation_file import messages
from tools.translations import languages

BEGAN = datetime(2026, 1, 31, 8, tzinfo=UTC)
NOW = 100.0
"""Monotonic seconds at which the pictures are looked at."""
INTERVAL_S = 10.0
CONFIG: Config = parse_config(
    '{"requests": [{"name": "temperature", "sum": true, "threshold": 240},'
    ' {"name": "pressure", "threshold": 5}]}'
)
ROOM = DiskStatus("/data", 40_000_000_000, 100_000_000_000)


def french() -> Translate:
    """The program's French, read from its source."""
    (path,) = languages()
    known = {(one.context, one.source): one.translation for one in messages(path)}
    lines = "\n".join(f"{context}|{text}" for context, text in known if context.startswith("said."))
    known["Phrasebook", "templates"] = lines
    return lambda context, text: known.get((context, text)) or text


def names(gateways: int) -> list[str]:
    """`API-1` and so on."""
    return [f"API-{number}" for number in range(1, gateways + 1)]


def healthy_picture(gateways: int = 3) -> Snapshot:
    """Every gateway answers well: marbles 1, 2, 3 each, temperature 20 and pressure 1 each."""
    plan = plan_of(*names(gateways), requests=(SUMMED, OWN))
    return done(
        cycle(plan, *(good(plc, (1, 2, 3), 20.0, 1.0, at=NOW - 1) for plc in names(gateways)), now=NOW - 1)
    )


def broken_picture(gateways: int = 3) -> Snapshot:
    """The first gateway is lost after one good cycle, the second's pressure exceeds its threshold."""
    before = healthy_picture(gateways)
    replies = [
        lost("API-1", 2, at=NOW - 1),
        good("API-2", (1, 2, 3), 20.0, 9.0, at=NOW - 1),
        *(good(plc, (1, 2, 3), 20.0, 1.0, at=NOW - 1) for plc in names(gateways)[2:]),
    ]
    return done(cycle(before.plan, *replies, last=before, now=NOW - 1))


def done(picture: Snapshot) -> Snapshot:
    """The same picture at its cycle's end."""
    return replace(picture, facts=replace(picture.facts, phase=Phase.DONE))


def report_of(*pictures: Snapshot) -> AlarmReport:
    """What the alarms come to after these pictures, one after the other."""
    rules, book, past, recent = CONFIG.alarm_rules(), Book(), Watch(), []
    for number, picture in enumerate(pictures):
        instant = Instant(NOW - 1 + number * INTERVAL_S, BEGAN + timedelta(seconds=number * INTERVAL_S))
        read = replace(picture, facts=replace(picture.facts, phase=Phase.READ, number=number + 1))
        past = watch(past, read)
        outcome = step(book, read, past, rules, instant)
        book = outcome.book
        recent += outcome.events
    at = Instant(NOW, BEGAN + timedelta(minutes=5))
    return AlarmReport(book, rules, tuple(recent), at, len(pictures), 0, len(pictures), ROOM)


def never() -> StationFacts:
    """Before anything was told."""
    return StationFacts(started_at=NOW - 0.5)


def healthy(gateways: int = 3) -> StationFacts:
    """All is well, one second after a cycle."""
    picture = healthy_picture(gateways)
    return _facts(picture, report_of(picture))


def broken(gateways: int = 3) -> StationFacts:
    """One gateway lost, one in breach, three cycles long; the sound is lost and the address list fails."""
    picture = broken_picture(gateways)
    facts = _facts(picture, report_of(healthy_picture(gateways), picture, picture, picture))
    return replace(
        facts,
        sound=SoundStatus(False, "no audio server"),
        addresses=AddressStatus(
            "ip_addresses.json", gateways, NOW - 60, "No such file or directory", failing_since=NOW - 50
        ),
        log_error="/var/log/doge.log: Permission denied",
    )


def _facts(picture: Snapshot, report: AlarmReport) -> StationFacts:
    return StationFacts(
        snapshot=picture,
        read_at=NOW - 1,
        cycle_s=0.1,
        schedule=Schedule(INTERVAL_S, NOW + 9, running=False, paused=False, skipped=0),
        addresses=AddressStatus("ip_addresses.json", len(picture.plan), NOW - 1),
        alarms=report,
        sound=SoundStatus(True),
        started_at=NOW - 500,
    )


def given(
    facts: StationFacts | Callable[[], StationFacts] | None = None,
    section: FlaskSection | None = None,
    open_history: Callable[[], HistorySource | None] = lambda: None,
    now: Callable[[], float] = lambda: NOW,
) -> Given:
    """What the web view is given; the facts of a healthy plant unless others are named."""
    known = facts if callable(facts) else partial(_same, facts or healthy())
    return Given(
        facts=known,
        clock=now,
        wall_clock=lambda: BEGAN + timedelta(minutes=5),
        open_history=open_history,
        translate={"en": lambda _, text: text, "fr": french()},
        section=section or FlaskSection(port=0),
        resources=paths.resource("web"),
        version="1.2.3",
        plant="Atelier",
    )


def _same(facts: StationFacts) -> StationFacts:
    return facts
