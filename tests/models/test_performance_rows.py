"""Alarm performance in words and as CSV, from journals that tell a day."""

import csv
import io
from datetime import UTC, datetime, timedelta

import numpy as np
import pytest

from doge_gui.core.alarms.alarm import Alarm, Kind, Shelving, alarm_id
from doge_gui.core.alarms.book import Book
from doge_gui.core.alarms.events import Event, What
from doge_gui.core.alarms.performance import performance
from doge_gui.core.alarms.recommended import Measure, Verdict
from doge_gui.core.alarms.rules import AlarmRule, Rules
from doge_gui.core.alarms.states import AlarmState, Priority
from doge_gui.core.notation import THIN
from doge_gui.export.tables import csv_text
from doge_gui.models import performance_words as words
from doge_gui.models.performance_csv import performance_order
from doge_gui.models.performance_rows import Bars, bars, duration, mix, percent, rows, summary, worst
from doge_gui.models.phrases import NOTHING
from doge_gui.models.severity import Severity

NOW = datetime(2026, 1, 31, 8, tzinfo=UTC)
DAY = timedelta(days=1)
RULES = Rules(requests={"temperature": AlarmRule(title="Temp.", unit="°C")})
ATTACK = '=HYPERLINK("http://x")\t<b>'


def came(ago_s: float, plc: str, kind: Kind = Kind.HIGH, priority: Priority = Priority.HIGH) -> Event:
    subject = "temperature" if kind is Kind.HIGH else ""
    at = NOW - timedelta(seconds=ago_s)
    key = alarm_id(kind, subject, plc)
    after = AlarmState.UNACK
    return Event(at, What.TRANSITION, key, kind, subject, plc, after=after, priority=priority)


def day(*events: Event, book: Book | None = None, span: timedelta = DAY):
    return performance(events, book or Book(), NOW - span, NOW)


def cells_of(told, measure: Measure):
    return next(one for one in rows(told) if one.measure is measure)


def test_a_day_without_a_journal_is_told_as_such():
    told = day()
    assert summary(told) == (Severity.NORMAL, "Nothing to judge yet")
    assert {(one.value, one.word) for one in rows(told)} == {(NOTHING, "No data")}
    assert worst(told, RULES) == ()
    assert [one.share for one in mix(told)] == [None, None, None]
    assert not bars(told).height.any()


def test_a_flood_is_told_with_its_length_and_its_verdict():
    told = day(*(came(3600 + number, f"API-{number}") for number in range(30)))
    flood = cells_of(told, Measure.FLOOD_TIME)
    assert flood.detail.startswith("one flood of 10")
    peak = cells_of(told, Measure.PEAK)
    assert (peak.value, peak.recommended, peak.word, peak.severity) == (
        "30",
        "at most 10",
        "Over",
        Severity.MEDIUM,
    )
    assert "ISA-18.2" in peak.explanation
    assert summary(told)[0] is Severity.MEDIUM
    average = cells_of(told, Measure.AVERAGE)
    assert (average.word, average.detail) == ("Good", "30 in all · 30 a day per operator")


def test_what_cannot_be_judged_says_why():
    told = day(came(100, "API-1"))
    few = cells_of(told, Measure.WORST)
    assert (few.value, few.word) == (f"100{THIN}%", "For information")
    assert few.detail == "judged from 200 different alarms on"
    assert cells_of(told, Measure.ACKNOWLEDGED).detail == "none was acknowledged"


def test_hidden_alarms_are_told_by_what_hides_them():
    shelf = Shelving(NOW + DAY, "Ada", "known")
    low, acked = Priority.LOW, AlarmState.ACKED
    alarm = Alarm("slow:API-1", Kind.SLOW, "", "API-1", acked, low, NOW, NOW, shelved=shelf)
    hidden = cells_of(day(book=Book({alarm.id: alarm})), Measure.HIDDEN)
    assert (hidden.value, hidden.detail) == ("1", "0 suppressed · 1 shelved · 0 out of service")
    assert hidden.word == "For information"


def test_the_worst_are_named_for_what_they_are_about():
    told = day(
        came(100, "API-1"), came(500, "API-1"), came(900, "API-2", Kind.OFFLINE, Priority.MEDIUM), came(1, "")
    )
    first, *others = worst(told, RULES)
    assert (first.name, first.raised, first.share, first.part) == (
        "API-1 · Temp. high",
        "2",
        f"50{THIN}%",
        1.0,
    )
    assert {one.name for one in others} == {"API-2 · lost", "Sum of Temp. high"}
    assert {one.severity for one in others} == {Severity.MEDIUM, Severity.HIGH}


def test_every_measure_verdict_and_kind_has_words():
    for measure in Measure:
        assert words.title(measure)
        assert words.explanation(measure)
        assert words.recommended(measure)
    assert {words.verdict_word(verdict) for verdict in Verdict}
    for kind in Kind:
        assert "{" not in words.alarm_name(came(1, "API-1")._replace(kind=kind), RULES)


def test_names_from_the_network_stay_on_one_line_and_fill_no_pattern():
    name = words.alarm_name(came(1, "A{0}\u202e\nB"), RULES)
    assert name == "A{0} B · Temp. high"


def as_csv(told) -> str:
    return csv_text(performance_order("performance.csv", told, RULES).rows())


def test_the_csv_holds_every_table_and_no_formula():
    told = day(came(100, ATTACK), *(came(3600 + number, f"API-{number}") for number in range(30)))
    text = as_csv(told)
    lines = list(csv.reader(io.StringIO(text)))
    heads = [line[0] for line in lines if line and line[0] and not line[0][0].isdigit()]
    assert {"since", "measure", "rank", "priority", "flood begins", "ten minutes from"} <= set(heads)
    table = {line[0]: line for line in lines if line}
    assert table["peak"][1:4] == ["30", "at most 10", "over"]
    assert table["floods"][1] == "1"
    assert float(table["longest flood"][1]) > 600
    assert sum(line[:1] == ["2026-01-30T08:00:00+00:00"] for line in lines) == 2  # the span; a period
    assert not [cell for line in lines for cell in line if cell[:1] in tuple("=+-@\t\r")]


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t=", "\r="])
def test_a_name_that_begins_like_a_formula_is_quoted(sign):
    lines = csv.reader(io.StringIO(as_csv(day(came(100, f"{sign}1+A1")))))
    (named,) = [line[2] for line in lines if "Temp. high" in " ".join(line)]
    assert named.startswith("'")


@pytest.mark.parametrize(
    ("span", "count", "minutes"),
    [(timedelta(hours=8), 48, 10), (DAY, 144, 10), (7 * DAY, 168, 60), (30 * DAY, 180, 240)],
)
def test_bars_are_never_too_fine_to_be_seen(span, count, minutes):
    ago = (700, 701, 702, 703, 1300, 1301)
    drawn = bars(day(*(came(one, "API-1") for one in ago), span=span))
    assert (len(drawn.height), drawn.width_s) == (count, minutes * 60)
    assert drawn.begin[-1] + drawn.width_s == NOW.timestamp()
    # Of an hour it is the busiest ten minutes that are drawn: these compare with the limit.
    assert drawn.height.max() == 4


def test_bars_far_above_the_limit_are_cut_so_that_the_limit_can_be_seen():
    height = np.array([1, 900, 700, 3, 0, 0, 0, 0, 0, 0, 0, 50, 400], np.int64)
    drawn = Bars(np.arange(13) * 600.0, height, 600.0, 10)
    assert drawn.top == 60
    assert drawn.cut == [1, 12]
    calm = Bars(drawn.begin, np.minimum(height, 3), 600.0, 10)
    assert (calm.top, calm.cut) == (13, [])


def test_shares_and_durations_are_told_finely_enough():
    told = [percent(share).replace(THIN, " ") for share in (0, 0.0096, 0.034, 0.12, 1)]
    assert told == ["0 %", "0.96 %", "3.4 %", "12 %", "100 %"]
    assert duration(95) == f"95{THIN}s"
    assert duration(5700) == f"95{THIN}min"
    assert duration(90000).startswith(f"1{THIN}d 1{THIN}h")
