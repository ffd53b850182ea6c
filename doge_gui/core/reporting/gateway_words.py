"""The gateways' availability in words."""

import re
from collections.abc import Iterator, Sequence

from doge_gui.core.reporting.availability import Availability
from doge_gui.core.reporting.document import Column as Head
from doge_gui.core.reporting.document import Table, Text, Tone, Toned
from doge_gui.core.reporting.shift import ShiftReport
from doge_gui.core.reporting.wording import NOTHING, Wording, grouped

FEW = 24
"""So many gateways are all in the table, the good ones too."""


def gateway_section(told: ShiftReport, report: Wording) -> Iterator[Text | Table]:
    """The ones that were missing, the worst first; then the names of those that never were."""
    if not told.gateways:
        yield Text(
            report.tr("Nothing was recorded in this span: nothing is known of the gateways."), Tone.MUTED
        )
        return
    full = [one for one in told.gateways if one.share == 1]
    few = len(told.gateways) <= FEW
    listed = told.gateways if few else [one for one in told.gateways if one.share != 1]
    if listed:
        yield _table(sorted(listed, key=_rank), report)
    if not few and full:
        all_of_them = report.tr("All {0} gateways answered in every recorded cycle:")
        the_others = report.tr("The other {0} gateways answered in every recorded cycle:")
        yield Text((all_of_them if not listed else the_others).format(grouped(len(full))))
        yield Text(", ".join(one.plc for one in sorted(full, key=_natural)), Tone.MUTED)
    yield Text(
        report.tr(
            "Availability is the share of recorded cycles in which the gateway answered. Time without "
            "recording is not known, and counts neither way."
        ),
        Tone.MUTED,
    )


def _table(gateways: Sequence[Availability], report: Wording) -> Table:
    heads = (
        *(
            Head(report.tr("PLC"), 2.6),
            Head(report.tr("Available"), 1.2, True),
            Head(report.tr("Answered"), 1.8, True),
        ),
        *(
            Head(report.tr("Outages"), 1, True),
            Head(report.tr("Longest"), 1.4, True),
            Head(report.tr("from"), 1.7),
        ),
        Head(report.tr("At the end"), 1.3),
    )
    return Table(heads, tuple(_row(one, report) for one in gateways))


def _row(one: Availability, report: Wording) -> tuple[Toned | str, ...]:
    if not one.known:
        return one.plc, Toned(report.tr("not known"), Tone.MUTED), *([Toned(NOTHING, Tone.MUTED)] * 5)
    share = Toned(report.percent(one.share), Tone.PLAIN if one.share == 1 else Tone.MEDIUM)
    answered = report.tr("{0} of {1}").format(grouped(one.answered), grouped(one.known))
    if one.outages is None:
        return one.plc, share, answered, *([Toned(report.tr("not kept"), Tone.MUTED)] * 2), NOTHING, NOTHING
    out = one.outages
    longest = report.lasted(out.longest_s) if out.count else NOTHING
    last = Toned(report.tr("lost"), Tone.HIGH) if out.lasting else report.tr("answers")
    return one.plc, share, answered, grouped(out.count), longest, report.time(out.longest_from), last


def _rank(one: Availability) -> tuple[float, list[tuple[int, str]]]:
    return -1.0 if one.share is None else one.share, _natural(one)


def _natural(one: Availability) -> list[tuple[int, str]]:
    """API-2 before API-10."""
    parts = re.split(r"([0-9]{1,18})", one.plc.lower())
    return [(int(part), "") if number % 2 else (-1, part) for number, part in enumerate(parts)]
