"""The key figures of the fleet, as cards: a caption, a value, a line beneath."""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication

from doge_gui.core.plan import RequestRule
from doge_gui.core.snapshot import FIRST_REQUEST, MULTI, Quality, RequestTotal, Snapshot, VectorTotal
from doge_gui.core.statuses import Schedule
from doge_gui.models.facts import total_text
from doge_gui.models.fleet_picture import FleetPicture
from doge_gui.models.phrases import AT_LEAST, NOTHING, grouped, measure, one_line, seconds_of, span
from doge_gui.models.severity import Severity

_tr = QCoreApplication.translate
_BRIEF_CHARS = 16
"""So many fit into the narrowest card."""


@dataclass(frozen=True, slots=True)
class Figure:
    """What one card shows, all plain text."""

    caption: str
    value: str
    detail: str
    severity: Severity = Severity.NORMAL
    brief: tuple[str, str] = ("", "")
    """Caption and detail where there is little room; empty where the long ones serve."""
    part: str = ""
    """What stands smaller behind the value: `/ 50`."""
    still: str = ""
    """What is told beneath even when the value is old: who is not in it."""
    old: bool = False
    """The value no longer tells the present."""


def figures(fleet: FleetPicture, schedule: Schedule | None) -> tuple[Figure, ...]:
    """All cards, in their order."""
    snapshot = fleet.snapshot
    marbles = (
        _marbles(snapshot.plan.circuits[circuit], snapshot.marbles, circuit)
        for circuit in range(len(snapshot.plan.circuits))
    )
    requests = (
        _request(snapshot, column, rule, snapshot.request_totals[column])
        for column, rule in enumerate(snapshot.plan.requests)
        if rule.threshold is not None
    )
    told = (_connected(fleet), *marbles, _beyond(snapshot), *requests)
    dated = as_of(fleet, schedule)
    if dated:
        told = tuple(_dated(figure, dated) for figure in told)
    return (*told, _cycle(fleet, schedule))


def as_of(fleet: FleetPicture, schedule: Schedule | None) -> str:
    """Of when the totals are, while nothing is asked or they are old; empty while they tell the present."""
    paused = schedule is not None and schedule.paused
    if not fleet.snapshot.facts.number or not (fleet.old or paused):
        return ""
    return _tr("Figures", "as of {0} ago").format(span(fleet.totals_age_s))


def _dated(figure: Figure, dated: str) -> Figure:
    """The figure as it was, saying when; what holds for the present only is left out."""
    detail = f"{figure.still} · {dated}" if figure.still else dated
    return replace(figure, detail=detail, brief=(figure.brief[0], figure.still or dated), old=True)


def _connected(fleet: FleetPicture) -> Figure:
    snapshot = fleet.snapshot
    of = len(snapshot.plan)
    # An old picture is told as it was, and dated; in a new one only new answers count.
    known = snapshot.quality[:, MULTI] == Quality.GOOD
    connected = known if fleet.old else fleet.connected
    answering, lost = int(connected.sum()), np.isfinite(snapshot.lost_since)
    missing, words, brief = int(lost.sum()), _missing(fleet, connected), ""
    still = detail = ", ".join(words)
    if len(words) == missing == 1:
        row = int(np.flatnonzero(lost)[0])
        since = span(fleet.now - float(snapshot.lost_since[row]))
        plc = one_line(snapshot.plan.addresses[row].plc)
        detail, brief = _tr("Figures", "{0} lost {1} ago").format(plc, since), f"{plc} · {since}"
    elif len(words) > 1 and missing:
        apart = of - answering - missing
        brief = _tr("Figures", "{0} lost, {1} not well").format(grouped(missing), grouped(apart))
    elif answering == of > 0:
        detail, brief = _tr("Figures", "every gateway answers"), _tr("Figures", "all answer")
    severity = Severity.MEDIUM if missing else Severity.NORMAL
    part = f"/ {grouped(of)}"
    caption = _tr("Figures", "Connected")
    return Figure(caption, grouped(answering), detail, severity, ("", brief), part, still)


def _missing(fleet: FleetPicture, connected: NDArray[np.bool_]) -> list[str]:
    """Those that are not connected, counted by what is wrong with them; together they are all of them."""
    snapshot = fleet.snapshot
    lost = ~connected & np.isfinite(snapshot.lost_since)
    bad = ~connected & ~lost & (snapshot.quality[:, MULTI] == Quality.BAD)
    bad |= ~connected & ~lost & np.fromiter(map(bool, snapshot.failures), np.bool_, len(snapshot.plan))
    waiting = int(np.count_nonzero(~connected & ~lost & ~bad))
    gone, wrong = int(np.count_nonzero(lost)), int(np.count_nonzero(bad))
    wrongly = _tr("Figures", "{0} answers wrongly") if wrong == 1 else _tr("Figures", "{0} answer wrongly")
    told = (
        (gone, _tr("Figures", "{0} lost")),
        (wrong, wrongly),
        (waiting, _tr("Figures", "{0} without news")),
    )
    return [words.format(grouped(count)) for count, words in told if count]


def _incomplete(over: int, of: int) -> str:
    if not over:
        return _tr("Figures", "not known yet")
    return _tr("Figures", "◆ incomplete: {0} of {1}").format(grouped(over), grouped(of))


def _incomplete_brief(over: int, of: int) -> str:
    return _tr("Figures", "◆ {0} of {1}").format(grouped(over), grouped(of)) if over else ""


def _marbles(circuit: str, total: VectorTotal, number: int) -> Figure:
    value = total_text(total.value[number], total.over, total.complete, grouped(total.value[number]))
    name = one_line(circuit)
    caption = _tr("Figures", "Marbles · {0}").format(name[:1].lower() + name[1:])
    if total.complete:
        said = _tr("Figures", "all {0} gateways").format(grouped(total.of))
        return Figure(caption, value, said, brief=(name, ""))
    still = _incomplete_brief(total.over, total.of)
    return Figure(caption, value, _incomplete(total.over, total.of), brief=(name, still), still=still)


def _beyond(snapshot: Snapshot) -> Figure:
    total, multi = snapshot.checkplusde3, snapshot.multi_possible
    counts = "0" if not any(total.value) else " · ".join(map(grouped, total.value))
    value = total_text(sum(total.value), total.over, total.complete, counts)
    possible = " · ".join(map(grouped, multi.value)) if multi.over else NOTHING
    mark = "" if multi.complete or not multi.over else "≥ "
    detail = _tr("Figures", "multi possible {0}{1}").format(mark, possible)
    caption = _tr("Figures", "Beyond three connections")
    narrow = "·".join(map(grouped, multi.value)) if multi.over else NOTHING
    brief = (_tr("Figures", "Beyond three"), _tr("Figures", "multi {0}").format(f"{mark}{narrow}"))
    still = "" if total.complete else _incomplete_brief(total.over, total.of)
    return Figure(caption, value, detail, brief=brief, still=still)


def _request(snapshot: Snapshot, column: int, rule: RequestRule, total: RequestTotal) -> Figure:
    limit = f"{measure(rule.threshold or 0.0)} {one_line(rule.unit)}".rstrip()
    severity = Severity.HIGH if total.breach else Severity.NORMAL
    title = one_line(rule.title)
    if not rule.summed:
        return _highest(snapshot, column, title, limit, severity)
    caption = _tr("Figures", "Sum of {0}").format(title)
    if not total.complete:
        return _partial_sum(caption, limit, rule, total)
    said = _tr("Figures", "above its limit of {0}") if total.breach else _tr("Figures", "limit {0}")
    return Figure(caption, measure(total.value), said.format(limit), severity)


def _partial_sum(caption: str, limit: str, rule: RequestRule, total: RequestTotal) -> Figure:
    """A sum that lacks gateways is not judged, unless they could only make it more."""
    still = _incomplete_brief(total.over, total.of)
    certain = rule.never_negative and rule.threshold is not None and total.value > rule.threshold
    if certain and total.over:
        value, over = f"{AT_LEAST} {measure(total.value)}", f"{grouped(total.over)} / {grouped(total.of)}"
        said = _tr("Figures", "above its limit of {0} · {1}").format(limit, over)
        return Figure(caption, value, said, Severity.HIGH, ("", still), still=still)
    known = _tr("Figures", "not known yet")
    if total.over:
        known = _tr("Figures", "◆ not judged: {0} of {1} · so far {2}").format(
            grouped(total.over), grouped(total.of), measure(total.value)
        )
    # Cut short, it still says over how many gateways it stands.
    brief = _tr("Figures", "{0}, not judged").format(still) if total.over else ""
    return Figure(caption, NOTHING, known, brief=("", brief), still=still)


def _highest(snapshot: Snapshot, column: int, title: str, limit: str, severity: Severity) -> Figure:
    good = snapshot.quality[:, FIRST_REQUEST + column] == Quality.GOOD
    values = snapshot.values[good, column]
    value = measure(float(values.max())) if len(values) else NOTHING
    over = int(snapshot.breach[:, column].sum())
    said = _tr("Figures", "limit {0}").format(limit)
    if over:
        said = _tr("Figures", "{0} above {1}").format(grouped(over), limit)
    return Figure(_tr("Figures", "Highest {0}").format(title), value, said, severity)


def _cycle(fleet: FleetPicture, schedule: Schedule | None) -> Figure:
    facts = fleet.snapshot.facts
    brief_caption = caption = _tr("Figures", "Cycle")
    if facts.number:
        short = _tr("Figures", "Cycle {0}").format(grouped(facts.number))
        age = span(fleet.now - fleet.snapshot.taken_at)
        # Cut off in the middle, an age of minutes would read as one of seconds.
        both = f"{short} · {age}"
        brief_caption = both if len(both) <= _BRIEF_CHARS else short
        caption = _tr("Figures", "{0} · age {1}").format(short, age)
    value = seconds_of(facts.elapsed_s) if facts.number else NOTHING
    if schedule is None:
        return Figure(caption, value, "", brief=(brief_caption, ""))
    skipped = _tr("Figures", "{0} skipped").format(grouped(schedule.skipped))
    severity = Severity.LOW if schedule.paused else Severity.NORMAL
    now = _next(fleet, schedule)
    brief = skipped if schedule.skipped and not schedule.paused else now
    return Figure(caption, value, f"{now} · {skipped}", severity, (brief_caption, brief))


def _next(fleet: FleetPicture, schedule: Schedule) -> str:
    if schedule.paused:
        return _tr("Figures", "● paused")
    if schedule.running or schedule.next_at is None:
        return _tr("Figures", "asking now")
    return _tr("Figures", "next in {0}").format(span(max(0.0, schedule.next_at - fleet.now)))
