"""Tags and their values in the operator's words. All plain text on one line; names come from the network."""

import math
from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from doge_gui.core.notation import THIN
from doge_gui.core.plan import Plan
from doge_gui.core.questions import CHECK_PLUS_DE_3, COMPTEUR_BILLE, MULTI_POSSIBLE
from doge_gui.core.recording.curves import Level, Mark
from doge_gui.core.recording.tags import CONNECTED, ELAPSED, LATENCY, Tag, request_tag
from doge_gui.core.trends.axes import Kind, Measured, measured
from doge_gui.core.trends.values import Reading
from doge_gui.models.phrases import NOTHING, grouped, measure, milliseconds, one_line, seconds_of, span
from doge_gui.models.severity import Severity
from doge_gui.models.trend_ticks import field_text
from doge_gui.models.writing import notation

_tr = QCoreApplication.translate
_MOST_TOLD = 10


class Titles:
    """Words for tags, by the newest recorded plan."""

    def __init__(self, plan: Plan | None = None) -> None:
        self.plan = plan
        self._rules = {request_tag(rule.name): rule for rule in plan.requests} if plan is not None else {}
        self._circuits = plan.circuits if plan is not None else ("Circuit 0", "Circuit 1", "Circuit 2")

    def title(self, tag: Tag) -> str:
        """The whole name: `API-3 · Marbles · Circuit 0`; of a total: `Marbles · Circuit 0`."""
        name = self.name(tag)
        return f"{one_line(tag.plc)} · {name}" if tag.plc else name

    def name(self, tag: Tag) -> str:
        """The name beside the others of its PLC."""
        question, _, circuit = tag.name.partition("/")
        if question in (MULTI_POSSIBLE, CHECK_PLUS_DE_3, COMPTEUR_BILLE):
            what = {
                MULTI_POSSIBLE: _tr("Trend", "Multi possible"),
                CHECK_PLUS_DE_3: _tr("Trend", "Beyond three"),
                COMPTEUR_BILLE: _tr("Trend", "Marbles"),
            }[question]
            return one_line(f"{what} · {self._circuit(circuit)}")
        if tag.name == LATENCY:
            return _tr("Trend", "Latency")
        if tag.name == ELAPSED:
            return _tr("Trend", "Cycle duration")
        if tag.name == CONNECTED:
            return _tr("Trend", "Connected") if tag.plc else _tr("Trend", "Connected PLCs")
        rule = self._rules.get(tag.name)
        title = one_line(rule.title if rule is not None else tag.name)
        return title if tag.plc else _tr("Trend", "Sum of {0}").format(title)

    def _circuit(self, number: str) -> str:
        known = number.isdecimal() and int(number) < len(self._circuits)
        return self._circuits[int(number)] if known else number

    def unit(self, tag: Tag) -> str:
        """The unit of its values; empty for counts."""
        rule = self._rules.get(tag.name)
        if rule is not None:
            return one_line(rule.unit)
        return "s" if tag.name in (LATENCY, ELAPSED) else ""

    def value(self, tag: Tag, value: float, *, mean: bool = False) -> str:
        """A value with its unit; `mean`: of several readings, so that counts have decimals."""
        if not math.isfinite(value):
            return NOTHING
        kind = measured(tag, self.plan).kind
        if kind is Kind.STATE:
            if mean and 0 < value < 1:
                return notation().number(f"{value * 100:.1f}{THIN}%")
            return _tr("Trend", "connected") if value >= 0.5 else _tr("Trend", "not connected")
        if kind.whole:
            return grouped(round(value)) if not mean or value == round(value) else measure(value)
        if kind is Kind.SECONDS:
            return milliseconds(value) if tag.name == LATENCY else seconds_of(value)
        unit = self.unit(tag)
        return f"{measure(value)}{THIN}{unit}" if unit else measure(value)


def axis_title(what: Measured | None) -> str:
    """What stands over a lane."""
    if what is None:
        return _tr("Trend", "several units · each curve scaled to its own range, 0 to 100 %")
    return {
        Kind.MARBLES: _tr("Trend", "marbles"),
        Kind.CONNECTIONS: _tr("Trend", "PLCs"),
        Kind.STATE: _tr("Trend", "connected: 1, not connected: 0"),
        Kind.SECONDS: _tr("Trend", "seconds"),
        Kind.REQUEST: one_line(what.unit),
    }[what.kind]


def level_words(level: Level) -> str:
    """How fine the points of a curve are."""
    return {
        Level.RAW: _tr("Trend", "every cycle"),
        Level.MINUTE: _tr("Trend", "per minute: mean in its band from lowest to highest"),
        Level.HOUR: _tr("Trend", "per hour: mean in its band from lowest to highest"),
    }[level]


def quality_words(reading: Reading | None, at: float) -> str:
    """What a value at the instant `at` is worth: how old a reading is, how many a bucket's mean is over."""
    if reading is None:
        return _tr("Trend", "not recorded")
    if not math.isfinite(reading.value):
        return _tr("Trend", "◆ gap: nothing good was read")
    if reading.level is Level.RAW:
        return _tr("Trend", "good · {0} old").format(span(at - reading.since))
    per = _tr("Trend", "1 min") if reading.level is Level.MINUTE else _tr("Trend", "1 h")
    good = f"{grouped(reading.good)} / {grouped(reading.count)}"
    mark = "" if reading.good >= reading.count else "◆ "
    return _tr("Trend", "{0}mean of {1} · {2} good").format(mark, per, good)


def mark_words(marks: Sequence[Mark]) -> list[str]:
    """A line for each of some alarm onsets; beyond ten of them the rest is counted."""
    lines = [
        f"{Severity(min(max(mark.priority, 1), 3)).mark} {field_text(mark.at.timestamp())}  {mark.words}"
        for mark in marks[:_MOST_TOLD]
    ]
    if len(marks) > _MOST_TOLD:
        more = _tr("Trend", "and {0} more; zoom in to see them")
        lines.append(more.format(grouped(len(marks) - _MOST_TOLD)))
    return lines
