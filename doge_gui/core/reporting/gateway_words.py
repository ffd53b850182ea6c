"""The gateways' availability in words."""

import re
from collections.abc import Iterator, Sequence

from doge_gui.core.reporting.availability import Availability
from doge_gui.core.reporting.document import Column as Head
from doge_gui.core.reporting.document import Table, Text, Tone, Toned
from doge_gui.core.reporting.shift import ShiftReport
from doge_gui.core.reporting.wording import NOTHING, Clock, grouped, lasted, percent

FEW = 24
"""So many gateways are all in the table, the good ones too."""


def gateway_section(told: ShiftReport, clock: Clock) -> Iterator[Text | Table]:
    """The ones that were missing, the worst first; then the names of those that never were."""
    if not told.gateways:
        yield Text("Nothing was recorded in this span: nothing is known of the gateways.", Tone.MUTED)
        return
    full = [one for one in told.gateways if one.share == 1]
    few = len(told.gateways) <= FEW
    listed = told.gateways if few else [one for one in told.gateways if one.share != 1]
    if listed:
        yield _table(sorted(listed, key=_rank), clock)
    if not few and full:
        all_or_some = "All" if not listed else "The other"
        yield Text(f"{all_or_some} {grouped(len(full))} gateways answered in every recorded cycle:")
        yield Text(", ".join(one.plc for one in sorted(full, key=_natural)), Tone.MUTED)
    yield Text(
        "Availability is the share of recorded cycles in which the gateway answered. Time without recording "
        "is not known, and counts neither way.",
        Tone.MUTED,
    )


def _table(gateways: Sequence[Availability], clock: Clock) -> Table:
    heads = (
        *(Head("PLC", 2.6), Head("Available", 1.2, True), Head("Answered", 1.8, True)),
        *(Head("Outages", 1, True), Head("Longest", 1.4, True), Head("from", 1.7)),
        Head("At the end", 1.3),
    )
    return Table(heads, tuple(_row(one, clock) for one in gateways))


def _row(one: Availability, clock: Clock) -> tuple[Toned | str, ...]:
    if not one.known:
        return one.plc, Toned("not known", Tone.MUTED), *([Toned(NOTHING, Tone.MUTED)] * 5)
    share = Toned(percent(one.share), Tone.PLAIN if one.share == 1 else Tone.MEDIUM)
    answered = f"{grouped(one.answered)} of {grouped(one.known)}"
    if one.outages is None:
        return one.plc, share, answered, *([Toned("not kept", Tone.MUTED)] * 2), NOTHING, NOTHING
    out = one.outages
    longest = lasted(out.longest_s) if out.count else NOTHING
    last = Toned("lost", Tone.HIGH) if out.lasting else "answers"
    return one.plc, share, answered, grouped(out.count), longest, clock.time(out.longest_from), last


def _rank(one: Availability) -> tuple[float, list[tuple[int, str]]]:
    return -1.0 if one.share is None else one.share, _natural(one)


def _natural(one: Availability) -> list[tuple[int, str]]:
    """API-2 before API-10."""
    parts = re.split(r"([0-9]{1,18})", one.plc.lower())
    return [(int(part), "") if number % 2 else (-1, part) for number, part in enumerate(parts)]
