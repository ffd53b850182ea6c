"""The words of a shift report: its figures as headings, texts and tables."""

from collections.abc import Iterator, Sequence
from datetime import timedelta, tzinfo

from doge_gui.core.recording.curves import Level
from doge_gui.core.reporting.alarm_words import alarm_section, flood_section
from doge_gui.core.reporting.cycles import FleetChange
from doge_gui.core.reporting.document import Column as Head
from doge_gui.core.reporting.document import Document, Picture, Section, Table, Text, Tile, Tone, Toned
from doge_gui.core.reporting.gateway_words import gateway_section
from doge_gui.core.reporting.picture import marbles_picture
from doge_gui.core.reporting.shift import ShiftReport
from doge_gui.core.reporting.wording import NOTHING, Clock, change, count_of, grouped, lasted, many, percent

_MOST_PAUSES = 20
_NOTHING_RECORDED = "nothing recorded"
_MOST_ACTIONS = 500
_MOST_CHANGES = 5
_DAY = timedelta(days=1)


def document(told: ShiftReport, zone: tzinfo | None = None) -> Document:
    """Put a report into words; times in `zone`, None being the machine's."""
    wish = told.wish
    clock = Clock(zone, wish.begin, wish.end)
    span = f"{clock.span()}, {lasted((wish.end - wish.begin).total_seconds())}"
    return Document(
        "Shift report",
        wish.plant,
        span,
        clock.full(wish.made_at),
        tuple(_tiles(told)),
        (
            Section("Marbles", tuple(_marbles(told, clock))),
            Section("Gateways", tuple(gateway_section(told, clock))),
            Section("Cycles", tuple(_cycles(told, clock))),
            Section("Alarms", tuple(alarm_section(told, clock))),
            Section("Alarm floods", tuple(flood_section(told, clock))),
            Section("Actions", tuple(_actions(told, clock))),
        ),
    )


def _tiles(told: ShiftReport) -> Iterator[Tile]:
    cycles = told.cycles
    complete = cycles.circuits[0].complete
    share = complete / cycles.count if cycles.count else None
    counted = f"{grouped(complete)} of {many(cycles.count, 'cycle')}" if cycles.count else _NOTHING_RECORDED
    yield Tile("Complete marble totals", percent(share), counted, _tone(share))
    known = sum(one.known for one in told.gateways)
    answered = sum(one.answered for one in told.gateways)
    available = answered / known if known else None
    whole = sum(one.share == 1 for one in told.gateways)
    always = f"{grouped(whole)} of {many(len(told.gateways), 'gateway')} at all times"
    yield Tile("Availability", percent(available), always if known else _NOTHING_RECORDED, _tone(available))
    yield Tile("Recorded", *_recorded(told))
    yield from _alarm_tiles(told)


def _alarm_tiles(told: ShiftReport) -> Iterator[Tile]:
    alarms = told.alarms
    if not told.cycles.count and not alarms.raised:
        for label in ("Alarms", "Floods"):
            yield Tile(label, NOTHING, _NOTHING_RECORDED, Tone.MUTED)
    else:
        low, medium, high = alarms.mix
        tone = Tone.HIGH if high else Tone.MEDIUM if medium else Tone.PLAIN
        mix = f"{grouped(high)} high, {grouped(medium)} medium, {grouped(low)} low"
        yield Tile("Alarms", grouped(alarms.raised), mix, tone)
        flooded = sum((one.end - one.begin).total_seconds() for one in alarms.floods)
        note = f"{lasted(flooded)} in all" if alarms.floods else "never above 10 alarms in 10 min"
        yield Tile("Floods", grouped(len(alarms.floods)), note, Tone.HIGH if alarms.floods else Tone.PLAIN)
    waiting, standing = len(alarms.unacknowledged), len(alarms.standing)
    note = f"{grouped(waiting)} not acknowledged" if waiting else "none waits to be acknowledged"
    yield Tile("Standing at the end", grouped(standing), note, Tone.MEDIUM if standing else Tone.PLAIN)


def _tone(share: float | None) -> Tone:
    return Tone.MUTED if share is None else Tone.PLAIN if share >= 1 else Tone.MEDIUM


def _recorded(told: ShiftReport) -> tuple[str, str, Tone]:
    cycles = told.cycles
    span_s = (cycles.end - cycles.begin).total_seconds()
    share = min(cycles.recorded_s / span_s, 1.0)
    if not cycles.pauses:
        return percent(1.0 if cycles.count else 0.0), "without a pause", Tone.PLAIN
    missing = f"nothing known of {lasted(sum((b - a).total_seconds() for a, b in cycles.pauses))}"
    return percent(min(share, 0.9999)) if cycles.count else percent(0.0), missing, Tone.MEDIUM


def _marbles(told: ShiftReport, clock: Clock) -> Iterator[Text | Table | Picture]:
    cycles, wish = told.cycles, told.wish
    if not cycles.count:
        yield Text("Nothing was recorded in this span: nothing is known of the marbles.", Tone.MUTED)
        return
    heads = (
        *(Head("Circuit", 2.4), Head("First", 1.3, True), Head("Last", 1.3, True)),
        *(Head("Change", 1.2, True), Head("Lowest", 1.3, True), Head("Highest", 1.3, True)),
        Head("Complete", 1.3, True),
    )
    yield from _not_kept(told)
    rows = tuple(
        (
            *(one.name, count_of(one.first), count_of(one.last), change(one.difference)),
            *(count_of(one.low), count_of(one.high), percent(one.complete / cycles.count)),
        )
        for one in cycles.circuits
    )
    yield Table(heads, rows)
    if cycles.changes:
        yield Text(_fleet_changes(cycles.changes, clock))
    names = [one.name for one in cycles.circuits]
    yield marbles_picture(told.marbles, names, wish.begin, wish.end, clock, cycles.interval_s)
    yield Text(
        "Totals over every gateway only: a total without one of them is not a total, and is left out. "
        "Grey: no complete total, or nothing recorded.",
        Tone.MUTED,
    )


def _not_kept(told: ShiftReport) -> Iterator[Text]:
    """That single cycles are gone, and what the figures are made of."""
    if told.cycles.level is Level.RAW:
        return
    kept_for, bucket = told.wish.cycles_kept, told.cycles.level.name.lower()
    long = "" if kept_for is None else f": single cycles are kept for {kept_for / _DAY:g} days"
    yield Text(
        f"Single cycles of this time are not kept any more{long}. What is told of marbles, gateways and "
        f"cycles comes from values per {bucket}; first and last are those at the end of a {bucket}."
    )


def _fleet_changes(changes: Sequence[FleetChange], clock: Clock) -> str:
    said = [
        f"{many(one.before, 'gateway')} until {clock.time(one.at)}, then {grouped(one.after)}"
        for one in changes[:_MOST_CHANGES]
    ]
    more = f"; and {many(len(changes) - len(said), 'change')} more" if len(changes) > len(said) else ""
    return (
        f"The fleet changed: {'; '.join(said)}{more}. Change counts only what was gained or lost while the "
        "fleet was the same."
    )


def _cycles(told: ShiftReport, clock: Clock) -> Iterator[Text | Table]:
    cycles = told.cycles
    if not cycles.count:
        yield Text("No cycle was recorded in this span.", Tone.MUTED)
        return
    heads = (
        *(Head("Cycles", 1, True), Head("Skipped", 1, True), Head("Overruns", 1, True)),
        *(Head("Mean time", 1.2, True), Head("Longest", 1.2, True), Head("at", 1.6, True)),
        *(Head("Interval", 1, True), Head("Program starts", 1.4, True)),
    )
    mean = NOTHING if cycles.mean_s is None else f"{cycles.mean_s:.2f} s"
    gone = Toned("not kept", Tone.MUTED)
    whole = cycles.level is Level.RAW
    row = (
        *(grouped(cycles.count), grouped(cycles.skipped) if whole else gone),
        *(grouped(cycles.overruns) if whole else gone, mean),
        *(f"{cycles.longest_s:.2f} s", clock.time(cycles.longest_at)),
        *(lasted(cycles.interval_s) if whole else gone, grouped(cycles.starts) if whole else gone),
    )
    yield Table(heads, (row,))
    if cycles.pauses:
        yield Text("Nothing was recorded, and nothing is known, in these times:")
        shown = cycles.pauses[:_MOST_PAUSES]
        times = tuple((clock.time(a), clock.time(b), lasted((b - a).total_seconds()), "") for a, b in shown)
        yield Table((Head("From", 1), Head("To", 1), Head("For", 1, True), Head("", 2)), times)
        if len(shown) < len(cycles.pauses):
            yield Text(f"And {grouped(len(cycles.pauses) - len(shown))} more.", Tone.MUTED)


def _actions(told: ShiftReport, clock: Clock) -> Iterator[Text | Table]:
    by_people = [one for one in told.actions if one.who]
    counts: dict[str, int] = {}
    for one in told.actions:
        if not one.who:
            counts[one.what] = counts.get(one.what, 0) + 1
    if not by_people:
        yield Text("Nothing that anybody did is recorded in this span.", Tone.MUTED)
    else:
        heads = (Head("Time", 1.4), Head("Who", 1.1), Head("What", 1.4), Head("On", 2), Head("Detail", 2.6))
        shown = by_people[:_MOST_ACTIONS]
        yield Table(
            heads, tuple((clock.time(one.at), one.who, one.what, one.subject, one.detail) for one in shown)
        )
        if len(shown) < len(by_people):
            yield Text(f"And {grouped(len(by_people) - len(shown))} more.", Tone.MUTED)
    if counts:
        said = ", ".join(f"{what} ({grouped(count)})" for what, count in sorted(counts.items()))
        yield Text(f"By the program itself: {said}.", Tone.MUTED)
