"""What a report says, and that it says it of any plant."""

import re
from datetime import UTC, datetime, timedelta, timezone
from html.parser import HTMLParser
from itertools import pairwise
from xml.etree import ElementTree
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from doge_gui.core.recording.curves import Level
from doge_gui.core.reporting.document import Document, Picture, Table, Text, Toned
from doge_gui.core.reporting.picture import marbles_picture
from doge_gui.core.reporting.shift import ShiftWish, shift_report
from doge_gui.core.reporting.wording import Wording, change, lasted, percent
from doge_gui.core.reporting.words import document
from doge_gui.export.report_html import as_html
from tools.made_history import BEGAN, MadeHistory, quiet, troubled

END = BEGAN + timedelta(hours=8)
HOSTILE = '<img src=x onerror="alert(1)">&amp;\x00\ud800'


def words(source: MadeHistory, plant: str = "plant.json", zone=UTC) -> Document:
    return document(shift_report(source, ShiftWish(plant, BEGAN, END, END)), zone)


def tiles(told: Document) -> dict[str, str]:
    return {tile.label: tile.value for tile in told.tiles}


def rows(told: Document, title: str) -> list[list[str]]:
    section = next(one for one in told.sections if one.title == title)
    tables = [block for block in section.blocks if isinstance(block, Table)]
    return [
        [cell.text if isinstance(cell, Toned) else cell for cell in row] for one in tables for row in one.rows
    ]


def said(told: Document) -> str:
    return " ".join(block.text for one in told.sections for block in one.blocks if isinstance(block, Text))


@pytest.mark.parametrize(
    ("share", "text"),
    [(1, "100 %"), (0, "0 %"), (0.99999, "99.9 %"), (0.5, "50.0 %"), (0.0001, "< 0.1 %"), (None, "–")],
)
def test_a_share_is_never_rounded_to_all_or_none(share, text):
    assert percent(share).replace("\u202f", " ") == text


def test_durations_and_differences():
    spoken = [lasted(seconds).replace("\u202f", " ") for seconds in (0.4, 45, 245, 240, 7500, 28800, 100000)]
    assert spoken == ["0.4 s", "45 s", "4 min 05 s", "4 min", "2 h 05 min", "8 h", "1 d 3 h 46 min"]
    assert [change(one) for one in (5, 0, -5, None)] == ["+5", "0", "\u22125", "–"]


def test_the_hour_that_comes_twice_is_told_with_its_offsets():
    paris = ZoneInfo("Europe/Paris")
    clock = Wording(paris, datetime(2026, 10, 25, 0, tzinfo=UTC), datetime(2026, 10, 25, 2, tzinfo=UTC))
    assert clock.span() == "Sun 25 Oct 2026 02:00 (UTC+02:00) to Sun 25 Oct 2026 03:00 (UTC+01:00)"


def test_in_the_hour_that_comes_twice_times_have_their_offset():
    paris = ZoneInfo("Europe/Paris")
    clock = Wording(paris, datetime(2026, 10, 24, 22, tzinfo=UTC), datetime(2026, 10, 25, 6, tzinfo=UTC))
    at = datetime(2026, 10, 24, 23, 30, tzinfo=UTC)
    told = [clock.time(at + timedelta(hours=number)) for number in range(4)]
    assert told == ["01:30:00", "02:30:00 +02:00", "02:30:00 +01:00", "03:30:00"]


@pytest.mark.parametrize(
    ("begin", "ticks"),
    [
        (datetime(2026, 3, 28, 23, tzinfo=UTC), "29 Mar,01:00,03:00,04:00,05:00,06:00,07:00,08:00"),
        (datetime(2026, 10, 24, 22, tzinfo=UTC), "25 Oct,01:00,02:00,02:00,03:00,04:00,05:00,06:00"),
    ],
)
def test_the_picture_has_its_ticks_where_clocks_change(begin, ticks):
    end = begin + timedelta(hours=7)
    clock = Wording(ZoneInfo("Europe/Paris"), begin - timedelta(hours=1), end)
    drawing = ElementTree.fromstring(marbles_picture((), (), begin, end, clock, 60.0).svg)
    texts = [one.text for one in drawing.iter("{http://www.w3.org/2000/svg}text")]
    assert ",".join(map(str, texts)) == ticks
    places = [float(one.get("x", 0)) for one in drawing.iter("{http://www.w3.org/2000/svg}text")]
    assert [round(b - a, 1) for a, b in pairwise(places)] == pytest.approx([628 / 7] * 7, abs=0.11)


def test_a_shift_over_midnight_has_dates():
    clock = Wording(timezone(timedelta(hours=1)), BEGAN, END + timedelta(hours=12))
    assert clock.span() == "Sun 22 Nov 2026 06:00 to Mon 23 Nov 2026 02:00 (UTC+01:00)"
    assert clock.time(BEGAN) == "22 Nov 06:00:00"
    assert Wording(UTC, BEGAN, END).time(BEGAN - timedelta(days=1)) == "21 Nov 05:00:00"


def test_a_quiet_shift():
    told = words(quiet(8))
    assert {value.replace("\u202f", " ") for value in tiles(told).values()} == {"100 %", "0"}
    assert len(rows(told, "Gateways")) == 8


def test_of_a_large_fleet_the_good_are_named_and_the_others_told():
    made = quiet(100, 50)
    made.answers[3][41] = False
    told = words(made)
    (row,) = rows(told, "Gateways")
    assert row[0] == "API-42"
    assert "The other 99 gateways answered in every recorded cycle:" in said(told)
    assert "API-41, API-43, API-44" in said(told)
    assert "API-9, API-10, API-11" in said(told)


def test_of_an_old_shift_what_is_kept_is_told():
    made = troubled(8)
    made.kept_from = {Level.RAW: END}
    wish = ShiftWish("plant.json", BEGAN, END, END, cycles_kept=timedelta(days=30))
    told = document(shift_report(made, wish), UTC)
    assert "single cycles are kept for 30 days" in said(told)
    assert "values per minute" in said(told)
    assert "nothing is known" not in said(told).replace("Nothing was recorded, and nothing is known, in", "")
    assert tiles(told)["Availability"] == tiles(words(troubled(8)))["Availability"]
    assert all(row[3:5] == ["not kept"] * 2 for row in rows(told, "Gateways"))
    assert rows(told, "Cycles")[0][1:3] == ["not kept"] * 2
    as_html(told)


def test_a_change_of_the_fleet_is_told():
    made = MadeHistory(("API-1", "API-2", "API-3"))
    for number in range(480):
        made.cycle(BEGAN + timedelta(minutes=number), (), (1000, 5, 5), gateways=2 if number < 60 else 3)
    assert "The fleet changed: 2 gateways until 06:00:00, then 3." in said(words(made))


def test_of_an_empty_span_nothing_is_claimed():
    told = words(MadeHistory(()))
    assert tiles(told)["Availability"] == "–"
    assert tiles(told)["Alarms"] == "–"
    assert "nothing is known of the gateways" in said(told)
    assert not [block for one in told.sections for block in one.blocks if isinstance(block, Picture)]


def test_the_picture_is_sound_and_a_gap_is_no_line():
    made = troubled(8)
    (picture,) = [b for one in words(made).sections for b in one.blocks if isinstance(b, Picture)]
    drawing = ElementTree.fromstring(picture.svg)
    lines = [one.get("points", "") for one in drawing.iter("{http://www.w3.org/2000/svg}polyline")]
    assert len(lines) > 3
    # From 10:00 to 10:22 nothing was recorded: no line reaches over that time.
    left, right = 78 + 300 / 480 * 628 + 2, 78 + 322 / 480 * 628 - 2
    for line in lines:
        first, last = float(line.split()[0].split(",")[0]), float(line.split()[-1].split(",")[0])
        assert last <= left or first >= right


class Strict(HTMLParser):
    """Notes every element and every attribute."""

    def __init__(self) -> None:
        super().__init__()
        self.found: set[str] = set()
        self.attributes: set[str] = set()
        self.text = ""

    def handle_starttag(self, tag, attrs):
        self.found.add(tag)
        self.attributes |= {name for name, _ in attrs}

    def handle_data(self, data):
        self.text += data


def test_a_name_that_looks_like_html_is_shown_as_it_is():
    made = troubled(3, 60, name=(HOSTILE + "{}").format)
    made.circuits = (HOSTILE, "<script>", "]]>")
    html = as_html(words(made, plant=HOSTILE))
    html.encode("utf-8")
    assert "\x00" not in html
    page = Strict()
    page.feed(html)
    assert page.found.isdisjoint({"img", "script", "iframe", "link", "object"})
    assert not [name for name in page.attributes if name.startswith("on") or name in ("src", "href")]
    assert '<img src=x onerror="alert(1)">&amp;' in page.text
    assert re.search(r"url\(|@import|https?://(?!www\.w3\.org/2000/svg)", html) is None
    assert "default-src 'none'" in html


@settings(max_examples=25, deadline=None)
@given(st.integers(1, 30), st.integers(0, 40), st.text(max_size=10))
def test_every_plant_has_a_report(gateways, cycles, name):
    made = troubled(gateways, max(cycles, 31), name=(name.replace("{", "").replace("}", "") + "{}").format)
    told = words(made)
    assert len(told.tiles) == 6
    for section in told.sections:
        assert section.blocks
        for block in section.blocks:
            if isinstance(block, Table):
                assert {len(row) for row in block.rows} <= {len(block.columns)}
            if isinstance(block, Picture):
                ElementTree.fromstring(block.svg)
    as_html(told)
