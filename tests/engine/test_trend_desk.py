"""Curves come from the history in a thread of its own, one question at a time."""

from dataclasses import replace
from datetime import timedelta
from threading import Event as Flag
from threading import get_ident

import pytest

from doge_gui.core.alarms.alarm import Kind
from doge_gui.core.alarms.rules import AlarmRule, Rules
from doge_gui.core.recording.curves import TrendQuestion
from doge_gui.core.recording.tags import Tag
from doge_gui.engine.trend_desk import TrendDesk
from doge_gui.history.errors import HistoryError
from tools.trend_stories import NOW, MadeUpHistory, raised

TAGS = tuple(Tag(f"API-{number}", "temperature") for number in range(1, 6))
QUESTION = TrendQuestion(TAGS, NOW - timedelta(hours=2), NOW)


class SlowHistory(MadeUpHistory):
    """A history that reads no curve but the first before it is let."""

    def __init__(self, **story) -> None:
        super().__init__(**story)
        self.let, self.threads, self.asked = Flag(), set(), []

    def curves(self, tags, begin, end, points, told=None, level=None):
        self.threads.add(get_ident())
        self.asked.append(end)

        def held(done):
            wanted = told(done)
            assert self.let.wait(10)
            return wanted and told(done)

        return super().curves(tags, begin, end, points, held, level)


@pytest.fixture
def desk_on(qtbot):
    made = []

    def desk(open_source):
        made.append(TrendDesk(open_source))
        return made[-1]

    yield desk
    for one in made:
        assert one.stop()


def test_a_question_is_answered_with_curves_and_then_with_marks(desk_on, qtbot):
    history = MadeUpHistory(alarms=[raised(9000, "API-9"), raised(60, "API-3")])
    desk = desk_on(lambda: history)
    desk.use(Rules(kinds={Kind.OFFLINE: AlarmRule(message="is gone")}))
    told = []
    for signal in (desk.span_known, desk.ready, desk.marked):
        signal.connect(told.append)
    with qtbot.waitSignal(desk.marked):
        desk.ask(QUESTION)
    span, answer, marked = told
    assert span == history.span()
    assert [curve.tag for curve in answer.curves] == list(TAGS)
    assert (answer.cancelled, answer.marks) == (False, ())
    assert [(mark.words, mark.priority) for mark in marked.marks] == [("API-3: is gone", 2)]
    assert replace(marked, marks=()) == answer


def test_what_was_recorded_is_told(desk_on, qtbot):
    history = MadeUpHistory(3)
    desk = desk_on(lambda: history)
    with qtbot.waitSignal(desk.tags_known) as told:
        desk.ask_tags()
    assert told.args == [history.plan(), history.tags()]


def test_progress_is_told_curve_by_curve(desk_on, qtbot):
    desk = desk_on(MadeUpHistory)
    told = []
    desk.progressed.connect(lambda done, of: told.append((done, of)))
    with qtbot.waitSignal(desk.marked):
        desk.ask(QUESTION)
    assert told == [(number, 5) for number in range(1, 6)]


def test_cancelling_keeps_what_is_finished(desk_on, qtbot):
    history = SlowHistory()
    desk = desk_on(lambda: history)
    with qtbot.waitSignal(desk.progressed):
        desk.ask(QUESTION)
    desk.cancel()
    with qtbot.waitSignal(desk.ready) as told:
        history.let.set()
    assert told.args[0].cancelled
    assert [curve.tag for curve in told.args[0].curves] == list(TAGS[:1])


def test_a_question_that_was_cancelled_before_it_began_is_answered_with_nothing(desk_on, qtbot):
    """Whoever asked does not wait for ever."""
    history = SlowHistory()
    desk = desk_on(lambda: history)
    with qtbot.waitSignal(desk.progressed):
        desk.ask(QUESTION)
    later = replace(QUESTION, end=NOW - timedelta(minutes=1))
    desk.ask(later)
    with qtbot.waitSignal(desk.ready) as told:
        desk.cancel()
    assert (told.args[0].question, told.args[0].curves, told.args[0].cancelled) == (later, (), True)
    history.let.set()


def test_of_several_questions_the_last_is_answered_and_nobody_waits_for_the_others(desk_on, qtbot):
    history = SlowHistory()
    desk = desk_on(lambda: history)
    told = []
    desk.ready.connect(told.append)
    with qtbot.waitSignal(desk.progressed):
        desk.ask(QUESTION)
    wanted = [replace(QUESTION, end=NOW - timedelta(minutes=number)) for number in (1, 2, 3)]
    for question in wanted:
        desk.ask(question)
    history.let.set()
    qtbot.waitUntil(lambda: bool(told))
    assert [answer.question for answer in told] == wanted[-1:]
    assert history.asked == [NOW, wanted[-1].end]


def test_the_history_stays_open_in_one_thread_that_is_not_the_windows(desk_on, qtbot):
    history, opened = SlowHistory(), []
    history.let.set()

    def open_history():
        opened.append(get_ident())
        return history

    desk = desk_on(open_history)
    for _ in range(3):
        with qtbot.waitSignal(desk.marked):
            desk.ask(QUESTION)
    assert len(opened) == 1
    assert history.threads == set(opened)
    assert get_ident() not in history.threads
    assert desk.stop()
    assert history.closed


class BrokenHistory(MadeUpHistory):
    """A history on a disk that fails."""

    def curves(self, tags, begin, end, points, told=None, level=None):
        raise HistoryError("history cannot be read: history.db: disk I/O error; check the disk")


def test_an_error_is_told_and_the_history_is_opened_anew(desk_on, qtbot):
    broken, sound = BrokenHistory(), MadeUpHistory()
    opened = iter((broken, sound))
    desk = desk_on(lambda: next(opened))
    with qtbot.waitSignal(desk.failed) as told:
        desk.ask(QUESTION)
    assert told.args == ["history cannot be read: history.db: disk I/O error; check the disk"]
    assert broken.closed
    with qtbot.waitSignal(desk.ready):
        desk.ask(QUESTION)


def test_a_history_that_cannot_be_opened_is_told(desk_on, qtbot):
    def fail():
        raise HistoryError("history.db is missing")

    desk = desk_on(fail)
    with qtbot.waitSignal(desk.failed) as told:
        desk.ask_tags()
    assert told.args == ["history.db is missing"]


def test_stopping_ends_a_question_under_way(desk_on, qtbot):
    history = SlowHistory()
    desk = desk_on(lambda: history)
    told = []
    desk.ready.connect(told.append)
    with qtbot.waitSignal(desk.progressed):
        desk.ask(QUESTION)
    history.let.set()
    assert desk.stop()
    assert history.closed
    assert told == []
