"""The cycles of a span, and what was done in it, in words."""

from collections.abc import Iterator

from doge_gui.core.recording.curves import Level
from doge_gui.core.reporting.document import Column as Head
from doge_gui.core.reporting.document import Table, Text, Tone, Toned
from doge_gui.core.reporting.shift import ShiftReport
from doge_gui.core.reporting.wording import NOTHING, Wording, grouped

_MOST_PAUSES = 20
_MOST_ACTIONS = 500


def cycle_section(told: ShiftReport, report: Wording) -> Iterator[Text | Table]:
    """How the cycles went, and when none was recorded."""
    cycles = told.cycles
    if not cycles.count:
        yield Text(report.tr("No cycle was recorded in this span."), Tone.MUTED)
        return
    heads = (
        *(
            Head(report.tr("Cycles"), 1, True),
            Head(report.tr("Skipped"), 1, True),
            Head(report.tr("Overruns"), 1, True),
        ),
        *(
            Head(report.tr("Mean time"), 1.2, True),
            Head(report.tr("Longest"), 1.2, True),
            Head(report.tr("at"), 1.6, True),
        ),
        *(Head(report.tr("Interval"), 1, True), Head(report.tr("Program starts"), 1.4, True)),
    )
    mean = (
        NOTHING
        if cycles.mean_s is None
        else report.tr("{0} s").format(report.tongue.notation.number(f"{cycles.mean_s:.2f}"))
    )
    gone = Toned(report.tr("not kept"), Tone.MUTED)
    whole = cycles.level is Level.RAW
    row = (
        *(grouped(cycles.count), grouped(cycles.skipped) if whole else gone),
        *(grouped(cycles.overruns) if whole else gone, mean),
        *(
            report.tr("{0} s").format(report.tongue.notation.number(f"{cycles.longest_s:.2f}")),
            report.time(cycles.longest_at),
        ),
        *(report.lasted(cycles.interval_s) if whole else gone, grouped(cycles.starts) if whole else gone),
    )
    yield Table(heads, (row,))
    if cycles.pauses:
        yield Text(report.tr("Nothing was recorded, and nothing is known, in these times:"))
        shown = cycles.pauses[:_MOST_PAUSES]
        times = tuple(
            (report.time(a), report.time(b), report.lasted((b - a).total_seconds()), "") for a, b in shown
        )
        yield Table(
            (
                Head(report.tr("From"), 1),
                Head(report.tr("To"), 1),
                Head(report.tr("For"), 1, True),
                Head("", 2),
            ),
            times,
        )
        if len(shown) < len(cycles.pauses):
            yield Text(
                report.tr("And {0} more.").format(grouped(len(cycles.pauses) - len(shown))), Tone.MUTED
            )


def action_section(told: ShiftReport, report: Wording) -> Iterator[Text | Table]:
    """What people did, and how often the program acted by itself."""
    by_people = [one for one in told.actions if one.who]
    counts: dict[str, int] = {}
    for one in told.actions:
        if not one.who:
            counts[one.what] = counts.get(one.what, 0) + 1
    if not by_people:
        yield Text(report.tr("Nothing that anybody did is recorded in this span."), Tone.MUTED)
    else:
        heads = (
            Head(report.tr("Time"), 1.4),
            Head(report.tr("Who"), 1.1),
            Head(report.tr("What"), 1.4),
            Head(report.tr("On"), 2),
            Head(report.tr("Detail"), 2.6),
        )
        shown = by_people[:_MOST_ACTIONS]
        yield Table(
            heads,
            tuple(
                (report.time(one.at), one.who, *map(report.tongue.told, (one.what, one.subject, one.detail)))
                for one in shown
            ),
        )
        if len(shown) < len(by_people):
            yield Text(report.tr("And {0} more.").format(grouped(len(by_people) - len(shown))), Tone.MUTED)
    if counts:
        said = ", ".join(
            f"{report.tongue.told(what)} ({grouped(count)})" for what, count in sorted(counts.items())
        )
        yield Text(report.tr("By the program itself: {0}.").format(said), Tone.MUTED)
