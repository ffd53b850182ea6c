"""Alarm performance as the screen shows it: rows, the ten worst, the mix of priorities, the bars."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication

from doge_gui.core.alarms.floods import PERIOD_S
from doge_gui.core.alarms.performance import Performance
from doge_gui.core.alarms.recommended import MIX, Figure, Measure, Verdict
from doge_gui.core.alarms.report import FLOOD_ABOVE
from doge_gui.core.alarms.rules import Rules
from doge_gui.core.notation import THIN
from doge_gui.models.performance_words import (
    alarm_name,
    explanation,
    note,
    recommended,
    severity,
    title,
    too_little,
    verdict_word,
)
from doge_gui.models.phrases import NOTHING, grouped, measure, running_time
from doge_gui.models.severity import Severity
from doge_gui.models.writing import notation

_tr = QCoreApplication.translate
_TOLD_WITH_OTHERS = frozenset({Measure.FLOODS, Measure.LONGEST_FLOOD})
_SHARES = frozenset({Measure.BUSY, Measure.FLOOD_TIME, Measure.WORST})
_DURATIONS = frozenset({Measure.LONGEST_FLOOD, Measure.ACKNOWLEDGED})
_MOST_BARS = 200
_PERIODS_PER_BAR = (1, 6, 24, 144)
_MOST_LIMITS = 6
_MOST_CUT, _APART = 12, 6


@dataclass(frozen=True, slots=True)
class Row:
    """One measure, all plain text."""

    measure: Measure
    title: str
    value: str
    detail: str
    """What there is to say beyond the value, or what it means in a few words."""
    recommended: str
    verdict: Verdict
    word: str
    severity: Severity
    explanation: str


@dataclass(frozen=True, slots=True)
class Worst:
    """One of the ten worst."""

    name: str
    """Plain text, part of it from the network."""
    severity: Severity
    """Of its priority when it was first presented."""
    raised: str
    share: str
    part: float
    """Of the most frequent one, 0 to 1."""
    chattering: bool


@dataclass(frozen=True, slots=True)
class Share:
    """One priority's part in the mix."""

    severity: Severity
    share: float | None
    """0 to 1; None where no alarm was presented."""
    recommended: float
    raised: str


@dataclass(frozen=True)
class Bars:
    """Alarms over time. Arrays have one length, oldest first."""

    begin: NDArray[np.float64]
    """Seconds since 1970 at which each bar begins."""
    height: NDArray[np.int64]
    """Alarms in the busiest ten minutes of each bar."""
    width_s: float
    limit: int
    """More than this is beyond what is recommended."""

    @property
    def top(self) -> float:
        """Up to where to draw: bars many times the limit are cut, or the limit could not be seen."""
        highest = float(self.height.max(initial=0))
        return max(self.limit * 1.3, min(highest * 1.1, self.limit * _MOST_LIMITS))

    @property
    def cut(self) -> list[int]:
        """Positions of the bars that are cut, of those side by side the highest one; at most a dozen."""
        over = np.flatnonzero(self.height > self.top)
        runs = np.split(over, np.flatnonzero(np.diff(over) > _APART) + 1) if len(over) else []
        tops = [int(run[self.height[run].argmax()]) for run in runs]
        return sorted(tops, key=self.height.__getitem__, reverse=True)[:_MOST_CUT]


def rows(told: Performance) -> tuple[Row, ...]:
    """The measures in the order of the screen; floods are told with the time in flood."""
    return tuple(row(figure, told) for figure in told.figures if figure.measure not in _TOLD_WITH_OTHERS)


def row(figure: Figure, told: Performance) -> Row:
    """One measure in words."""
    return Row(
        figure.measure,
        title(figure.measure),
        value_text(figure, told),
        _detail(figure, told),
        recommended(figure.measure),
        figure.verdict,
        verdict_word(figure.verdict),
        severity(figure.verdict),
        explanation(figure.measure),
    )


def summary(told: Performance) -> tuple[Severity, str]:
    """All verdicts in a line."""
    if not told.judged:
        return Severity.NORMAL, _tr("Performance", "Nothing to judge yet")
    judged = [one for one in told.figures if one.verdict not in (Verdict.NO_DATA, Verdict.NOT_JUDGED)]
    over = sum(one.verdict is Verdict.OVER for one in judged)
    if over:
        words = _tr("Performance", "{0} of {1} figures beyond what is recommended")
        return Severity.MEDIUM, words.format(over, len(judged))
    tolerable = sum(one.verdict is Verdict.TOLERABLE for one in judged)
    if tolerable:
        words = _tr("Performance", "{0} of {1} figures tolerable, none over")
        return Severity.LOW, words.format(tolerable, len(judged))
    return Severity.NORMAL, _tr("Performance", "Every figure as recommended")


def worst(told: Performance, rules: Rules) -> tuple[Worst, ...]:
    """The alarms that came most often."""
    most = told.worst[0].raised if told.worst else 1
    return tuple(
        Worst(
            alarm_name(one.first, rules),
            Severity(one.first.priority),
            grouped(one.raised),
            percent(one.share),
            one.raised / most,
            one.chattering,
        )
        for one in told.worst
    )


def mix(told: Performance) -> tuple[Share, ...]:
    """High priority first."""
    total = sum(told.mix)
    return tuple(
        Share(
            Severity(number + 1),
            told.mix[number] / total if total else None,
            MIX[number],
            grouped(told.mix[number]),
        )
        for number in (2, 1, 0)
    )


def bars(told: Performance) -> Bars:
    """Bars no finer than can be told apart: ten minutes each, or the busiest ten of an hour or more."""
    counts = np.array(told.buckets, np.int64)
    group = next((one for one in _PERIODS_PER_BAR if len(counts) <= one * _MOST_BARS), _PERIODS_PER_BAR[-1])
    missing = -len(counts) % group
    height = np.concatenate((np.zeros(missing, np.int64), counts)).reshape(-1, group).max(axis=1)
    width_s = group * PERIOD_S
    begin = told.until.timestamp() - width_s * np.arange(len(height), 0, -1)
    return Bars(begin.astype(np.float64), height, width_s, FLOOD_ABOVE * told.operators)


def percent(share: float) -> str:
    """A share of 0 to 1; the smaller it is, the more decimals, for limits lie at one per cent."""
    hundredths = 100 * share
    decimals = 0 if share == 0 or hundredths >= 9.95 else 1 if hundredths >= 1.995 else 2
    text = notation().number(f"{hundredths:.{decimals}f}")
    return f"{text}{THIN}%"


def duration(seconds: float) -> str:
    """A span of time with two good figures at least."""
    if seconds < 120:
        return f"{seconds:.0f}{THIN}s"
    return f"{seconds / 60:.0f}{THIN}min" if seconds < 7200 else running_time(seconds)


def value_text(figure: Figure, told: Performance) -> str:
    """A measure's value with its unit."""
    if figure.value is None:
        return NOTHING
    if figure.measure is Measure.MIX:
        low, medium, high = (round(100 * count / told.raised) for count in told.mix)
        return f"{low} / {medium} / {high}{THIN}%"
    if figure.measure in _SHARES:
        return percent(figure.value)
    if figure.measure in _DURATIONS:
        return duration(figure.value)
    whole = figure.value == int(figure.value)
    return grouped(int(figure.value)) if whole else measure(figure.value)


def _detail(figure: Figure, told: Performance) -> str:
    if figure.verdict is Verdict.NO_DATA and told.judged:
        return too_little(figure.measure)
    if figure.measure is Measure.AVERAGE:
        per_day = (figure.value or 0.0) * 86400 / PERIOD_S
        words = _tr("Performance", "{0} in all · {1} a day per operator")
        return words.format(grouped(told.raised), grouped(round(per_day)))
    if figure.measure is Measure.FLOOD_TIME and told.floods:
        return _floods(told)
    if figure.measure is Measure.HIDDEN and told.hidden.alarms:
        return _tr("Performance", "{0} suppressed · {1} shelved · {2} out of service").format(
            *map(grouped, (told.hidden.suppressed, told.hidden.shelved, told.hidden.out_of_service))
        )
    return note(figure.measure, figure.verdict)


def _floods(told: Performance) -> str:
    longest = duration(told.figure(Measure.LONGEST_FLOOD).value or 0.0)
    if len(told.floods) == 1:
        return _tr("Performance", "one flood of {0}").format(longest)
    return _tr("Performance", "{0} floods, the longest {1}").format(grouped(len(told.floods)), longest)
