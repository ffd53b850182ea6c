"""Sessions of a small plant: what happened to its alarms, picture by picture and act by act."""

import random
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import NamedTuple

from doge_gui.core.alarms import operator
from doge_gui.core.alarms.alarm import Kind
from doge_gui.core.alarms.book import Book, Instant, Outcome
from doge_gui.core.alarms.events import Event, What
from doge_gui.core.alarms.rules import AlarmRule, Rules
from doge_gui.core.alarms.states import AlarmState
from doge_gui.core.alarms.step import step
from doge_gui.core.alarms.watch import Watch, watch
from doge_gui.core.replies import GatewayReply
from tests.core.pictures import OWN, SUMMED, cycle, garbled, good, lost, plan_of

BEGAN = datetime(2026, 1, 31, 8, tzinfo=UTC)
PLCS = ("API-1", "API-2", "Süd 3", "API-4", "API-5")
RULES = Rules(requests={"pressure": AlarmRule(latching=True)}, group_above=2)


class Stage(NamedTuple):
    """One thing that happened."""

    events: tuple[Event, ...]
    book: Book
    """The book after it."""


def session(seed: int, stages: int) -> list[Stage]:
    """Cycles with losses and breaches in turn with an operator's acts, by chance, but the same each time."""
    chance, plan = random.Random(seed), plan_of(*PLCS, requests=(SUMMED, OWN))
    book, seen, last, told = Book(), Watch(), None, []
    for number in range(stages):
        now = Instant(60.0 * number, BEGAN + timedelta(seconds=60 * number, microseconds=number))
        if chance.random() < 0.6:
            last = cycle(plan, *(_reply(chance, plc) for plc in PLCS), last=last, now=now.mono)
            seen = watch(seen, last)
            outcome = step(book, last, seen, RULES, now)
        else:
            outcome = chance.choice(_ACTS)(book, _some(chance, book), now)
        told.append(Stage(outcome.events, outcome.book))
        book = outcome.book
    return told


def _some(chance: random.Random, book: Book) -> list[str]:
    return chance.sample(sorted(book.alarms), min(len(book.alarms), chance.randint(1, 3)))


def _reply(chance: random.Random, plc: str) -> GatewayReply:
    kind = chance.random()
    if kind < 0.15:
        return lost(plc, 2)
    if kind < 0.2:
        return garbled(plc, 1.0, None)
    return good(plc, (1, 2, 3), chance.uniform(30, 60), chance.uniform(3, 6.5))


_ACTS: tuple[Callable[[Book, list[str], Instant], Outcome], ...] = (
    lambda book, ids, now: operator.acknowledge(book, ids, "Ada", now, "seen"),
    lambda book, ids, now: operator.reset(book, ids, "Ada", now),
    lambda book, ids, now: operator.shelve(book, ids, 300, "Ada", "being repaired", now, 3600),
    lambda book, ids, now: operator.unshelve(book, ids, "Ada", now),
    lambda book, ids, now: operator.take_out_of_service(book, ids, "Bob", "cable cut", now),
    lambda book, ids, now: operator.put_in_service(book, ids, "Bob", now),
    lambda book, ids, now: operator.silence(book, "Ada", now),
    lambda book, ids, now: operator.mute(book, 120, "Ada", now, 3600),
    lambda book, ids, now: operator.unmute(book, "Ada", now),
    lambda book, ids, now: operator.let_end(book, now),
)


def raised(number: int, comment: str = "") -> Event:
    """The `number`-th entry of a simple story: a value above its threshold."""
    return Event(
        BEGAN + timedelta(seconds=number),
        What.TRANSITION,
        f"high:temperature:API-{number % 50}",
        Kind.HIGH,
        "temperature",
        f"API-{number % 50}",
        after=AlarmState.UNACK,
        value=241.0 + number,
        limit=240.0,
        comment=comment,
    )
