"""Numbers, spans and dates in the language's format."""

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QLocale

from doge_gui.core.notation import ENGLISH, FRENCH, NOTATIONS
from doge_gui.core.trends.view import View
from doge_gui.models import phrases, writing
from doge_gui.models.performance_rows import percent
from doge_gui.models.trend_ticks import moment_words, span_words, time_ticks

THIN = "\u202f"
AT = datetime(2026, 8, 5, 14, 3, 9)  # noqa: DTZ001 - local time, as shown


@pytest.fixture
def french():
    writing.use(FRENCH)
    yield
    writing.use(ENGLISH)


@pytest.mark.usefixtures("french")
def test_numbers_have_a_comma_and_thin_groups():
    assert phrases.grouped(1234567) == f"1{THIN}234{THIN}567"
    assert phrases.measure(21.25) == "21,2"
    assert phrases.measure(0.0004) == "0,0004"
    assert phrases.measure(123456.75) == f"123{THIN}456,8"
    assert phrases.exact(21.25) == "21,25"
    assert phrases.milliseconds(0.0042) == f"4,2{THIN}ms"
    assert phrases.seconds_of(0.134) == f"0,13{THIN}s"
    assert percent(0.0123) == f"1,23{THIN}%"


@pytest.mark.usefixtures("french")
def test_spans_and_dates_have_the_words_of_the_language():
    assert phrases.span(3 * 86400) == f"3{THIN}j"
    assert phrases.running_time(90000) == f"1{THIN}j 1{THIN}h 00{THIN}min"
    assert span_words(3.5 * 86400) == "3,5 j"
    assert writing.to_the_second(AT) == "5 août 14:03:09"
    assert writing.day_of_year(AT) == "5 août 2026"
    begin = datetime(2026, 1, 31, 8, tzinfo=UTC).timestamp()
    assert "févr. 2026" in moment_words(begin + 5 * 86400, 5 * 86400)
    assert any("févr." in tick.text for tick in time_ticks(View(begin, begin + 8 * 86400), 8))


def test_english_stays_as_it_was():
    assert phrases.measure(21.25) == "21.2"
    assert writing.to_the_second(AT) == "5 Aug 14:03:09"
    assert phrases.span(3 * 86400) == f"3{THIN}d"


@pytest.mark.usefixtures("french")
def test_what_programs_read_has_a_point():
    with writing.for_programs():
        assert phrases.measure(21.25) == "21.2"
    assert phrases.measure(21.25) == "21,2"


@pytest.mark.parametrize("language", NOTATIONS)
def test_the_tables_say_what_qt_says(language):
    """CLDR's short names, as QLocale has them; the English ones are those of the United States."""
    locale = QLocale({"en": "en_US", "fr": "fr_FR"}[language])
    short = QLocale.FormatType.ShortFormat
    notation = NOTATIONS[language]
    assert notation.point == locale.decimalPoint()
    assert notation.months == tuple(locale.monthName(number, short) for number in range(1, 13))
    assert notation.days == tuple(locale.dayName(number, short) for number in range(1, 8))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("0.25", 0.25),
        ("0,25", 0.25),
        (f"1{THIN}234,5", 1234.5),
        ("1 234.5", 1234.5),
        ("\u22123", -3.0),
        ("1,234.5", None),
        ("1_0", None),
        ("", None),
        ("a", None),
    ],
)
def test_decimals_are_taken_in_both_forms(text, value):
    assert writing.typed_number(text) == value
