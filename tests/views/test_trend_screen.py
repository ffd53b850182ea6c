"""The trend screen in the hands of an operator; a made-up history answers when the story lets it."""

from datetime import timedelta

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPixmap, QWheelEvent
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication, QLabel

from doge_gui.core.recording.curves import Mark, TrendAnswer
from doge_gui.core.recording.tags import Tag
from doge_gui.core.trends.sets import FIRST
from doge_gui.core.trends.view import DAY_S, View
from doge_gui.paths import resource
from doge_gui.views.disconnecting import NoticeBar
from doge_gui.views.plot_export import ExportError
from doge_gui.views.theme import contrast, load
from doge_gui.views.trend_bands import paint_columns
from doge_gui.views.trend_files import TrendFiles
from doge_gui.views.trend_pens import pen_of
from doge_gui.views.trend_screen import TrendScreen
from tests.views.mouse import move_over
from tools.trend_stories import NOW, MadeUpHistory

END = NOW.timestamp()
HOT = Tag("API-3", "temperature")


class Staged:
    """A screen, a clock, and the questions it put."""

    def __init__(self, settings, theme) -> None:
        self.now = NOW
        self.history = MadeUpHistory(8)
        self.screen = TrendScreen(theme, settings, lambda: self.now)
        self.asked = []
        self.screen.question_wanted.connect(self.asked.append)

    def answer(self, number: int = -1, **changes) -> TrendAnswer:
        question = self.asked[number]
        tags = changes.pop("tags", question.tags)
        curves = self.history.curves(tags, question.begin, question.end, question.points)
        told = TrendAnswer(question, tuple(curves), **changes)
        self.screen.show_answer(told)
        return told

    @property
    def view(self) -> View:
        return self.screen.navigation.view


@pytest.fixture
def staged(qtbot, settings, themes):
    made = Staged(settings, themes.theme)
    screen = made.screen
    qtbot.addWidget(screen)
    screen.resize(1280, 800)
    screen.show()
    qtbot.waitExposed(screen)
    screen.show_tags(made.history.plan(), made.history.tags())
    qtbot.waitUntil(lambda: len(made.asked) == 1)
    made.answer()
    return made


def rests(staged, qtbot, count):
    """The view rests, and is asked for."""
    qtbot.waitUntil(lambda: len(staged.asked) == count)
    return staged.asked[-1]


def test_the_first_time_the_fleets_marbles_are_shown(staged):
    assert staged.asked[0].tags == FIRST.tags
    assert staged.view == View(END - 7200, END)
    assert [staged.screen.rows.index(row, 0).data() for row in range(3)] == [
        "Marbles · North loop",
        "Marbles · South loop",
        "Marbles · Return",
    ]


def test_checking_a_tag_draws_it(staged, qtbot):
    screen = staged.screen
    qtbot.keyClicks(screen.chooser.filter, "api-3 temp")
    qtbot.keyClick(screen.chooser.filter, Qt.Key.Key_Return)
    qtbot.keyClick(screen.chooser.tree, Qt.Key.Key_Space)
    question = rests(staged, qtbot, 2)
    assert question.tags == (*FIRST.tags, HOT)
    staged.answer()
    assert [lane.caption for lane in screen.canvas.picture.lanes] == ["marbles", "Temperature [°C]"]
    assert screen.rows.rowCount() == 4


def test_many_steps_of_the_wheel_are_one_question_and_one_way_back(staged, qtbot):
    canvas = staged.screen.canvas
    middle = QPointF(canvas.layout_.body.center())
    at = canvas.layout_.at(middle.x())
    for _ in range(5):
        event = QWheelEvent(
            middle,
            canvas.mapToGlobal(middle),
            QPoint(),
            QPoint(0, 120),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(canvas, event)
    assert staged.view.span_s == pytest.approx(7200 * 0.8**5)
    assert canvas.layout_.at(middle.x()) == pytest.approx(at)
    assert not staged.screen.navigation.live
    rests(staged, qtbot, 2)
    qtbot.keyClick(canvas, Qt.Key.Key_Backspace)
    assert staged.view == View(END - 7200, END)


def test_dragging_zooms_into_what_was_marked(staged, qtbot):
    canvas = staged.screen.canvas
    body = canvas.layout_.body.toRect()
    left, right = body.topLeft() + QPoint(100, 50), body.topLeft() + QPoint(300, 60)
    wanted = [canvas.layout_.at(place.x()) for place in (left, right)]
    qtbot.mousePress(canvas, Qt.MouseButton.LeftButton, pos=right)
    move_over(canvas, left, Qt.MouseButton.LeftButton)
    qtbot.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=left)
    assert [staged.view.begin, staged.view.end] == pytest.approx(wanted)
    question = rests(staged, qtbot, 2)
    assert question.begin.timestamp() < wanted[0] < wanted[1] < question.end.timestamp()


def test_dragging_the_time_axis_moves_the_view(staged, qtbot):
    canvas = staged.screen.canvas
    body = canvas.layout_.body
    place = QPoint(int(body.center().x()), canvas.height() - 6)
    qtbot.mousePress(canvas, Qt.MouseButton.LeftButton, pos=place)
    move_over(canvas, place + QPoint(int(body.width() / 4), 0), Qt.MouseButton.LeftButton)
    qtbot.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=place)
    assert staged.view.end == pytest.approx(END - 1800, abs=30)
    assert staged.view.span_s == pytest.approx(7200)


def test_keys_move_zoom_and_lead_back_to_live(staged, qtbot):
    canvas = staged.screen.canvas
    qtbot.keyClick(canvas, Qt.Key.Key_Plus)
    assert (staged.view, staged.screen.navigation.live) == (View(END - 3600, END), True)
    qtbot.keyClick(canvas, Qt.Key.Key_Left)
    assert staged.view == View(END - 4500, END - 900)
    staged.now += timedelta(seconds=60)
    assert staged.screen.head.live.isEnabled()
    qtbot.keyClick(canvas, Qt.Key.Key_Home)
    assert (staged.view, staged.screen.navigation.live) == (View(END - 3540, END + 60), True)
    assert not staged.screen.head.live.isEnabled()


def test_what_is_drawn_stays_until_finer_curves_come_and_they_lie_where_it_lay(staged, qtbot):
    screen = staged.screen
    before = screen.curves.curves[FIRST.tags[0]]
    screen.ways.go(View(END - 400, END - 300))
    assert screen.curves.curves[FIRST.tags[0]] is before
    assert len(screen.canvas.picture.lanes[0].curves) == 3
    scale = screen.canvas.picture.lanes[0].scale
    rests(staged, qtbot, 2)
    staged.answer()
    assert screen.curves.curves[FIRST.tags[0]] is not before
    assert screen.canvas.picture.lanes[0].scale == pytest.approx(scale, rel=0.2)


def test_an_answer_to_an_old_question_is_not_drawn(staged, qtbot):
    screen = staged.screen
    screen.ways.go(View(END - 400, END - 300))
    rests(staged, qtbot, 2)
    before = dict(screen.curves.curves)
    staged.answer(0)
    assert screen.curves.curves == before
    assert screen.asking.busy


def test_a_finished_cycle_asks_anew_while_live_one_question_at_a_time(staged, qtbot):
    screen = staged.screen
    staged.now += timedelta(seconds=5)
    screen.refresh()
    assert len(staged.asked) == 2
    screen.refresh()
    screen.refresh()
    assert len(staged.asked) == 2
    staged.answer()
    assert len(staged.asked) == 3
    staged.answer()
    assert len(staged.asked) == 3
    assert staged.view.end == END + 5
    screen.ways.go(View(END - 400, END - 300))
    rests(staged, qtbot, 4)
    staged.answer()
    screen.refresh()
    screen.hide()
    screen.ways.back_to_live()
    screen.refresh()
    assert len(staged.asked) == 4


def test_loading_that_takes_long_shows_how_far_it_is_and_can_be_left(staged, qtbot):
    screen = staged.screen
    screen.refresh()
    screen.show_progress(1, 3)
    assert not screen.status.loading.isVisible()
    qtbot.waitUntil(screen.status.cancel.isVisible)
    screen.show_progress(2, 3)
    assert screen.status.loading.whole == "Loading: 2 of 3 curves"
    with qtbot.waitSignal(screen.cancel_wanted):
        qtbot.mouseClick(screen.status.cancel, Qt.MouseButton.LeftButton)
    assert not screen.status.cancel.isVisible()
    staged.answer(tags=FIRST.tags[:1], cancelled=True)
    assert len(screen.canvas.picture.lanes[0].curves) == 3


def test_an_error_is_shown_in_place_with_its_remedy_and_what_is_drawn_stays(staged, qtbot):
    screen = staged.screen
    screen.refresh()
    screen.show_failure("history cannot be read: <b>disk</b> I/O error; check the disk")
    assert screen.status.words.whole == "◆ history cannot be read: <b>disk</b> I/O error; check the disk"
    assert len(screen.canvas.picture.lanes[0].curves) == 3
    qtbot.mouseClick(screen.status.again, Qt.MouseButton.LeftButton)
    assert len(staged.asked) == 3
    staged.answer()
    assert screen.status.error == ""
    assert not screen.status.again.isVisible()


def test_a_typed_range_is_looked_at_and_a_wrong_one_is_marked(staged, qtbot):
    head = staged.screen.head
    for field, text in ((head.begin, "2026-01-30 06:00"), (head.end, "2026-01-30 07:00")):
        field.setFocus()
        field.selectAll()
        qtbot.keyClicks(field, text)
    qtbot.keyClick(head.end, Qt.Key.Key_Return)
    assert staged.view.span_s == 3600
    assert head.begin.text() == "2026-01-30 06:00:00"
    head.end.selectAll()
    qtbot.keyClicks(head.end, "2026-01-29 07:00")
    qtbot.keyClick(head.end, Qt.Key.Key_Return)
    assert "before the beginning" in staged.screen.status.error
    assert not staged.screen.status.again.isVisible()
    assert staged.view.span_s == 3600
    head.end.selectAll()
    qtbot.keyClicks(head.end, "soon")
    qtbot.keyClick(head.end, Qt.Key.Key_Return)
    assert head.end.property("severity") == 2
    assert "Write 2026-01-31 08:25" in staged.screen.status.error
    assert staged.view.span_s == 3600


def test_the_crosshair_tells_every_value_of_its_instant(staged, qtbot):
    screen, canvas = staged.screen, staged.screen.canvas
    newest = screen.rows.index(0, 1).data()
    body = canvas.layout_.body.toRect()
    move_over(canvas, body.center())
    qtbot.waitUntil(lambda: canvas.cross is not None)
    assert canvas.cross == pytest.approx(END - 3600, abs=10)
    assert screen.rows.index(0, 1).data() != newest
    assert screen.rows.headerData(0, Qt.Orientation.Horizontal).startswith("Values of 31 Jan ")
    for _ in range(2):
        qtbot.keyClick(canvas, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    assert canvas.cross == pytest.approx(END - 3600 - 144, abs=10)
    qtbot.keyClick(canvas, Qt.Key.Key_Escape)
    assert screen.rows.index(0, 1).data() == newest


def test_a_curve_is_hidden_and_removed_by_keys(staged, qtbot):
    screen = staged.screen
    screen.grid.setFocus()
    screen.grid.selectRow(1)
    qtbot.keyClick(screen.grid, Qt.Key.Key_Space)
    assert screen.rows.hidden == {FIRST.tags[1]}
    assert [curve.tag for curve in screen.canvas.picture.lanes[0].curves] == [FIRST.tags[0], FIRST.tags[2]]
    assert screen.export_curves()[0].tags == (FIRST.tags[0], FIRST.tags[2])
    qtbot.keyClick(screen.grid, Qt.Key.Key_Delete)
    assert screen.curves.tags == (FIRST.tags[0], FIRST.tags[2])
    assert screen.rows.hidden == frozenset()
    assert screen.chooser.model.chosen == screen.curves.tags


def test_alarm_marks_tell_their_words_under_the_mouse(staged, qtbot, monkeypatch):
    screen, canvas = staged.screen, staged.screen.canvas
    at = NOW - timedelta(seconds=3600)
    marks = tuple(Mark(at, f"offline:{n}", f"<i>API-{n}</i> lost", 2) for n in range(14))
    question = staged.asked[-1]
    screen.show_marks(TrendAnswer(question, (), marks))
    said = []
    monkeypatch.setattr(
        "doge_gui.views.trend_canvas.QToolTip.showText", lambda _p, text, _w: said.append(text)
    )
    move_over(canvas, QPoint(round(canvas.layout_.x(at.timestamp())), 8))
    qtbot.waitUntil(lambda: bool(said))
    assert "&lt;i&gt;API-0&lt;/i&gt; lost" in said[-1]
    assert "and 4 more" in said[-1]


def test_sets_are_saved_loaded_renamed_and_deleted(staged, qtbot, settings, themes):
    screen = staged.screen
    screen.chooser.model.choose(HOT, True)
    screen.sets.save_as("Hall & <b>north</b>")
    screen.show_set(FIRST.tags, 3600.0)
    screen.sets.load("Hall & <b>north</b>")
    assert screen.curves.tags == (*FIRST.tags, HOT)
    assert staged.view.span_s == 7200
    screen.sets.rename("North")
    screen.sets.fill()
    assert screen.sets.menu_.actions()[0].text() == "North"
    again = TrendScreen(themes.theme, settings, lambda: NOW)
    qtbot.addWidget(again)
    assert [one.name for one in again.sets.store.sets] == ["North"]
    assert again.curves.tags == (*FIRST.tags, HOT)
    assert again.sets.name == ""
    screen.sets.delete()
    assert screen.sets.store.sets == ()
    assert screen.curves.tags == (*FIRST.tags, HOT)


@pytest.mark.parametrize(
    "text", ["", "{", '[{"name": 3}]', '[{"name": "", "tags": [["", 7]], "span_s": "x"}]']
)
def test_damaged_settings_still_give_a_screen(qtbot, settings, themes, text):
    settings.setValue("trends/sets", text)
    settings.setValue("trends/last", text)
    screen = TrendScreen(themes.theme, settings, lambda: NOW)
    qtbot.addWidget(screen)
    assert screen.sets.store.sets == ()
    assert screen.navigation.view.span_s == FIRST.span_s


def test_pictures_are_written_with_a_legend(staged, tmp_path):
    screen = staged.screen
    for name in ("trend.png", "trend.svg"):
        screen.save_picture(tmp_path / name)
    picture = QImage(str(tmp_path / "trend.png"))
    assert picture.width() == 2 * screen.canvas.width()
    assert picture.height() > 2 * screen.canvas.height()
    drawing = QSvgRenderer(str(tmp_path / "trend.svg"))
    assert drawing.isValid()
    assert "South loop" in (tmp_path / "trend.svg").read_text(encoding="utf-8")
    with pytest.raises(ExportError):
        screen.save_picture(tmp_path / "nowhere" / "trend.png")


def test_pictures_are_written_at_once_and_tables_are_handed_on(staged, qtbot, tmp_path):
    notice = NoticeBar()
    qtbot.addWidget(notice)
    files = TrendFiles(staged.screen, staged.screen, notice)
    files.write(tmp_path / "trend.png")
    assert (tmp_path / "trend.png").stat().st_size > 1000
    with qtbot.waitSignal(files.table_wanted) as told:
        files.write(tmp_path / "trend.xlsx")
    (order,) = told.args
    assert order.path == str(tmp_path / "trend.xlsx")
    assert [curve.tag for curve in order.curves] == list(FIRST.tags)
    assert order.titles == tuple(staged.screen.titles.title(tag) for tag in FIRST.tags)
    files.write(tmp_path / "nowhere" / "trend.svg")
    assert "Not exported" in notice.text.text()


def test_the_export_menu_tells_what_is_wanted(staged, qtbot):
    with qtbot.waitSignal(staged.screen.export_wanted) as told:
        staged.screen.head.export_wanted.emit("xlsx")
    assert told.args == ["xlsx"]
    question, curves = staged.screen.export_curves()
    assert [curve.tag for curve in curves] == list(question.tags) == list(FIRST.tags)


@pytest.mark.parametrize("size", [(840, 470), (1024, 640), (1600, 900)])
def test_nothing_of_the_tools_is_cut_at_any_size(staged, qtbot, size):
    screen = staged.screen
    screen.resize(*size)
    head = screen.head
    parts = (screen.sets, head.begin, head.end, head.span_box, head.back, head.live)

    def whole() -> bool:
        ends = [part.mapTo(screen, QPoint(part.width(), 0)).x() for part in parts]
        # In the order of the line: none lies over the next one.
        lefts = [part.mapTo(screen, QPoint(0, 0)).x() for part in parts]
        return (
            screen.width() == size[0]
            and all(map(int.__le__, ends, lefts[1:]))
            and all(
                part.width() >= part.minimumSizeHint().width() and end <= size[0]
                for part, end in zip(parts, ends, strict=True)
            )
        )

    qtbot.waitUntil(whole)
    assert screen.canvas.height() >= 170
    for label in screen.findChildren(QLabel):
        assert label.textFormat() is Qt.TextFormat.PlainText


@pytest.mark.parametrize("name", ["light", "dark"])
def test_forty_pens_differ_and_stand_out(name):
    theme = load(resource("themes", f"{name}.toml"))
    pens = [pen_of(theme, slot, 1) for slot in range(40)]
    assert len({(pen.color().name(), pen.style()) for pen in pens}) == 40
    assert min(contrast(pen.color().name(), theme.roles["panel"]) for pen in pens) >= 3


def test_forty_curves_are_painted_within_a_frame(staged, qtbot, themes):
    screen = staged.screen
    staged.history = MadeUpHistory(50)
    tags = tuple(Tag(f"API-{number}", "temperature") for number in range(1, 41))
    screen.show_set(tags, 3 * DAY_S)
    staged.answer()
    (lane,) = screen.canvas.picture.lanes
    assert len(lane.curves) == 40
    assert sum(len(curve.fitted.x) for curve in lane.curves) < 40 * 2 * screen.columns
    image = screen.canvas.grab().toImage()
    box = screen.canvas.layout_.lanes[0].toRect()
    colours = {
        image.pixelColor(x, y).name()
        for x in range(box.left() + 1, box.right(), 2)
        for y in range(box.top(), box.bottom(), 2)
    }
    assert set(themes.theme.plc_curves) <= colours


def test_a_band_fills_its_columns_and_leaves_gaps_empty(qapp):
    picture = QPixmap(10, 20)
    picture.fill(Qt.GlobalColor.white)
    painter = QPainter(picture)
    x, low = np.array([2.0, 4.0, 6.0, 8.0]), np.array([15.0, 15.0, np.nan, 15.0])
    paint_columns(painter, QRectF(0, 0, 10, 20), x, low - 10, low, QColor(0, 0, 255))
    painter.end()
    image = picture.toImage()
    filled = {x for x in range(10) if image.pixelColor(x, 10) == QColor(0, 0, 255)}
    assert filled == {2, 3, 4, 8}
    rows = [y for y in range(20) if image.pixelColor(3, y) == QColor(0, 0, 255)]
    assert (rows[0], rows[-1], len(rows)) == (5, 14, 10)
