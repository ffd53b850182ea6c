"""A window on a scripted fleet, with a clock that only the story moves."""

from datetime import datetime

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QSettings
from PySide6.QtWidgets import QApplication

from doge_gui.core.statuses import Disconnection, DisconnectionState, Schedule
from doge_gui.views.disconnecting import ConfirmDisconnect
from doge_gui.views.main_window import MainWindow
from doge_gui.views.theme import Choice, ThemeManager
from tools.alarm_stories import AlarmStory
from tools.stories import START, Story, fleet


class Stage:
    """The window and the story it shows."""

    def __init__(self, window: MainWindow, story: Story) -> None:
        self.window, self.story = window, story
        self.screen = window.screen_
        self.table = window.screen_.table
        self.grid = window.screen_.fleet.grid
        self.alarms = AlarmStory(story)

    def cycle(self, *args, **kwargs):
        snapshot = self.story.cycle(*args, **kwargs)
        self.window.show_snapshot(snapshot)
        self.window.screen_.plots.draw_fresh()
        self.window.show_alarms(self.alarms.judge(snapshot))
        return snapshot

    def tell(self) -> None:
        """Show what the alarms have come to."""
        self.window.show_alarms(self.alarms.report())

    def wait(self, seconds: float) -> None:
        self.story.now += seconds
        self.window.tick()

    def paused(self, paused: bool) -> None:
        due = None if paused else self.story.now + self.story.interval_s
        self.window.show_schedule(Schedule(self.story.interval_s, due, False, paused, 0))

    def select(self, *plcs: str) -> None:
        flags = self.grid.selectionModel().SelectionFlag
        self.grid.clearSelection()
        for row in self.table.rows_of(frozenset(plcs)):
            self.grid.selectionModel().select(self.table.index(row, 0), flags.Select | flags.Rows)

    def column(self, key: str) -> int:
        return next(number for number, column in enumerate(self.table.columns) if column.key == key)

    def questions(self) -> list[ConfirmDisconnect]:
        return [one for one in self.window.findChildren(ConfirmDisconnect) if one.isVisible()]

    def button_of(self, plc: str) -> QPoint:
        (row,) = self.table.rows_of(frozenset({plc}))
        index = self.table.index(row, self.column("force"))
        self.grid.scrollTo(index)
        return self.grid.visualRect(index).center()

    def outcome(self, plc: str, state: DisconnectionState, status: str = "") -> None:
        self.window.show_disconnections((Disconnection(plc, state, status, START, True),))

    def place(self, plc: str, key: str) -> tuple[int, int]:
        (row,) = self.table.rows_of(frozenset({plc}))
        return row, self.column(key)

    def text(self, plc: str, key: str) -> str:
        return self.table.cell(*self.place(plc, key)).text


@pytest.fixture
def settings(tmp_path):
    return QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)


@pytest.fixture(scope="session")
def themes(qapp: QApplication, tmp_path_factory):
    path = tmp_path_factory.mktemp("theme") / "theme.ini"
    manager = ThemeManager(qapp, QSettings(str(path), QSettings.Format.IniFormat))
    manager.choose(Choice.LIGHT)
    return manager


@pytest.fixture
def staged(qtbot, settings, themes):
    """Opens a window on a story; it is destroyed at the test's end."""
    opened = []

    def open_on(story: Story | None = None) -> Stage:
        story = story or fleet(8)
        window = MainWindow(settings, lambda: story.now, themes, wall=lambda: datetime.astimezone(START))
        opened.append(window)
        stage = Stage(window, story)
        stage.paused(False)
        window.show()
        qtbot.waitExposed(window)
        return stage

    yield open_on
    for window in opened:
        window.close()
        window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
