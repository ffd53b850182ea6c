"""The words of a shift report: its figures as headings, texts and tables."""

from collections.abc import Iterator, Sequence
from datetime import timedelta, tzinfo

from doge_gui.core.recording.curves import Level
from doge_gui.core.reporting.alarm_words import alarm_section, flood_section
from doge_gui.core.reporting.cycle_words import action_section, cycle_section
from doge_gui.core.reporting.cycles import FleetChange
from doge_gui.core.reporting.document import Column as Head
from doge_gui.core.reporting.document import Document, Picture, Section, Table, Text, Tile, Tone
from doge_gui.core.reporting.gateway_words import gateway_section
from doge_gui.core.reporting.picture import marbles_picture
from doge_gui.core.reporting.shift import ShiftReport
from doge_gui.core.reporting.tongue import Tongue
from doge_gui.core.reporting.wording import NOTHING, Wording, change, count_of, grouped

_MOST_CHANGES = 5
_DAY = timedelta(days=1)


def document(told: ShiftReport, zone: tzinfo | None = None, tongue: Tongue | None = None) -> Document:
    """Put a report into words; times in `zone`, None being the machine's; English without a `tongue`."""
    wish = told.wish
    report = Wording(zone, wish.begin, wish.end, tongue or Tongue())
    span = f"{report.span()}, {report.lasted((wish.end - wish.begin).total_seconds())}"
    return Document(
        report.tr("Shift report"),
        wish.plant,
        span,
        report.tr("Made {0}").format(report.full(wish.made_at)),
        tuple(_tiles(told, report)),
        (
            Section(report.tr("Marbles"), tuple(_marbles(told, report))),
            Section(report.tr("Gateways"), tuple(gateway_section(told, report))),
            Section(report.tr("Cycles"), tuple(cycle_section(told, report))),
            Section(report.tr("Alarms"), tuple(alarm_section(told, report))),
            Section(report.tr("Alarm floods"), tuple(flood_section(told, report))),
            Section(report.tr("Actions"), tuple(action_section(told, report))),
        ),
        report.tongue.language,
        report.tr("{0} of {1}"),
    )


def _tiles(told: ShiftReport, report: Wording) -> Iterator[Tile]:
    cycles = told.cycles
    complete = cycles.circuits[0].complete
    share = complete / cycles.count if cycles.count else None
    counted = (
        report.tr("{0} of {1}").format(
            grouped(complete), report.many(cycles.count, report.tr("cycle"), report.tr("cycles"))
        )
        if cycles.count
        else report.tr("nothing recorded")
    )
    yield Tile(report.tr("Complete marble totals"), report.percent(share), counted, _tone(share))
    known = sum(one.known for one in told.gateways)
    answered = sum(one.answered for one in told.gateways)
    available = answered / known if known else None
    whole = sum(one.share == 1 for one in told.gateways)
    always = report.tr("{0} of {1} at all times").format(
        grouped(whole), report.many(len(told.gateways), report.tr("gateway"), report.tr("gateways"))
    )
    yield Tile(
        report.tr("Availability"),
        report.percent(available),
        always if known else report.tr("nothing recorded"),
        _tone(available),
    )
    yield Tile(report.tr("Recorded"), *_recorded(told, report))
    yield from _alarm_tiles(told, report)


def _alarm_tiles(told: ShiftReport, report: Wording) -> Iterator[Tile]:
    alarms = told.alarms
    if not told.cycles.count and not alarms.raised:
        for label in (report.tr("Alarms"), report.tr("Floods")):
            yield Tile(label, NOTHING, report.tr("nothing recorded"), Tone.MUTED)
    else:
        low, medium, high = alarms.mix
        tone = Tone.HIGH if high else Tone.MEDIUM if medium else Tone.PLAIN
        mix = report.tr("{0} high, {1} medium, {2} low").format(grouped(high), grouped(medium), grouped(low))
        yield Tile(report.tr("Alarms"), grouped(alarms.raised), mix, tone)
        flooded = sum((one.end - one.begin).total_seconds() for one in alarms.floods)
        note = (
            report.tr("{0} in all").format(report.lasted(flooded))
            if alarms.floods
            else report.tr("never above 10 alarms in 10 min")
        )
        yield Tile(
            report.tr("Floods"), grouped(len(alarms.floods)), note, Tone.HIGH if alarms.floods else Tone.PLAIN
        )
    waiting, standing = len(alarms.unacknowledged), len(alarms.standing)
    note = (
        report.tr("{0} not acknowledged").format(grouped(waiting))
        if waiting
        else report.tr("none waits to be acknowledged")
    )
    yield Tile(
        report.tr("Standing at the end"), grouped(standing), note, Tone.MEDIUM if standing else Tone.PLAIN
    )


def _tone(share: float | None) -> Tone:
    return Tone.MUTED if share is None else Tone.PLAIN if share >= 1 else Tone.MEDIUM


def _recorded(told: ShiftReport, report: Wording) -> tuple[str, str, Tone]:
    cycles = told.cycles
    span_s = (cycles.end - cycles.begin).total_seconds()
    share = min(cycles.recorded_s / span_s, 1.0)
    if not cycles.pauses:
        return report.percent(1.0 if cycles.count else 0.0), report.tr("without a pause"), Tone.PLAIN
    missing = report.tr("nothing known of {0}").format(
        report.lasted(sum((b - a).total_seconds() for a, b in cycles.pauses))
    )
    return report.percent(min(share, 0.9999)) if cycles.count else report.percent(0.0), missing, Tone.MEDIUM


def _marbles(told: ShiftReport, report: Wording) -> Iterator[Text | Table | Picture]:
    cycles, wish = told.cycles, told.wish
    if not cycles.count:
        yield Text(
            report.tr("Nothing was recorded in this span: nothing is known of the marbles."), Tone.MUTED
        )
        return
    heads = (
        *(
            Head(report.tr("Circuit"), 2.4),
            Head(report.tr("First"), 1.3, True),
            Head(report.tr("Last"), 1.3, True),
        ),
        *(
            Head(report.tr("Change"), 1.2, True),
            Head(report.tr("Lowest"), 1.3, True),
            Head(report.tr("Highest"), 1.3, True),
        ),
        Head(report.tr("Complete"), 1.3, True),
    )
    yield from _not_kept(told, report)
    rows = tuple(
        (
            *(one.name, count_of(one.first), count_of(one.last), change(one.difference)),
            *(count_of(one.low), count_of(one.high), report.percent(one.complete / cycles.count)),
        )
        for one in cycles.circuits
    )
    yield Table(heads, rows)
    if cycles.changes:
        yield Text(_fleet_changes(cycles.changes, report))
    names = [one.name for one in cycles.circuits]
    yield marbles_picture(told.marbles, names, wish.begin, wish.end, report, cycles.interval_s)
    yield Text(
        report.tr(
            "Totals over every gateway only: a total without one of them is not a total, and is left out. "
            "Grey: no complete total, or nothing recorded."
        ),
        Tone.MUTED,
    )


def _not_kept(told: ShiftReport, report: Wording) -> Iterator[Text]:
    """That single cycles are gone, and what the figures are made of."""
    if told.cycles.level is Level.RAW:
        return
    kept_for = told.wish.cycles_kept
    bucket = report.tr("minute") if told.cycles.level is Level.MINUTE else report.tr("hour")
    long = (
        ""
        if kept_for is None
        else report.tr(": single cycles are kept for {0} days").format(
            report.tongue.notation.number(f"{kept_for / _DAY:g}")
        )
    )
    yield Text(
        report.tr(
            "Single cycles of this time are not kept any more{0}. What is told of marbles, gateways "
            "and cycles comes from values per {1}; first and last are those at the end of a {2}."
        ).format(long, bucket, bucket)
    )


def _fleet_changes(changes: Sequence[FleetChange], report: Wording) -> str:
    said = [
        report.tr("{0} until {1}, then {2}").format(
            report.many(one.before, report.tr("gateway"), report.tr("gateways")),
            report.time(one.at),
            grouped(one.after),
        )
        for one in changes[:_MOST_CHANGES]
    ]
    more = (
        report.tr("; and {0} more").format(
            report.many(len(changes) - len(said), report.tr("change"), report.tr("changes"))
        )
        if len(changes) > len(said)
        else ""
    )
    changed = report.tr(
        "The fleet changed: {0}. Change counts only what was gained or lost while the fleet was the same."
    )
    return changed.format("; ".join(said) + more)
