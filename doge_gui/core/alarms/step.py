"""One judgement: a picture of the plant, or the program's own condition, moves the book."""

from collections import defaultdict
from collections.abc import Iterable

import numpy as np

from doge_gui.core.alarms import inhibition, plant, program
from doge_gui.core.alarms.alarm import Alarm, Kind, alarm_id
from doge_gui.core.alarms.book import Book, Draft, Instant, Outcome
from doge_gui.core.alarms.judgement import Judgement, single
from doge_gui.core.alarms.machine import Finding, advance, call_anew
from doge_gui.core.alarms.program import Surroundings
from doge_gui.core.alarms.rules import AlarmRule, Rules, usual
from doge_gui.core.alarms.states import Priority, Reading
from doge_gui.core.alarms.watch import Watch
from doge_gui.core.snapshot import Snapshot

_OF_REQUESTS = frozenset({Kind.HIGH, Kind.LOW})
_OF_CIRCUITS = frozenset({Kind.MARBLES})
"""Kinds whose rules can leave the configuration."""


def step(book: Book, snapshot: Snapshot, watch: Watch, rules: Rules, instant: Instant) -> Outcome:
    """Judge a picture of Phase.READ. `watch` has taken it already.

    What explains other alarms is judged before them, so that nothing sounds only to be hidden.
    """
    draft = Draft(book, instant)
    standing = _by_rule(book)
    _take(draft, standing, plant.flapping(snapshot, watch), rules)
    before = {key for key, alarm in book.alarms.items() if alarm.state.active}
    _take(draft, standing, plant.offline(snapshot, watch, rules), rules)
    inhibition.hide_flapping(draft)
    lost = (key for key, alarm in draft.alarms.items() if alarm.kind is Kind.OFFLINE and key not in before)
    grouped = rules.of(Kind.FLEET_OFFLINE).enabled
    more = grouped and inhibition.group(draft, tuple(lost), rules.group_above)
    group = _group(draft, snapshot)
    _take(draft, standing, group, rules)
    if more and inhibition.GROUP in before:
        for finding in group.findings(standing[group.kind, ""], rules.of(group.kind)):
            call_anew(draft, finding)
    inhibition.dissolve(draft)
    inhibition.hide_children(draft)
    judged: set[tuple[Kind, str]] = set()
    for judgement in (*plant.of_gateways(snapshot, watch, rules), *plant.of_values(snapshot, rules)):
        judged.add((judgement.kind, judgement.subject))
        _take(draft, standing, judgement, rules)
    for judgement in plant.of_circuits(snapshot, rules):
        judged.add((judgement.kind, judgement.subject))
        if judgement.kind is not Kind.NOT_CONNECTED or _news(draft, watch, rules):
            _take(draft, standing, judgement, rules)
    _withdraw(draft, standing, judged)
    inhibition.hide_explained(draft)
    _take(draft, standing, program.overrun(watch.overran), rules)
    return draft.outcome()


def step_program(
    book: Book, surroundings: Surroundings, before: Instant | None, rules: Rules, instant: Instant
) -> Outcome:
    """Judge the program's own condition; `before` is the instant of the last judgement, for the clocks."""
    draft = Draft(book, instant)
    standing = _by_rule(book)
    for judgement in program.of_program(surroundings):
        _take(draft, standing, judgement, rules)
    _take(draft, standing, program.clock_jump(before, instant, rules), rules)
    return draft.outcome()


def _news(draft: Draft, watch: Watch, rules: Rules) -> bool:
    """That a PLC is missing would tell something: it stands already, or nothing explains it or soon will."""
    soon = any(cycles < rules.offline_after for cycles in watch.failed.values())
    stands = alarm_id(Kind.NOT_CONNECTED) in draft.alarms
    return stands or not (soon or inhibition.explained(draft))


def _by_rule(book: Book) -> dict[tuple[Kind, str], list[Alarm]]:
    standing: dict[tuple[Kind, str], list[Alarm]] = defaultdict(list)
    for alarm in book.alarms.values():
        standing[alarm.kind, alarm.subject].append(alarm)
    return standing


def _take(
    draft: Draft, standing: dict[tuple[Kind, str], list[Alarm]], judgement: Judgement, rules: Rules
) -> None:
    rule = rules.of(judgement.kind, judgement.subject)
    alarms = standing.get((judgement.kind, judgement.subject), [])
    for finding in judgement.findings(alarms, rule):
        _take_one(draft, finding, rule)


def _take_one(draft: Draft, finding: Finding, rule: AlarmRule) -> None:
    gone = finding.reading is Reading.GONE
    if not gone and inhibition.says_nothing(draft, finding.kind, finding.plc):
        advance(draft, finding._replace(reading=Reading.UNKNOWN), rule)
        return
    hidden = inhibition.was_hidden(draft.alarms.get(finding.id))
    advance(draft, finding, rule, decide_now=hidden)
    if hidden and finding.reading is not Reading.UNKNOWN:
        inhibition.bare(draft, finding.id)


def _group(draft: Draft, snapshot: Snapshot) -> Judgement:
    """The one alarm in place of many: true while any gateway it stands for is lost."""
    lost = sum(alarm.state.active for alarm in inhibition.members(draft))
    fleet = len(snapshot.plan)
    everything = bool(fleet) and bool(np.isfinite(snapshot.lost_since).all())
    reading = Reading.TRUE if lost else Reading.CLEAR
    gone = int(np.isfinite(snapshot.lost_since).sum())
    words = f"all {fleet} gateways" if everything else f"{gone} of {fleet} gateways"
    stands = draft.alarms.get(inhibition.GROUP)
    # As urgent as it was at its worst, until somebody has taken notice.
    worst = stands is not None and stands.state.unacknowledged and stands.priority is Priority.HIGH
    return Judgement(
        Kind.FLEET_OFFLINE,
        single(reading if fleet else Reading.UNKNOWN),
        detail=lambda _row: words,
        priority=Priority.HIGH if everything or worst else None,
    )


def _withdraw(
    draft: Draft, standing: dict[tuple[Kind, str], list[Alarm]], judged: Iterable[tuple[Kind, str]]
) -> None:
    """Alarms of requests and expectations that the configuration holds no more."""
    there = frozenset(judged)
    for rule, alarms in standing.items():
        if rule in there or rule[0] not in _OF_REQUESTS | _OF_CIRCUITS:
            continue
        for alarm in alarms:
            _gone(draft, alarm)


def _gone(draft: Draft, alarm: Alarm) -> None:
    finding = Finding(alarm.id, alarm.kind, alarm.subject, alarm.plc, Reading.GONE, alarm.priority)
    _take_one(draft, finding, usual(alarm.kind))
