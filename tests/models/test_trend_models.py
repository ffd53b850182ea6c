"""What the trend screen offers, lists and draws, without a window."""

from datetime import datetime

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from doge_gui.core.recording.curves import TrendAnswer
from doge_gui.core.recording.tags import CONNECTED, ELAPSED, LATENCY, Tag
from doge_gui.core.trends.view import DAY_S, SPANS_S, View
from doge_gui.models.trend_curves import TrendCurves
from doge_gui.models.trend_picture import MOST_BANDS, compose
from doge_gui.models.trend_rows import QUALITY, TITLE, VALUE, TrendRows
from doge_gui.models.trend_tags import TrendTags
from doge_gui.models.trend_ticks import span_words, time_ticks
from doge_gui.models.trend_titles import Titles
from tools.trend_stories import NOW, MadeUpHistory, ago

CHECK, DISPLAY = Qt.ItemDataRole.CheckStateRole, Qt.ItemDataRole.DisplayRole
END = NOW.timestamp()
VIEW = View(END - 7200, END)


def temperature(number: int) -> Tag:
    return Tag(f"API-{number}", "temperature")


@pytest.fixture
def offered(qtbot):
    history = MadeUpHistory(50)
    model = TrendTags()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show_tags(history.plan(), history.tags())
    yield model
    del tester


def test_the_fleets_totals_come_first_then_plc_by_plc(offered):
    groups = [offered.index(row, 0).data() for row in range(offered.rowCount())]
    assert groups[:3] == ["Fleet totals", "API-1", "API-2"]
    assert len(groups) == 51
    first = offered.index(0, 0)
    names = [offered.index(row, 0, first).data() for row in range(offered.rowCount(first))]
    assert names[6:10] == [
        "Marbles · North loop",
        "Marbles · South loop",
        "Marbles · Return",
        "Sum of Temperature [°C]",
    ]


def test_words_find_a_tag_by_plc_and_title(offered):
    offered.set_filter("api-4 TEMP")
    assert offered.found == 11
    parent = offered.index(0, 0)
    assert (parent.data(), offered.tag(offered.index(0, 0, parent))) == ("API-4", temperature(4))
    offered.set_filter("nonsense")
    assert (offered.found, offered.rowCount()) == (0, 0)


def test_checking_tells_the_tags_in_the_order_they_were_chosen(offered, qtbot):
    offered.set_filter("api-4 temp")
    for row in (1, 0):
        index = offered.index(0, 0, offered.index(row, 0))
        with qtbot.waitSignal(offered.chosen_changed) as told:
            assert offered.setData(index, Qt.CheckState.Checked.value, CHECK)
    assert told.args == [(temperature(40), temperature(4))]
    assert offered.index(0, 0).data() == "API-4  (1)"
    assert index.data(CHECK) == Qt.CheckState.Checked


def test_a_forty_first_curve_is_refused(offered, qtbot):
    offered.set_chosen([temperature(number) for number in range(1, 41)])
    with qtbot.waitSignal(offered.refused):
        assert not offered.choose(temperature(41), True)
    assert len(offered.chosen) == 40


def loaded(history: MadeUpHistory, tags, view=VIEW) -> TrendCurves:
    curves = TrendCurves()
    curves.plan = history.plan()
    curves.set_tags(tags)
    question = curves.question(view, 1000)
    found = history.curves(tags, question.begin, question.end, question.points)
    curves.take(TrendAnswer(question, tuple(found)), END)
    return curves


def test_a_curve_keeps_its_colour_when_others_go():
    curves = TrendCurves()
    curves.set_tags([temperature(1), temperature(2), temperature(3)])
    curves.set_tags([temperature(3), temperature(4)])
    assert curves.slots == {temperature(3): 2, temperature(4): 0}


def test_a_cancelled_answer_leaves_the_other_curves_as_they_are():
    history = MadeUpHistory()
    tags = (temperature(1), temperature(2))
    curves = loaded(history, tags)
    before = curves.curves[tags[1]]
    question = curves.question(View(END - 60, END), 1000)
    first = history.curves(tags[:1], question.begin, question.end, 1000)
    curves.take(TrendAnswer(question, tuple(first), cancelled=True), END)
    assert curves.curves[tags[0]] is first[0]
    assert curves.curves[tags[1]] is before


def test_of_a_curve_that_was_not_loaded_anew_no_more_is_claimed_than_before():
    history = MadeUpHistory()
    tags = (temperature(1), temperature(2))
    curves = loaded(history, tags, View(END - 60, END))
    wide = View(END - 7200, END)
    question = curves.question(wide, 1000)
    first = history.curves(tags[:1], question.begin, question.end, 1000)
    curves.take(TrendAnswer(question, tuple(first), cancelled=True), END)
    assert len(compose(curves.scene(frozenset({tags[0]}), None), wide).blanks) == 0


def test_lanes_are_named_after_what_they_show():
    tags = (temperature(1), temperature(2), Tag("", "compteur_bille/0"), Tag("", "compteur_bille/1"))
    tags += (Tag("API-1", CONNECTED), Tag("API-1", LATENCY), Tag("", ELAPSED))
    curves = loaded(MadeUpHistory(), tags)
    picture = compose(curves.scene(frozenset(), None), VIEW)
    captions = [lane.caption for lane in picture.lanes]
    assert captions == ["Temperature [°C]", "marbles", "connected: 1, not connected: 0", "seconds"]
    five = compose(loaded(MadeUpHistory(), (*tags, Tag("API-1", "pressure"))).scene(frozenset(), None), VIEW)
    assert five.lanes[-1].caption.startswith("several units")
    assert five.lanes[-1].scale == (-8, 108)


def test_hatching_stands_only_where_nothing_of_any_shown_curve_was_recorded():
    lost = ("API-1", ago(600, 300))
    history = MadeUpHistory(gaps=[ago(4000, 3000)], lost=[lost])
    curves = loaded(history, (temperature(1), temperature(2)))
    both = compose(curves.scene(frozenset(), None), VIEW)
    assert (both.blanks - END).tolist() == [[-4000, -3000]]
    alone = compose(curves.scene(frozenset({temperature(2)}), None), VIEW)
    assert (alone.blanks - END).tolist() == [[-4000, -3000], [-600, -300]]


def test_beyond_what_was_loaded_nothing_is_claimed():
    curves = loaded(MadeUpHistory(recorded_s=3600), (temperature(1),))
    wide = compose(curves.scene(frozenset(), None), View(END - 9 * DAY_S, END))
    assert wide.blanks[0, 0] == pytest.approx(VIEW.with_margin.begin)
    assert wide.blanks[0, 1] == pytest.approx(END - 3600)


def test_many_bands_give_way_to_the_chosen_ones():
    tags = tuple(temperature(number) for number in range(1, MOST_BANDS + 3))
    view = View(END - 3 * DAY_S, END)
    curves = loaded(MadeUpHistory(20), tags, view)
    (lane,) = compose(curves.scene(frozenset(), tags[0]), view).lanes
    assert [curve.tag for curve in lane.curves if curve.banded] == [tags[0]]
    assert lane.curves[-1].tag == tags[0]
    assert "band of the chosen curve only" in lane.caption


def test_the_table_tells_value_quality_and_extent(qtbot):
    history = MadeUpHistory(lost=[("API-2", ago(900, 0))])
    tags = (temperature(1), temperature(2), Tag("API-1", CONNECTED))
    curves = loaded(history, tags)
    rows = TrendRows()
    tester = QAbstractItemModelTester(rows, QAbstractItemModelTester.FailureReportingMode.Fatal)
    rows.set_tags(tags, Titles(history.plan()))
    rows.show_curves(curves.curves, VIEW, END)
    texts = [[rows.index(row, column).data() for column in range(6)] for row in range(3)]
    assert texts[0][TITLE] == "API-1 · Temperature"
    assert texts[0][VALUE].endswith("°C")
    assert texts[0][QUALITY].startswith("good · ")
    assert texts[1][VALUE:4] == ["–", "◆ gap: nothing good was read", texts[1][3]]
    assert texts[2][VALUE:] == ["connected", texts[2][QUALITY], *["connected"] * 3]
    rows.show_instant(curves.curves, END - 1000)
    assert rows.index(1, QUALITY).data().startswith("good")
    del tester


def test_a_mean_says_over_how_many_readings_it_is():
    history = MadeUpHistory()
    view = View(END - 30 * DAY_S, END)
    curves = loaded(history, (temperature(1),), view)
    rows = TrendRows()
    rows.set_tags((temperature(1),), Titles(history.plan()))
    rows.show_curves(curves.curves, view, END - 100)
    assert rows.index(0, QUALITY).data() == "mean of 1 h · 720 / 720 good"


def test_an_export_has_what_is_in_view_and_not_hidden():
    tags = (temperature(1), temperature(2))
    question, curves = loaded(MadeUpHistory(), tags).in_view(VIEW, 1000, [temperature(1)])
    assert question.tags == (temperature(2),)
    assert (question.begin.timestamp(), question.end) == (VIEW.begin, NOW)
    assert len(curves[0].times) == 7200 / 5
    assert curves[0].times[0] == VIEW.begin
    assert np.isfinite(curves[0].mean).all()


@pytest.mark.parametrize(
    ("span_s", "words"),
    [(60, "1 min"), (7200, "2 h"), (5400, "1.5 h"), (7 * DAY_S, "7 d"), (3652 * DAY_S, "10 y")],
)
def test_spans_are_told_in_their_largest_unit(span_s, words):
    assert span_words(span_s) == words


@pytest.mark.parametrize("span_s", [5, *SPANS_S])
def test_ticks_stand_on_round_local_times_and_are_few(span_s):
    ticks = time_ticks(View(END - span_s, END), 12)
    assert 2 <= len(ticks) <= 14
    assert all(END - span_s <= tick.at <= END for tick in ticks)
    assert len({tick.text for tick in ticks}) == len(ticks)
    if span_s > DAY_S:
        assert {datetime.fromtimestamp(tick.at).astimezone().hour for tick in ticks} <= {
            0,
            3,
            6,
            9,
            12,
            15,
            18,
            21,
        }


def test_a_name_from_the_network_stays_on_one_line():
    assert Titles().title(Tag("A\n<b>", "x\u202ey")) == "A <b> · x y"
